import type { Instant } from '@cairn/kernel';
import { algorithmOf, type MemoryState } from './algorithm.ts';
import type { CardMemory, CardPhase, MemoryParameters } from './card-memory.ts';
import { DAY_MILLISECONDS, MINUTE_MILLISECONDS } from './limits.ts';
import type { Rating } from './rating.ts';
import { elapsedDays, intervalFor } from './recall.ts';

/** Minutes to the next look within a session, as Anki and FSRS have them by default. */
const STEP_MINUTES = { learning: [1, 10], relearning: [10] } as const;

/** Where a rating leads: another step in minutes, or an interval in days. */
type Place = { readonly phase: CardPhase; readonly step: number; readonly waitMilliseconds: number };

/**
 * A card's memory after a review.
 *
 * @param memory undefined for a card never reviewed
 * @param at     a moment before the last review counts as that of the last review: a clock was set back
 * @throws       RangeError if the memory's stability or difficulty lies outside the model, or the parameters are wrong
 */
export function review(
  memory: CardMemory | undefined,
  rating: Rating,
  at: Instant,
  parameters: MemoryParameters,
): CardMemory {
  const now = memory && memory.lastReviewAt > at ? memory.lastReviewAt : at;
  const stateAfter = onceEach((given) =>
    algorithmOf(parameters).after(memory, memory ? elapsedDays(memory.lastReviewAt, now) : 0, given),
  );
  const { phase, step, waitMilliseconds } = place(memory, rating, stateAfter, parameters);
  const { stability, difficulty } = stateAfter(rating);
  return {
    stability,
    difficulty,
    lastReviewAt: now,
    dueAt: (now + waitMilliseconds) as Instant, // whole milliseconds are added to an instant
    reps: (memory?.reps ?? 0) + 1,
    lapses: (memory?.lapses ?? 0) + (memory?.phase === 'review' && rating === 'again' ? 1 : 0),
    phase,
    step,
  };
}

/** What each rating would lead to: what the four buttons show. */
export function preview(
  memory: CardMemory | undefined,
  at: Instant,
  parameters: MemoryParameters,
): Record<Rating, CardMemory> {
  return {
    again: review(memory, 'again', at, parameters),
    hard: review(memory, 'hard', at, parameters),
    good: review(memory, 'good', at, parameters),
    easy: review(memory, 'easy', at, parameters),
  };
}

type StateAfter = (rating: Rating) => MemoryState;

/** The interval of one rating depends on those of others, so states are asked for more than once. */
function onceEach(after: StateAfter): StateAfter {
  const known: Partial<Record<Rating, MemoryState>> = {};
  return (rating) => {
    known[rating] ??= after(rating);
    return known[rating];
  };
}

function place(
  memory: CardMemory | undefined,
  rating: Rating,
  stateAfter: StateAfter,
  parameters: MemoryParameters,
): Place {
  if (memory?.phase === 'review') {
    if (rating === 'again') return stepAt('relearning', 0);
    return inDays(reviewInterval(rating, stateAfter, parameters));
  }
  const phase = memory?.phase ?? 'learning';
  const next = nextStep(phase, memory?.step ?? 0, rating);
  return next ?? inDays(intervalFor(stateAfter(rating), parameters.desiredRetention, parameters));
}

/** In review a better rating waits at least a day longer, as far as the maximum interval allows. */
function reviewInterval(
  rating: Exclude<Rating, 'again'>,
  stateAfter: StateAfter,
  parameters: MemoryParameters,
): number {
  const days = (given: Rating) => intervalFor(stateAfter(given), parameters.desiredRetention, parameters);
  const good = days('good');
  const hard = Math.min(days('hard'), good);
  if (rating === 'hard') return hard;
  const apart = Math.max(good, hard + 1);
  const interval = rating === 'good' ? apart : Math.max(days('easy'), apart + 1);
  return Math.min(interval, parameters.maximumIntervalDays);
}

/** The step a rating leads to, or undefined when the card leaves the steps. */
function nextStep(phase: 'learning' | 'relearning', step: number, rating: Rating): Place | undefined {
  const minutes: readonly number[] = STEP_MINUTES[phase];
  const last = minutes.length - 1;
  const here = Math.min(step, last);
  if (rating === 'again') return stepAt(phase, 0);
  if (rating === 'hard') return stepAt(phase, here, hardMinutes(minutes, here));
  if (rating === 'good' && here < last) return stepAt(phase, here + 1);
  return undefined;
}

/** Hard at the first step waits between the first two (half as long again if it is the only one). */
function hardMinutes(minutes: readonly number[], step: number): number {
  const [first = 1, second = first * 2] = minutes;
  return step === 0 ? (first + second) / 2 : (minutes[step] ?? second);
}

function stepAt(phase: 'learning' | 'relearning', step: number, minutes: number = STEP_MINUTES[phase][step] ?? 1) {
  return { phase, step, waitMilliseconds: minutes * MINUTE_MILLISECONDS };
}

function inDays(days: number): Place {
  return { phase: 'review', step: 0, waitMilliseconds: days * DAY_MILLISECONDS };
}
