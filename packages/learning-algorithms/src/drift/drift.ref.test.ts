import { describe, expect, it } from 'vitest';
import { jensenShannonDistance } from './distances.ts';
import { kolmogorovTail } from './kolmogorov.ts';
import reference from './reference.json' with { type: 'json' };
import { chiSquareTest, kolmogorovSmirnov } from './two-samples.ts';

const countsOf = (values: readonly number[]) => new Map(values.map((count, k) => [`category ${k}`, count]));
const sharesOf = (values: readonly number[]) => values.map((v) => v / values.reduce((a, b) => a + b, 0));

function expectRatio(own: number, theirs: number): void {
  expect(Math.abs(own / theirs - 1)).toBeLessThan(1e-8);
}

describe('tests equal those of scipy', () => {
  it.each(reference.samples)('Kolmogorov–Smirnov with D $statistic', ({ first, second, statistic, pValue }) => {
    const result = kolmogorovSmirnov(first, second);

    expect(result.statistic).toBeCloseTo(statistic, 14);
    expectRatio(result.pValue, pValue);
    expect(kolmogorovSmirnov(second, first)).toEqual(result);
  });

  it.each(reference.tails)('the distribution at n = $n, x = $x', ({ n, x, tail }) => {
    expectRatio(kolmogorovTail(n, x), tail);
  });

  it.each(reference.tables)('chi-square $statistic', ({ first, second, statistic, pValue, degrees, jensenShannon }) => {
    const result = chiSquareTest(countsOf(first), countsOf(second));

    expectRatio(result.statistic, statistic);
    expectRatio(result.pValue, pValue);
    expect(result.degrees).toBe(degrees);
    expectRatio(jensenShannonDistance(sharesOf(first), sharesOf(second)), jensenShannon);
  });
});
