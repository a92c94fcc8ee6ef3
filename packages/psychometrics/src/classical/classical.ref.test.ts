import { describe, expect, it } from 'vitest';
import { type Responses, responsesOf } from '../responses/responses.ts';
import { classicalStatistics } from './item-statistics.ts';
import reference from './reference.json' with { type: 'json' };

const weighted = (patterns: number[][], frequencies: number[]): Responses => ({
  ...responsesOf(patterns),
  weights: Float64Array.from(frequencies),
});

const { lsat6, lsat7, sat12 } = reference;
const cases = [
  { name: 'LSAT7', responses: weighted(lsat7.patterns, lsat7.frequencies), expected: lsat7 },
  { name: 'SAT12', responses: responsesOf(sat12.rows.map((row) => [...row].map(Number))), expected: sat12 },
];

describe.each(cases)('classical statistics of $name against mirt', ({ responses, expected }) => {
  const { test, items } = classicalStatistics(responses);

  it('of the test', () => {
    expect(test.persons).toBe(expected.overall.N);
    expect(test.mean).toBeCloseTo(expected.overall['mean_total.score'], 9);
    expect(test.standardDeviation).toBeCloseTo(expected.overall['sd_total.score'], 9);
    expect(test.alpha).toBeCloseTo(expected.overall.alpha, 9);
    expect(test.standardErrorOfMeasurement).toBeCloseTo(expected.overall['SEM.alpha'], 9);
    expect(test.meanCorrelation).toBeCloseTo(expected.overall['ave.r'], 9);
    expect(test.spreadOfCorrelations).toBeCloseTo(expected.overall['sd.r'], 9);
  });

  it('of every item', () => {
    expect(items).toHaveLength(expected.items.length);
    items.forEach((item, i) => {
      const own = expected.items[i];
      expect(item.answers).toBe(own?.N);
      expect(item.mean).toBeCloseTo(own?.mean ?? 99, 9);
      expect(item.standardDeviation).toBeCloseTo(own?.sd ?? 99, 9);
      expect(item.itemTotal).toBeCloseTo(own?.['total.r'] ?? 99, 9);
      expect(item.itemRest).toBeCloseTo(own?.['total.r_if_rm'] ?? 99, 9);
      expect(item.alphaIfDropped).toBeCloseTo(own?.alpha_if_rm ?? 99, 9);
    });
  });
});

describe('classical statistics of LSAT6 against ltm, which prints three decimals', () => {
  it('give difficulty and point-biserial correlation', () => {
    const { items } = classicalStatistics(weighted(lsat6.patterns, lsat6.frequencies));

    // ltm divides the difference of two means by a deviation with n − 1, mirt and we give the plain correlation.
    const ltm = Math.sqrt(999 / 1000);
    items.forEach(({ difficulty, itemTotal }, i) => {
      expect(Math.abs(difficulty - (lsat6.p[i] ?? 99))).toBeLessThan(5.1e-4);
      expect(Math.abs((itemTotal ?? 99) * ltm - (lsat6.pointBiserial[i] ?? 99))).toBeLessThan(5.1e-4);
    });
  });
});
