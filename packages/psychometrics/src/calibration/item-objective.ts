import type { FitItem } from './fit-problem.ts';
import { addPrior } from './priors.ts';
import type { Nodes } from './quadrature.ts';

/** Slopes beyond this are perfect discrimination: the likelihood still rises, but to no end. */
export const STEEPEST = 25;

/** Value, gradient and information (p × p) of one item's share of the M-step's objective. */
export type Objective = { readonly value: number; readonly gradient: Float64Array; readonly information: Float64Array };

/** Objective of one item's M-step, prior included, and its derivatives. */
export function objectiveOf(item: FitItem, parameters: Float64Array, nodes: Nodes, counts: Float64Array): Objective {
  const p = parameters.length;
  const gradient = new Float64Array(p);
  const information = new Float64Array(p * p);
  let value = item.model.derivatives(parameters, nodes, counts, gradient, information);
  value += addPrior(item.prior, item.model, parameters, gradient, information);
  if (Math.abs(parameters[0] ?? 0) > STEEPEST) value = Number.NEGATIVE_INFINITY;
  return { value: Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value, gradient, information };
}

export const countsOf = ({ row, model }: FitItem, counts: Float64Array, q: number): Float64Array =>
  counts.subarray(row * q, (row + model.categories) * q);

export const largestOf = (step: Float64Array): number =>
  step.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
