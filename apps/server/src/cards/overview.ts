import type { DeckSummary } from '@cairn/contract';
import { recallAt } from '@cairn/scheduling';
import type { ExamLibrary } from '../exam/library.ts';
import type { DeckCard } from './deck.ts';
import type { StudyTime } from './study-time.ts';

/** Cards by exam and domain, with what is remembered of them now. */
export function decksOf(deck: readonly DeckCard[], library: ExamLibrary, time: StudyTime): DeckSummary[] {
  const byExam = new Map<string | null, DeckCard[]>();
  for (const card of deck) {
    const cards = byExam.get(card.exam);
    if (cards) cards.push(card);
    else byExam.set(card.exam, [card]);
  }
  const order = [...library.keys(), null];
  return order.flatMap((exam) => {
    const cards = byExam.get(exam);
    return cards ? [deckOf(exam, cards, library, time)] : [];
  });
}

function deckOf(exam: string | null, cards: readonly DeckCard[], library: ExamLibrary, time: StudyTime): DeckSummary {
  const entry = exam === null ? undefined : library.get(exam);
  const active = cards.filter(({ isSuspended }) => !isSuspended);
  return {
    exam,
    code: entry?.profile.code ?? null,
    title: entry?.profile.title ?? 'Other cards',
    ...figures(active, time),
    due: active.filter(({ memory }) => memory !== undefined && memory.dueAt < time.day.endsAt).length,
    suspended: cards.length - active.length,
    domains: (entry?.domains ?? []).map(({ number, name }) => ({
      number,
      name,
      ...figures(
        active.filter(({ domain }) => domain === number),
        time,
      ),
    })),
  };
}

function figures(cards: readonly DeckCard[], { day, parameters }: StudyTime) {
  const recalls = cards.flatMap(({ memory }) => (memory ? [recallAt(memory, day.now, parameters)] : []));
  return {
    cards: cards.length,
    seen: recalls.length,
    recall: recalls.length === 0 ? null : recalls.reduce((sum, recall) => sum + recall, 0) / recalls.length,
  };
}
