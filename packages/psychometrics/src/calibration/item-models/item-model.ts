import type { CalibratedItem } from '../../items/calibrated-item.ts';

/**
 * What EM must know of one item's model. The free parameters are in slope–intercept form and unbounded (a guessing
 * chance is a logit): parameter 0 is always the slope a, which may be shared between items or held fixed by the caller.
 *
 * Tables are flat: entry `k * Q + q` belongs to category k at node q, with Q = `nodes.length`.
 */
export type ItemModel = {
  /** Scores 0 … categories − 1 are possible. */
  readonly categories: number;
  /** Names of the free parameters, slope first: `a`, `d`, … */
  readonly parameterNames: readonly string[];
  /** Names of what is reported, in the order of the rows of `jacobian`: `a`, `b` or `a`, `b1`, `b2`, … */
  readonly reportedNames: readonly string[];

  /** A start from how often each score was observed (one entry a category, weights counted), slope 1. */
  readonly start: (observed: Float64Array) => Float64Array;

  /** Writes P(score k | θ = nodes[q]) to `out`, `categories` × Q; every entry lies in (0, 1). */
  readonly probabilities: (parameters: Float64Array, nodes: Float64Array, out: Float64Array) => void;

  /**
   * The M-step's objective Σ_k Σ_q counts·ln P and its derivatives in the p free parameters.
   *
   * @param counts      `categories` × Q expected numbers of persons
   * @param gradient    p entries, overwritten
   * @param information p × p, overwritten by the expected (Fisher) information given the number of persons at each
   *                    node, Σ_q n_q Σ_k (∂P_k)(∂P_k)ᵀ / P_k, or the negative Hessian where that is positive definite
   * @returns           the objective, `-Infinity` if the parameters are not admissible (disordered thresholds)
   */
  readonly derivatives: (
    parameters: Float64Array,
    nodes: Float64Array,
    counts: Float64Array,
    gradient: Float64Array,
    information: Float64Array,
  ) => number;

  /** Changes the scale in place, θ = mean + sd · θ′: the same curves as functions of θ′. */
  readonly rescale: (parameters: Float64Array, mean: number, sd: number) => void;

  readonly toItem: (parameters: Float64Array) => CalibratedItem;

  /** @throws RangeError for an item of another kind or with another number of categories */
  readonly fromItem: (item: CalibratedItem) => Float64Array;

  /** ∂ reported / ∂ free, `reportedNames.length` × p, row-major: the delta method's matrix. */
  readonly jacobian: (parameters: Float64Array) => Float64Array;
};
