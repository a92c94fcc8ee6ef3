import { describe, expect, it } from 'vitest';
import { momentsOf } from '../numbers/moments.ts';
import { type Table, tableFromRows } from '../table/table.ts';
import { fitLinearLearner, type LinearLearnerOptions, type LinearModel } from './linear-learner.ts';
import reference from './reference.json' with { type: 'json' };

const { rows, y, label, classes, weights } = reference;
const n = rows.length;
const raw = tableFromRows(rows.flat(), 4);

/** What the reference's saga solver saw. */
function standardised(table: Table): Table {
  const columns = table.columns.map((column) => {
    const { mean, squares } = momentsOf(column);
    const spread = Math.sqrt(squares / n);
    return Float64Array.from(column, (x) => (x - mean) / spread);
  });
  return { ...table, columns };
}

type Expected = { readonly coefficients: readonly (readonly number[])[]; readonly intercepts: readonly number[] };

function fit(
  table: Table,
  target: readonly number[],
  options: LinearLearnerOptions,
  given?: readonly number[],
): LinearModel {
  const result = fitLinearLearner(table, target, { normalize_data: false, ...options }, given);
  if (result.outcome === 'fault') throw new Error(result.message);
  return result.model;
}

function expectEqual(model: LinearModel, expected: Expected): void {
  const [ours, theirs] = [model, expected].map(({ coefficients, intercepts }) => [
    ...coefficients.flat(),
    ...intercepts,
  ]);
  expect(ours?.length).toBe(theirs?.length);
  ours?.forEach((value, j) => {
    expect(Math.abs(value - (theirs?.[j] ?? Number.NaN))).toBeLessThan(1e-4);
  });
}

const regressor = { predictor_type: 'regressor' } as const;
const binary = { predictor_type: 'binary_classifier' } as const;
const multi = { predictor_type: 'multiclass_classifier', num_classes: 3 } as const;

describe('coefficients equal those of scikit-learn', () => {
  it('in linear regression without a penalty', () => {
    expectEqual(fit(raw, y, regressor), reference.ordinary);
  });

  it('in ridge regression, with and without weights and intercept', () => {
    const { ridge, weightedRidge, ridgeWithoutIntercept } = reference;

    expectEqual(fit(raw, y, { ...regressor, wd: ridge.alpha / n }), ridge);
    expectEqual(fit(raw, y, { ...regressor, wd: weightedRidge.alpha / weightedRidge.total }, weights), weightedRidge);
    expectEqual(
      fit(raw, y, { ...regressor, wd: ridgeWithoutIntercept.alpha / n, use_bias: false }),
      ridgeWithoutIntercept,
    );
  });

  it('in the lasso and the elastic net', () => {
    const { lasso, elasticNet } = reference;
    const { alpha, ratio } = elasticNet;

    expectEqual(fit(raw, y, { ...regressor, l1: lasso.alpha }), lasso);
    expectEqual(fit(raw, y, { ...regressor, l1: alpha * ratio, wd: alpha * (1 - ratio) }), elasticNet);
  });

  it('in logistic regression, with and without penalty and weights', () => {
    const { logistic, plainLogistic, weightedLogistic } = reference;

    expectEqual(fit(raw, label, { ...binary, wd: 1 / (logistic.C * n) }), logistic);
    expectEqual(fit(standardised(raw), label, binary), plainLogistic);
    const wd = 1 / (weightedLogistic.C * weightedLogistic.total);
    expectEqual(fit(raw, label, { ...binary, wd }, weights), weightedLogistic);
  });

  it('in logistic regression with an L1 penalty and the elastic net', () => {
    const { sparseLogistic, elasticLogistic } = reference;
    const strength = 1 / (elasticLogistic.C * n);

    expectEqual(fit(standardised(raw), label, { ...binary, l1: 1 / (sparseLogistic.C * n) }), sparseLogistic);
    const options = { ...binary, l1: strength * elasticLogistic.ratio, wd: strength * (1 - elasticLogistic.ratio) };
    expectEqual(fit(standardised(raw), label, options), elasticLogistic);
  });

  it('in multinomial regression with L2 and with L1', () => {
    const { multinomial, sparseMultinomial } = reference;

    expectEqual(fit(raw, classes, { ...multi, wd: 1 / (multinomial.C * n) }), multinomial);
    expectEqual(fit(standardised(raw), classes, { ...multi, l1: 1 / (sparseMultinomial.C * n) }), sparseMultinomial);
  });

  it('on standardised features where normalize_data is set', () => {
    const { sparseLogistic } = reference;
    const options = { ...binary, l1: 1 / (sparseLogistic.C * n), normalize_data: true };

    const model = fit(raw, label, options);

    const spread = raw.columns.map((column) => Math.sqrt(momentsOf(column).squares / n));
    model.coefficients[0]?.forEach((b, j) => {
      expect(b * (spread[j] ?? 0)).toBeCloseTo(sparseLogistic.coefficients[0]?.[j] ?? Number.NaN, 4);
    });
  });
});
