import { logistic } from '../numbers/logistic.ts';
import { type ItemParameters, successProbability } from './item-parameters.ts';

/** Two categories, 0 wrong and 1 right: Rasch (a = 1), 1PL (one a for all), 2PL (c = 0) and 3PL are its special cases. */
export type DichotomousItem = ItemParameters & { readonly kind: 'dichotomous' };

/**
 * Samejima's graded response: P(score ≥ k) = 1 / (1 + e^(−a(θ − thresholds[k − 1]))), thresholds in logits, increasing.
 */
export type GradedItem = { readonly kind: 'graded'; readonly a: number; readonly thresholds: readonly number[] };

/**
 * Muraki's generalized partial credit: P(k) ∝ e^(Σ_{v ≤ k} a(θ − thresholds[v − 1])); thresholds in logits, in any order,
 * are where two neighbouring categories are equally likely.
 */
export type PartialCreditItem = {
  readonly kind: 'partial-credit';
  readonly a: number;
  readonly thresholds: readonly number[];
};

/** An item with numbers to its name. The score of category k is k. */
export type CalibratedItem = DichotomousItem | GradedItem | PartialCreditItem;

/** Scores 0 … maximumScore are possible. */
export const maximumScore = (item: CalibratedItem): number =>
  item.kind === 'dichotomous' ? 1 : item.thresholds.length;

/** Probabilities of the categories and their slopes dP/dθ, in 1/logit, at one ability. Both have one entry a category. */
export type CategoryCurve = { readonly probabilities: readonly number[]; readonly slopes: readonly number[] };

function dichotomousCurve(theta: number, item: DichotomousItem): CategoryCurve {
  const p = successProbability(theta, item);
  const core = logistic(item.a * (theta - item.b));
  const slope = (1 - item.c) * item.a * core * (1 - core);
  // 1 − p by the other side of the curve: far right, 1 − p itself would be rounded to 0.
  return { probabilities: [(1 - item.c) * logistic(-item.a * (theta - item.b)), p], slopes: [-slope, slope] };
}

function gradedCurve(theta: number, { a, thresholds }: GradedItem): CategoryCurve {
  const above = [1, ...thresholds.map((b) => logistic(a * (theta - b))), 0];
  const below = [0, ...thresholds.map((b) => logistic(-a * (theta - b))), 1];
  const slope = above.map((p, k) => a * p * (below[k] ?? 0));
  const probabilities = above.slice(0, -1).map((p, k) => {
    const next = above[k + 1] ?? 0;
    // The difference of two numbers near 1 loses its digits; the same difference of their complements does not.
    return p < 0.5 ? p - next : (below[k + 1] ?? 1) - (below[k] ?? 0);
  });
  return { probabilities, slopes: slope.slice(0, -1).map((s, k) => s - (slope[k + 1] ?? 0)) };
}

function partialCreditCurve(theta: number, { a, thresholds }: PartialCreditItem): CategoryCurve {
  const exponents = [0];
  for (const b of thresholds) exponents.push((exponents.at(-1) ?? 0) + a * (theta - b));
  const peak = Math.max(...exponents);
  const masses = exponents.map((z) => Math.exp(z - peak));
  const total = masses.reduce((sum, mass) => sum + mass, 0);
  const probabilities = masses.map((mass) => mass / total);
  const mean = probabilities.reduce((sum, p, k) => sum + k * p, 0);
  return { probabilities, slopes: probabilities.map((p, k) => a * p * (k - mean)) };
}

/** How likely each score of an item is at ability `theta`, in logits, and how fast that changes there. */
export function categoryCurve(theta: number, item: CalibratedItem): CategoryCurve {
  switch (item.kind) {
    case 'dichotomous':
      return dichotomousCurve(theta, item);
    case 'graded':
      return gradedCurve(theta, item);
    case 'partial-credit':
      return partialCreditCurve(theta, item);
  }
}

/** The mean score on an item at ability `theta`: 0 to `maximumScore`. */
export const expectedScore = (theta: number, item: CalibratedItem): number =>
  categoryCurve(theta, item).probabilities.reduce((sum, p, k) => sum + k * p, 0);

/**
 * Fisher information about ability in one answer, in 1/logit²: Σ_k (dP_k/dθ)² / P_k.
 *
 * @see Lord (1980), Applications of Item Response Theory, ch. 5; Samejima (1969), Psychometrika Monograph 17
 */
export function itemInformation(theta: number, item: CalibratedItem): number {
  const { probabilities, slopes } = categoryCurve(theta, item);
  return probabilities.reduce((sum, p, k) => (p > 0 ? sum + (slopes[k] ?? 0) ** 2 / p : sum), 0);
}

/** Fisher information of a whole test, in 1/logit²; 1 / √information is its standard error at that ability. */
export const testInformation = (theta: number, items: readonly CalibratedItem[]): number =>
  items.reduce((sum, item) => sum + itemInformation(theta, item), 0);
