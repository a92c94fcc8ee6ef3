import { isSeen, type LearnerDay, type ReviewCard, type SeenCard } from './card.ts';

/** Notes of which a card was shown today, with that card: it may come again (a step), its siblings may not. */
export function notesOfToday(cards: readonly ReviewCard[], day: LearnerDay): Map<string, string> {
  const notes = new Map<string, string>();
  for (const card of cards) if (isSeen(card)) noteToday(card, day, notes);
  return notes;
}

export function noteToday(
  { id, noteId, memory }: SeenCard,
  { startsAt }: LearnerDay,
  notes: Map<string, string>,
): void {
  if (noteId !== undefined && memory.lastReviewAt >= startsAt) notes.set(noteId, id);
}

export function isBuried({ id, noteId }: ReviewCard, notes: ReadonlyMap<string, string>): boolean {
  if (noteId === undefined) return false;
  return (notes.get(noteId) ?? id) !== id;
}

/** The first card of each note, cards shown today first of all. */
export function onePerNote<T>(
  ordered: readonly T[],
  cardOf: (entry: T) => ReviewCard,
  notes: Map<string, string>,
): T[] {
  return ordered.filter((entry) => {
    const card = cardOf(entry);
    if (isBuried(card, notes)) return false;
    if (card.noteId !== undefined) notes.set(card.noteId, card.id);
    return true;
  });
}
