import { type BoostingParameters, hasBoundedWeights } from '../parameters/boosting-parameters.ts';

const { fround } = Math;

/** Limits of the leaf weights below a node; they come from monotone constraints above it. */
export type Bounds = { readonly lower: number; readonly upper: number };

export const UNBOUNDED: Bounds = { lower: Number.NEGATIVE_INFINITY, upper: Number.POSITIVE_INFINITY };

/** XGBoost keeps its parameters in single precision; so do sums that use them. */
export type Regularization = {
  readonly lambda: number;
  readonly alpha: number;
  readonly least: number;
  readonly step: number;
  readonly eta: number;
  readonly gamma: number;
  readonly isBounded: boolean;
};

export function regularizationOf(parameters: BoostingParameters): Regularization {
  return {
    lambda: fround(parameters.lambda),
    alpha: fround(parameters.alpha),
    least: fround(parameters.min_child_weight),
    step: fround(parameters.max_delta_step),
    eta: fround(parameters.eta),
    gamma: fround(parameters.gamma),
    isBounded: hasBoundedWeights(parameters),
  };
}

function shrunk(gradient: number, alpha: number): number {
  if (gradient > alpha) return gradient - alpha;
  return gradient < -alpha ? gradient + alpha : 0;
}

/** The leaf weight that lowers the loss most: −G / (H + lambda), shrunk by alpha, within the bounds. */
export function leafWeight(g: number, h: number, rules: Regularization, { lower, upper }: Bounds): number {
  if (h < rules.least || h <= 0) return Math.min(Math.max(0, lower), upper);
  const free = -shrunk(g, rules.alpha) / (h + rules.lambda);
  const stepped = rules.step > 0 ? Math.min(Math.max(free, -rules.step), rules.step) : free;
  return Math.min(Math.max(fround(stepped), lower), upper);
}

/** How much a node's loss falls by its best weight, doubled. */
export function nodeGain(g: number, h: number, rules: Regularization, bounds: Bounds): number {
  if (h <= 0) return 0;
  if (!rules.isBounded) return fround(shrunk(g, rules.alpha) ** 2 / (h + rules.lambda));
  const weight = leafWeight(g, h, rules, bounds);
  return fround(-(2 * shrunk(g, rules.alpha) * weight + (h + rules.lambda) * weight * weight));
}
