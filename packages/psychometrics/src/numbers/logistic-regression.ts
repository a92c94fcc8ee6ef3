import { choleskyOf, choleskySolve } from './cholesky.ts';
import { logistic, softplus } from './logistic.ts';

/** Persons with the same predictors: how many, and how many of them succeeded. */
export type LogisticRow = {
  readonly predictors: readonly number[];
  readonly successes: number;
  readonly trials: number;
};

const STEP_LIMIT = 50;
const PRECISION = 1e-12;
const HALVINGS = 30;

const productOf = (predictors: readonly number[], coefficients: Float64Array): number =>
  coefficients.reduce((sum, b, i) => sum + b * (predictors[i] ?? 0), 0);

function devianceAt(rows: readonly LogisticRow[], coefficients: Float64Array): number {
  return rows.reduce((sum, { predictors, successes, trials }) => {
    const x = productOf(predictors, coefficients);
    return sum + 2 * (successes * softplus(-x) + (trials - successes) * softplus(x));
  }, 0);
}

/** The Newton step, undefined if the predictors are linearly dependent. */
function stepAt(rows: readonly LogisticRow[], coefficients: Float64Array): Float64Array | undefined {
  const order = coefficients.length;
  const gradient = new Float64Array(order);
  const values = new Float64Array(order * order);
  for (const { predictors, successes, trials } of rows) {
    const p = logistic(productOf(predictors, coefficients));
    for (let i = 0; i < order; i += 1) {
      const left = predictors[i] ?? 0;
      gradient[i] = Number(gradient[i]) + (successes - trials * p) * left;
      for (let j = 0; j <= i; j += 1) {
        values[i * order + j] = Number(values[i * order + j]) + trials * p * (1 - p) * left * (predictors[j] ?? 0);
      }
    }
  }
  const factor = choleskyOf({ order, values });
  return factor && choleskySolve(factor, gradient);
}

type Point = { readonly coefficients: Float64Array; readonly deviance: number };

/** Goes along the step, half as far each time the deviance would rise; undefined where no part of it helps. */
function advance(rows: readonly LogisticRow[], from: Point, step: Float64Array): Point | undefined {
  for (let share = 1, h = 0; h < HALVINGS; h += 1, share /= 2) {
    const coefficients = from.coefficients.map((b, i) => b + share * Number(step[i]));
    const deviance = devianceAt(rows, coefficients);
    if (deviance < from.deviance) return { coefficients, deviance };
  }
  return undefined;
}

/**
 * Deviance (−2 log-likelihood of the single answers) of a logistic regression on the first `count` predictors, at its
 * maximum. Where the answers are perfectly separated, the deviance that the coefficients tend to as they grow.
 *
 * @returns undefined if the predictors are linearly dependent
 */
export function logisticDeviance(rows: readonly LogisticRow[], count: number): number | undefined {
  const origin = new Float64Array(count);
  let at: Point = { coefficients: origin, deviance: devianceAt(rows, origin) };
  for (let n = 0; n < STEP_LIMIT; n += 1) {
    const step = stepAt(rows, at.coefficients);
    // Dependent at the start: so they are. Later: the weights have vanished, as separated answers make them.
    if (step === undefined) return n === 0 ? undefined : at.deviance;
    const next = advance(rows, at, step);
    if (next === undefined) return at.deviance;
    const gain = at.deviance - next.deviance;
    at = next;
    if (gain < PRECISION * (1 + at.deviance)) return at.deviance;
  }
  return at.deviance;
}
