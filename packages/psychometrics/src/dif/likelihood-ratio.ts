import { calibrate } from '../calibration/calibrate.ts';
import type { Calibrated } from '../calibration/calibration.ts';
import type { CalibrationOptions } from '../calibration/options.ts';
import type { CalibratedItem } from '../items/calibrated-item.ts';
import { chiSquareTail } from '../numbers/chi-square.ts';
import { NOT_PRESENTED, type Responses } from '../responses/responses.ts';
import { NOT_CONVERGED, whyImpossible } from './lord.ts';
import { checkStudy, type DifStudy, type Untestable } from './study.ts';

export type LikelihoodRatioDif =
  | {
      readonly outcome: 'tested';
      readonly item: number;
      /** Twice the gain in log-likelihood from parameters of its own in each group. */
      readonly chiSquare: number;
      readonly degrees: number;
      readonly p: number;
      readonly reference: CalibratedItem;
      readonly focal: CalibratedItem;
    }
  | Untestable;

export type LikelihoodRatioStudy =
  | {
      readonly outcome: 'tested';
      readonly items: readonly LikelihoodRatioDif[];
      /** With all items equal in both groups. */
      readonly compact: Calibrated;
    }
  | { readonly outcome: 'untestable'; readonly reason: string };

/** An item a column more for each of `split`: it holds the focal group's answers, its old column the reference group's. */
function splitItems({ responses, focal }: DifStudy, split: readonly number[]): Responses {
  const { persons, items, scores } = responses;
  const wide = items + split.length;
  const packed = new Uint8Array(persons * wide).fill(NOT_PRESENTED);
  for (let i = 0; i < persons; i += 1) {
    packed.set(scores.subarray(i * items, (i + 1) * items), i * wide);
    if (focal[i] !== true) continue;
    split.forEach((item, k) => {
      packed[i * wide + items + k] = Number(scores[i * items + item]);
      packed[i * wide + item] = NOT_PRESENTED;
    });
  }
  return { ...responses, items: wide, scores: packed };
}

/** Options for the wide table: what is given by item is given to its second column too. */
function wideOptions(
  options: CalibrationOptions,
  split: readonly number[],
  start: readonly (CalibratedItem | undefined)[],
) {
  const widened = <T>(values: readonly T[]): T[] => [...values, ...split.map((item) => values[item] as T)]; // one an item
  const { model, priors, fixedItems } = options;
  return {
    ...options,
    model: typeof model === 'string' ? model : widened(model),
    ...(Array.isArray(priors) ? { priors: widened(priors) } : {}),
    ...(fixedItems ? { fixedItems: widened(fixedItems) } : {}),
    startItems: widened(start),
  };
}

type Augmented = { readonly calibrated: Calibrated; readonly column: number };

function fitSplit(study: DifStudy, options: CalibrationOptions, split: readonly number[], start: Calibrated) {
  const items = start.items.map(({ item }) => item);
  return calibrate(splitItems(study, split), wideOptions(options, split, items));
}

function testItem(
  study: DifStudy,
  options: CalibrationOptions,
  compact: Calibrated,
  item: number,
  others: readonly number[],
) {
  const split = [item, ...others.filter((other) => other !== item)];
  const own = fitSplit(study, options, split, compact);
  const shared = others.length === 0 ? compact : fitSplit(study, options, split.slice(1), compact);
  if (own.outcome !== 'calibrated' || shared.outcome !== 'calibrated') {
    return {
      outcome: 'untestable',
      item,
      reason: 'The groups cannot be calibrated with parameters of its own for each.',
    } as const;
  }
  if (!own.isConverged || !shared.isConverged) {
    return { outcome: 'untestable', item, reason: `Its calibration ${NOT_CONVERGED}` } as const;
  }
  return compareFits(item, { calibrated: own, column: study.responses.items }, shared);
}

function compareFits(item: number, { calibrated, column }: Augmented, shared: Calibrated): LikelihoodRatioDif {
  const [reference, focal] = [calibrated.items[item]?.item, calibrated.items[column]?.item];
  const degrees = calibrated.freeParameters - shared.freeParameters;
  if (!reference || !focal || degrees <= 0) {
    return { outcome: 'untestable', item, reason: 'In one group it has no answers, or all answers are the same.' };
  }
  const chiSquare = Math.max(0, 2 * (calibrated.logLikelihood - shared.logLikelihood));
  return { outcome: 'tested', item, chiSquare, degrees, p: chiSquareTail(chiSquare, degrees), reference, focal };
}

/**
 * Likelihood-ratio test of each item by multiple-group calibration: the focal group has an ability distribution of its
 * own; is the likelihood higher when the item has parameters of its own too? The anchors (by default all other items)
 * are equal in both groups; items that are no anchors are free in both.
 *
 * @param options how to calibrate; without priors, for the test compares maxima of the likelihood
 * @throws        RangeError if the study's parts do not fit one another, or for options with groups
 * @see           Thissen, Steinberg & Wainer (1993) in Holland & Wainer (eds.), Differential Item Functioning, 67–113
 */
export function likelihoodRatioDif(study: DifStudy, options: CalibrationOptions): LikelihoodRatioStudy {
  checkStudy(study);
  if (options.groups) throw new RangeError('the study names the groups; leave them out of the options');
  const groups = Uint8Array.from(study.focal, (isFocal) => (isFocal ? 1 : 0));
  const grouped = { ...options, groups };
  const compact = calibrate(study.responses, grouped);
  if (compact.outcome !== 'calibrated') return { outcome: 'untestable', reason: whyImpossible(compact) };
  if (compact.latent.length < 2) return { outcome: 'untestable', reason: 'There is nobody in the focal group.' };
  const { anchors } = study;
  const others = anchors ? compact.items.flatMap((_, item) => (anchors.includes(item) ? [] : [item])) : [];
  const items = compact.items.map((_, item) => testItem(study, grouped, compact, item, others));
  return { outcome: 'tested', items, compact };
}
