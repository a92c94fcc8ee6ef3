import { requireColumns, requireComplete } from '../numbers/dense.ts';
import type { Table } from '../table/table.ts';
import type { LinearModel } from './linear-learner.ts';
import { logistic } from './problem.ts';

/** intercept + Σ coefficient · feature, row by row. */
function scoresOf({ coefficients, intercepts }: LinearModel, table: Table, k: number): Float64Array {
  const scores = new Float64Array(table.rows).fill(intercepts[k] ?? 0);
  table.columns.forEach((column, j) => {
    const b = coefficients[k]?.[j] ?? 0;
    for (let i = 0; i < scores.length; i += 1) scores[i] = (scores[i] as number) + b * (column[i] as number); // one a row
  });
  return scores;
}

function softmaxRow(scores: readonly Float64Array[], i: number, out: Float64Array): void {
  const classes = scores.length;
  const peak = Math.max(...scores.map((s) => s[i] as number)); // one a row, here and below
  let mass = 0;
  scores.forEach((s, k) => {
    const e = Math.exp((s[i] as number) - peak);
    out[i * classes + k] = e;
    mass += e;
  });
  for (let k = 0; k < classes; k += 1) out[i * classes + k] = (out[i * classes + k] as number) / mass;
}

/**
 * Predictions of a linear model.
 *
 * @param table the model's columns in its order, no cell missing
 * @returns     a value a row (regressor), the probability of label 1 (binary classifier), or rows × classes
 *              probabilities row by row (multiclass classifier)
 * @throws      RangeError if the columns differ or a cell is missing
 */
export function predictLinear(model: LinearModel, table: Table): Float64Array {
  requireColumns(table, model.names);
  requireComplete(table, 'a linear model');
  if (model.predictor_type === 'regressor') return scoresOf(model, table, 0);
  if (model.predictor_type === 'binary_classifier') return scoresOf(model, table, 0).map(logistic);
  const scores = model.coefficients.map((_, k) => scoresOf(model, table, k));
  const out = new Float64Array(table.rows * scores.length);
  for (let i = 0; i < table.rows; i += 1) softmaxRow(scores, i, out);
  return out;
}
