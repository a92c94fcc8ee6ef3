import { seededRng } from '@cairn/kernel';

/** What the figure begins with; an author may change each. */
export const BEGIN = {
  /** Act on every case whose score reaches it; in [0, 1]. */
  threshold: 0.5,
  /** Distance of the two classes' means, in standard deviations. */
  separation: 1.8,
  /** What one false alarm and one missed case cost, in `currency`. */
  falseAlarmCost: 10,
  missCost: 300,
  currency: 'EUR',
  positives: 'frauds',
  negatives: 'honest payments',
  /** What is done with a positive, and by mistake with a negative one: "catch", "stop". */
  find: 'catch',
  alarm: 'stop',
  period: 'a day',
  seed: 7,
};
export type Setting = typeof BEGIN;

export const POSITIVES = 100;
export const NEGATIVES = 900;

export type Sample = { readonly labels: readonly number[]; readonly scores: readonly number[] };

/**
 * One day of scored cases. Scores are the probability of the positive class given a balanced prior:
 * `1 / (1 + exp(−d·x))` for x ~ N(±d/2, 1), so that 0.5 lies where both densities are equal.
 */
export function drawSample({ separation, seed }: Pick<Setting, 'separation' | 'seed'>): Sample {
  const rng = seededRng(seed);
  const labels = Array.from({ length: POSITIVES + NEGATIVES }, (_, row) => (row < POSITIVES ? 1 : 0));
  const scores = labels.map((label) => {
    const x = rng.normal() + (label === 1 ? separation / 2 : -separation / 2);
    return 1 / (1 + Math.exp(-separation * x));
  });
  return { labels, scores };
}

/** The four fates of a decision. */
export type Confusion = {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
  readonly trueNegatives: number;
};

/** Counts where every score of at least `threshold` is acted on. */
export function confusionAt({ labels, scores }: Sample, threshold: number): Confusion {
  let truePositives = 0;
  let falsePositives = 0;
  let positives = 0;
  scores.forEach((score, row) => {
    const isPositive = labels[row] === 1;
    if (isPositive) positives += 1;
    if (score < threshold) return;
    if (isPositive) truePositives += 1;
    else falsePositives += 1;
  });
  return {
    truePositives,
    falsePositives,
    falseNegatives: positives - truePositives,
    trueNegatives: scores.length - positives - falsePositives,
  };
}

export const recallOf = ({ truePositives, falseNegatives }: Confusion): number =>
  truePositives / Math.max(1, truePositives + falseNegatives);

export const falsePositiveRateOf = ({ falsePositives, trueNegatives }: Confusion): number =>
  falsePositives / Math.max(1, falsePositives + trueNegatives);

/** 1 where nothing is claimed: no claim was wrong. */
export const precisionOf = ({ truePositives, falsePositives }: Confusion): number =>
  truePositives + falsePositives === 0 ? 1 : truePositives / (truePositives + falsePositives);

type Costs = Pick<Setting, 'falseAlarmCost' | 'missCost'>;

export const costOf = ({ falsePositives, falseNegatives }: Confusion, costs: Costs): number =>
  falsePositives * costs.falseAlarmCost + falseNegatives * costs.missCost;

export type CostPoint = { readonly threshold: number; readonly cost: number };

/** Total cost at every threshold that the slider can take. */
export function costCurve(sample: Sample, costs: Costs): CostPoint[] {
  return Array.from({ length: 101 }, (_, step) => {
    const threshold = step / 100;
    return { threshold, cost: costOf(confusionAt(sample, threshold), costs) };
  });
}

/** The cheapest point; the middle one where several in a row are equally cheap. */
export function cheapest(curve: readonly CostPoint[]): CostPoint {
  const least = Math.min(...curve.map(({ cost }) => cost));
  const first = curve.findIndex(({ cost }) => cost === least);
  const end = curve.findIndex(({ cost }, at) => at > first && cost !== least);
  const last = end === -1 ? curve.length - 1 : end - 1;
  return curve[Math.floor((first + last) / 2)] ?? { threshold: 0.5, cost: least };
}

export type ScoreBin = { readonly from: number; readonly to: number; readonly share: number };

const BINS = 25;

/** Share of one class in each of 25 equal bins of the score. */
export function histogramOf({ labels, scores }: Sample, label: 0 | 1): ScoreBin[] {
  const counts = new Array<number>(BINS).fill(0);
  let total = 0;
  scores.forEach((score, row) => {
    if (labels[row] !== label) return;
    const bin = Math.min(BINS - 1, Math.floor(score * BINS));
    counts[bin] = (counts[bin] ?? 0) + 1;
    total += 1;
  });
  return counts.map((count, bin) => ({ from: bin / BINS, to: (bin + 1) / BINS, share: count / Math.max(1, total) }));
}
