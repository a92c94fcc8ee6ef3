import type { Instant } from '@cairn/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_PARAMETERS } from '../memory/algorithm.ts';
import type { Rating } from '../memory/rating.ts';
import { review } from '../memory/review.ts';
import type { ReviewCard } from './card.ts';
import { nextCard, type QueueRequest, reviewQueue } from './queue.ts';
import { anyDeck, seenCard, TODAY } from './testing.ts';

const request: QueueRequest = { day: TODAY, newCards: 5, parameters: DEFAULT_PARAMETERS };
const newCard = (id: string, noteId?: string): ReviewCard => ({ id, noteId });
const shown = (cards: readonly ReviewCard[], own = request) => reviewQueue(cards, own).map(({ card }) => card.id);
const minutesAgo = (minutes: number) => (TODAY.now - minutes * 60_000) as Instant;

/** What is shown when the day is gone through with these ratings, twenty seconds a card. */
function playDay(deck: readonly ReviewCard[], ratings: readonly Rating[]): ReviewCard[] {
  const cards = [...deck];
  const played: ReviewCard[] = [];
  for (let i = 0; i < 80; i += 1) {
    const now = (TODAY.now + i * 20_000) as Instant;
    const card = nextCard(cards, { ...request, newCards: 50, day: { ...TODAY, now } })?.card;
    if (!card) break;
    played.push(card);
    const memory = review(card.memory, ratings[i % ratings.length] ?? 'good', now, DEFAULT_PARAMETERS);
    cards[cards.indexOf(card)] = { ...card, memory };
  }
  return played;
}

describe('the queue of a day', () => {
  it('puts due steps before reviews, and steps of the next minutes after them', () => {
    const due = seenCard('step', { phase: 'learning', lastReviewAt: minutesAgo(12), dueAt: minutesAgo(2) });
    const soon = seenCard('soon', { phase: 'learning', lastReviewAt: minutesAgo(2), dueAt: minutesAgo(-8) });
    const cards = [soon, seenCard('review'), due];

    expect(reviewQueue(cards, request).map(({ card, reason }) => [card.id, reason])).toEqual([
      ['step', 'in-steps'],
      ['review', 'due'],
      ['soon', 'step-ahead'],
    ]);
  });

  it('takes the faintest card first, and of two equally faint ones the more valuable', () => {
    const cards = [
      seenCard('firm', { daysAgo: 11 }),
      seenCard('faint', { daysAgo: 40 }),
      seenCard('dear', { daysAgo: 40, value: 2 }),
    ];

    expect(shown(cards)).toEqual(['dear', 'faint', 'firm']);
  });

  it('leaves out what is not due, and what was reviewed today', () => {
    const cards = [seenCard('later', { daysAgo: 2 }), seenCard('done', { daysAgo: 0.1, intervalDays: 0.2 })];

    expect(shown(cards)).toEqual([]);
    expect(nextCard(cards, request)).toBeUndefined();
  });

  it('spreads new cards evenly among reviews, in proportion to the whole day', () => {
    const reviews = Array.from({ length: 9 }, (_, i) => seenCard(`r${i}`));
    const news = Array.from({ length: 9 }, (_, i) => newCard(`n${i}`));
    const kinds = (own: QueueRequest) =>
      reviewQueue([...news, ...reviews], own)
        .map(({ reason }) => reason[0])
        .join('');

    expect(kinds({ ...request, newCards: 3 })).toBe('ddnddndddndd');
    expect(kinds({ ...request, newCards: 3, done: { reviews: 30, newCards: 0 } })[0]).toBe('n');
    expect(kinds({ ...request, newCards: 3, done: { reviews: 0, newCards: 9 } }).slice(0, 5)).toBe('ddddd');
  });

  it('shows one card of a note, and none whose sibling was shown today', () => {
    const cards = [
      newCard('new', 'a'),
      seenCard('due', { noteId: 'a' }),
      newCard('other', 'b'),
      seenCard('done', { noteId: 'b', daysAgo: 0.1 }),
    ];

    expect(shown(cards)).toEqual(['due']);
  });
});

describe('laws of the queue', () => {
  it('never shows two cards of a note on a day, however the day goes', () => {
    fc.assert(
      fc.property(anyDeck, fc.array(fc.constantFrom('again', 'good'), { minLength: 1 }), (deck, ratings) => {
        const played = playDay(deck, ratings).filter(({ noteId }) => noteId !== undefined);

        const cards = new Set(played.map(({ id }) => id));
        const notes = new Set(played.map(({ noteId }) => noteId));
        expect(cards.size).toBe(notes.size);
      }),
      { numRuns: 50 },
    );
  });

  it('begins with the next card', () => {
    fc.assert(
      fc.property(anyDeck, fc.nat(10), fc.nat(20), fc.nat(5), (deck, newCards, reviews, introduced) => {
        const own = { ...request, newCards, done: { reviews, newCards: introduced } };

        expect(nextCard(deck, own)).toEqual(reviewQueue(deck, own)[0]);
      }),
    );
  });

  it('shows each card once and no more new cards than asked for, and does not depend on the order of the deck', () => {
    fc.assert(
      fc.property(anyDeck, fc.nat(10), (deck, newCards) => {
        const queue = reviewQueue(deck, { ...request, newCards });

        expect(new Set(queue.map(({ card }) => card.id)).size).toBe(queue.length);
        expect(queue.filter(({ reason }) => reason === 'new-card').length).toBeLessThanOrEqual(newCards);
        const seen = deck.filter(({ memory }) => memory);
        expect(shown(seen.toReversed())).toEqual(shown(seen));
      }),
    );
  });
});
