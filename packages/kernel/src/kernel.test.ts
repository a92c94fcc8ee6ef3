import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  Day,
  day,
  dayOf,
  daysBetween,
  handClock,
  nearestName,
  seededRng,
  uuidV7,
} from './index.ts';

describe('seeded randomness', () => {
  it('gives the same sequence for the same seed', () => {
    const first = Array.from({ length: 5 }, seededRng('attempt-1').next);

    expect(Array.from({ length: 5 }, seededRng('attempt-1').next)).toEqual(first);
    expect(Array.from({ length: 5 }, seededRng('attempt-2').next)).not.toEqual(first);
  });

  it('shuffles without losing or adding a value', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer(), (values, seed) => {
        expect(seededRng(seed).shuffle(values).toSorted()).toEqual([...values].toSorted());
      }),
    );
  });

  it('draws normals with mean 0 and variance 1', () => {
    const rng = seededRng(7);
    const draws = Array.from({ length: 20_000 }, rng.normal);
    const mean = draws.reduce((sum, x) => sum + x, 0) / draws.length;
    const variance = draws.reduce((sum, x) => sum + (x - mean) ** 2, 0) / draws.length;

    expect(Math.abs(mean)).toBeLessThan(0.03);
    expect(Math.abs(variance - 1)).toBeLessThan(0.05);
  });
});

describe('days', () => {
  it('adds months and keeps to the end of a shorter month', () => {
    expect(addMonths(day('2026-08-31'), 1)).toBe('2026-09-30');
    expect(addMonths(day('2026-11-21'), 36)).toBe('2029-11-21');
    expect(addMonths(day('2024-02-29'), 12)).toBe('2025-02-28');
  });

  it('counts days as the inverse of adding them', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5000, max: 5000 }), (days) => {
        expect(daysBetween(day('2026-11-21'), addDays(day('2026-11-21'), days))).toBe(days);
      }),
    );
  });

  it('refuses what is no calendar day', () => {
    expect(() => day('2026-13-01')).toThrow(RangeError);
    expect(() => day('tomorrow')).toThrow(RangeError);
    expect(() => day('2026-02-30')).toThrow(RangeError);
    expect(Day.safeParse('2026-02-30').success).toBe(false);
  });

  it('names the UTC day of an instant', () => {
    const clock = handClock(Date.parse('2026-11-21T23:59:59Z'));
    clock.advance(1000);

    expect(dayOf(clock.now())).toBe('2026-11-22');
  });
});

it('makes version 7 ids that sort by time', () => {
  const rng = seededRng(1);
  const early = uuidV7(1_000_000, rng.next);
  const late = uuidV7(2_000_000, rng.next);

  expect(early).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(early < late).toBe(true);
});

it('suggests the nearest known name and stays silent when none is near', () => {
  expect(nearestName('AIF-C1', ['AIF-C01', 'MLA-C02'])).toBe('AIF-C01');
  expect(nearestName('kubernetes', ['AIF-C01', 'MLA-C02'])).toBeUndefined();
});
