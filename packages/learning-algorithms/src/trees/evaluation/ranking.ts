import { sortedWithRows } from '../binning/sorted-values.ts';

/** Predictions with what they should have been: one a row, all of one length. */
export type Scored = {
  readonly predictions: ArrayLike<number>;
  readonly labels: ArrayLike<number>;
  readonly weights: ArrayLike<number>;
};

/** Weights of the positive and negative rows that share one prediction, from the greatest prediction down. */
function* tiedGroups({ predictions, labels, weights }: Scored): Generator<{ positive: number; negative: number }> {
  const { values, rows } = sortedWithRows(Float32Array.from(predictions));
  let group = { positive: 0, negative: 0 };
  for (let at = rows.length - 1; at >= 0; at -= 1) {
    const row = rows[at] as number; // at lies within, as below
    if ((labels[row] as number) > 0.5) group.positive += weights[row] as number;
    else group.negative += weights[row] as number;
    if (at > 0 && values[at] === values[at - 1]) continue;
    yield group;
    group = { positive: 0, negative: 0 };
  }
}

/**
 * The weighted chance that a positive row has a greater prediction than a negative one, ties counting half.
 *
 * @returns NaN where one of the two classes has no weight
 */
export function areaUnderRoc(scored: Scored): number {
  let [positive, negative, area] = [0, 0, 0];
  for (const group of tiedGroups(scored)) {
    area += group.negative * (positive + group.positive / 2);
    positive += group.positive;
    negative += group.negative;
  }
  return positive * negative > 0 ? area / (positive * negative) : Number.NaN;
}

/**
 * Area under the precision–recall curve between two of its points, exact for the hyperbola that joins them.
 *
 * @see Davis & Goadrich (2006), The relationship between precision-recall and ROC curves, ICML
 */
function areaBetween(tp0: number, fp0: number, tp: number, fp: number, positives: number): number {
  if (tp === tp0) return 0;
  const slope = (fp - fp0) / (tp - tp0);
  const [recall0, recall] = [tp0 / positives, tp / positives];
  const a = 1 + slope;
  const b = (fp0 - slope * tp0) / positives;
  if (b === 0) return (recall - recall0) / a;
  return (recall - recall0 - (b / a) * (Math.log(a * recall + b) - Math.log(a * recall0 + b))) / a;
}

/** Weighted area under the precision–recall curve; NaN where no positive row has weight. */
export function areaUnderPrecisionRecall(scored: Scored): number {
  let positives = 0;
  const groups = [...tiedGroups(scored)];
  for (const group of groups) positives += group.positive;
  let [tp, fp, area] = [0, 0, 0];
  for (const group of groups) {
    const [tp0, fp0] = [tp, fp];
    tp += group.positive;
    fp += group.negative;
    area += areaBetween(tp0, fp0, tp, fp, positives);
  }
  return positives > 0 ? area : Number.NaN;
}
