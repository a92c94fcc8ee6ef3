import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalDensity, normalQuantile, normalShare } from './normal.ts';
import { spreadPoints } from './spread-points.ts';

describe('the normal distribution', () => {
  it.each([
    [0, 0.5],
    [1, 0.8413447460685429],
    [-1.959963984540054, 0.025],
    [3, 0.9986501019683699],
    [-4.753424308822899, 1e-6],
  ])('has %f below it as the tables say', (deviate, share) => {
    expect(Math.abs(normalShare(deviate) - share)).toBeLessThan(1e-7);
    expect(Math.abs(normalQuantile(share) - deviate)).toBeLessThan(1e-8);
  });

  it('has quantiles that invert its shares', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), (share) => {
        expect(normalShare(normalQuantile(share))).toBeCloseTo(share, 6);
      }),
    );
  });

  it('has the density that its shares rise by', () => {
    expect(normalDensity(0.7)).toBeCloseTo((normalShare(0.701) - normalShare(0.699)) / 0.002, 4);
  });

  it('has no quantile at the ends', () => {
    expect(() => normalQuantile(0)).toThrow('0 is not between 0 and 1');
    expect(() => normalQuantile(1)).toThrow(RangeError);
  });
});

describe('evenly spread points', () => {
  it('cannot be fewer than their dimensions', () => {
    expect(() => spreadPoints(4, 8)).toThrow('4 points are too few for 8 dimensions');
  });

  it.each([1, 4, 8])('have the moments of a normal distribution in %i dimensions', (dimensions) => {
    const { count, deviates } = spreadPoints(1024, dimensions);
    const column = (j: number) => Array.from({ length: count }, (_, p) => deviates[p * dimensions + j] ?? Number.NaN);
    const mean = (of: (p: number) => number) => column(0).reduce((sum, _, p) => sum + of(p), 0) / count;

    for (let j = 0; j < dimensions; j += 1) {
      const own = column(j);
      expect(mean((p) => own[p] ?? 0)).toBeCloseTo(0, 12);
      expect(mean((p) => (own[p] ?? 0) ** 2)).toBeCloseTo(1, 9);
      expect(Math.abs(mean((p) => (own[p] ?? 0) ** 4) - 3)).toBeLessThan(0.3);
      const first = column(0);
      if (j > 0) expect(mean((p) => (own[p] ?? 0) * (first[p] ?? 0))).toBeCloseTo(0, 9);
    }
  });
});
