import type { ItemModel } from './item-models/item-model.ts';
import type { ItemPrior } from './priors.ts';

/** How an item takes part in the M-step: `left-out` items have no curve, their answers count as missing. */
export type ItemRole = 'free' | 'fixed' | 'left-out';

export type FitItem = {
  readonly model: ItemModel;
  readonly role: ItemRole;
  /** Where the item's free parameters stand in the vector of all. */
  readonly offset: number;
  /** Row of the category table of score 0. */
  readonly row: number;
  readonly prior: ItemPrior;
};

/**
 * What is maximised. One vector holds all parameters: of each item in turn, then mean and ln sd of each latent group.
 * Group 0 is the reference.
 */
export type FitProblem = {
  readonly items: readonly FitItem[];
  /** Slopes: one for each item, one for all free items, or as they stand. */
  readonly slopes: 'each' | 'shared' | 'held';
  readonly groups: number;
  /** What of the reference group's distribution is estimated; the other groups' always is. */
  readonly reference: { readonly isMeanFree: boolean; readonly isSdFree: boolean };
  /**
   * Parameter expansion: the reference group's mean and sd are estimated and the scale is then changed so that they are
   * 0 and 1 again. Only where nothing but that convention fixes the scale.
   */
  readonly isExpanded: boolean;
  /** Length of the vector. */
  readonly length: number;
  /** Weight of the persons of each group. */
  readonly groupWeights: Float64Array;
};

export type LatentDistribution = { readonly mean: number; readonly sd: number };

/** Where group g's mean stands in the vector; its ln sd is next. */
export const latentOffset = ({ length, groups }: FitProblem, group: number): number => length - 2 * (groups - group);

export const parametersOf = ({ offset, model }: FitItem, vector: Float64Array): Float64Array =>
  vector.subarray(offset, offset + model.parameterNames.length);

export function latentOf(problem: FitProblem, vector: Float64Array, group: number): LatentDistribution {
  const at = latentOffset(problem, group);
  return { mean: vector[at] ?? 0, sd: Math.exp(vector[at + 1] ?? 0) };
}
