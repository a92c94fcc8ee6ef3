import type { CardOrigin, CardPage, CardStateFilter } from '@cairn/contract';
import type { Instant } from '@cairn/kernel';
import type { LearningLibrary } from '../lessons/library.ts';
import type { DeckCard } from './deck.ts';
import { type DeckRepository, isInState } from './deck-repository.ts';
import { cardsShown } from './showing.ts';

export type BrowseRequest = {
  readonly exam?: string | undefined;
  readonly task?: string | undefined;
  readonly state?: CardStateFilter | undefined;
  readonly origin?: CardOrigin | undefined;
  readonly q?: string | undefined;
  readonly offset: number;
  readonly limit: number;
};

type Parts = { readonly learning: LearningLibrary; readonly deck: DeckRepository; readonly learnerId: string };

/** One page of the cards that fit; own cards first, as they are what somebody comes to change. */
export async function browse(
  parts: Parts,
  deck: readonly DeckCard[],
  { task, state, origin, q, offset, limit }: BrowseRequest,
  dayEndsAt: Instant,
): Promise<CardPage> {
  const words = q?.trim() ?? '';
  const hasWords = words === '' ? () => true : await matcher(parts, words);
  const fitting = deck.filter(
    (card) =>
      (task === undefined || card.task === task) &&
      (origin === undefined || card.origin === origin) &&
      (state === undefined || isInState(state, card, dayEndsAt)) &&
      hasWords(card.id),
  );
  const isContent = ({ origin: from }: DeckCard) => Number(from === 'content');
  const sorted = fitting.toSorted((one, other) => isContent(one) - isContent(other));
  return {
    cards: await cardsShown(parts, sorted.slice(offset, offset + limit)),
    total: fitting.length,
    offset,
  };
}

async function matcher({ learning, deck, learnerId }: Parts, words: string): Promise<(id: string) => boolean> {
  const own = await deck.searchOwn(learnerId, words);
  const wanted = words.toLowerCase();
  return (id) => {
    const card = learning.cards.get(id);
    return card ? `${card.front}\n${card.back}`.toLowerCase().includes(wanted) : own.has(id);
  };
}
