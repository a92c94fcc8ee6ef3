import { calibrate } from '../calibration/calibrate.ts';
import type { Calibrated, Calibration } from '../calibration/calibration.ts';
import type { CalibrationOptions } from '../calibration/options.ts';
import { type ItemErrors, standardErrors } from '../calibration/standard-errors/standard-errors.ts';
import type { CalibratedItem } from '../items/calibrated-item.ts';
import { type LinkingOptions, linkScales } from '../linking/link.ts';
import { locationsOf, type ScaleTransformation, transformItem } from '../linking/transformation.ts';
import { chiSquareTail } from '../numbers/chi-square.ts';
import { choleskyOf, choleskySolve } from '../numbers/cholesky.ts';
import type { Responses } from '../responses/responses.ts';
import { checkStudy, type DifStudy, type Untestable } from './study.ts';

export type LordDif =
  | {
      readonly outcome: 'tested';
      readonly item: number;
      readonly chiSquare: number;
      readonly degrees: number;
      readonly p: number;
      /** Parameters in the reference group, and in the focal group on the same scale. */
      readonly reference: CalibratedItem;
      readonly focal: CalibratedItem;
    }
  | Untestable;

export type LordStudy =
  | { readonly outcome: 'tested'; readonly items: readonly LordDif[]; readonly transformation: ScaleTransformation }
  | { readonly outcome: 'untestable'; readonly reason: string };

/** The rows of one group. */
export function groupRows(
  { persons, items, scores, weights }: Responses,
  isIn: (person: number) => boolean,
): Responses {
  const chosen = Array.from({ length: persons }, (_, i) => i).filter(isIn);
  const packed = new Uint8Array(chosen.length * items);
  chosen.forEach((person, row) => {
    packed.set(scores.subarray(person * items, (person + 1) * items), row * items);
  });
  const rows = { persons: chosen.length, items, scores: packed };
  return weights ? { ...rows, weights: Float64Array.from(chosen, (person) => Number(weights[person])) } : rows;
}

type GroupFit = { readonly calibrated: Calibrated; readonly errors: readonly (ItemErrors | undefined)[] };

export const whyImpossible = (calibration: Exclude<Calibration, { readonly outcome: 'calibrated' }>): string =>
  calibration.problems.map(({ message }) => message).join(' ');

/** What follows "a calibration": a test of numbers that are on their way means nothing. */
export const NOT_CONVERGED =
  'did not converge, so there is nothing to compare; allow more iterations, or leave out items that are flagged.';

function fitGroup(responses: Responses, options: CalibrationOptions, name: string): GroupFit | string {
  const calibrated = calibrate(responses, options);
  if (calibrated.outcome !== 'calibrated')
    return `The ${name} group cannot be calibrated: ${whyImpossible(calibrated)}`;
  if (!calibrated.isConverged) return `The ${name} group’s calibration ${NOT_CONVERGED}`;
  const errors = standardErrors(responses, calibrated);
  if (errors.outcome !== 'computed') return `The ${name} group’s calibration has no standard errors: ${errors.message}`;
  return { calibrated, errors: errors.items };
}

/** Slope and locations with their covariance; a guessing chance is not compared, as Lord advises. */
type Estimate = { readonly values: readonly number[]; readonly covariance: (r: number, s: number) => number };

function estimateOf(item: CalibratedItem, errors: ItemErrors, isRasch: boolean, scale = 1): Estimate {
  const rows = errors.names.flatMap((name, row) => (name === 'c' || (isRasch && name === 'a') ? [] : [row]));
  const factors = errors.names.map((name) => (name === 'a' ? 1 / scale : scale));
  const { order, values } = errors.covariance;
  return {
    values: isRasch ? locationsOf(item) : [item.a, ...locationsOf(item)],
    covariance: (r, s) => {
      const [i = 0, j = 0] = [rows[r], rows[s]];
      return Number(factors[i]) * Number(factors[j]) * Number(values[i * order + j]);
    },
  };
}

/** dᵀ · (Σ₁ + Σ₂)⁻¹ · d; undefined if the covariance has no inverse. */
function distance(one: Estimate, other: Estimate): number | undefined {
  const order = one.values.length;
  const gaps = one.values.map((value, r) => value - Number(other.values[r]));
  const values = Float64Array.from({ length: order * order }, (_, at) => {
    const [r, s] = [Math.floor(at / order), at % order];
    return one.covariance(r, s) + other.covariance(r, s);
  });
  const factor = choleskyOf({ order, values });
  return factor && choleskySolve(factor, gaps).reduce((sum, x, r) => sum + x * Number(gaps[r]), 0);
}

function compare(
  item: number,
  reference: GroupFit,
  focal: GroupFit,
  by: ScaleTransformation,
  isRasch: boolean,
): LordDif {
  const [one, other] = [reference, focal].map(({ calibrated }) => calibrated.items[item]?.item);
  const [errors, focalErrors] = [reference.errors[item], focal.errors[item]];
  if (!one || !other || !errors || !focalErrors || locationsOf(one).length !== locationsOf(other).length) {
    return {
      outcome: 'untestable',
      item,
      reason: 'One group gave it only one score, or other scores than the other group.',
    };
  }
  const carried = transformItem(other, by);
  const chiSquare = distance(estimateOf(one, errors, isRasch), estimateOf(carried, focalErrors, isRasch, by.slope));
  if (chiSquare === undefined)
    return { outcome: 'untestable', item, reason: 'Its parameters have no standard errors.' };
  const degrees = (isRasch ? 0 : 1) + locationsOf(one).length;
  return {
    outcome: 'tested',
    item,
    chiSquare,
    degrees,
    p: chiSquareTail(chiSquare, degrees),
    reference: one,
    focal: carried,
  };
}

/**
 * The transformation of the focal group's scale through the anchors that both groups could be calibrated on with positive
 * discrimination. Rasch scales have the same unit: they only move.
 */
function linkGroups(
  study: DifStudy,
  reference: Calibrated,
  focal: Calibrated,
  isRasch: boolean,
  options: LinkingOptions,
) {
  const anchors = (study.anchors ?? reference.items.map((_, item) => item)).flatMap((item) => {
    const [from, to] = [focal.items[item]?.item, reference.items[item]?.item];
    const isSound = from && to && from.a > 0 && to.a > 0 && locationsOf(from).length === locationsOf(to).length;
    return isSound ? [{ from, to }] : [];
  });
  const link = linkScales(
    anchors.map(({ from }) => from),
    anchors.map(({ to }) => to),
    options,
  );
  if (link.outcome === 'not-linked') return link.reason;
  return isRasch ? { slope: 1, intercept: shiftOf(link.used.flatMap((i) => anchors[i] ?? [])) } : link.transformation;
}

function shiftOf(anchors: readonly { readonly from: CalibratedItem; readonly to: CalibratedItem }[]): number {
  const gaps = anchors.flatMap(({ from, to }) => locationsOf(to).map((b, k) => b - Number(locationsOf(from)[k])));
  return gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
}

/**
 * Lord's chi-square: both groups are calibrated, the focal group's scale is linked to the reference group's, and each
 * item's parameters are compared with their covariances.
 *
 * @param options how to calibrate, without groups
 * @param linking how to link; anchors that drift are left out of the link
 * @throws        RangeError if the study's parts do not fit one another
 * @see           Lord (1980), Applications of Item Response Theory to Practical Testing Problems, § 14.6
 */
export function lordDif(study: DifStudy, options: CalibrationOptions, linking: LinkingOptions = {}): LordStudy {
  checkStudy(study);
  const reference = fitGroup(
    groupRows(study.responses, (i) => study.focal[i] !== true),
    options,
    'reference',
  );
  if (typeof reference === 'string') return { outcome: 'untestable', reason: reference };
  const focal = fitGroup(
    groupRows(study.responses, (i) => study.focal[i] === true),
    options,
    'focal',
  );
  if (typeof focal === 'string') return { outcome: 'untestable', reason: focal };
  const isRasch = options.model === 'rasch' || options.model === 'pcm';
  const transformation = linkGroups(study, reference.calibrated, focal.calibrated, isRasch, linking);
  if (typeof transformation === 'string') return { outcome: 'untestable', reason: transformation };
  const items = reference.calibrated.items.map((_, item) => compare(item, reference, focal, transformation, isRasch));
  return { outcome: 'tested', items, transformation };
}
