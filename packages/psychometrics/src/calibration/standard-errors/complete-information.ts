import { type FitItem, type FitProblem, latentOf, latentOffset, parametersOf } from '../fit-problem.ts';
import { addPrior } from '../priors.ts';
import type { Nodes } from '../quadrature.ts';
import { type FreeParameters, freeItems } from './free-parameters.ts';
import { categoryRows, latentSlopes } from './score-table.ts';

/** Step of the central difference of the gradient; its error is of the order of the step's square. */
const STEP = 1e-5;

function gradientAt(item: FitItem, parameters: Float64Array, nodes: Nodes, counts: Float64Array): Float64Array {
  const p = parameters.length;
  const [gradient, information] = [new Float64Array(p), new Float64Array(p * p)];
  item.model.derivatives(parameters, nodes, counts, gradient, information);
  addPrior(item.prior, item.model, parameters, gradient, information);
  return gradient;
}

/** Minus the Hessian of one item's expected complete-data log-likelihood and prior: exact where Fisher's is not. */
function itemCurvature(item: FitItem, vector: Float64Array, nodes: Nodes, counts: Float64Array): Float64Array {
  const parameters = parametersOf(item, vector);
  const p = parameters.length;
  const curvature = new Float64Array(p * p);
  for (let s = 0; s < p; s += 1) {
    const step = STEP * Math.max(1, Math.abs(Number(parameters[s])));
    const moved = (by: number) => parameters.map((value, r) => (r === s ? value + by : value));
    const up = gradientAt(item, moved(step), nodes, counts);
    const down = gradientAt(item, moved(-step), nodes, counts);
    for (let r = 0; r < p; r += 1) curvature[r * p + s] = (Number(down[r]) - Number(up[r])) / (2 * step);
  }
  return curvature.map((value, at) => (value + Number(curvature[(at % p) * p + Math.floor(at / p)])) / 2);
}

/** Minus the second derivatives of Σ masses · ln weight by a group's mean and ln sd. */
function latentCurvature(nodes: Nodes, masses: Float64Array, mean: number, sd: number): Float64Array {
  const { weights, slopes } = latentSlopes(nodes, mean, sd);
  const seconds = [
    nodes.map(() => -1 / sd ** 2),
    nodes.map((theta) => (-2 * (theta - mean)) / sd ** 2),
    nodes.map((theta) => -2 * ((theta - mean) / sd) ** 2),
  ];
  const total = masses.reduce((sum, mass) => sum + mass, 0);
  const entry = (r: 0 | 1, s: 0 | 1) => {
    const second = seconds[r + s] ?? new Float64Array();
    const expected = second.reduce((sum, value, n) => {
      const covariance = Number(slopes[r][n]) * Number(slopes[s][n]);
      return sum + Number(weights[n]) * (value + covariance);
    }, 0);
    return total * expected - second.reduce((sum, value, n) => sum + Number(masses[n]) * value, 0);
  };
  return Float64Array.of(entry(0, 0), entry(0, 1), entry(1, 0), entry(1, 1));
}

function addBlock(block: Float64Array, offset: number, free: FreeParameters, out: Float64Array): void {
  const p = Math.sqrt(block.length);
  for (let r = 0; r < p; r += 1) {
    for (let s = 0; s < p; s += 1) {
      const [row, column] = [Number(free.placeOf[offset + r]), Number(free.placeOf[offset + s])];
      if (row < 0 || column < 0) continue;
      out[row * free.count + column] = Number(out[row * free.count + column]) + Number(block[r * p + s]);
    }
  }
}

/**
 * The information that there would be if abilities were known: minus the Hessian of the expected complete-data
 * log-likelihood, priors included.
 *
 * @param counts cells × nodes, see `ScoreTable`
 * @returns      free × free
 */
export function completeInformation(
  problem: FitProblem,
  vector: Float64Array,
  nodes: Nodes,
  free: FreeParameters,
  counts: Float64Array,
): Float64Array {
  const q = nodes.length;
  const out = new Float64Array(free.count ** 2);
  for (const item of freeItems(problem)) {
    const own = counts.subarray(item.row * q, (item.row + item.model.categories) * q);
    addBlock(itemCurvature(item, vector, nodes, own), item.offset, free, out);
  }
  for (let group = 0; group < problem.groups; group += 1) {
    const { mean, sd } = latentOf(problem, vector, group);
    const cell = categoryRows(problem) + group;
    const masses = counts.subarray(cell * q, (cell + 1) * q);
    addBlock(latentCurvature(nodes, masses, mean, sd), latentOffset(problem, group), free, out);
  }
  return out;
}

/** The priors' share alone, for the cross-product approximation. */
export function priorInformation(problem: FitProblem, vector: Float64Array, free: FreeParameters): Float64Array {
  const out = new Float64Array(free.count ** 2);
  const nodes = new Float64Array(1);
  for (const item of freeItems(problem)) {
    const none = new Float64Array(item.model.categories);
    addBlock(itemCurvature(item, vector, nodes, none), item.offset, free, out);
  }
  return out;
}
