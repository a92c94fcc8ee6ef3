import { algorithmOf } from '../memory/algorithm.ts';
import type { MemoryParameters } from '../memory/card-memory.ts';
import { DAY_MILLISECONDS, MINUTE_MILLISECONDS } from '../memory/limits.ts';
import { inSteps, isSeen, type LearnerDay, type ReviewCard, type SeenCard, worthOf } from './card.ts';
import { isBuried, noteToday, onePerNote } from './siblings.ts';

export type QueueReason = 'in-steps' | 'due' | 'new-card' | 'step-ahead';

export type QueueEntry = { readonly card: ReviewCard; readonly reason: QueueReason };

export type QueueRequest = {
  readonly day: LearnerDay;
  /** How many more new cards today may introduce. */
  readonly newCards: number;
  /** What today has seen so far; new cards are spread among the reviews in this proportion. */
  readonly done?: { readonly reviews: number; readonly newCards: number } | undefined;
  readonly parameters: MemoryParameters;
};

/** With nothing else to do, a step may be taken so much before its time. */
const AHEAD_MILLISECONDS = 20 * MINUTE_MILLISECONDS;

/**
 * All cards of the rest of the day in the order in which to take them: due steps, then due reviews, faintest and most
 * valuable first, with new cards spread evenly among them, then steps whose time has almost come. One card a note.
 */
export function reviewQueue(cards: readonly ReviewCard[], request: QueueRequest): QueueEntry[] {
  const { steps, due, fresh, ahead, notes } = waiting(cards, request);
  const entries = (some: readonly ReviewCard[], reason: QueueReason) =>
    onePerNote(
      some.map((card) => ({ card, reason })),
      ({ card }) => card,
      notes,
    );
  const now = entries(steps.sort(byDueAt), 'in-steps');
  const reviews = entries(inOrder(due, request), 'due');
  const later = entries(ahead.sort(byDueAt), 'step-ahead');
  const news = entries(fresh, 'new-card').slice(0, Math.max(0, request.newCards));
  return [...now, ...interleave(reviews, news, shares(due, fresh, request)), ...later];
}

/** The first card of the queue, in one pass over the cards; undefined when the day is done. */
export function nextCard(cards: readonly ReviewCard[], request: QueueRequest): QueueEntry | undefined {
  const { steps, due, fresh, ahead } = waiting(cards, request);
  const step = first(steps, byDueAt);
  if (step) return { card: step, reason: 'in-steps' };
  const { shown, all } = shares(due, fresh, request);
  const isNew = isNewNext(shown, all) || (due.length === 0 && request.newCards > 0);
  const newCard = isNew ? withoutSibling(fresh, [...due, ...ahead]) : undefined;
  if (newCard) return { card: newCard, reason: 'new-card' };
  const reviewed = faintest(due, request);
  if (reviewed) return { card: reviewed, reason: 'due' };
  const soon = first(ahead, byDueAt);
  return soon && { card: soon, reason: 'step-ahead' };
}

/** The first card none of whose siblings is among the others. */
function withoutSibling(cards: readonly ReviewCard[], others: readonly ReviewCard[]): ReviewCard | undefined {
  const [card] = cards;
  // Mostly the very first will do; then the set of all notes need not be built.
  if (!card || card.noteId === undefined || others.every(({ noteId }) => noteId !== card.noteId)) return card;
  const taken = new Set(others.map(({ noteId }) => noteId));
  return cards.find(({ noteId }) => noteId === undefined || !taken.has(noteId));
}

type Waiting = {
  readonly steps: SeenCard[];
  readonly due: SeenCard[];
  readonly fresh: ReviewCard[];
  readonly ahead: SeenCard[];
  /** Notes shown today, with the card that was. */
  readonly notes: Map<string, string>;
};

/** What may be shown today, by kind; a card whose sibling was shown today is left out. */
function waiting(cards: readonly ReviewCard[], { day }: QueueRequest): Waiting {
  const notes = new Map<string, string>();
  const all: Waiting = { steps: [], due: [], fresh: [], ahead: [], notes };
  for (const card of cards) {
    if (isSeen(card)) {
      noteToday(card, day, notes);
      placeOf(card, day, all)?.push(card);
    } else all.fresh.push(card);
  }
  if (notes.size === 0) return all;
  const isFree = (card: ReviewCard) => !isBuried(card, notes);
  const { steps, due, fresh, ahead } = all;
  return {
    steps: steps.filter(isFree),
    due: due.filter(isFree),
    fresh: fresh.filter(isFree),
    ahead: ahead.filter(isFree),
    notes,
  };
}

function placeOf(card: SeenCard, day: LearnerDay, { steps, due, ahead }: Waiting): SeenCard[] | undefined {
  const { dueAt, lastReviewAt } = card.memory;
  if (!inSteps(card)) return dueAt < day.endsAt && lastReviewAt < day.startsAt ? due : undefined;
  if (isStepDue(card, day)) return steps;
  return dueAt <= day.now + AHEAD_MILLISECONDS ? ahead : undefined;
}

function isStepDue({ memory }: SeenCard, { now, startsAt }: LearnerDay): boolean {
  return memory.dueAt <= now || memory.lastReviewAt < startsAt;
}

const byId = (one: ReviewCard, other: ReviewCard) => (one.id < other.id ? -1 : 1);

const byDueAt = (one: SeenCard, other: SeenCard) => one.memory.dueAt - other.memory.dueAt || byId(one, other);

function first<T>(cards: readonly T[], order: (one: T, other: T) => number): T | undefined {
  return cards.reduce<T | undefined>((best, card) => (best && order(best, card) <= 0 ? best : card), undefined);
}

/** What is lost of a card already: the later a card is seen, the more of its worth is gone. */
function lossOf({ parameters, day }: QueueRequest): (card: SeenCard) => number {
  const { recall } = algorithmOf(parameters);
  return (card) => {
    const { stability, lastReviewAt } = card.memory;
    return worthOf(card) * (1 - recall(stability, (day.now - lastReviewAt) / DAY_MILLISECONDS));
  };
}

type Lost = { readonly card: SeenCard; readonly loss: number };

const byLoss = (one: Lost, other: Lost) => other.loss - one.loss || byId(one.card, other.card);

function inOrder(due: readonly SeenCard[], request: QueueRequest): SeenCard[] {
  const loss = lossOf(request);
  return due
    .map((card) => ({ card, loss: loss(card) }))
    .sort(byLoss)
    .map(({ card }) => card);
}

function faintest(due: readonly SeenCard[], request: QueueRequest): SeenCard | undefined {
  const loss = lossOf(request);
  let best: Lost | undefined;
  for (const card of due) {
    const lost = { card, loss: loss(card) };
    if (!best || byLoss(lost, best) < 0) best = lost;
  }
  return best?.card;
}

type Counts = { readonly reviews: number; readonly newCards: number };

type Shares = { readonly shown: Counts; readonly all: Counts };

/** What today has shown of reviews and new cards, and what it holds of them; siblings are counted singly. */
function shares(due: readonly SeenCard[], fresh: readonly ReviewCard[], { newCards, done }: QueueRequest): Shares {
  const shown = done ?? { reviews: 0, newCards: 0 };
  const left = Math.max(0, Math.min(newCards, fresh.length));
  return { shown, all: { reviews: shown.reviews + due.length, newCards: shown.newCards + left } };
}

/** New cards evenly among reviews. */
function interleave(reviews: readonly QueueEntry[], news: readonly QueueEntry[], { shown, all }: Shares): QueueEntry[] {
  const queue: QueueEntry[] = [];
  let [i, j] = [0, 0];
  while (i < reviews.length || j < news.length) {
    const isNew = isNewNext({ reviews: shown.reviews + i, newCards: shown.newCards + j }, all);
    const entry = (isNew && j < news.length) || i >= reviews.length ? news[j++] : reviews[i++];
    if (entry) queue.push(entry);
  }
  return queue;
}

/** Whether new cards are behind the reviews. */
function isNewNext(shown: Counts, all: Counts): boolean {
  if (shown.newCards >= all.newCards) return false;
  return (shown.newCards + 1) / (all.newCards + 1) <= (shown.reviews + 1) / (all.reviews + 1);
}
