import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { algorithmOf, DEFAULT_PARAMETERS } from '../../memory/algorithm.ts';
import type { ReviewCard } from '../card.ts';
import { RATINGS, ratingChances, USUAL_EFFORT } from '../effort.ts';
import { anyDeck, seenCard, TODAY } from '../testing.ts';
import { type ExamDayRequest, planExamDay } from './exam-mode.ts';
import { examTable } from './table.ts';

const request: ExamDayRequest = { day: TODAY, daysLeft: 10, minutes: 5, parameters: DEFAULT_PARAMETERS };

const ids = (cards: readonly ReviewCard[], own: Partial<ExamDayRequest> = {}) =>
  planExamDay(cards, { ...request, ...own }).choices.map(({ card }) => card.id);

const reasons = (cards: readonly ReviewCard[], own: Partial<ExamDayRequest> = {}) =>
  planExamDay(cards, { ...request, ...own }).choices.map(({ reason }) => reason);

describe('exam-date mode', () => {
  it('stays within the minutes, shows one card of a note, and raises what is recalled on the exam day', () => {
    fc.assert(
      fc.property(
        anyDeck,
        fc.constantFrom(0, 1, 2, 14, 30, 200),
        fc.integer({ min: 0, max: 30 }),
        (deck, daysLeft, minutes) => {
          const plan = planExamDay(deck, { ...request, daysLeft, minutes });

          expect(plan.minutes).toBeLessThanOrEqual(minutes + 1e-9);
          const notes = plan.choices.flatMap(({ card }) => card.noteId ?? []);
          expect(new Set(notes).size).toBe(notes.length);
          for (const { recallLeft, recallReviewed } of plan.choices) {
            expect(recallLeft).toBeGreaterThanOrEqual(0);
            expect(recallReviewed).toBeLessThanOrEqual(1);
          }
          expect(plan.recallReviewed).toBeGreaterThanOrEqual(plan.recallLeft - 0.02);
          expect(planExamDay(deck.toReversed(), { ...request, daysLeft, minutes }).minutes).toBeCloseTo(
            plan.minutes,
            9,
          );
        },
      ),
      { numRuns: 40 },
    );
  });

  it('prefers the more valuable of two like cards', () => {
    const cards = [seenCard('a'), seenCard('dear', { value: 2 }), seenCard('b')];

    expect(ids(cards)[0]).toBe('dear');
  });

  it('does not spend time on a card just reviewed while another fades', () => {
    const cards = [seenCard('fresh', { daysAgo: 1, stability: 30 }), seenCard('fading', { daysAgo: 9, stability: 5 })];

    expect(ids(cards, { minutes: 0.3 })).toEqual(['fading']);
  });

  it('turns on the last days to what a last look helps most', () => {
    const weak = seenCard('weak', { daysAgo: 2, stability: 2 });
    const firm = seenCard('firm', { daysAgo: 20, stability: 400 });

    expect(ids([firm, weak], { daysLeft: 1 })[0]).toBe('weak');
    expect(reasons([firm, weak], { daysLeft: 1 })).toEqual(['last-look', 'last-look']);
  });

  it('says why: steps first, then new cards, what would fall, what it strengthens, and what only fills the time', () => {
    const step = seenCard('step', { phase: 'relearning', daysAgo: 1, intervalDays: 0.01 });
    const cards = [
      seenCard('strong', { stability: 3000, daysAgo: 2 }),
      seenCard('faint', { stability: 1, daysAgo: 9 }),
      { id: 'new' },
      step,
    ];
    const plan = planExamDay(cards, { ...request, usualMinutes: 0.1 });

    expect(Object.fromEntries(plan.choices.map(({ card, reason }) => [card.id, reason]))).toEqual({
      step: 'in-steps',
      new: 'new-card',
      faint: 'would-fall',
      strong: 'time-left',
    });
    expect(plan.choices[0]?.reason).toBe('in-steps');
    expect(reasons([seenCard('fading', { stability: 20, daysAgo: 20 })], { usualMinutes: 0.01 })).toEqual([
      'worth-strengthening',
    ]);
  });

  it('introduces no new card on the exam day, and earlier none if asked', () => {
    expect(ids([{ id: 'new' }], { daysLeft: 0 })).toEqual([]);
    expect(ids([{ id: 'new' }], { daysLeft: 1 })).toEqual(['new']);
    expect(ids([{ id: 'new' }], { daysLeft: 2, newCardsUntilDaysLeft: 3 })).toEqual([]);
  });

  it('expects of a new card what the first ratings leave on the exam day', () => {
    const { after, recall } = algorithmOf(DEFAULT_PARAMETERS);
    const expected = RATINGS.map(
      (rating, i) => (USUAL_EFFORT.first[i] ?? 0) * recall(after(undefined, 0, rating).stability, 10),
    );
    const plan = planExamDay([{ id: 'new' }], request);

    expect(plan.recallLeft).toBe(0);
    expect(plan.recallReviewed).toBeCloseTo(
      expected.reduce((sum, part) => sum + part, 0),
      12,
    );
  });

  it('refuses a day that has passed, and minutes that no day has', () => {
    expect(() => planExamDay([], { ...request, daysLeft: -1 })).toThrow('The exam day has passed');
    expect(() => planExamDay([], { ...request, minutes: 1441 })).toThrow('do not fit into a day');
    expect(() => planExamDay([], { ...request, minutes: Number.NaN })).toThrow('do not fit into a day');
    expect(() => planExamDay([{ id: 'a', value: -1 }], request)).toThrow('Card a has the value -1');
  });
});

describe('the table of gains', () => {
  const { after, recall } = algorithmOf(DEFAULT_PARAMETERS);
  const table = examTable(DEFAULT_PARAMETERS, USUAL_EFFORT, 0.2);

  it('agrees, on the eve, with the gain computed without a grid', () => {
    const state = fc.record({
      stability: fc.double({ min: 0.5, max: 200, noNaN: true }),
      difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
    });
    fc.assert(
      fc.property(state, fc.integer({ min: 1, max: 200 }), (memory, days) => {
        const chances = ratingChances(recall(memory.stability, days), USUAL_EFFORT);
        const reviewed = RATINGS.reduce(
          (sum, rating, i) => sum + (chances[i] ?? 0) * recall(after(memory, days, rating).stability, 1),
          0,
        );
        const gain = reviewed - recall(memory.stability, days + 1);

        expect(Math.abs(table.gain(memory, days, 1) - gain)).toBeLessThan(0.01);
      }),
    );
  });

  it('gains less by reviewing now the more surely a card is reached later', () => {
    const faint = { stability: 4, difficulty: 5 };
    const gains = [0, 0.1, 0.4, 1].map((reach) =>
      examTable(DEFAULT_PARAMETERS, USUAL_EFFORT, reach).gain(faint, 3, 30),
    );

    expect(gains).toEqual(gains.toSorted((one, other) => other - one));
    expect(gains[0]).toBeGreaterThan((gains[3] ?? 0) + 0.03);
  });
});
