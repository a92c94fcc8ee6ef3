import type { GridPoint } from '../grid.ts';
import { type CalibratedItem, categoryCurve } from '../items/calibrated-item.ts';
import type { SquareMatrix } from '../numbers/cholesky.ts';

/** E[X_i | θ] and E[X_i² | θ] at every node: entry i × nodes + q. */
export type ConditionalMoments = {
  readonly items: number;
  readonly weights: Float64Array;
  readonly first: Float64Array;
  readonly second: Float64Array;
};

export function conditionalMoments(items: readonly CalibratedItem[], prior: readonly GridPoint[]): ConditionalMoments {
  const first = new Float64Array(items.length * prior.length);
  const second = new Float64Array(items.length * prior.length);
  items.forEach((item, i) => {
    prior.forEach(({ theta }, q) => {
      const { probabilities } = categoryCurve(theta, item);
      first[i * prior.length + q] = probabilities.reduce((sum, p, k) => sum + p * k, 0);
      second[i * prior.length + q] = probabilities.reduce((sum, p, k) => sum + p * k * k, 0);
    });
  });
  return { items: items.length, weights: Float64Array.from(prior, ({ weight }) => weight), first, second };
}

/** The items of one moment: [i] is E[X_i], [i, j] is E[X_i·X_j], i > j. */
export type Moment = readonly number[];

/** First all means, then all pairs. */
export function momentsUpToTwo(items: number): Moment[] {
  const singles = Array.from({ length: items }, (_, i) => [i]);
  const pairs = singles.flatMap(([i = 0]) => Array.from({ length: items - 1 - i }, (_, offset) => [i + 1 + offset, i]));
  return [...singles, ...pairs];
}

/** Products of conditional means at the nodes, one row a moment. */
export function productRows({ weights, first }: ConditionalMoments, moments: readonly Moment[]): Float64Array {
  const nodes = weights.length;
  const rows = new Float64Array(moments.length * nodes).fill(1);
  moments.forEach((moment, m) => {
    for (const i of moment) {
      for (let q = 0; q < nodes; q += 1)
        rows[m * nodes + q] = Number(rows[m * nodes + q]) * Number(first[i * nodes + q]);
    }
  });
  return rows;
}

/** Model-implied value of every moment. */
export const impliedMoments = ({ weights }: ConditionalMoments, rows: Float64Array, count: number): Float64Array =>
  Float64Array.from({ length: count }, (_, m) =>
    weights.reduce((sum, w, q) => sum + w * Number(rows[m * weights.length + q]), 0),
  );

/** Model-implied E[X_i²]. */
export const meanSquares = ({ items, weights, second }: ConditionalMoments): Float64Array =>
  Float64Array.from({ length: items }, (_, i) =>
    weights.reduce((sum, w, q) => sum + w * Number(second[i * weights.length + q]), 0),
  );

/** E of the product of two moments that share items: those count by their mean square. */
function overlapping(moments: ConditionalMoments, x: Moment, y: Moment): number {
  const { weights, first, second } = moments;
  const nodes = weights.length;
  const once = [...x.filter((i) => !y.includes(i)), ...y.filter((i) => !x.includes(i))];
  const twice = x.filter((i) => y.includes(i));
  let sum = 0;
  for (let q = 0; q < nodes; q += 1) {
    let product = Number(weights[q]);
    for (const i of once) product *= Number(first[i * nodes + q]);
    for (const i of twice) product *= Number(second[i * nodes + q]);
    sum += product;
  }
  return sum;
}

function disjoint(weights: Float64Array, rows: Float64Array, x: number, y: number): number {
  const nodes = weights.length;
  let sum = 0;
  for (let q = 0; q < nodes; q += 1) {
    sum += Number(weights[q]) * Number(rows[x * nodes + q]) * Number(rows[y * nodes + q]);
  }
  return sum;
}

/** Covariance of the moments of one person under the model: order moments × moments. */
export function momentCovariance(
  conditional: ConditionalMoments,
  moments: readonly Moment[],
  rows: Float64Array,
  implied: Float64Array,
): SquareMatrix {
  const order = moments.length;
  const values = new Float64Array(order * order);
  moments.forEach((x, m) => {
    for (let n = 0; n <= m; n += 1) {
      const y = moments[n] ?? [];
      const shared = y.some((i) => x.includes(i));
      const raw = shared ? overlapping(conditional, x, y) : disjoint(conditional.weights, rows, m, n);
      const covariance = raw - Number(implied[m]) * Number(implied[n]);
      values[m * order + n] = covariance;
      values[n * order + m] = covariance;
    }
  });
  return { order, values };
}
