import { type Instant, seededRng } from '@cairn/kernel';
import fc from 'fast-check';
import type { CardMemory } from '../memory/card-memory.ts';
import { DAY_MILLISECONDS } from '../memory/limits.ts';
import type { LearnerDay, ReviewCard } from './card.ts';

const START = Date.UTC(2026, 10, 21, 4);

/** A day from 4 o'clock to 4 o'clock, seen at 18 o'clock; `index` days after 21 November 2026. */
export function dayNumber(index: number): LearnerDay {
  const startsAt = START + index * DAY_MILLISECONDS;
  return {
    startsAt: startsAt as Instant,
    now: (startsAt + 14 * 3_600_000) as Instant,
    endsAt: (startsAt + DAY_MILLISECONDS) as Instant,
  };
}

export const TODAY = dayNumber(0);

/** A card in review, last seen some days ago and due after its interval. */
export function seenCard(
  id: string,
  {
    stability = 10,
    difficulty = 5,
    daysAgo = 10,
    intervalDays = stability,
    ...rest
  }: Partial<CardMemory> & {
    readonly daysAgo?: number;
    readonly intervalDays?: number;
    readonly noteId?: string;
    readonly value?: number;
  } = {},
): ReviewCard & { readonly memory: CardMemory } {
  const { noteId, value, ...memory } = rest;
  const lastReviewAt = Math.round(TODAY.now - daysAgo * DAY_MILLISECONDS) as Instant;
  const dueAt = Math.round(lastReviewAt + intervalDays * DAY_MILLISECONDS) as Instant;
  return {
    id,
    noteId,
    value,
    memory: { stability, difficulty, lastReviewAt, dueAt, reps: 3, lapses: 0, phase: 'review', step: 0, ...memory },
  };
}

/** Decks of new cards, cards in steps and cards in review, with siblings. */
export const anyDeck: fc.Arbitrary<ReviewCard[]> = fc
  .record({ count: fc.nat(60), seed: fc.integer() })
  .map(({ count, seed }) => {
    const rng = seededRng(seed);
    return Array.from({ length: count }, (_, i): ReviewCard => {
      const id = `c${i}`;
      const noteId = rng.next() < 0.6 ? `n${rng.below(Math.max(1, count >> 1))}` : undefined;
      if (rng.next() < 0.3) return { id, noteId };
      const phase = (['learning', 'relearning', 'review', 'review', 'review'] as const)[rng.below(5)] ?? 'review';
      const stability = Math.exp(3 * rng.next());
      const { memory } = seenCard(id, {
        stability,
        phase,
        daysAgo: 2 * stability * rng.next() * (rng.next() < 0.2 ? 0.01 : 1),
      });
      return { id, noteId, value: 1 + rng.below(4), memory };
    });
  });
