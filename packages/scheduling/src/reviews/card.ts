import type { Instant } from '@cairn/kernel';
import type { CardMemory } from '../memory/card-memory.ts';

/** A card as the queue sees it. */
export type ReviewCard = {
  readonly id: string;
  /** Cards of one note ask for the same thing from several sides; a day shows one of them. */
  readonly noteId?: string | undefined;
  /** What recalling it is worth, in relation to other cards: the weight of its domain in the exam. 1 if not said. */
  readonly value?: number | undefined;
  /** Undefined for a new card. */
  readonly memory?: CardMemory | undefined;
};

/** A card that has been reviewed. */
export type SeenCard = ReviewCard & { readonly memory: CardMemory };

/** The learner's own day around `now`: it starts when they say it does, and has 23 or 25 hours when clocks change. */
export type LearnerDay = { readonly now: Instant; readonly startsAt: Instant; readonly endsAt: Instant };

export function isSeen(card: ReviewCard): card is SeenCard {
  return card.memory !== undefined;
}

export function inSteps({ memory }: SeenCard): boolean {
  return memory.phase !== 'review';
}

/** @throws RangeError if the value is negative or no number */
export function worthOf({ id, value = 1 }: ReviewCard): number {
  if (value >= 0 && value < Infinity) return value;
  throw new RangeError(`Card ${id} has the value ${value}; a value must be zero or more.`);
}
