import { seededRng } from '@cairn/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tableFromRows, tableOf } from '../table/table.ts';
import { fitLinearLearner } from './linear-learner.ts';
import { predictLinear } from './predict-linear.ts';

const binary = { predictor_type: 'binary_classifier' } as const;

function messageOf(fit: ReturnType<typeof fitLinearLearner>): string {
  return fit.outcome === 'fault' ? fit.message : 'fitted';
}

describe('data without an answer', () => {
  const separable = tableOf([Float64Array.of(1, 2, 3, 4, 5, 6)], ['amount']);
  const labels = [0, 0, 0, 1, 1, 1];

  it('says that separable classes have no finite coefficients', () => {
    expect(messageOf(fitLinearLearner(separable, labels, binary))).toMatch(/separate the classes perfectly.*set wd/);
  });

  it('says so too where only one class lies beyond a value', () => {
    const table = tableOf([Float64Array.of(1, 1, 1, 1, 2, 2)]);

    expect(messageOf(fitLinearLearner(table, [0, 1, 0, 1, 1, 1], binary))).toMatch(/without limit/);
  });

  it('fits separable classes under a penalty', () => {
    const fit = fitLinearLearner(separable, labels, { ...binary, wd: 0.01 });

    expect(fit.outcome === 'fitted' && fit.model.coefficients[0]?.every(Number.isFinite)).toBe(true);
  });

  it('names the column that depends on others', () => {
    const x = Float64Array.of(1, 4, 2, 8, 5);
    const table = tableOf([x, x.map((v) => 2 * v + 1)], ['price', 'doubled']);

    const fit = fitLinearLearner(table, [1, 2, 3, 4, 5], { predictor_type: 'regressor' });

    expect(messageOf(fit)).toMatch(/"doubled".*linear combination/);
  });

  it('names a column that does not vary', () => {
    const table = tableOf([Float64Array.of(1, 2, 1, 2), new Float64Array(4).fill(0.1)], ['x', 'flat']);

    expect(messageOf(fitLinearLearner(table, [0, 1, 1, 0], binary))).toMatch(/"flat" is constant/);
  });

  it('says that separable classes have no finite coefficients, of three classes too', () => {
    const options = { predictor_type: 'multiclass_classifier', num_classes: 3 } as const;

    expect(messageOf(fitLinearLearner(separable, [0, 0, 1, 1, 2, 2], options))).toMatch(/without limit/);
    expect(fitLinearLearner(separable, [0, 0, 1, 1, 2, 2], { ...options, wd: 0.01 }).outcome).toBe('fitted');
  });

  it.each([1e-7, 1e9])('fits targets in units of %s', (unit) => {
    const x = Float64Array.of(1, 2, 3, 4, 5);

    const fit = fitLinearLearner(
      tableOf([x]),
      x.map((v) => unit * (3 * v + 1)),
      { predictor_type: 'regressor' },
    );

    const model = fit.outcome === 'fitted' ? fit.model : undefined;
    expect((model?.coefficients[0]?.[0] ?? 0) / unit).toBeCloseTo(3, 8);
    expect((model?.intercepts[0] ?? 0) / unit).toBeCloseTo(1, 8);
  });

  it('gives dependent columns the same share under a penalty', () => {
    const x = Float64Array.of(1, 4, 2, 8, 5);

    const fit = fitLinearLearner(tableOf([x, x]), [1, 2, 3, 4, 5], { predictor_type: 'regressor', wd: 0.1 });

    const [first, second] = fit.outcome === 'fitted' ? (fit.model.coefficients[0] ?? []) : [];
    expect(first).toBeCloseTo(second ?? Number.NaN, 10);
  });

  it.each([
    [[0, 1, 2, 0, 1, 1], 'The target of row 3 is 2, but labels run from 0 to 1.'],
    [[0, 0, 0, 0, 0, 0], 'No row has the label 1: every class needs an example.'],
    [[0, 1, Number.NaN, 0, 1, 1], 'The target of row 3 is missing or not finite: fill or drop the row first.'],
  ])('answers the labels %j with one sentence', (target, message) => {
    expect(messageOf(fitLinearLearner(separable, target, binary))).toBe(message);
  });

  it('refuses a missing feature by name', () => {
    const table = tableOf([Float64Array.of(1, Number.NaN)], ['age']);

    expect(() => fitLinearLearner(table, [0, 1], binary)).toThrow(/row 2 of column "age" has no value/);
  });

  it.each([
    [{ ...binary, l1: -1 }, /l1 is -1/],
    [{ ...binary, wd: Number.NaN }, /wd is NaN/],
    [{ predictor_type: 'multiclass_classifier' as const }, /num_classes is not set/],
    [{ ...binary, positive_example_weight_mult: 0 }, /positive_example_weight_mult is 0/],
  ])('answers bad parameters with one sentence', (options, message) => {
    expect(messageOf(fitLinearLearner(separable, labels, options))).toMatch(message);
  });
});

describe('predictions', () => {
  it('are probabilities that sum to one over the classes', () => {
    const rng = seededRng(5);
    const table = tableFromRows(
      Array.from({ length: 120 }, () => rng.normal()),
      2,
    );
    const target = Array.from({ length: 60 }, (_, i) => i % 4);

    const fit = fitLinearLearner(table, target, { predictor_type: 'multiclass_classifier', num_classes: 4, wd: 0.1 });

    const p = fit.outcome === 'fitted' ? predictLinear(fit.model, table) : new Float64Array(0);
    expect(p.length).toBe(240);
    for (let i = 0; i < 60; i += 1) expect(p.slice(4 * i, 4 * i + 4).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
  });

  it('have the mean of the labels where the intercept is free', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 30, max: 700 }), (seed, n) => {
        const rng = seededRng(seed);
        const table = tableFromRows(
          Array.from({ length: 3 * n }, () => 100 + rng.normal()),
          3,
        );
        const target = Array.from({ length: n }, (_, i) => (i < 2 ? i : rng.below(2)));

        const fit = fitLinearLearner(table, target, { ...binary, wd: 0.05 });

        const p = fit.outcome === 'fitted' ? predictLinear(fit.model, table) : new Float64Array(n);
        const mean = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0) / n;
        expect(mean(p)).toBeCloseTo(mean(target), 6);
      }),
      { numRuns: 20 },
    );
  });

  it('weigh a row of weight 2 like two rows', () => {
    const x = [0.1, 0.9, 1.5, 2.2, 3.1, 0.4];
    const y = [0, 1, 0, 1, 1, 0];
    const twice = tableOf([Float64Array.from([...x, ...x])]);

    const weighted = fitLinearLearner(
      tableOf([Float64Array.from(x)]),
      y,
      { ...binary, wd: 0.1 },
      x.map(() => 2),
    );

    const doubled = fitLinearLearner(twice, [...y, ...y], { ...binary, wd: 0.1 });
    const numbers = [weighted, doubled].map((f) => (f.outcome === 'fitted' ? (f.model.coefficients[0]?.[0] ?? 0) : 0));
    expect(numbers[0]).toBeCloseTo(numbers[1] ?? Number.NaN, 9);
  });

  it('reach the same minimum from a part of the second derivatives', () => {
    const rng = seededRng(9);
    const n = 24_000;
    const columns = [0, 1, 2].map(() => Float64Array.from({ length: n }, () => rng.normal()));
    const target = Float64Array.from({ length: n }, (_, i) =>
      rng.next() < 1 / (1 + Math.exp(4 - (columns[0]?.[i] ?? 0))) ? 1 : 0,
    );

    const fit = fitLinearLearner(tableOf(columns), target, binary);

    const p = fit.outcome === 'fitted' ? predictLinear(fit.model, tableOf(columns)) : new Float64Array(n);
    for (const column of columns) {
      const slope = column.reduce((sum, x, i) => sum + x * ((p[i] ?? 0) - (target[i] ?? 0)), 0);
      expect(Math.abs(slope / n)).toBeLessThan(1e-8); // the likelihood's gradient vanishes at its maximum
    }
  });
});
