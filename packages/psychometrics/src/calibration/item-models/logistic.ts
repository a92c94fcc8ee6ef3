import type { CalibratedItem } from '../../items/calibrated-item.ts';
import type { ItemModel } from './item-model.ts';
import { locatingSlope } from './locating-slope.ts';

/** Two categories: P(1) = σ(aθ + d), difficulty b = −d / a. Three parameters are in guessing-logistic.ts. */

/** Probabilities stay this far from 0, so that their logarithms are finite. */
export const FLOOR = 1e-300;

/** A start for d at slope 1: the share's logit, stretched by the spread of ability that the share averages over. */
const SPREAD = 1.17;

export function startOf(observed: Float64Array): readonly [number, number] {
  const wrong = observed[0] ?? 0;
  const right = observed[1] ?? 0;
  const share = (right + 0.5) / (wrong + right + 1);
  return [share, SPREAD * Math.log(share / (1 - share))];
}

export function rescale(parameters: Float64Array, mean: number, sd: number): void {
  const a = parameters[0] ?? 0;
  parameters[0] = a * sd;
  parameters[1] = (parameters[1] ?? 0) + a * mean;
}

export function dichotomous(item: CalibratedItem) {
  if (item.kind !== 'dichotomous') throw new RangeError(`a ${item.kind} item in place of one scored right or wrong`);
  return item;
}

function writeCurves(a: number, d: number, nodes: Float64Array, out: Float64Array): void {
  const q = nodes.length;
  for (let n = 0; n < q; n += 1) {
    const x = a * (nodes[n] as number) + d; // in range
    const tail = Math.exp(-Math.abs(x));
    const near = 1 / (1 + tail);
    const far = Math.max(FLOOR, tail * near);
    out[n] = x > 0 ? far : near;
    out[q + n] = x > 0 ? near : far;
  }
}

/** Sums over nodes that Newton's step of two parameters needs. */
function twoParameterSums(
  a: number,
  d: number,
  nodes: Float64Array,
  counts: Float64Array,
  g: Float64Array,
  h: Float64Array,
) {
  const q = nodes.length;
  let value = 0;
  let [ga, gd, haa, had, hdd] = [0, 0, 0, 0, 0];
  for (let n = 0; n < q; n += 1) {
    const theta = nodes[n] as number; // in range: counts hold two rows of q
    const right = counts[q + n] as number;
    const all = (counts[n] as number) + right;
    const x = a * theta + d;
    const tail = Math.exp(-Math.abs(x));
    const p = x > 0 ? 1 / (1 + tail) : tail / (1 + tail);
    value += right * x - all * (Math.max(x, 0) + Math.log1p(tail));
    const residual = right - all * p;
    const weight = (all * tail) / ((1 + tail) * (1 + tail));
    ga += residual * theta;
    gd += residual;
    haa += weight * theta * theta;
    had += weight * theta;
    hdd += weight;
  }
  g[0] = ga;
  g[1] = gd;
  h[0] = haa;
  h[1] = had;
  h[2] = had;
  h[3] = hdd;
  return value;
}

/** Two parameters: discrimination and difficulty. With the slope shared or fixed this is the 1PL or the Rasch model. */
export const twoParameterLogistic: ItemModel = {
  categories: 2,
  parameterNames: ['a', 'd'],
  reportedNames: ['a', 'b'],
  start: (observed) => Float64Array.of(1, startOf(observed)[1]),
  probabilities: ([a = 0, d = 0], nodes, out) => writeCurves(a, d, nodes, out),
  derivatives: ([a = 0, d = 0], nodes, counts, gradient, information) =>
    twoParameterSums(a, d, nodes, counts, gradient, information),
  rescale,
  toItem: ([a = 0, d = 0]) => ({ kind: 'dichotomous', a, b: -d / locatingSlope(a), c: 0 }),
  fromItem: (item) => {
    const { a, b, c } = dichotomous(item);
    if (c !== 0) throw new RangeError(`a guessing chance of ${c} in an item of two parameters`);
    return Float64Array.of(a, -a * b);
  },
  jacobian: ([a = 0, d = 0]) => {
    const slope = locatingSlope(a);
    return Float64Array.of(1, 0, d / (slope * slope), -1 / slope);
  },
};
