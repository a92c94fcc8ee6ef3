import type { Review } from '../../memory/card-memory.ts';
import { elapsedDays } from '../../memory/recall.ts';
import { mergeReviews } from '../../memory/replay.ts';
import { RATINGS } from '../effort.ts';

/** Reviews below which a fit says more of chance than of the learner. */
export const MINIMUM_REVIEWS_TO_FIT = 400;

/** One review as the FSRS optimizer takes it: rating 1 (again) to 4 (easy), whole days since the review before. */
export type TrainingReview = { readonly rating: 1 | 2 | 3 | 4; readonly deltaT: number };

/** The reviews of a card up to the one that is to be predicted, which is the last. */
export type TrainingItem = readonly TrainingReview[];

export type TrainingSet =
  | { readonly outcome: 'enough'; readonly items: readonly TrainingItem[] }
  | { readonly outcome: 'too-few'; readonly reviews: number; readonly needed: number };

/**
 * What `computeParameters` of `@open-spaced-repetition/binding` is given: for each review on a later day than the one
 * before, the card's history up to it.
 *
 * @param logs  the reviews of each card
 * @param until only reviews before this instant: the rest is kept to try the result on
 */
export function trainingSet(logs: readonly (readonly Review[])[], until = Number.POSITIVE_INFINITY): TrainingSet {
  const histories = logs.map((log) => mergeReviews(log).filter(({ at }) => at < until));
  const reviews = histories.reduce((sum, history) => sum + history.length, 0);
  if (reviews < MINIMUM_REVIEWS_TO_FIT) return { outcome: 'too-few', reviews, needed: MINIMUM_REVIEWS_TO_FIT };
  return { outcome: 'enough', items: histories.flatMap(itemsOf) };
}

function itemsOf(history: readonly Review[]): TrainingItem[] {
  const sequence = history.map(({ rating, at }, i): TrainingReview => {
    const before = history[i - 1];
    const grade = (RATINGS.indexOf(rating) + 1) as TrainingReview['rating']; // RATINGS holds the four ratings
    return { rating: grade, deltaT: before ? wholeDays(elapsedDays(before.at, at)) : 0 };
  });
  return sequence.flatMap(({ deltaT }, i) => (deltaT > 0 ? [sequence.slice(0, i + 1)] : []));
}

const wholeDays = (days: number): number => (days === 0 ? 0 : Math.max(1, Math.round(days)));

/** The instant after which the last `share` of all reviews lie: what is learnt from the past is tried on the future. */
export function splitInstant(logs: readonly (readonly Review[])[], share = 0.2): number {
  const instants = logs
    .flat()
    .map(({ at }) => at)
    .sort((one, other) => one - other);
  return instants[Math.floor(instants.length * (1 - share))] ?? Number.POSITIVE_INFINITY;
}
