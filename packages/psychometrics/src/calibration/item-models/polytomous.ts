import type { CalibratedItem, GradedItem, PartialCreditItem } from '../../items/calibrated-item.ts';
import { locatingSlope } from './locating-slope.ts';

/** What the two models for more than two categories share: a slope a, and an intercept d_k = −a·b_k for each cut. */

/** Below this a probability counts as this: far outside every grid's weight, and its logarithm stays finite. */
export const LEAST_PROBABILITY = 1e-100;

/** Copies the upper triangle of an order × order matrix to the lower one. */
export function mirror(values: Float64Array, order: number): void {
  for (let i = 1; i < order; i += 1) {
    for (let j = 0; j < i; j += 1) values[i * order + j] = Number(values[j * order + i]);
  }
}

const numbered = (letter: string, count: number): string[] =>
  Array.from({ length: count }, (_, k) => `${letter}${k + 1}`);

/** @throws RangeError for fewer than 2 categories */
export function cutNames(categories: number) {
  if (!(Number.isInteger(categories) && categories >= 2)) {
    throw new RangeError(`an item of ${categories} categories cannot be modelled; it needs 2 or more`);
  }
  return {
    parameterNames: ['a', ...numbered('d', categories - 1)],
    reportedNames: ['a', ...numbered('b', categories - 1)],
  };
}

/** Observed shares, moved a little towards equal ones so that a category that nobody chose has a finite logit. */
export function startShares(observed: Float64Array): Float64Array {
  const total = observed.reduce((sum, count) => sum + count, 0);
  return observed.map((count) => (count + 0.5) / (total + 0.5 * observed.length));
}

/** θ = mean + sd · θ′ in a·θ + d. */
export function rescaleCuts(parameters: Float64Array, mean: number, sd: number): void {
  const slope = Number(parameters[0]);
  for (let k = 1; k < parameters.length; k += 1) parameters[k] = Number(parameters[k]) + slope * mean;
  parameters[0] = slope * sd;
}

export function itemOfCuts(parameters: Float64Array): { a: number; thresholds: number[] } {
  const a = Number(parameters[0]);
  return { a, thresholds: Array.from(parameters.subarray(1), (d) => -d / locatingSlope(a)) };
}

export function cutsOf<Item extends GradedItem | PartialCreditItem>(
  item: CalibratedItem,
  categories: number,
  isOfKind: (item: CalibratedItem) => item is Item,
): Float64Array {
  if (!isOfKind(item)) throw new RangeError(`an item of kind ${item.kind} has other parameters than this model`);
  if (item.thresholds.length !== categories - 1) {
    throw new RangeError(`an item with ${item.thresholds.length + 1} categories in a model of ${categories}`);
  }
  return Float64Array.from([item.a, ...item.thresholds.map((b) => -item.a * b)]);
}

/** ∂(a, b_1, …) / ∂(a, d_1, …). */
export function jacobianOfCuts(parameters: Float64Array): Float64Array {
  const order = parameters.length;
  const slope = locatingSlope(Number(parameters[0]));
  const matrix = new Float64Array(order * order);
  matrix[0] = 1;
  for (let k = 1; k < order; k += 1) {
    matrix[k * order] = Number(parameters[k]) / (slope * slope);
    matrix[k * order + k] = -1 / slope;
  }
  return matrix;
}
