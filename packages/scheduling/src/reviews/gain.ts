import { algorithmOf } from '../memory/algorithm.ts';
import type { MemoryParameters } from '../memory/card-memory.ts';
import { DAY_MILLISECONDS } from '../memory/limits.ts';
import { elapsedDays } from '../memory/recall.ts';
import type { LearnerDay, SeenCard } from './card.ts';
import { worthOf } from './card.ts';
import { type Effort, RATINGS, ratingChances, reviewSeconds } from './effort.ts';

/** Without an exam day, a review is worth what is remembered a month later. */
const HORIZON_DAYS = 30;

/** Recall, a month from now, that each second spent on reviewing the card gains, weighted by its worth. */
export function gainPerSecond(card: SeenCard, now: LearnerDay['now'], parameters: MemoryParameters, effort: Effort) {
  const { after, recall } = algorithmOf(parameters);
  const { memory } = card;
  const days = elapsedDays(memory.lastReviewAt, now);
  const left = recall(memory.stability, (now - memory.lastReviewAt) / DAY_MILLISECONDS + HORIZON_DAYS);
  const chances = ratingChances(recall(memory.stability, days), effort);
  const reviewed = RATINGS.reduce(
    (sum, rating, i) => sum + (chances[i] ?? 0) * recall(after(memory, days, rating).stability, HORIZON_DAYS),
    0,
  );
  return (worthOf(card) * (reviewed - left)) / reviewSeconds(recall(memory.stability, days), effort);
}
