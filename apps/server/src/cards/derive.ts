import type { Day, Instant } from '@cairn/kernel';
import { addDays, seededRng } from '@cairn/kernel';
import {
  balanceDue,
  type CardMemory,
  localDay,
  type MemoryParameters,
  mergeReviews,
  type Review,
  review,
} from '@cairn/scheduling';
import type { CardStart } from './review-repository.ts';

/**
 * What is remembered of a card: its whole log replayed, from what an import brought, without what lies before it was
 * begun anew. The order in which reviews arrived makes no difference.
 */
export function deriveMemory(
  start: CardStart | undefined,
  log: readonly Review[],
  parameters: MemoryParameters,
): CardMemory | undefined {
  const { imported, resetAt } = start ?? {};
  const from = Math.max(imported?.lastReviewAt ?? -1, resetAt ?? -1);
  return mergeReviews(log)
    .filter(({ at }) => at > from)
    .reduce<CardMemory | undefined>((memory, { rating, at }) => review(memory, rating, at, parameters), imported);
}

export type Balancing = {
  readonly isOn: boolean;
  readonly timeZone: string;
  readonly dayStartsAtHour: number;
  readonly isOff: (day: Day) => boolean;
  readonly today: Day;
  /** Cards due by days from today; what is placed is added. */
  readonly load: Map<number, number>;
  /** The exam day of a card, beyond which nothing is moved. */
  readonly latestOf: (cardId: string) => Day | undefined;
};

/** When the card comes next: as the model says, or moved within what does no harm to a quieter day. */
export function dueAtOf(cardId: string, memory: CardMemory, balancing: Balancing): Instant {
  if (!balancing.isOn || memory.phase !== 'review') return memory.dueAt;
  const { timeZone, dayStartsAtHour, isOff, today, load } = balancing;
  const latest = balancing.latestOf(cardId);
  const { dueAt } = balanceDue(memory, {
    mode: 'even',
    today: localDay(memory.lastReviewAt, timeZone, dayStartsAtHour),
    load: new Map([...load].map(([days, cards]) => [addDays(today, days), cards])),
    isOff,
    ...(latest === undefined ? {} : { latest }),
    rng: seededRng(`${cardId}:${memory.reps}`),
  });
  return dueAt;
}
