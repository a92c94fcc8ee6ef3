import type { GridPoint } from './grid.ts';
import type { ItemParameters } from './items/item-parameters.ts';
import { logistic, softplus } from './numbers/logistic.ts';

/** Credit for one item in [0, 1]: 1 correct, 0 wrong, between them part of its points. */
export type Score = number;

/** Ability in logits: posterior mean and posterior standard deviation. */
export type Ability = { readonly theta: number; readonly standardError: number };

/**
 * Partial credit counts as a binomial does: credit s adds s·ln P + (1 − s)·ln(1 − P), so that the likelihood of s peaks
 * where P = s, and 0 and 1 give the usual one. It is a quasi-likelihood: an item of several parts weighs as one answer,
 * however many parts it has, since its parts are not independent.
 */
function logLikelihood(theta: number, scores: readonly Score[], items: readonly ItemParameters[]): number {
  let sum = 0;
  items.forEach(({ a, b, c }, i) => {
    const z = a * (theta - b);
    const score = scores[i] ?? 0;
    // Logarithms without the probabilities: those would be 0 or 1 far from a steep item, and the posterior 0 / 0.
    if (score > 0) sum += score * (c > 0 ? Math.log(c + (1 - c) * logistic(z)) : -softplus(-z));
    if (score < 1) sum += (1 - score) * (Math.log1p(-c) - softplus(z));
  });
  return sum;
}

function check(scores: readonly Score[], items: readonly ItemParameters[]): void {
  if (scores.length !== items.length) throw new RangeError(`${scores.length} scores for ${items.length} items`);
  const bad = scores.find((score) => !(score >= 0 && score <= 1));
  if (bad !== undefined) throw new RangeError(`a score lies in [0, 1], ${bad} does not`);
}

/**
 * The prior updated by the answers: the same abilities, weights summing to 1.
 *
 * @throws RangeError if `scores` and `items` differ in length or a score leaves [0, 1]
 */
export function posterior(
  scores: readonly Score[],
  items: readonly ItemParameters[],
  prior: readonly GridPoint[],
): GridPoint[] {
  check(scores, items);
  const logMass = prior.map(({ theta, weight }) => Math.log(weight) + logLikelihood(theta, scores, items));
  const peak = Math.max(...logMass); // shift before exp: 300 items underflow a double
  const mass = logMass.map((value) => Math.exp(value - peak));
  const total = mass.reduce((sum, value) => sum + value, 0);
  return prior.map(({ theta }, i) => ({ theta, weight: (mass[i] ?? 0) / total }));
}

/** Mean and standard deviation of a distribution on a grid. */
export function momentsOf(grid: readonly GridPoint[]): Ability {
  const theta = grid.reduce((sum, point) => sum + point.weight * point.theta, 0);
  const variance = grid.reduce((sum, point) => sum + point.weight * (point.theta - theta) ** 2, 0);
  return { theta, standardError: Math.sqrt(variance) };
}

/**
 * Ability by expected a posteriori (EAP) over a fixed grid.
 *
 * @param scores n entries in [0, 1], 1 correct and 0 wrong
 * @param items  n items, in the order of `scores`
 * @param prior  see `normalGrid`
 * @throws       RangeError if `scores` and `items` differ in length or a score leaves [0, 1]
 * @see          Bock & Mislevy (1982), Applied Psychological Measurement 6(4), 431–444
 */
export function eapAbility(
  scores: readonly Score[],
  items: readonly ItemParameters[],
  prior: readonly GridPoint[],
): Ability {
  return momentsOf(posterior(scores, items, prior));
}

/** Cumulative mass at the right end of each grid cell; cells meet halfway between neighbouring abilities. */
type Edge = { readonly theta: number; readonly below: number };

function edgesOf(grid: readonly GridPoint[]): Edge[] {
  const first = grid[0];
  if (first === undefined) throw new RangeError('a grid without points');
  const edges: Edge[] = [];
  let below = 0;
  grid.forEach(({ theta, weight }, i) => {
    const next = grid[i + 1];
    const previous = grid[i - 1] ?? first;
    if (i === 0) edges.push({ theta: theta - ((next?.theta ?? theta + 1) - theta) / 2, below: 0 });
    below += weight;
    edges.push({ theta: next ? (theta + next.theta) / 2 : theta + (theta - previous.theta) / 2, below });
  });
  return edges;
}

/** The probability that ability lies above `cut`, with the mass of each grid point spread evenly over its cell. */
export function probabilityAbove(cut: number, grid: readonly GridPoint[]): number {
  const edges = edgesOf(grid);
  const end = edges.findIndex(({ theta }) => theta > cut);
  const right = edges[end];
  const left = edges[end - 1];
  if (right === undefined) return 0;
  if (left === undefined) return 1;
  const share = (cut - left.theta) / (right.theta - left.theta);
  return Math.min(1, Math.max(0, 1 - (left.below + share * (right.below - left.below))));
}

/**
 * The ability below which `probability` of the mass lies.
 *
 * @throws RangeError unless 0 < probability < 1
 */
export function quantile(probability: number, grid: readonly GridPoint[]): number {
  if (!(probability > 0 && probability < 1)) throw new RangeError(`${probability} is not between 0 and 1`);
  const edges = edgesOf(grid);
  const end = edges.findIndex(({ below }) => below >= probability);
  const right = edges[end < 0 ? edges.length - 1 : end];
  const left = edges[(end < 0 ? edges.length - 1 : end) - 1];
  if (right === undefined || left === undefined) throw new RangeError('a grid without points');
  const share = (probability - left.below) / (right.below - left.below);
  return left.theta + Math.min(1, share) * (right.theta - left.theta);
}
