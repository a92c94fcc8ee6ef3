import { addDays, type Day, day, type Instant, seededRng } from '@cairn/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MILLISECONDS } from '../memory/limits.ts';
import { type Balance, balanceDue, balanceWindow } from './balance.ts';
import { seenCard } from './testing.ts';

const today = day('2026-11-21');
const dueIn = (intervalDays: number) => seenCard('a', { daysAgo: 0, intervalDays }).memory;
const even = (rest: Partial<Extract<Balance, { mode: 'even' }>> = {}): Balance => ({
  mode: 'even',
  today,
  load: new Map(),
  rng: seededRng('balance'),
  ...rest,
});
const intervalOf = ({ dueAt, lastReviewAt }: { dueAt: number; lastReviewAt: number }) =>
  Math.round((dueAt - lastReviewAt) / DAY_MILLISECONDS);

describe('load balancing', () => {
  it('leaves the intervals of the memory model alone when it is off', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), (interval) => {
        expect(balanceDue(dueIn(interval), { mode: 'off' })).toEqual(dueIn(interval));
      }),
    );
  });

  it('stays within the window, which grows with the interval and is nothing for a day or two', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer(), (interval, seed) => {
        const rng = seededRng(seed);
        const load = new Map<Day, number>();
        for (let i = Math.max(0, interval - 200); i <= interval + 200; i += 1)
          load.set(addDays(today, i), rng.below(50));
        const moved = intervalOf(balanceDue(dueIn(interval), even({ load })));

        expect(Math.abs(moved - interval)).toBeLessThanOrEqual(balanceWindow(interval));
        expect(moved).toBeGreaterThanOrEqual(1);
      }),
    );
    expect([1, 2, 3, 7, 20, 100].map(balanceWindow)).toEqual([0, 0, 1, 2, 3, 7]);
  });

  it('levels a heap: fifty cards of ten days spread over the window', () => {
    const load = new Map<Day, number>();
    const rng = seededRng('heap');
    for (let i = 0; i < 50; i += 1) {
      const date = addDays(today, intervalOf(balanceDue(dueIn(10), even({ load, rng }))));
      load.set(date, (load.get(date) ?? 0) + 1);
    }

    expect([...load.values()]).toEqual([10, 10, 10, 10, 10]);
  });

  it('avoids days off, unless there are no others', () => {
    const weekend = (date: Day) => [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
    const load = new Map([[day('2026-11-30'), 99]]);

    expect(addDays(today, intervalOf(balanceDue(dueIn(8), even({ isOff: weekend, load }))))).toBe('2026-12-01');
    expect(intervalOf(balanceDue(dueIn(8), even({ isOff: () => true })))).toBe(8);
  });

  it('moves nothing beyond the latest day', () => {
    const latest = addDays(today, 30);
    const load = new Map(Array.from({ length: 31 }, (_, i) => [addDays(today, i), 50] as const));

    expect(intervalOf(balanceDue(dueIn(30), even({ load, latest })))).toBeLessThanOrEqual(30);
    expect(intervalOf(balanceDue(dueIn(30), even({ load })))).toBeGreaterThan(30);
  });

  it('leaves cards in steps alone', () => {
    const memory = { ...dueIn(8), phase: 'relearning' as const, dueAt: (dueIn(8).lastReviewAt + 600_000) as Instant };

    expect(balanceDue(memory, even())).toBe(memory);
  });
});
