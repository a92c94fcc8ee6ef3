import { logistic } from '../numbers/logistic.ts';
import type { ItemModel } from './item-models/item-model.ts';

export type NormalPrior = { readonly kind: 'normal'; readonly mean: number; readonly sd: number };
/** ln a ~ N(mean, sd²). */
export type LogNormalPrior = { readonly kind: 'log-normal'; readonly mean: number; readonly sd: number };
/** logit c ~ N(mean, sd²). */
export type LogitNormalPrior = { readonly kind: 'logit-normal'; readonly mean: number; readonly sd: number };
/** c ~ Beta(alpha, beta). */
export type BetaPrior = { readonly kind: 'beta'; readonly alpha: number; readonly beta: number };

/** What is believed of one item before its answers. */
export type ItemPrior = {
  readonly slope?: LogNormalPrior | NormalPrior;
  /** Of b, or of the mean of an item's thresholds; in logits of the scale that is estimated. */
  readonly difficulty?: NormalPrior;
  readonly guessing?: LogitNormalPrior | BetaPrior;
};

/** One prior's share of the objective, as a function of one number: its logarithm and two derivatives. */
type Term = { readonly value: number; readonly slope: number; readonly curvature: number };

const ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

const normalTerm = (x: number, { mean, sd }: { mean: number; sd: number }): Term => {
  const z = (x - mean) / sd;
  return { value: (-z * z) / 2 - Math.log(sd * ROOT_TWO_PI), slope: -z / sd, curvature: 1 / (sd * sd) };
};

function logNormalTerm(a: number, prior: LogNormalPrior): Term {
  if (!(a > 0)) return { value: Number.NEGATIVE_INFINITY, slope: 0, curvature: 0 };
  const inLog = normalTerm(Math.log(a), prior);
  const curvature = (inLog.curvature - 1 + inLog.slope) / (a * a);
  return {
    value: inLog.value - Math.log(a),
    slope: (inLog.slope - 1) / a,
    curvature: Math.max(curvature, inLog.curvature / (a * a)), // stays positive where the density is not log-concave
  };
}

/** As a function of the logit x of c; the density is the one of c, as in the literature, up to a constant. */
function betaTerm(x: number, { alpha, beta }: BetaPrior): Term {
  const c = logistic(x);
  const miss = logistic(-x);
  return {
    value: (alpha - 1) * Math.log(c) + (beta - 1) * Math.log(miss),
    slope: (alpha - 1) * miss - (beta - 1) * c,
    curvature: Math.max(0, (alpha + beta - 2) * c * miss),
  };
}

const slopeTerm = (a: number, prior: LogNormalPrior | NormalPrior): Term =>
  prior.kind === 'normal' ? normalTerm(a, prior) : logNormalTerm(a, prior);

const guessingTerm = (x: number, prior: LogitNormalPrior | BetaPrior): Term =>
  prior.kind === 'beta' ? betaTerm(x, prior) : normalTerm(x, prior);

/** Adds a term in Σ direction · parameters, to first order, to gradient and information. */
function addTerm(term: Term, direction: Float64Array, gradient: Float64Array, information: Float64Array): number {
  const p = direction.length;
  direction.forEach((by, r) => {
    if (by === 0) return;
    gradient[r] = (gradient[r] ?? 0) + term.slope * by;
    direction.forEach((other, s) => {
      information[r * p + s] = (information[r * p + s] ?? 0) + term.curvature * by * other;
    });
  });
  return term.value;
}

const unit = (length: number, at: number): Float64Array => new Float64Array(length).fill(1, at, at + 1);

/** Mean difficulty of the item and its derivatives in the free parameters. */
function difficultyOf(model: ItemModel, parameters: Float64Array) {
  const item = model.toItem(parameters);
  const rows = model.reportedNames.flatMap((name, row) => (name.startsWith('b') ? [row] : []));
  const jacobian = model.jacobian(parameters);
  const p = parameters.length;
  const direction = new Float64Array(p).map(
    (_, s) => rows.reduce((sum, row) => sum + (jacobian[row * p + s] ?? 0), 0) / rows.length,
  );
  const thresholds = item.kind === 'dichotomous' ? [item.b] : item.thresholds;
  return { value: thresholds.reduce((sum, b) => sum + b, 0) / thresholds.length, direction };
}

/**
 * The logarithm of an item's prior density at `parameters`; adds its derivatives to `gradient` and
 * `information` (p × p).
 */
export function addPrior(
  prior: ItemPrior,
  model: ItemModel,
  parameters: Float64Array,
  gradient: Float64Array,
  information: Float64Array,
): number {
  const p = parameters.length;
  let value = 0;
  if (prior.slope) {
    value += addTerm(slopeTerm(parameters[0] ?? 0, prior.slope), unit(p, 0), gradient, information);
  }
  if (prior.difficulty) {
    const { value: b, direction } = difficultyOf(model, parameters);
    value += addTerm(normalTerm(b, prior.difficulty), direction, gradient, information);
  }
  const guessing = model.parameterNames.indexOf('logit-c');
  if (prior.guessing && guessing >= 0) {
    const term = guessingTerm(parameters[guessing] ?? 0, prior.guessing);
    value += addTerm(term, unit(p, guessing), gradient, information);
  }
  return value;
}

/** The logarithm of an item's prior density at `parameters`. */
export const logPriorOf = (prior: ItemPrior, model: ItemModel, parameters: Float64Array): number =>
  addPrior(prior, model, parameters, new Float64Array(parameters.length), new Float64Array(parameters.length ** 2));
