import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber, linear, monthTicks, roundedUp, ticks } from './scale.ts';

describe('ticks', () => {
  it('are round numbers within the range', () => {
    expect(ticks(0, 240_000, 5)).toEqual([0, 50_000, 100_000, 150_000, 200_000]);
    expect(ticks(0, 0.3, 3)).toEqual([0, 0.1, 0.2, 0.3]);
  });

  it('never leave the range, never exceed twice the wanted number, and are evenly spaced', () => {
    const range = fc.tuple(
      fc.double({ min: 0, max: 1e6, noNaN: true }),
      fc.double({ min: 0.01, max: 1e6, noNaN: true }),
    );
    fc.assert(
      fc.property(range, fc.integer({ min: 1, max: 10 }), ([low, width], count) => {
        const values = ticks(low, low + width, count);

        expect(values.length).toBeLessThanOrEqual(2 * count + 1);
        for (const value of values) {
          expect(value).toBeGreaterThanOrEqual(low - width * 1e-6);
          expect(value).toBeLessThanOrEqual(low + width * (1 + 1e-6));
        }
      }),
    );
  });

  it('of an empty range are its one value', () => {
    expect(ticks(3, 3, 5)).toEqual([3]);
  });
});

describe('roundedUp', () => {
  it.each([
    [28, 30],
    [100, 100],
    [0, 1],
  ])('ends an axis for %d at %d', (high, end) => {
    expect(roundedUp(high)).toBe(end);
  });
});

describe('linear', () => {
  it('maps the ends of the domain to the ends of the range', () => {
    const x = linear([10, 20], [0, 100]);

    expect([x(10), x(15), x(20)]).toEqual([0, 50, 100]);
  });

  it('puts everything at the start when the domain is a point', () => {
    expect(linear([5, 5], [7, 90])(5)).toBe(7);
  });
});

describe('monthTicks', () => {
  it('are first days of months between two days', () => {
    expect(monthTicks('2026-11-21', '2027-02-10', 10)).toEqual(['2026-12-01', '2027-01-01', '2027-02-01']);
  });

  it('are thinned to whole quarters, half-years or years', () => {
    expect(monthTicks('2026-01-15', '2029-12-31', 5)).toEqual(['2027-01-01', '2028-01-01', '2029-01-01']);
  });
});

describe('dayNumber', () => {
  it('counts days without a time zone', () => {
    expect(dayNumber('2026-03-30') - dayNumber('2026-03-28')).toBe(2);
  });
});
