import type { StudyCard } from '@cairn/contract';
import type { LearningLibrary } from '../lessons/library.ts';
import type { DeckCard } from './deck.ts';
import type { DeckRepository } from './deck-repository.ts';

type Parts = { readonly learning: LearningLibrary; readonly deck: DeckRepository; readonly learnerId: string };

/** Cards with their text, in the order given. One that is gone meanwhile is left out. */
export async function cardsShown(parts: Parts, cards: readonly DeckCard[]): Promise<StudyCard[]> {
  const own = cards.filter(({ origin }) => origin !== 'content').map(({ id }) => id);
  const texts = new Map((await parts.deck.ownCards(parts.learnerId, own)).map((row) => [row.id, row]));
  return cards.flatMap((card): StudyCard[] => {
    const { id, origin, exam, task, isSuspended, memory } = card;
    const head = { id, origin, exam, task, isSuspended, memory: memory ?? null };
    const content = parts.learning.cards.get(id);
    if (content) return [{ ...head, front: content.front, back: content.back, tags: [], sources: content.sources }];
    const text = texts.get(id);
    return text ? [{ ...head, front: text.front, back: text.back, tags: [...text.tags], sources: [] }] : [];
  });
}
