import { z } from 'zod';
import type { AnkiReview, AnkiSchedule } from '../deck.ts';
import { CARD_QUEUE, CARD_TYPE, SECONDS_A_DAY } from '../schema11.ts';
import type { CardRow } from './rows.ts';

/** What Anki with FSRS keeps beside a card: stability, difficulty, and since 25.05 the last review in seconds. */
const CardData = z.looseObject({
  s: z.number().positive().optional().catch(undefined),
  d: z.number().positive().optional().catch(undefined),
  lrt: z.int().positive().optional().catch(undefined),
});

/** Larger numbers in `due` are moments, smaller ones days: no collection is 2,700 years old. */
const FIRST_MOMENT = 1_000_000;

/**
 * What a card's row and its reviews say of the memory of it.
 *
 * @param createdAt of the collection, in seconds
 * @returns undefined for a new card
 */
export function memoryOf(card: CardRow, reviews: readonly AnkiReview[], createdAt: number): AnkiSchedule | undefined {
  const phase = phaseOf(card);
  if (phase === undefined) return undefined;
  const { due, interval, factor, reps, lapses } = card;
  const { s, d, lrt } = dataOf(card.data);
  const dueSeconds = due >= FIRST_MOMENT ? due : createdAt + due * SECONDS_A_DAY;
  return {
    stability: s,
    difficulty: d,
    // Negative intervals are seconds.
    intervalDays: interval >= 0 ? interval || undefined : -interval / SECONDS_A_DAY,
    easeFactor: factor > 0 ? factor / 1000 : undefined,
    lastReviewAt: lrt === undefined ? reviews.at(-1)?.at : lrt * 1000,
    dueAt: dueSeconds * 1000,
    reps,
    lapses,
    phase,
  };
}

/** The first scheduler had no type for relearning: such a card is one of review that waits among those being learned. */
function phaseOf({ type, queue }: CardRow): AnkiSchedule['phase'] | undefined {
  const isInSteps = queue === CARD_QUEUE.learning || queue === CARD_QUEUE.dayLearning;
  if (type === CARD_TYPE.learning) return 'learning';
  if (type === CARD_TYPE.review) return isInSteps ? 'relearning' : 'review';
  return type === CARD_TYPE.relearning ? 'relearning' : undefined;
}

function dataOf(text: string): z.infer<typeof CardData> {
  if (!text.startsWith('{')) return {};
  try {
    return CardData.safeParse(JSON.parse(text)).data ?? {};
  } catch {
    return {}; // other programs write other things there; without it, interval and ease remain
  }
}
