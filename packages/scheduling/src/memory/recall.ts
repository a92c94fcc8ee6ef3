import type { Instant } from '@cairn/kernel';
import { algorithmOf, type MemoryState } from './algorithm.ts';
import type { CardMemory, MemoryParameters } from './card-memory.ts';
import { DAY_MILLISECONDS, LONGEST_INTERVAL_DAYS } from './limits.ts';

/** Two reviews less than half a day apart belong to one session: FSRS has an equation of its own for them. */
const SESSION_DAYS = 0.5;

/** Days between two reviews as FSRS counts them: 0 within a session, never negative, whatever the clocks say. */
export function elapsedDays(from: Instant, to: Instant): number {
  const days = (to - from) / DAY_MILLISECONDS;
  return days < SESSION_DAYS ? 0 : days;
}

/** Chance of recalling the card at a moment, in (0, 1]; 1 at the moment of the review and before. */
export function recallAt(memory: CardMemory, at: Instant, parameters: MemoryParameters): number {
  return algorithmOf(parameters).recall(memory.stability, (at - memory.lastReviewAt) / DAY_MILLISECONDS);
}

/**
 * Whole days from a review to the moment when recall has fallen to `retention`, from 1 to the maximum interval.
 *
 * @throws RangeError if the retention does not lie between 0.7 and 0.99
 */
export function intervalFor(memory: MemoryState, retention: number, parameters: MemoryParameters): number {
  if (!(retention >= 0.7 && retention <= 0.99))
    throw new RangeError(`The desired retention is ${retention}; it must lie between 0.7 and 0.99.`);
  const days = Math.round(algorithmOf(parameters).daysUntil(memory.stability, retention));
  return Math.max(1, Math.min(days, parameters.maximumIntervalDays, LONGEST_INTERVAL_DAYS));
}
