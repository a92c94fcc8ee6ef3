import type { CalibratedItem, PartialCreditItem } from '../../items/calibrated-item.ts';
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

/** Writes the probabilities of one node to `out[0 … m]`; exponents are shifted by their largest, so none overflows. */
function writeShares(parameters: Float64Array, theta: number, out: Float64Array): void {
  const slope = Number(parameters[0]) * theta;
  let exponent = 0;
  let peak = 0;
  out[0] = 0;
  for (let k = 1; k < parameters.length; k += 1) {
    exponent += slope + Number(parameters[k]);
    out[k] = exponent;
    if (exponent > peak) peak = exponent;
  }
  let total = 0;
  for (let k = 0; k < parameters.length; k += 1) {
    const mass = Math.exp(Number(out[k]) - peak);
    out[k] = mass;
    total += mass;
  }
  for (let k = 0; k < parameters.length; k += 1) out[k] = Math.max(LEAST_PROBABILITY, Number(out[k]) / total);
}

/** What one node holds: how many persons at which ability, with which probabilities of scoring at or above each cut. */
type Node = {
  readonly theta: number;
  readonly persons: number;
  readonly mean: number;
  readonly shares: Float64Array;
};

/**
 * Adds one node to the information: the covariance of the sufficient statistics, θ·score for the slope and "score ≥ v" for
 * intercept v. The family is exponential, so that this is the negative Hessian too.
 */
function addInformation({ theta, persons, mean, shares }: Node, information: Float64Array): void {
  const order = shares.length;
  let square = 0;
  for (let k = 1; k < order; k += 1) square += k * k * Number(shares[k]);
  information[0] = Number(information[0]) + persons * theta * theta * (square - mean * mean);
  let atLeast = 0;
  let scored = 0;
  for (let v = order - 1; v > 0; v -= 1) {
    atLeast += Number(shares[v]);
    scored += v * Number(shares[v]);
    information[v] = Number(information[v]) + persons * theta * (scored - mean * atLeast);
    let fewer = 1; // P(score < u), for u = v down to 1
    for (let k = v; k < order; k += 1) fewer -= Number(shares[k]);
    for (let u = v; u > 0; u -= 1) {
      information[u * order + v] = Number(information[u * order + v]) + persons * atLeast * fewer;
      fewer -= Number(shares[u - 1]);
    }
  }
}

/** Adds observed minus expected sufficient statistics of one node; returns its part of the objective. */
function addGradient(node: Node, counts: Float64Array, cell: number, stride: number, gradient: Float64Array): number {
  const { theta, persons, shares } = node;
  let objective = 0;
  let surplus = 0;
  let scored = 0;
  for (let k = shares.length - 1; k >= 0; k -= 1) {
    const count = Number(counts[k * stride + cell]);
    if (count > 0) objective += count * Math.log(Number(shares[k]));
    if (k === 0) break;
    surplus += count - persons * Number(shares[k]);
    scored += surplus; // Σ_k k·(count_k − expected_k), summed by parts
    gradient[k] = Number(gradient[k]) + surplus;
  }
  gradient[0] = Number(gradient[0]) + theta * scored;
  return objective;
}

function partialCreditDerivatives(
  parameters: Float64Array,
  nodes: Float64Array,
  counts: Float64Array,
  gradient: Float64Array,
  information: Float64Array,
): number {
  const order = parameters.length;
  const shares = new Float64Array(order);
  gradient.fill(0);
  information.fill(0);
  let objective = 0;
  for (let q = 0; q < nodes.length; q += 1) {
    let persons = 0;
    for (let k = 0; k < order; k += 1) persons += Number(counts[k * nodes.length + q]);
    if (persons === 0) continue;
    const theta = Number(nodes[q]);
    writeShares(parameters, theta, shares);
    let mean = 0;
    for (let k = 1; k < order; k += 1) mean += k * Number(shares[k]);
    const node = { theta, persons, mean, shares };
    objective += addGradient(node, counts, q, nodes.length, gradient);
    addInformation(node, information);
  }
  mirror(information, order);
  return objective;
}

function partialCreditProbabilities(parameters: Float64Array, nodes: Float64Array, out: Float64Array): void {
  const shares = new Float64Array(parameters.length);
  for (let q = 0; q < nodes.length; q += 1) {
    writeShares(parameters, Number(nodes[q]), shares);
    for (let k = 0; k < parameters.length; k += 1) out[k * nodes.length + q] = Number(shares[k]);
  }
}

/** The intercept of a step is the log odds of its two categories, as it is at θ = 0. */
function partialCreditStart(observed: Float64Array): Float64Array {
  const shares = startShares(observed);
  const parameters = new Float64Array(observed.length).fill(1);
  for (let k = 1; k < shares.length; k += 1) parameters[k] = Math.log(Number(shares[k]) / Number(shares[k - 1]));
  return parameters;
}

const isPartialCredit = (item: CalibratedItem): item is PartialCreditItem => item.kind === 'partial-credit';

/**
 * Muraki's generalized partial credit in slope–intercept form: P(score k) ∝ e^(k·aθ + d_1 + … + d_k), and b_k = −d_k / a.
 * With the slope held at 1 it is Masters' partial credit model.
 *
 * @param categories at least 2
 * @throws           RangeError for fewer categories
 * @see              Muraki (1992), Applied Psychological Measurement 16(2), 159–176; Masters (1982), Psychometrika 47
 */
export function partialCreditModel(categories: number): ItemModel {
  return {
    categories,
    ...cutNames(categories),
    start: partialCreditStart,
    probabilities: partialCreditProbabilities,
    derivatives: partialCreditDerivatives,
    rescale: rescaleCuts,
    toItem: (parameters) => ({ kind: 'partial-credit', ...itemOfCuts(parameters) }),
    fromItem: (item) => cutsOf(item, categories, isPartialCredit),
    jacobian: jacobianOfCuts,
  };
}
