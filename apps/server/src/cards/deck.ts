import type { CardOrigin } from '@cairn/contract';
import type { ReviewCard } from '@cairn/scheduling';
import type { ExamLibrary } from '../exam/library.ts';
import type { LearningLibrary } from '../lessons/library.ts';
import type { CardState, OwnCardHead } from './deck-repository.ts';

/** A card of a learner, without its text. */
export type DeckCard = ReviewCard & {
  readonly origin: CardOrigin;
  readonly exam: string | null;
  readonly task: string | null;
  /** Number of its domain in the exam guide. */
  readonly domain: number | undefined;
  readonly isSuspended: boolean;
};

type Bare = Pick<DeckCard, 'id' | 'origin' | 'exam' | 'task' | 'domain'> & { readonly noteId?: string | undefined };

type Place = { readonly domain: number; readonly share: number };

/** Where each task statement stands in its exam, with the share of its domain in the exam. */
export function placesOf(library: ExamLibrary): ReadonlyMap<string, Place> {
  return new Map(
    [...library.values()].flatMap(({ domains }) => {
      const whole = domains.reduce((sum, { weight }) => sum + weight, 0);
      return domains.flatMap(({ number, weight, tasks = [] }) =>
        tasks.map(({ id }) => [id, { domain: number, share: weight / whole }] as const),
      );
    }),
  );
}

export type DeckMaker = (own: readonly OwnCardHead[], states: readonly CardState[]) => DeckCard[];

/** Puts together what is here and what one learner remembers of it. */
export function deckMaker(learning: LearningLibrary, library: ExamLibrary): DeckMaker {
  const places = placesOf(library);
  const domainOf = (task: string | null) => (task === null ? undefined : places.get(task)?.domain);
  const content = [...learning.cards.values()].map(
    ({ cardId, exam, task }): Bare => ({ id: cardId, origin: 'content', exam, task, domain: domainOf(task) }),
  );
  return (own, states) => {
    const known = new Map(states.map((state) => [state.cardId, state]));
    const heads = own.map(
      (card): Bare => ({
        ...{ id: card.id, origin: card.origin, exam: card.exam, task: card.task },
        domain: domainOf(card.task),
        noteId: noteOf(card),
      }),
    );
    const cards = [...content, ...heads];
    const worthOf = worths(cards, places);
    return cards.map((card): DeckCard => {
      const state = known.get(card.id);
      return { ...card, value: worthOf(card), memory: state?.memory, isSuspended: state?.isSuspended ?? false };
    });
  };
}

/** The cards of one Anki note ask for the same thing; its cards are named `anki/<guid>/<ordinal>`. */
function noteOf({ origin, source }: OwnCardHead): string | undefined {
  if (origin !== 'anki' || source === null) return undefined;
  return source.slice(0, source.lastIndexOf('/'));
}

/** Weight of the domain in the exam for each of its cards, in relation to the mean card of that exam, which is 1. */
function worths(cards: readonly Bare[], places: ReadonlyMap<string, Place>): (card: Bare) => number {
  const counts = new Map<string, number>();
  const count = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { exam, domain } of cards) {
    if (exam === null || domain === undefined) continue;
    count(exam);
    count(`${exam}/${domain}`);
  }
  return ({ exam, task, domain }) => {
    const share = task === null ? undefined : places.get(task)?.share;
    if (share === undefined) return 1;
    return (share * (counts.get(`${exam}`) ?? 1)) / (counts.get(`${exam}/${domain}`) ?? 1);
  };
}
