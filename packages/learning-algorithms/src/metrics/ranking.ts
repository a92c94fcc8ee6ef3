import { descendingOrder } from '../numbers/order.ts';

/** One point a distinct score, from the highest threshold to the lowest. */
export type RocPoint = {
  readonly threshold: number;
  readonly falsePositiveRate: number;
  readonly truePositiveRate: number;
};
export type PrecisionRecallPoint = { readonly threshold: number; readonly precision: number; readonly recall: number };

/** Weight of positives and negatives whose score is at least the threshold. */
type Cut = { readonly threshold: number; readonly positives: number; readonly negatives: number };

/** Rows of equal score fall on the same side of every threshold, so that they make one cut together. */
function cutsOf(labels: ArrayLike<number>, scores: ArrayLike<number>, weights?: ArrayLike<number>): Cut[] {
  if (labels.length !== scores.length) throw new RangeError(`${labels.length} labels for ${scores.length} scores`);
  const order = descendingOrder(scores);
  const cuts: Cut[] = [];
  let positives = 0;
  let negatives = 0;
  order.forEach((row, k) => {
    const weight = weights?.[row] ?? 1;
    if (labels[row] === 1) positives += weight;
    else negatives += weight;
    const threshold = scores[row] as number; // order holds the scores' indexes
    const next = order[k + 1];
    if (next === undefined || scores[next] !== threshold) cuts.push({ threshold, positives, negatives });
  });
  return cuts;
}

function requireBothClasses(last: Cut | undefined): Cut {
  if (last && last.positives > 0 && last.negatives > 0) return last;
  throw new RangeError('this figure compares positive with negative rows, but the labels hold only one of them');
}

/**
 * Receiver operating characteristic. The first point stands for a threshold above all scores.
 *
 * @param labels  1 = positive, all else negative; one a row
 * @param scores  higher = more likely positive
 * @param weights at least 0; 1 each where left out
 * @throws        RangeError if lengths differ or one class is missing
 */
export function rocCurve(
  labels: ArrayLike<number>,
  scores: ArrayLike<number>,
  weights?: ArrayLike<number>,
): RocPoint[] {
  const cuts = cutsOf(labels, scores, weights);
  const last = requireBothClasses(cuts.at(-1));
  const points = cuts.map(({ threshold, positives, negatives }) => ({
    threshold,
    falsePositiveRate: negatives / last.negatives,
    truePositiveRate: positives / last.positives,
  }));
  return [{ threshold: Number.POSITIVE_INFINITY, falsePositiveRate: 0, truePositiveRate: 0 }, ...points];
}

/**
 * Area under the ROC curve: the chance that a positive row scores above a negative one, ties counting half.
 *
 * @throws RangeError if lengths differ or one class is missing
 * @see    Hanley & McNeil (1982), Radiology 143(1), 29–36
 */
export function rocAuc(labels: ArrayLike<number>, scores: ArrayLike<number>, weights?: ArrayLike<number>): number {
  const cuts = cutsOf(labels, scores, weights);
  const last = requireBothClasses(cuts.at(-1));
  let area = 0;
  let before: Cut = { threshold: Number.POSITIVE_INFINITY, positives: 0, negatives: 0 };
  for (const cut of cuts) {
    area += ((cut.negatives - before.negatives) * (cut.positives + before.positives)) / 2;
    before = cut;
  }
  return area / (last.positives * last.negatives);
}

/**
 * Precision and recall at each threshold; the first point (recall 0) has precision 1 by convention.
 *
 * @throws RangeError if lengths differ or one class is missing
 */
export function precisionRecallCurve(
  labels: ArrayLike<number>,
  scores: ArrayLike<number>,
  weights?: ArrayLike<number>,
): PrecisionRecallPoint[] {
  const cuts = cutsOf(labels, scores, weights);
  const last = requireBothClasses(cuts.at(-1));
  const points = cuts.map(({ threshold, positives, negatives }) => ({
    threshold,
    precision: positives / (positives + negatives || 1), // weights may be 0
    recall: positives / last.positives,
  }));
  return [{ threshold: Number.POSITIVE_INFINITY, precision: 1, recall: 0 }, ...points];
}

/**
 * Average precision: the mean of precision over the steps in recall, without interpolation. For rare positives it
 * tells more than the area under the ROC curve; chance is the share of positives.
 *
 * @throws RangeError if lengths differ or one class is missing
 * @see    Davis & Goadrich (2006), The relationship between precision-recall and ROC curves, ICML
 */
export function averagePrecision(labels: ArrayLike<number>, scores: ArrayLike<number>, weights?: ArrayLike<number>) {
  const points = precisionRecallCurve(labels, scores, weights);
  return points.reduce((sum, { precision, recall }, k) => sum + precision * (recall - (points[k - 1]?.recall ?? 0)), 0);
}

/** Costs of a decision, in one unit: what a row costs under each of its four fates. */
export type DecisionCosts = {
  readonly falsePositive: number;
  readonly falseNegative: number;
  /** 0; a review, say, costs time although it is justified. */
  readonly truePositive?: number;
  /** 0. */
  readonly trueNegative?: number;
};

export type ThresholdChoice = { readonly threshold: number; readonly cost: number; readonly costPerRow: number };

/**
 * The threshold at which acting on `score >= threshold` costs least; the highest of equals. +Infinity means: never act.
 *
 * @throws RangeError if lengths differ
 * @see    Elkan (2001), The foundations of cost-sensitive learning, IJCAI, 973–978
 */
export function cheapestThreshold(
  labels: ArrayLike<number>,
  scores: ArrayLike<number>,
  costs: DecisionCosts,
): ThresholdChoice {
  const { falsePositive, falseNegative, truePositive = 0, trueNegative = 0 } = costs;
  const cuts = [{ threshold: Number.POSITIVE_INFINITY, positives: 0, negatives: 0 }, ...cutsOf(labels, scores)];
  const last = cuts.at(-1) as Cut; // there is at least the first one
  const costOf = ({ positives, negatives }: Cut) =>
    positives * truePositive +
    negatives * falsePositive +
    (last.positives - positives) * falseNegative +
    (last.negatives - negatives) * trueNegative;
  const best = cuts.reduce((least, cut) => (costOf(cut) < costOf(least) ? cut : least));
  return { threshold: best.threshold, cost: costOf(best), costPerRow: costOf(best) / Math.max(labels.length, 1) };
}
