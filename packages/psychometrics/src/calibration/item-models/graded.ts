import type { CalibratedItem, GradedItem } from '../../items/calibrated-item.ts';
import type { ItemModel } from './item-model.ts';
import {
  cutNames,
  cutsOf,
  itemOfCuts,
  jacobianOfCuts,
  LEAST_PROBABILITY,
  mirror,
  rescaleCuts,
  startShares,
} from './polytomous.ts';

/**
 * One node's curves: `above[k]` = P(score ≥ k), `below[k]` its complement, for k = 0 … m + 1; `gap[k]` = 1 − e^(d_{k+1} −
 * d_k) for k = 0 … m, the same at every node. P(score = k) = above[k] · below[k + 1] · gap[k] is a product, so that no
 * digits are lost where two neighbouring curves are close to 0 or 1 together.
 */
type Curves = { readonly above: Float64Array; readonly below: Float64Array; readonly gap: Float64Array };

function curvesFor(cuts: number): Curves {
  const curves = {
    above: new Float64Array(cuts + 2),
    below: new Float64Array(cuts + 2),
    gap: new Float64Array(cuts + 1).fill(1),
  };
  curves.above[0] = 1;
  curves.below[cuts + 1] = 1;
  return curves;
}

/** @returns false if two intercepts do not fall, where a category would have no probability left */
function writeGaps(parameters: Float64Array, { gap }: Curves): boolean {
  for (let k = 1; k < gap.length - 1; k += 1) {
    gap[k] = -Math.expm1(Number(parameters[k + 1]) - Number(parameters[k]));
    if (!(Number(gap[k]) > 0)) return false;
  }
  return true;
}

function writeCurves(parameters: Float64Array, theta: number, { above, below, gap }: Curves): void {
  const slope = Number(parameters[0]) * theta;
  for (let k = 1; k < gap.length; k += 1) {
    const odds = Math.exp(-Math.abs(slope + Number(parameters[k])));
    const near = 1 / (1 + odds);
    const isAbove = slope + Number(parameters[k]) >= 0;
    above[k] = isAbove ? near : odds * near;
    below[k] = isAbove ? odds * near : near;
  }
}

const categoryProbability = ({ above, below, gap }: Curves, k: number): number =>
  Math.max(LEAST_PROBABILITY, Number(above[k]) * Number(below[k + 1]) * Number(gap[k]));

/** What one node adds, and what the node is: its ability and its persons. */
type Node = { readonly theta: number; readonly persons: number };

/**
 * Adds one node to the information. With w_k the slope of P(≥ k): category k has ∂P/∂d_k = w_k, ∂P/∂d_{k+1} = −w_{k+1},
 * ∂P/∂a = θ (w_k − w_{k+1}), so that the information of the intercepts has three diagonals.
 */
function addInformation(curves: Curves, { theta, persons }: Node, information: Float64Array): void {
  const { above, below, gap } = curves;
  const cuts = gap.length - 1;
  const order = cuts + 1;
  let left = 0;
  for (let k = 0; k <= cuts; k += 1) {
    const right = Number(above[k + 1]) * Number(below[k + 1]);
    const share = persons / categoryProbability(curves, k);
    const slope = theta * (left - right);
    information[0] = Number(information[0]) + share * slope * slope;
    if (k > 0) {
      information[k] = Number(information[k]) + share * left * slope;
      information[k * order + k] = Number(information[k * order + k]) + share * left * left;
    }
    if (k < cuts) {
      const next = k + 1;
      information[next] = Number(information[next]) - share * right * slope;
      information[next * order + next] = Number(information[next * order + next]) + share * right * right;
      if (k > 0) information[k * order + next] = Number(information[k * order + next]) - share * left * right;
    }
    left = right;
  }
}

/**
 * Adds one category's counts at one node to the gradient: ∂ ln P_k/∂d_k = below_k / (below_{k+1} gap_k) and ∂ ln P_k /
 * ∂d_{k+1} = −above_{k+1} / (above_k gap_k), the quotients w / P with what cancels left out.
 */
function addGradient({ above, below, gap }: Curves, k: number, count: number, theta: number, out: Float64Array): void {
  const last = gap.length - 1;
  const up = k === 0 ? 0 : (count * Number(below[k])) / (Number(below[k + 1]) * Number(gap[k]));
  const down = k === last ? 0 : (count * Number(above[k + 1])) / (Number(above[k]) * Number(gap[k]));
  out[0] = Number(out[0]) + theta * (up - down);
  if (k > 0) out[k] = Number(out[k]) + up;
  if (k < last) out[k + 1] = Number(out[k + 1]) - down;
}

function gradedDerivatives(
  parameters: Float64Array,
  nodes: Float64Array,
  counts: Float64Array,
  gradient: Float64Array,
  information: Float64Array,
): number {
  const curves = curvesFor(parameters.length - 1);
  gradient.fill(0);
  information.fill(0);
  if (!writeGaps(parameters, curves)) return Number.NEGATIVE_INFINITY;
  let objective = 0;
  for (let q = 0; q < nodes.length; q += 1) {
    const theta = Number(nodes[q]);
    writeCurves(parameters, theta, curves);
    let persons = 0;
    for (let k = 0; k < parameters.length; k += 1) {
      const count = Number(counts[k * nodes.length + q]);
      if (count === 0) continue;
      persons += count;
      objective += count * Math.log(categoryProbability(curves, k));
      addGradient(curves, k, count, theta, gradient);
    }
    if (persons > 0) addInformation(curves, { theta, persons }, information);
  }
  mirror(information, parameters.length);
  return objective;
}

function gradedProbabilities(parameters: Float64Array, nodes: Float64Array, out: Float64Array): void {
  const curves = curvesFor(parameters.length - 1);
  if (!writeGaps(parameters, curves)) {
    // Crossed curves would sum to more than 1; nobody's answers may seem likely there.
    out.fill(LEAST_PROBABILITY);
    return;
  }
  for (let q = 0; q < nodes.length; q += 1) {
    writeCurves(parameters, Number(nodes[q]), curves);
    for (let k = 0; k < parameters.length; k += 1) out[k * nodes.length + q] = categoryProbability(curves, k);
  }
}

/** Intercepts of the shares at or above each cut, spread by 1.16: marginal curves are flatter than those at one θ. */
function gradedStart(observed: Float64Array): Float64Array {
  const shares = startShares(observed);
  const parameters = new Float64Array(observed.length).fill(1);
  let above = 1;
  for (let k = 1; k < shares.length; k += 1) {
    above -= Number(shares[k - 1]);
    parameters[k] = 1.16 * Math.log(above / (1 - above));
  }
  return parameters;
}

const isGraded = (item: CalibratedItem): item is GradedItem => item.kind === 'graded';

/**
 * Samejima's graded response in slope–intercept form: P(score ≥ k) = 1 / (1 + e^(−(aθ + d_k))), d_1 > d_2 > …, and
 * b_k = −d_k / a.
 *
 * @param categories at least 2
 * @throws           RangeError for fewer categories
 * @see              Samejima (1969), Psychometrika Monograph 17
 */
export function gradedModel(categories: number): ItemModel {
  return {
    categories,
    ...cutNames(categories),
    start: gradedStart,
    probabilities: gradedProbabilities,
    derivatives: gradedDerivatives,
    rescale: rescaleCuts,
    toItem: (parameters) => ({ kind: 'graded', ...itemOfCuts(parameters) }),
    fromItem: (item) => cutsOf(item, categories, isGraded),
    jacobian: jacobianOfCuts,
  };
}
