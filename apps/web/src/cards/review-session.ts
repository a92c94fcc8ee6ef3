import type { CardQueue, CardRating, SentReview, ShownMemory } from '@cairn/contract';
import { type CardMemory, type MemoryParameters, review } from '@cairn/scheduling';

/** One sitting with cards. It goes by itself from what was loaded, so it goes on while the server is away. */

export type QueueCard = CardQueue['cards'][number];

export type Answered = {
  readonly card: QueueCard;
  readonly rating: CardRating;
  readonly reviewId: string;
  readonly seconds: number;
};

export type ReviewSession = {
  /** Not shown yet, in the order of the server. */
  readonly upcoming: readonly QueueCard[];
  /** Shown, and to come again within minutes. */
  readonly inSteps: readonly QueueCard[];
  readonly current: QueueCard | undefined;
  readonly isBackShown: boolean;
  readonly shownAt: number;
  readonly answered: readonly Answered[];
  /** As it was before the last answer. */
  readonly before: ReviewSession | undefined;
};

/** With nothing else to do, a step may be taken so much before its time. */
const AHEAD_MILLISECONDS = 20 * 60_000;
/** Longer than this, somebody was away from the card. */
const LONGEST_SECONDS = 120;

export function startSession(queue: CardQueue, now: number): ReviewSession {
  const isInSteps = ({ memory }: QueueCard) => memory !== null && memory.phase !== 'review';
  return advance(
    {
      upcoming: queue.cards.filter((card) => !isInSteps(card)),
      inSteps: queue.cards.filter(isInSteps),
      current: undefined,
      isBackShown: false,
      shownAt: now,
      answered: [],
      before: undefined,
    },
    now,
  );
}

const dueAt = ({ memory }: QueueCard): number => memory?.dueAt ?? 0;

/** Shows the next card: a step whose time has come, then what is next in the queue, then the step that comes soonest. */
function advance(session: ReviewSession, now: number): ReviewSession {
  const soonest = [...session.inSteps].sort((one, other) => dueAt(one) - dueAt(other))[0];
  const isDue = soonest !== undefined && dueAt(soonest) <= now;
  const isSoon = soonest !== undefined && dueAt(soonest) <= now + AHEAD_MILLISECONDS;
  const [first] = session.upcoming;
  const current = isDue ? soonest : (first ?? (isSoon ? soonest : undefined));
  return {
    ...session,
    upcoming: current === first ? session.upcoming.slice(1) : session.upcoming,
    inSteps: session.inSteps.filter((card) => card !== current),
    current,
    isBackShown: false,
    shownAt: now,
  };
}

export function showBack(session: ReviewSession): ReviewSession {
  return session.current === undefined ? session : { ...session, isBackShown: true };
}

type Rated = { readonly session: ReviewSession; readonly review: SentReview };

type RateParts = {
  readonly rating: CardRating;
  readonly now: number;
  readonly id: string;
  readonly timeZone: string;
  readonly parameters: MemoryParameters;
};

/** Answers the card that is shown; undefined while its back is hidden. */
export function rate(session: ReviewSession, parts: RateParts): Rated | undefined {
  const { rating, now, id, timeZone, parameters } = parts;
  const { current: card } = session;
  if (card === undefined || !session.isBackShown) return undefined;
  const seconds = Math.min(LONGEST_SECONDS, Math.max(0, (now - session.shownAt) / 1000));
  const memory: ShownMemory = review(memoryOf(card), rating, now as CardMemory['dueAt'], parameters);
  const isAgain = memory.phase !== 'review';
  const next = {
    ...session,
    inSteps: isAgain ? [...session.inSteps, { ...card, memory, reason: 'in-steps' as const }] : session.inSteps,
    answered: [...session.answered, { card, rating, reviewId: id, seconds }],
    before: { ...session, before: undefined },
  };
  return {
    session: advance(next, now),
    review: { id, cardId: card.id, rating, at: now, timeZone, seconds: Math.round(seconds * 10) / 10 },
  };
}

/** The contract's memory is the scheduler's. */
export const memoryOf = ({ memory }: QueueCard): CardMemory | undefined => (memory as CardMemory | null) ?? undefined;

/** As if the last answer had not been given; its back stays open, for somebody wants to answer again. */
export function undo(session: ReviewSession, now: number): ReviewSession {
  return session.before ? { ...session.before, isBackShown: true, shownAt: now } : session;
}

/** The card leaves the sitting. */
export function setAside(session: ReviewSession, now: number): ReviewSession {
  return advance({ ...session, current: undefined, before: undefined }, now);
}

/** The words of a card have changed. */
export function withText(session: ReviewSession, cardId: string, front: string, back: string): ReviewSession {
  const changed = (card: QueueCard) => (card.id === cardId ? { ...card, front, back } : card);
  return {
    ...session,
    upcoming: session.upcoming.map(changed),
    inSteps: session.inSteps.map(changed),
    current: session.current && changed(session.current),
    before: undefined,
  };
}

/** A queue without the cards that were answered after it was made: asked again, they would count twice. */
export function withoutAnswered(queue: CardQueue, reviews: readonly SentReview[]): CardQueue {
  const isOpen = ({ id, memory }: QueueCard) =>
    !reviews.some(({ cardId, at }) => cardId === id && at > (memory?.lastReviewAt ?? 0));
  return { ...queue, cards: queue.cards.filter(isOpen) };
}

/** What the server holds beyond what was loaded. */
export function extended(session: ReviewSession, queue: CardQueue, now: number): ReviewSession {
  const known = new Set([session.current, ...session.upcoming, ...session.inSteps].map((card) => card?.id));
  const more = queue.cards.filter(({ id }) => !known.has(id));
  const next = { ...session, upcoming: [...session.upcoming, ...more] };
  return session.current === undefined ? advance(next, now) : next;
}

/** When a card in steps comes again, if that is all that is left. */
export function nextStepAt({ inSteps, current }: ReviewSession): number | undefined {
  if (current !== undefined || inSteps.length === 0) return undefined;
  return Math.min(...inSteps.map(dueAt));
}

/** Cards that were brought to their next day, and those that this sitting still holds. */
export function progressOf({ upcoming, inSteps, current, answered }: ReviewSession): { done: number; total: number } {
  const open = new Set([current, ...upcoming, ...inSteps].flatMap((card) => (card ? [card.id] : [])));
  const done = new Set(answered.map(({ card }) => card.id).filter((id) => !open.has(id)));
  return { done: done.size, total: done.size + open.size };
}
