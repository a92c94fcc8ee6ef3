import type { Instant } from '@cairn/kernel';
import { describe, expect, it } from 'vitest';
import { DEFAULT_PARAMETERS } from '../memory/algorithm.ts';
import { review } from '../memory/review.ts';
import type { ReviewCard } from './card.ts';
import { type ForecastRequest, forecast } from './forecast.ts';
import { reviewQueue } from './queue.ts';
import { dayNumber, seenCard, TODAY } from './testing.ts';

const DAYS = 40;
const request: ForecastRequest = { day: TODAY, days: DAYS, newCardsADay: 3, parameters: DEFAULT_PARAMETERS };

const deck: ReviewCard[] = [
  ...Array.from({ length: 40 }, (_, i) => seenCard(`seen${i}`, { stability: 2 + i, daysAgo: 1 + ((i * 7) % 50) })),
  ...Array.from({ length: 25 }, (_, i) => ({ id: `new${i}` })),
];

/** Each day as the queue gives it, every card recalled well. */
function simulateDays(): { reviews: number; newCards: number }[] {
  const cards = [...deck];
  return Array.from({ length: DAYS }, (_, index) => {
    const day = dayNumber(index);
    const queue = reviewQueue(cards, { day, newCards: 3, parameters: DEFAULT_PARAMETERS });
    for (const { card } of queue) {
      let memory = review(card.memory, 'good', day.now, DEFAULT_PARAMETERS);
      while (memory.phase !== 'review') memory = review(memory, 'good', memory.dueAt, DEFAULT_PARAMETERS);
      cards[cards.findIndex(({ id }) => id === card.id)] = { ...card, memory };
    }
    const newCards = queue.filter(({ reason }) => reason === 'new-card').length;
    return { reviews: queue.length - newCards, newCards };
  });
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('the forecast', () => {
  it('is what the days then bring, day by day', () => {
    const days = forecast(deck, request);

    expect(days.map(({ reviews, newCards }) => ({ reviews, newCards }))).toEqual(simulateDays());
    expect(sum(days.map(({ newCards }) => newCards))).toBe(25);
  });

  it('counts what is overdue on the first day, or spread', () => {
    const overdue = deck.filter(({ memory }) => memory && memory.dueAt < TODAY.startsAt).length;
    const spread = forecast(deck, { ...request, overdueOverDays: 5 });

    expect(overdue).toBeGreaterThan(8);
    expect(forecast(deck, request)[0]?.overdue).toBe(overdue);
    expect(sum(spread.map((day) => day.overdue))).toBe(overdue);
    expect(Math.max(...spread.map((day) => day.overdue))).toBe(Math.ceil(overdue / 5));
  });

  it('counts minutes: more for what is nearly forgotten', () => {
    const minutes = (daysAgo: number) =>
      forecast([seenCard('a', { daysAgo })], { ...request, days: 1 })[0]?.minutes ?? 0;

    expect(minutes(12)).toBeGreaterThan(0.15);
    expect(minutes(300)).toBeGreaterThan(minutes(12));
    expect(sum(forecast([], request).map((day) => day.minutes))).toBe(0);
  });

  it('refuses a number of days that makes no sense', () => {
    expect(() => forecast(deck, { ...request, days: 0 })).toThrow('from 1 to 3650 days');
    expect(() => forecast(deck, { ...request, days: Number.NaN })).toThrow('from 1 to 3650 days');
  });

  it('leaves its arguments as they are', () => {
    const before = structuredClone(deck);

    forecast(deck, { ...request, day: { ...TODAY, now: (TODAY.now + 1) as Instant } });

    expect(deck).toEqual(before);
  });
});
