import { type GridPoint, normalGrid } from '../grid.ts';
import type { CalibratedItem } from '../items/calibrated-item.ts';
import { type Anchor, anchorsOf } from './anchor.ts';
import { haebara, stockingLord } from './curves.ts';
import { type AnchorDrift, driftOf, robustTransformation } from './drift.ts';
import { meanMean, meanSigma } from './moments.ts';
import type { ScaleTransformation } from './transformation.ts';

export type LinkingMethod = 'mean-mean' | 'mean-sigma' | 'haebara' | 'stocking-lord';

export type LinkingOptions = {
  /** Stocking and Lord's if absent. */
  readonly method?: LinkingMethod;
  /** Abilities on the target scale where curves are compared, with weights; 41 points of N(0, 1) over ±4 if absent. */
  readonly grid?: readonly GridPoint[];
  /** Leaves drifting anchors out of the link (the default). They are reported either way. */
  readonly dropDrifting?: boolean;
};

export type Link =
  | {
      readonly outcome: 'linked';
      readonly transformation: ScaleTransformation;
      /** One entry a common item, judged by the outlier-resistant link. */
      readonly drift: readonly AnchorDrift[];
      /** Positions of the common items that carry the link. */
      readonly used: readonly number[];
    }
  | { readonly outcome: 'not-linked'; readonly reason: string; readonly drift: readonly AnchorDrift[] };

const LEAST_ANCHORS = 2;

function transformationBy(method: LinkingMethod, anchors: readonly Anchor[], grid: readonly GridPoint[]) {
  switch (method) {
    case 'mean-mean':
      return meanMean(anchors);
    case 'mean-sigma':
      return meanSigma(anchors);
    case 'haebara':
      return haebara(anchors, grid, meanMean(anchors));
    case 'stocking-lord':
      return stockingLord(anchors, grid, meanMean(anchors));
  }
}

const isUsable = ({ from, to }: Anchor): boolean => from.a > 0 && to.a > 0;

/**
 * Links two calibrations through their common items.
 *
 * @param from common items on the scale to be carried over
 * @param to   the same items, in the same order, on the scale to carry them to
 * @throws     RangeError if the lists are not the same items
 */
export function linkScales(
  from: readonly CalibratedItem[],
  to: readonly CalibratedItem[],
  { method = 'stocking-lord', grid = normalGrid({ points: 41, reach: 4 }), dropDrifting = true }: LinkingOptions = {},
): Link {
  const anchors = anchorsOf(from, to);
  const reversed = anchors.findIndex((anchor) => !isUsable(anchor));
  if (reversed >= 0) {
    const reason = `Common item ${reversed + 1} has no positive discrimination on one scale; leave it out of the link.`;
    return { outcome: 'not-linked', reason, drift: [] };
  }
  if (anchors.length < LEAST_ANCHORS) {
    return {
      outcome: 'not-linked',
      reason: `A link needs at least 2 common items, there are ${anchors.length}.`,
      drift: [],
    };
  }
  const drift = driftOf(anchors, robustTransformation(anchors));
  const used = drift.filter(({ isDrifting }) => !(dropDrifting && isDrifting)).map(({ anchor }) => anchor);
  if (used.length < LEAST_ANCHORS) {
    const reason = `Of ${anchors.length} common items ${used.length} kept their place, but a link needs 2; add common items, or keep those that drift.`;
    return { outcome: 'not-linked', reason, drift };
  }
  const carrying = anchors.filter((_, i) => used.includes(i));
  const transformation = transformationBy(method, carrying, grid);
  if (!(Number.isFinite(transformation.slope) && transformation.slope > 0)) {
    const reason =
      'The common items are all equally difficult, so that their spread cannot set the scale; link by curves.';
    return { outcome: 'not-linked', reason, drift };
  }
  return { outcome: 'linked', transformation, drift, used };
}
