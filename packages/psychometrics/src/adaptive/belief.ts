import { type BankTables, rowOf } from './bank-tables.ts';

/** An answer by its place in the bank. */
export type IndexedAnswer = { readonly index: number; readonly score: number };

/** The posterior on the nodes of the tables, with weights summing to 1, its mean and variance. */
export type Belief = { readonly weights: Float64Array; readonly theta: number; readonly variance: number };

/**
 * weights × the likelihood of one answer. Partial credit counts as in `posterior`: P^s · (1 − P)^(1 − s).
 */
function multiply(weights: Float64Array, tables: BankTables, { index, score }: IndexedAnswer): void {
  const { curves } = tables;
  if (Number.isInteger(score)) {
    const row = rowOf(tables, index, score);
    for (let q = 0; q < weights.length; q += 1) weights[q] = (weights[q] ?? 0) * (curves[row + q] ?? 0);
    return;
  }
  const wrong = rowOf(tables, index, 0);
  const right = rowOf(tables, index, 1);
  for (let q = 0; q < weights.length; q += 1)
    weights[q] = (weights[q] ?? 0) * (curves[right + q] ?? 0) ** score * (curves[wrong + q] ?? 0) ** (1 - score);
}

/** @throws RangeError for weights that are all 0: no ability on the grid could have given these answers */
function normalise(weights: Float64Array): void {
  let total = 0;
  for (const weight of weights) total += weight;
  if (!(total > 0)) throw new RangeError('these answers are impossible at every ability of the prior');
  for (let q = 0; q < weights.length; q += 1) weights[q] = (weights[q] ?? 0) / total;
}

/** Mean and variance of a distribution on the nodes. */
export function moments(nodes: Float64Array, weights: Float64Array): { theta: number; variance: number } {
  let theta = 0;
  for (let q = 0; q < nodes.length; q += 1) theta += (weights[q] ?? 0) * (nodes[q] ?? 0);
  let variance = 0;
  for (let q = 0; q < nodes.length; q += 1) variance += (weights[q] ?? 0) * ((nodes[q] ?? 0) - theta) ** 2;
  return { theta, variance };
}

/** `prior` updated by the answers. Scaled to 1 after each, so that a long test does not underflow. */
export function beliefAfter(tables: BankTables, prior: Float64Array, answers: readonly IndexedAnswer[]): Belief {
  const weights = Float64Array.from(prior);
  normalise(weights);
  for (const answer of answers) {
    multiply(weights, tables, answer);
    normalise(weights);
  }
  return { weights, ...moments(tables.nodes, weights) };
}

/** The belief after each possible score of an item, and how likely that score is. */
export function beliefsAhead(
  tables: BankTables,
  { weights }: Belief,
  index: number,
): { readonly probability: number; readonly variance: number }[] {
  const scores = Array.from({ length: tables.categories[index] ?? 2 }, (_, score) => score);
  return scores.map((score) => {
    const ahead = Float64Array.from(weights);
    multiply(ahead, tables, { index, score });
    const probability = ahead.reduce((sum, mass) => sum + mass, 0);
    if (!(probability > 0)) return { probability: 0, variance: 0 };
    normalise(ahead);
    return { probability, variance: moments(tables.nodes, ahead).variance };
  });
}

/** The expected posterior variance after an item's answer, over its predictive distribution. */
export const expectedVariance = (tables: BankTables, belief: Belief, index: number): number =>
  beliefsAhead(tables, belief, index).reduce((sum, { probability, variance }) => sum + probability * variance, 0);
