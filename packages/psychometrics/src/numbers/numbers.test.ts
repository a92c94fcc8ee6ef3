import { seededRng } from '@cairn/kernel';
import { describe, expect, it } from 'vitest';
import { chiSquareTail } from './chi-square.ts';
import { choleskyOf, choleskySolve, inverseOf } from './cholesky.ts';
import { logisticDeviance } from './logistic-regression.ts';

describe('the p value of a chi-square', () => {
  it.each([
    // SciPy 1.17.1: scipy.stats.chi2.sf(statistic, degrees)
    { statistic: 3.841458820694124, degrees: 1, p: 0.05 },
    { statistic: 5.991464547107979, degrees: 2, p: 0.05 },
    { statistic: 18.307038053275146, degrees: 10, p: 0.05 },
    { statistic: 124.34211340400407, degrees: 100, p: 0.05 },
    { statistic: 0.01, degrees: 1, p: 0.920344325445942 },
    { statistic: 60, degrees: 1, p: 9.485737571073857e-15 },
  ])('of $statistic with $degrees degrees is $p', ({ statistic, degrees, p }) => {
    expect(chiSquareTail(statistic, degrees) / p).toBeCloseTo(1, 9);
  });

  it('of one that rounding made negative is 1', () => {
    expect(chiSquareTail(-1e-12, 3)).toBe(1);
  });

  it('needs a degree of freedom', () => {
    expect(() => chiSquareTail(1, 0)).toThrow('0 degrees of freedom');
  });
});

function positiveDefinite(order: number) {
  const rng = seededRng(order);
  const root = Array.from({ length: order * order }, () => rng.normal());
  const values = new Float64Array(order * order);
  for (let i = 0; i < order; i += 1) {
    for (let j = 0; j < order; j += 1) {
      for (let k = 0; k < order; k += 1) {
        values[i * order + j] =
          Number(values[i * order + j]) + Number(root[i * order + k]) * Number(root[j * order + k]);
      }
    }
  }
  return { order, values };
}

describe('a positive definite matrix', () => {
  it('times its inverse is the unit matrix', () => {
    const { values } = positiveDefinite(12);
    const inverse = inverseOf({ order: 12, values })?.values ?? new Float64Array();

    for (let cell = 0; cell < 144; cell += 1) {
      const [i, j] = [Math.floor(cell / 12), cell % 12];
      const row = values.subarray(12 * i, 12 * i + 12);
      const sum = row.reduce((total, value, k) => total + value * Number(inverse[12 * k + j]), 0);
      expect(sum).toBeCloseTo(i === j ? 1 : 0, 8);
    }
  });

  it('solves its equations', () => {
    const matrix = positiveDefinite(5);
    const factor = choleskyOf(matrix);
    const solution = factor && choleskySolve(factor, [1, 2, 3, 4, 5]);

    const third = solution?.reduce((sum, x, k) => sum + x * Number(matrix.values[2 * 5 + k]), 0);
    expect(third).toBeCloseTo(3, 10);
  });

  it('is told from one whose columns depend on one another', () => {
    expect(inverseOf({ order: 2, values: Float64Array.of(1, 2, 2, 4) })).toBeUndefined();
    expect(choleskyOf({ order: 2, values: Float64Array.of(1, 2, 2, 1) })).toBeUndefined();
  });
});

describe('a logistic regression', () => {
  const rows = [
    { predictors: [1, 0], successes: 3, trials: 10 },
    { predictors: [1, 1], successes: 8, trials: 10 },
  ];
  const entropy = (p: number) => -20 * (p * Math.log(p) + (1 - p) * Math.log(1 - p));

  it('that can fit each share has the deviance of the shares', () => {
    expect(logisticDeviance(rows, 2)).toBeCloseTo(entropy(0.3) + entropy(0.8), 9);
    expect(logisticDeviance(rows, 1)).toBeCloseTo(2 * entropy(0.55), 9);
  });

  it('of perfectly separated answers tends to a deviance of 0', () => {
    const separated = [
      { predictors: [1, 0], successes: 0, trials: 10 },
      { predictors: [1, 1], successes: 10, trials: 10 },
    ];

    expect(logisticDeviance(separated, 2)).toBeLessThan(1e-6);
  });

  it('does not exist for predictors that depend on one another', () => {
    expect(
      logisticDeviance(
        rows.map((row) => ({ ...row, predictors: [1, 1] })),
        2,
      ),
    ).toBeUndefined();
  });
});
