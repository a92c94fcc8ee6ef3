import type { CalibratedItem, DichotomousItem, GradedItem, PartialCreditItem } from '../items/calibrated-item.ts';
import { logistic } from '../numbers/logistic.ts';

/**
 * What a scoring rule needs to know about the log-likelihood ℓ of one person's answers at one ability.
 * I = Σ P′²/P is the expected information, J = Σ P′P″/P is what Warm's correction is made of (sums over categories).
 */
export type LikelihoodSlopes = {
  /** ℓ′, in 1/logit. */
  gradient: number;
  /** ℓ″; its negative is the observed information. */
  curvature: number;
  information: number;
  informationSlope: number;
  warm: number;
  warmSlope: number;
};

export const noSlopes = (): LikelihoodSlopes => ({
  gradient: 0,
  curvature: 0,
  information: 0,
  informationSlope: 0,
  warm: 0,
  warmSlope: 0,
});

/** Adds what one category of probability p with derivatives d1, d2, d3 brings to I, J and their slopes. */
function addCategory(sum: LikelihoodSlopes, p: number, d1: number, d2: number, d3: number): void {
  if (!(p > 0)) return; // so unlikely that a double cannot hold it: it brings nothing
  const ratio = d1 / p;
  sum.information += d1 * ratio;
  sum.informationSlope += 2 * d2 * ratio - d1 * ratio * ratio;
  sum.warm += d2 * ratio;
  sum.warmSlope += (d2 * d2) / p + d3 * ratio - d2 * ratio * ratio;
}

/** Without guessing an item is an exponential family in a·θ: I, J and their slopes are its cumulants. */
function addUnguessable(sum: LikelihoodSlopes, theta: number, a: number, b: number, score: number): void {
  const z = a * (theta - b);
  const small = Math.exp(-Math.abs(z));
  const large = 1 / (1 + small);
  const core = z > 0 ? large : small * large;
  const rest = z > 0 ? small * large : large;
  const information = a * a * core * rest;
  const skew = a * information * (rest - core);
  sum.gradient += score === 1 ? a * rest : -a * core;
  sum.curvature -= information;
  sum.information += information;
  sum.informationSlope += skew;
  sum.warm += skew;
  sum.warmSlope += a * a * information * (1 - 6 * core * rest);
}

function addDichotomous(sum: LikelihoodSlopes, theta: number, { a, b, c }: DichotomousItem, score: number): void {
  if (c === 0) {
    addUnguessable(sum, theta, a, b, score);
    return;
  }
  const core = logistic(a * (theta - b));
  const rest = logistic(-a * (theta - b));
  const p = c + (1 - c) * core;
  const q = (1 - c) * rest;
  const d1 = a * core * q;
  const d2 = a * d1 * (rest - core);
  const d3 = a * a * d1 * (1 - 6 * core * rest);
  addCategory(sum, p, d1, d2, d3);
  addCategory(sum, q, -d1, -d2, -d3);
  if (score === 1) {
    sum.gradient += d1 / p;
    sum.curvature += d2 / p - (d1 / p) ** 2;
  } else {
    sum.gradient -= a * core; // ln q = ln(1 − c) + ln rest
    sum.curvature -= a * a * core * rest;
  }
}

/** One boundary of a graded item: P(score ≥ k), its complement, and three derivatives. */
type Boundary = { above: number; below: number; d1: number; d2: number; d3: number };

function boundary(a: number, distance: number): Boundary {
  const above = logistic(a * distance);
  const below = logistic(-a * distance);
  const d1 = a * above * below;
  return { above, below, d1, d2: a * d1 * (below - above), d3: a * a * d1 * (1 - 6 * above * below) };
}

const CERTAIN: Boundary = { above: 1, below: 0, d1: 0, d2: 0, d3: 0 };
const IMPOSSIBLE: Boundary = { above: 0, below: 1, d1: 0, d2: 0, d3: 0 };

function addGraded(sum: LikelihoodSlopes, theta: number, { a, thresholds }: GradedItem, score: number): void {
  let lower = CERTAIN;
  for (let k = 0; k <= thresholds.length; k += 1) {
    const threshold = thresholds[k];
    const upper = threshold === undefined ? IMPOSSIBLE : boundary(a, theta - threshold);
    // Of the two differences, the one of small numbers keeps its digits.
    const p = lower.above < 0.5 ? lower.above - upper.above : upper.below - lower.below;
    addCategory(sum, p, lower.d1 - upper.d1, lower.d2 - upper.d2, lower.d3 - upper.d3);
    if (k === score) {
      // d1 = a·p·(lower.below − upper.above), so that ℓ′ needs no division by a p that may have vanished.
      sum.gradient += a * (lower.below - upper.above);
      sum.curvature -= a * (lower.d1 + upper.d1);
    }
    lower = upper;
  }
}

function addPartialCredit(
  sum: LikelihoodSlopes,
  theta: number,
  { a, thresholds }: PartialCreditItem,
  score: number,
): void {
  let peak = 0;
  for (let k = 0, z = 0; k < thresholds.length; k += 1) {
    z += a * (theta - (thresholds[k] as number)); // k < length
    if (z > peak) peak = z;
  }
  let [mass, m1, m2, m3, m4] = [Math.exp(-peak), 0, 0, 0, 0];
  for (let k = 0, z = 0; k < thresholds.length; k += 1) {
    z += a * (theta - (thresholds[k] as number)); // k < length
    const part = Math.exp(z - peak);
    // Moments about the score that was given keep the central moments free of cancellation for long items.
    const [from, to] = [k + 1 - score, part * (k + 1 - score)];
    mass += part;
    m1 += to;
    m2 += to * from;
    m3 += to * from * from;
    m4 += to * from ** 3;
  }
  const zero = Math.exp(-peak);
  const mean = (m1 - score * zero) / mass;
  const second = (m2 + score ** 2 * zero) / mass;
  const third = (m3 - score ** 3 * zero) / mass;
  const fourth = (m4 + score ** 4 * zero) / mass;
  const variance = second - mean * mean;
  const skew = third - 3 * mean * second + 2 * mean ** 3;
  const kurt = fourth - 4 * mean * third + 6 * mean * mean * second - 3 * mean ** 4;
  // An exponential family: I = a²·variance, J = a³·third central moment, and d/dθ raises the cumulant by one.
  sum.gradient -= a * mean;
  sum.curvature -= a * a * variance;
  sum.information += a * a * variance;
  sum.informationSlope += a ** 3 * skew;
  sum.warm += a ** 3 * skew;
  sum.warmSlope += a ** 4 * (kurt - 3 * variance * variance);
}

/** Adds one answer, `score`, to the sums. */
export function addAnswer(sum: LikelihoodSlopes, theta: number, item: CalibratedItem, score: number): void {
  switch (item.kind) {
    case 'dichotomous':
      addDichotomous(sum, theta, item, score);
      break;
    case 'graded':
      addGraded(sum, theta, item, score);
      break;
    case 'partial-credit':
      addPartialCredit(sum, theta, item, score);
      break;
  }
}
