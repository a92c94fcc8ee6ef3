import type { CardMemory, MemoryParameters, Review } from '../../memory/card-memory.ts';
import { elapsedDays, recallAt } from '../../memory/recall.ts';
import { mergeReviews } from '../../memory/replay.ts';
import { review } from '../../memory/review.ts';

/** One review that was predicted. */
export type Prediction = {
  readonly recall: number;
  readonly isRecalled: boolean;
  readonly elapsedDays: number;
  /** Reviews and lapses of the card before. */
  readonly reviews: number;
  readonly lapses: number;
};

/**
 * What the parameters would have said before each review on a later day than the one before it, from `from` on.
 * The card's whole history is used, as it would have been.
 */
export function predictions(
  logs: readonly (readonly Review[])[],
  parameters: MemoryParameters,
  from = Number.NEGATIVE_INFINITY,
): Prediction[] {
  return logs.flatMap((log) => {
    let memory: CardMemory | undefined;
    return mergeReviews(log).flatMap(({ rating, at }) => {
      const before = memory;
      memory = review(before, rating, at, parameters);
      const days = before ? elapsedDays(before.lastReviewAt, at) : 0;
      if (!before || days === 0 || at < from) return [];
      const { reps, lapses } = before;
      const recall = recallAt(before, at, parameters);
      return [{ recall, isRecalled: rating !== 'again', elapsedDays: days, reviews: reps, lapses }];
    });
  });
}

const LEAST_CHANCE = 1e-6;

function lossOf({ recall, isRecalled }: Prediction): number {
  const chance = Math.min(Math.max(recall, LEAST_CHANCE), 1 - LEAST_CHANCE);
  return -Math.log(isRecalled ? chance : 1 - chance);
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Mean surprise in nats: lower is better; NaN without predictions. */
export function logLoss(predicted: readonly Prediction[]): number {
  return mean(predicted.map(lossOf));
}

/**
 * Root mean square of predicted less observed recall over bins of like reviews, weighted by their number; NaN without
 * predictions.
 *
 * @see srs-benchmark of Open Spaced Repetition, "RMSE (bins)"
 */
export function rmseBins(predicted: readonly Prediction[]): number {
  const bins = new Map<string, Prediction[]>();
  for (const prediction of predicted) {
    const key = binOf(prediction);
    bins.set(key, [...(bins.get(key) ?? []), prediction]);
  }
  const squares = [...bins.values()].map((bin) => {
    const gap = mean(bin.map(({ recall }) => recall)) - mean(bin.map(({ isRecalled }) => Number(isRecalled)));
    return bin.length * gap ** 2;
  });
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / predicted.length);
}

function binOf({ elapsedDays: days, reviews, lapses }: Prediction): string {
  const level = (value: number, base: number) => (value < 1 ? 0 : Math.floor(Math.log(value) / Math.log(base)));
  return `${level(days, 3.62)}/${level(reviews, 1.89)}/${lapses === 0 ? -1 : level(lapses, 1.73)}`;
}

export type FitVerdict = {
  readonly isBetter: boolean;
  readonly reviews: number;
  /** Log loss that the fitted parameters save on reviews they have not seen, and its standard error. */
  readonly saved: number;
  readonly standardError: number;
};

/**
 * Whether fitted parameters predict held-out reviews better than those in use, by more than one standard error.
 *
 * @param from the instant up to which the fit has seen the reviews
 */
export function judgeFit(
  logs: readonly (readonly Review[])[],
  parameters: { readonly fitted: MemoryParameters; readonly present: MemoryParameters },
  from: number,
): FitVerdict {
  const fitted = predictions(logs, parameters.fitted, from).map(lossOf);
  const saved = predictions(logs, parameters.present, from).map((each, i) => lossOf(each) - (fitted[i] ?? 0));
  if (saved.length < 2)
    return { isBetter: false, reviews: saved.length, saved: 0, standardError: Number.POSITIVE_INFINITY };
  const average = mean(saved);
  const variance = saved.reduce((sum, value) => sum + (value - average) ** 2, 0) / (saved.length - 1);
  const standardError = Math.sqrt(variance / saved.length);
  return { isBetter: average > standardError, reviews: saved.length, saved: average, standardError };
}
