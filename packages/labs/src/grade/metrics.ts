import type { MetricName } from '../lab/checks-schema.ts';

type Pairs = { readonly scores: readonly number[]; readonly truths: readonly number[] };
type Metric = (pairs: Pairs, threshold: number) => number;

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Places sorted by falling score. */
function ranking({ scores }: Pairs): number[] {
  return scores.map((_, index) => index).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
}

/** Positives and negatives in each group of equal scores, from the highest score down. */
function groups(pairs: Pairs): { readonly positives: number; readonly negatives: number }[] {
  const found: { positives: number; negatives: number; score: number }[] = [];
  for (const index of ranking(pairs)) {
    const score = pairs.scores[index] ?? 0;
    let group = found.at(-1);
    if (group?.score !== score) {
      group = { positives: 0, negatives: 0, score };
      found.push(group);
    }
    if (pairs.truths[index] === 1) group.positives += 1;
    else group.negatives += 1;
  }
  return found;
}

const positivesIn = ({ truths }: Pairs) => truths.filter((truth) => truth === 1).length;

/** Area under the ROC curve as the Mann–Whitney statistic; ties count half. */
function auc(pairs: Pairs): number {
  const positives = positivesIn(pairs);
  const negatives = pairs.truths.length - positives;
  let above = 0;
  let wins = 0;
  for (const group of groups(pairs)) {
    wins += group.negatives * (above + group.positives / 2);
    above += group.positives;
  }
  return wins / (positives * negatives);
}

/** Σ (recall step × precision), without interpolation, as scikit-learn's average_precision_score. */
function averagePrecision(pairs: Pairs): number {
  const positives = positivesIn(pairs);
  let found = 0;
  let seen = 0;
  let area = 0;
  for (const group of groups(pairs)) {
    found += group.positives;
    seen += group.positives + group.negatives;
    area += (group.positives / positives) * (found / seen);
  }
  return area;
}

function confusion({ scores, truths }: Pairs, threshold: number) {
  const counts = { truePositive: 0, falsePositive: 0, trueNegative: 0, falseNegative: 0 };
  for (const [index, score] of scores.entries()) {
    const isPositive = truths[index] === 1;
    if (score >= threshold) counts[isPositive ? 'truePositive' : 'falsePositive'] += 1;
    else counts[isPositive ? 'falseNegative' : 'trueNegative'] += 1;
  }
  return counts;
}

/** 0 where nothing was predicted positive, as most tools have it. */
const ratio = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);

const precision: Metric = (pairs, threshold) => {
  const { truePositive, falsePositive } = confusion(pairs, threshold);
  return ratio(truePositive, truePositive + falsePositive);
};

const recall: Metric = (pairs, threshold) => {
  const { truePositive, falseNegative } = confusion(pairs, threshold);
  return ratio(truePositive, truePositive + falseNegative);
};

const f1: Metric = (pairs, threshold) => {
  const { truePositive, falsePositive, falseNegative } = confusion(pairs, threshold);
  return ratio(2 * truePositive, 2 * truePositive + falsePositive + falseNegative);
};

/** Keeps the logarithm finite, as scikit-learn does for doubles. */
const SMALLEST_CHANCE = 2 ** -52;

function logLoss({ scores, truths }: Pairs): number {
  const losses = scores.map((score, index) => {
    const chance = Math.min(1 - SMALLEST_CHANCE, Math.max(SMALLEST_CHANCE, score));
    return -Math.log(truths[index] === 1 ? chance : 1 - chance);
  });
  return mean(losses);
}

const errorsOf = ({ scores, truths }: Pairs) => scores.map((score, index) => score - (truths[index] ?? 0));
const meanSquare = (values: readonly number[]) => mean(values.map((value) => value * value));

const METRICS: Readonly<Record<MetricName, Metric>> = {
  auc,
  'average-precision': averagePrecision,
  accuracy(pairs, threshold) {
    const { truePositive, trueNegative } = confusion(pairs, threshold);
    return (truePositive + trueNegative) / pairs.truths.length;
  },
  f1,
  precision,
  recall,
  'log-loss': logLoss,
  rmse: (pairs) => Math.sqrt(meanSquare(errorsOf(pairs))),
  mae: (pairs) => mean(errorsOf(pairs).map(Math.abs)),
  r2(pairs) {
    const centre = mean(pairs.truths);
    return 1 - meanSquare(errorsOf(pairs)) / meanSquare(pairs.truths.map((truth) => truth - centre));
  },
};

/**
 * How well scores fit the truth.
 *
 * @param scores    n predictions: chances or margins for classes, values for regression
 * @param truths    n truths; 0 or 1 for classes
 * @param threshold a score from here on counts as class 1
 * @throws RangeError when the lengths differ, nothing is given, or ranking metrics meet one class only
 */
export function metricOf(
  name: MetricName,
  scores: readonly number[],
  truths: readonly number[],
  threshold = 0.5,
): number {
  if (scores.length !== truths.length) throw new RangeError(`${scores.length} predictions for ${truths.length} rows`);
  const value = METRICS[name]({ scores, truths }, threshold);
  if (Number.isNaN(value)) throw new RangeError(`${name} is not defined for these ${truths.length} rows`);
  return value;
}
