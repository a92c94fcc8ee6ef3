import { type CalibratedItem, categoryCurve } from '../items/calibrated-item.ts';
import type { SelectionCriterion } from './adaptive-test.ts';
import { addRow, type BankTables, informationAt } from './bank-tables.ts';
import type { Belief } from './belief.ts';

/** What a criterion may look at. */
export type Situation = {
  readonly tables: BankTables;
  readonly calibrations: readonly CalibratedItem[];
  readonly prior: Float64Array;
  readonly belief: Belief;
};

/** A weight below this changes no choice; skipping such nodes halves the work once a few answers are in. */
const NEGLIGIBLE_WEIGHT = 1e-9;

type WeighedNode = { readonly node: number; readonly weight: number };

function weighedNodes(weights: Float64Array): WeighedNode[] {
  const nodes: WeighedNode[] = [];
  weights.forEach((weight, node) => {
    if (weight > NEGLIGIBLE_WEIGHT) nodes.push({ node, weight });
  });
  return nodes;
}

/** The posterior without the prior, scaled to 1. */
function likelihoodWeights({ prior, belief }: Situation): Float64Array {
  const weights = belief.weights.map((weight, q) => ((prior[q] ?? 0) > 0 ? weight / (prior[q] ?? 1) : 0));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

function averageInformation({ tables }: Situation, weights: Float64Array): Float64Array {
  const values = new Float64Array(tables.size);
  for (const { node, weight } of weighedNodes(weights)) addRow(values, tables.information, node * tables.size, weight);
  return values;
}

/** Whether a criterion reads the table of logarithms. */
export const needsLogarithms = (criterion: SelectionCriterion): boolean =>
  criterion === 'posterior-divergence' || criterion === 'likelihood-divergence';

/** Σ_q w_q Σ_k P_k(θ̂) ln(P_k(θ̂) / P_k(θ_q)): how well an answer would tell θ̂ from the abilities still in question. */
function averageDivergence({ tables, calibrations, belief }: Situation, weights: Float64Array): Float64Array {
  const nodes = weighedNodes(weights);
  const averages = tables.logarithms.map((table) => {
    const average = new Float64Array(tables.size);
    for (const { node, weight } of nodes) addRow(average, table, node * tables.size, weight);
    return average;
  });
  return Float64Array.from(calibrations, (calibration, j) =>
    categoryCurve(belief.theta, calibration).probabilities.reduce(
      (sum, p, k) => (p > 0 ? sum + p * (Math.log(p) - (averages[k]?.[j] ?? 0)) : sum),
      0,
    ),
  );
}

/** Var_q E[X | θ_q]: how far the expected score differs over the abilities still in question. */
function scoreVariance({ tables }: Situation, weights: Float64Array): Float64Array {
  const nodes = weighedNodes(weights);
  return Float64Array.from(tables.categories, (categories, j) => {
    let mean = 0;
    let square = 0;
    for (const { node, weight } of nodes) {
      let score = 0;
      for (let k = 1; k < categories; k += 1) score += k * (tables.probabilities[k]?.[node * tables.size + j] ?? 0);
      mean += weight * score;
      square += weight * score * score;
    }
    return square - mean * mean;
  });
}

/** Adds one category of Σ_k P(k) (θ̂_k − θ̂)²: (Σ w P (θ − θ̂))² / Σ w P for every item. */
function addExplained(values: Float64Array, { tables, belief }: Situation, category: number): void {
  const table = tables.probabilities[category] ?? new Float64Array(0);
  const mass = new Float64Array(tables.size);
  const moment = new Float64Array(tables.size);
  for (const { node, weight } of weighedNodes(belief.weights)) {
    const distance = (tables.nodes[node] ?? 0) - belief.theta;
    addRow(mass, table, node * tables.size, weight);
    addRow(moment, table, node * tables.size, weight * distance);
  }
  for (let j = 0; j < values.length; j += 1) {
    if ((mass[j] ?? 0) > 0) values[j] = (values[j] ?? 0) + (moment[j] ?? 0) ** 2 / (mass[j] ?? 1);
  }
}

/**
 * The fall in posterior variance that an answer is expected to bring: by the law of total variance it is the variance of
 * the posterior means, Σ_k P(k) (θ̂_k − θ̂)². The largest fall is the least expected variance.
 */
function varianceFall(situation: Situation): Float64Array {
  const values = new Float64Array(situation.tables.size);
  situation.tables.probabilities.forEach((_, category) => {
    addExplained(values, situation, category);
  });
  return values;
}

/** The worth of each item as the next one: more is better, never below 0 but for rounding. */
export function criterionValues(criterion: SelectionCriterion, situation: Situation): Float64Array {
  switch (criterion) {
    case 'information':
      return informationAt(situation.tables, situation.belief.theta);
    case 'posterior-information':
      return averageInformation(situation, situation.belief.weights);
    case 'likelihood-information':
      return averageInformation(situation, likelihoodWeights(situation));
    case 'posterior-divergence':
      return averageDivergence(situation, situation.belief.weights);
    case 'likelihood-divergence':
      return averageDivergence(situation, likelihoodWeights(situation));
    case 'posterior-variance':
      return varianceFall(situation);
    case 'posterior-discrimination':
      return scoreVariance(situation, situation.belief.weights);
  }
}
