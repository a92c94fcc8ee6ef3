import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_PARAMETERS } from '../memory/algorithm.ts';
import { catchUp } from './catch-up.ts';
import { anyDeck, seenCard, TODAY } from './testing.ts';

const request = { day: TODAY, minutes: [10, 0, 10, 10], parameters: DEFAULT_PARAMETERS };

describe('catching up after a break', () => {
  it('never fills a day beyond its minutes, shows one card of a note a day, and loses no overdue card', () => {
    fc.assert(
      fc.property(anyDeck, fc.array(fc.nat(15), { minLength: 1, maxLength: 8 }), (deck, minutes) => {
        const { days, later } = catchUp(deck, { ...request, minutes });

        days.forEach((day, i) => {
          expect(day.minutes).toBeLessThanOrEqual(minutes[i] ?? 0);
          const notes = day.cards.flatMap(({ noteId }) => noteId ?? []);
          expect(new Set(notes).size).toBe(notes.length);
        });
        const placed = [...days.flatMap(({ cards }) => cards), ...later].map(({ id }) => id);
        expect(new Set(placed).size).toBe(placed.length);
        const overdue = deck.filter(
          ({ memory }) => memory && memory.dueAt < TODAY.startsAt && memory.lastReviewAt < TODAY.startsAt,
        );
        expect(placed).toEqual(expect.arrayContaining(overdue.map(({ id }) => id)));
      }),
    );
  });

  it('takes what is worth most a second first, and nothing on a day off', () => {
    const cards = [
      ...Array.from({ length: 80 }, (_, i) => seenCard(`plain${i}`, { daysAgo: 30 })),
      ...Array.from({ length: 20 }, (_, i) => seenCard(`dear${i}`, { daysAgo: 30, value: 3 })),
    ];
    const { days, later } = catchUp(cards, request);

    expect(days[0]?.cards.slice(0, 20).every(({ id }) => id.startsWith('dear'))).toBe(true);
    expect(days[1]).toEqual({ cards: [], minutes: 0 });
    expect(days.map(({ cards: some }) => some.length).every((count) => count < 50)).toBe(true);
    expect(days.flatMap(({ cards: some }) => some).length + later.length).toBe(100);
  });

  it('leaves a card alone until it falls due', () => {
    const { days } = catchUp([seenCard('soon', { daysAgo: 8, stability: 10 })], { ...request, minutes: [9, 9, 9, 9] });

    expect(days.map(({ cards }) => cards.length)).toEqual([0, 0, 1, 0]);
  });
});
