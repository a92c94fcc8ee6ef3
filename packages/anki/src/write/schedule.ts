import type { Rating } from '@cairn/scheduling';
import type { AnkiNote, AnkiReview } from '../deck.ts';
import { CARD_QUEUE, CARD_TYPE, SECONDS_A_DAY } from '../schema11.ts';

const DAY_MILLISECONDS = SECONDS_A_DAY * 1000;
/** Anki's day begins at four in the morning. */
const DAY_BEGINS_SECONDS = 4 * 3600;

/**
 * When the collection was made: days are counted from it, so it lies before everything that happened.
 *
 * @returns seconds since 1970, at four o'clock UTC
 */
export function creationSeconds(notes: readonly AnkiNote[], now: number): number {
  let earliest = now;
  for (const { memory, reviews = [] } of notes) {
    if (memory) earliest = Math.min(earliest, memory.lastReviewAt, memory.dueAt);
    for (const { at } of reviews) earliest = Math.min(earliest, at);
  }
  const days = Math.floor((earliest / 1000 - DAY_BEGINS_SECONDS) / SECONDS_A_DAY) - 1;
  return Math.max(0, days) * SECONDS_A_DAY + DAY_BEGINS_SECONDS;
}

/** The columns of a card that hold its schedule. */
export type CardSchedule = {
  readonly type: number;
  readonly queue: number;
  readonly due: number;
  readonly ivl: number;
  readonly factor: number;
  readonly reps: number;
  readonly lapses: number;
  readonly left: number;
  readonly data: string;
};

type When = { readonly createdAtSeconds: number; readonly now: number; readonly position: number };

/** FSRS keeps its memory beside the old columns, which a learner without FSRS goes on with. */
export function cardSchedule({ memory }: AnkiNote, { createdAtSeconds, now, position }: When): CardSchedule {
  if (!memory) {
    const { new: type } = CARD_TYPE;
    return { type, queue: type, due: position, ivl: 0, factor: 0, reps: 0, lapses: 0, left: 0, data: '{}' };
  }
  const { reps, lapses, phase } = memory;
  const dueDay = Math.floor((memory.dueAt / 1000 - createdAtSeconds) / SECONDS_A_DAY);
  const intervalDays = Math.max(1, Math.round((memory.dueAt - memory.lastReviewAt) / DAY_MILLISECONDS));
  const data = JSON.stringify({
    s: round(memory.stability, 4),
    d: round(memory.difficulty, 3),
    lrt: Math.floor(memory.lastReviewAt / 1000),
  });
  const counted = { reps, lapses, data, factor: easeOf(memory.difficulty) };
  if (phase === 'review') {
    return { ...counted, type: CARD_TYPE.review, queue: CARD_QUEUE.review, due: dueDay, ivl: intervalDays, left: 0 };
  }
  const isWithinDay = memory.dueAt - now < DAY_MILLISECONDS;
  const step = isWithinDay
    ? { queue: CARD_QUEUE.learning, due: Math.floor(memory.dueAt / 1000) }
    : { queue: CARD_QUEUE.dayLearning, due: dueDay };
  const left = 1001; // one step to go, and it can be reached today
  if (phase === 'learning') return { ...counted, ...step, type: CARD_TYPE.learning, ivl: 0, left };
  const ivl = Math.max(1, Math.round(memory.stability));
  return { ...counted, ...step, type: CARD_TYPE.relearning, ivl, left };
}

/** Ten digits are the database's, four are Anki's. */
function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

/** Ease in thousandths: from 3.0 for the easiest card to 1.3, the least that Anki allows, for the hardest. */
function easeOf(difficulty: number): number {
  const hardness = (Math.min(Math.max(difficulty, 1), 10) - 1) / 9;
  return Math.round(3000 - 1700 * hardness);
}

const EASE: Record<Rating, number> = { again: 1, hard: 2, good: 3, easy: 4 };

const REVIEW_TYPE = { learning: 0, review: 1, relearning: 2 } as const;

export type ReviewRow = {
  readonly at: number;
  readonly ease: number;
  readonly ivl: number;
  readonly lastIvl: number;
  readonly factor: number;
  readonly milliseconds: number;
  readonly type: number;
};

/**
 * The log of one card, oldest first. What kind of review each was is told by the gaps: learning lasts until the first
 * night that followed no `again`.
 */
export function reviewRows(reviews: readonly AnkiReview[], schedule: CardSchedule, now: number): ReviewRow[] {
  const ordered = [...reviews].sort((a, b) => a.at - b.at);
  let state: keyof typeof REVIEW_TYPE = 'learning';
  let lastIvl = 0;
  return ordered.map(({ at, rating, seconds }, index) => {
    const next = ordered[index + 1];
    const ivl = next ? intervalUntil(next.at - at) : schedule.ivl || intervalUntil(0);
    const type = REVIEW_TYPE[state];
    const factor = state === 'learning' ? 0 : schedule.factor;
    const row = {
      at: Math.min(at, now),
      ease: EASE[rating],
      ivl,
      lastIvl,
      factor,
      milliseconds: Math.round(seconds * 1000),
      type,
    };
    if (rating === 'again') state = state === 'learning' ? 'learning' : 'relearning';
    else if (ivl > 0) state = 'review';
    lastIvl = ivl;
    return row;
  });
}

/** Days if positive, seconds if negative: Anki's way to tell both in one column. */
function intervalUntil(milliseconds: number): number {
  const days = Math.floor(milliseconds / DAY_MILLISECONDS);
  return days >= 1 ? days : -Math.max(60, Math.round(milliseconds / 1000));
}
