import type { Instant } from '@cairn/kernel';
import { migrateWeights } from './algorithm.ts';
import type { CardMemory, MemoryParameters } from './card-memory.ts';
import { DAY_MILLISECONDS, LONGEST_INTERVAL_DAYS, SHORTEST_STABILITY_DAYS } from './limits.ts';

/** What another program knows of a card; anything may be missing or absurd. */
export type ForeignSchedule = {
  /** FSRS memory, if that program kept one. */
  readonly stability?: number | undefined;
  readonly difficulty?: number | undefined;
  /** SM-2: days between the last review and the next, and the factor by which they grow (2.5 at first). */
  readonly intervalDays?: number | undefined;
  readonly easeFactor?: number | undefined;
  readonly lastReviewAt?: number | undefined;
  readonly dueAt?: number | undefined;
  readonly reps?: number | undefined;
  readonly lapses?: number | undefined;
};

export type ImportedMemory =
  | { readonly outcome: 'imported'; readonly memory: CardMemory }
  /** The card starts as new. */
  | { readonly outcome: 'unusable'; readonly reason: string };

const isInstant = (value: number | undefined): value is Instant & number =>
  value !== undefined && Number.isSafeInteger(value) && value > 0 && value < 8.64e15;

const isPositive = (value: number | undefined): value is number => value !== undefined && value > 0 && value < Infinity;

const count = (value: number | undefined): number =>
  value !== undefined && Number.isSafeInteger(value) && value > 0 ? value : 0;

/**
 * A foreign schedule as a memory. Absurd values are brought within the model; without FSRS values, interval and ease
 * stand in: at a retention of 90 % the interval is the stability, and the ease says what difficulty grows so fast.
 *
 * @see fsrs-rs, `memory_state_from_sm2`
 */
export function importMemory(foreign: ForeignSchedule, now: Instant, parameters: MemoryParameters): ImportedMemory {
  const stability = isPositive(foreign.stability) ? foreign.stability : foreign.intervalDays;
  if (!isPositive(stability))
    return { outcome: 'unusable', reason: 'It has neither a stability nor an interval, so it starts as a new card.' };
  const { lastReviewAt: told, dueAt } = foreign;
  if (!isInstant(told) && !isInstant(dueAt))
    return { outcome: 'unusable', reason: 'It has no time of its last or next review, so it starts as a new card.' };
  const bounded = Math.min(Math.max(stability, SHORTEST_STABILITY_DAYS), LONGEST_INTERVAL_DAYS);
  const interval = Math.min(isPositive(foreign.intervalDays) ? foreign.intervalDays : bounded, LONGEST_INTERVAL_DAYS);
  const reviewed = isInstant(told) ? told : Math.round((dueAt as number) - interval * DAY_MILLISECONDS);
  const lastReviewAt = Math.max(0, Math.min(reviewed, now)) as Instant; // nobody has reviewed a card tomorrow
  return {
    outcome: 'imported',
    memory: {
      stability: bounded,
      difficulty: difficultyOf(foreign, bounded, parameters),
      lastReviewAt,
      dueAt: (isInstant(dueAt)
        ? Math.max(dueAt, lastReviewAt)
        : Math.round(lastReviewAt + interval * DAY_MILLISECONDS)) as Instant,
      reps: Math.max(1, count(foreign.reps)),
      lapses: Math.min(count(foreign.lapses), Math.max(1, count(foreign.reps))),
      phase: 'review',
      step: 0,
    },
  };
}

const USUAL_EASE = 2.5;
const USUAL_RETENTION = 0.9;

function difficultyOf({ difficulty, easeFactor }: ForeignSchedule, stability: number, { weights }: MemoryParameters) {
  if (isPositive(difficulty)) return Math.min(Math.max(difficulty, 1), 10);
  const ease = isPositive(easeFactor) ? Math.max(easeFactor, 1.3) : USUAL_EASE;
  const [growth = 0, saturation = 0, gain = 0] = migrateWeights(weights).slice(8, 11);
  const perPoint = Math.exp(growth) * stability ** -saturation * Math.expm1((1 - USUAL_RETENTION) * gain);
  return Math.min(Math.max(11 - (ease - 1) / perPoint, 1), 10);
}
