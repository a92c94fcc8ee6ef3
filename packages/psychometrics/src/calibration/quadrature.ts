import { type FitProblem, latentOf, parametersOf } from './fit-problem.ts';

/** Equally spaced abilities; the weights are the latent distribution's. */
export type Nodes = Float64Array;

export const REACH = 6;

/** Error of the log-likelihood that a spacing is chosen for; a tenth of what is promised, for posteriors are not quite normal. */
const LOG_LIKELIHOOD_ERROR = 1e-4;

/** Abilities at which the information of the test is looked at. */
const LOOKS = 41;

/** Test information for somebody who answers each item with the chance `presented` that it was presented. */
function mostInformation(
  problem: FitProblem,
  vector: Float64Array,
  presented: readonly number[],
  from: number,
  to: number,
): number {
  const step = 1e-3;
  const around = new Float64Array(2 * LOOKS);
  for (let n = 0; n < LOOKS; n += 1) {
    around[n] = from + ((to - from) * n) / (LOOKS - 1);
    around[LOOKS + n] = (around[n] ?? 0) + step;
  }
  const total = new Float64Array(LOOKS);
  problem.items.forEach((item, j) => {
    if (item.role === 'left-out') return;
    const curves = new Float64Array(item.model.categories * 2 * LOOKS);
    item.model.probabilities(parametersOf(item, vector), around, curves);
    for (let k = 0; k < item.model.categories; k += 1) {
      for (let n = 0; n < LOOKS; n += 1) {
        const p = curves[2 * k * LOOKS + n] as number; // in range: two curves of LOOKS a category
        const slope = ((curves[(2 * k + 1) * LOOKS + n] as number) - p) / step;
        total[n] = (total[n] as number) + ((presented[j] ?? 0) * slope * slope) / p;
      }
    }
  });
  return total.reduce((most, value) => Math.max(most, value), 0);
}

/** The abilities that hold all groups: `reach` standard deviations to either side of each mean. */
export function rangeOf(problem: FitProblem, vector: Float64Array, reach: number): readonly [number, number] {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let g = 0; g < problem.groups; g += 1) {
    const { mean, sd } = latentOf(problem, vector, g);
    from = Math.min(from, mean - reach * sd);
    to = Math.max(to, mean + reach * sd);
  }
  return [from, to];
}

/**
 * How far apart nodes may be. The trapezoidal rule misses a normal posterior of standard deviation σ by a share of about
 * 2·e^(−2π²σ²/h²), with a sign that depends on where the posterior lies between two nodes, so that over N persons the
 * errors add up as √N.
 *
 * @see Trefethen & Weideman (2014), SIAM Review 56(3), 385–458
 */
export function widestSpacing(problem: FitProblem, vector: Float64Array, presented: readonly number[]): number {
  const [from, to] = rangeOf(problem, vector, 3);
  const sds = Array.from({ length: problem.groups }, (_, g) => latentOf(problem, vector, g).sd);
  const information = mostInformation(problem, vector, presented, from, to);
  const sigma = 1 / Math.sqrt(information + 1 / Math.min(...sds) ** 2);
  const persons = problem.groupWeights.reduce((sum, weight) => sum + weight, 0);
  const exponent = Math.log((2 * Math.sqrt(Math.max(1, persons))) / LOG_LIKELIHOOD_ERROR);
  return Math.PI * sigma * Math.sqrt(2 / exponent);
}

const LEAST_NODES = 24;
/** Windows are counted in bytes of 4 nodes. */
const MOST_NODES = 1000;

/** At least so many nodes as the spacing asks for, a multiple of 4, over the range. */
export function nodesOver([from, to]: readonly [number, number], spacing: number): Nodes {
  const wanted = Math.min(MOST_NODES, Math.max(LEAST_NODES, Math.ceil((to - from) / spacing) + 1));
  return equallySpaced(from, to, 4 * Math.ceil(wanted / 4));
}

export const equallySpaced = (from: number, to: number, count: number): Nodes =>
  Float64Array.from({ length: count }, (_, n) => from + ((to - from) * n) / (count - 1));

/** Writes the normal weights of one group, summing to 1, to `out`. */
export function writeWeights(nodes: Nodes, mean: number, sd: number, out: Float64Array): void {
  let total = 0;
  nodes.forEach((theta, n) => {
    const z = (theta - mean) / sd;
    const density = Math.exp((-z * z) / 2);
    out[n] = density;
    total += density;
  });
  for (let n = 0; n < out.length; n += 1) out[n] = (out[n] as number) / total; // one entry a node
}
