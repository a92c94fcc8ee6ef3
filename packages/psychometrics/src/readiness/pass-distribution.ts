import type { LearnerState } from '../learner/learner-state.ts';
import { choleskyOf } from '../numbers/cholesky.ts';
import { passChance } from './pass-chance.ts';
import type { LearningRate, ReadinessConstants } from './readiness-constants.ts';
import type { ScoreMargin } from './score-margin.ts';
import { type SpreadPoints, spreadPoints } from './spread-points.ts';

/** Points of the ability distribution that a probability is averaged over: within 0.003 of a million random ones. */
const POINTS = 1024;

/** Dimensions beyond the domains: the error of the whole bank, and the rate of learning. */
const SHIFT = 0;
const RATE = 1;
const EXTRAS = 2;

/** A chance of passing, averaged over what is not known, and how far it would move if that were known. */
export type PassEstimate = {
  readonly probability: number;
  /** Ends of the 80 % interval of the chance over abilities and the error of the bank. */
  readonly band: { readonly low: number; readonly high: number };
};

/** Hours of study by domain, in the order of the state. */
export type StudyHours = readonly number[];

/** Possible learners, one a row, all as likely: abilities against the line, and how fast they learn. */
export type PossibleLearners = {
  readonly count: number;
  readonly size: number;
  readonly thetas: Float64Array;
  /** r of `LearningRate`, in logits an hour. */
  readonly rates: Float64Array;
};

const pointsOf = new Map<number, SpreadPoints>();

/** The same points for the same number of dimensions: made once. */
function pointsFor(dimensions: number): SpreadPoints {
  const known = pointsOf.get(dimensions);
  if (known) return known;
  const points = spreadPoints(POINTS, dimensions);
  pointsOf.set(dimensions, points);
  return points;
}

export function possibleLearners(
  { mean, covariance }: LearnerState,
  { bankShiftSd, learning }: ReadinessConstants,
): PossibleLearners {
  const size = mean.length;
  const factor = choleskyOf({ order: size, values: Float64Array.from(covariance.flat()) });
  if (factor === undefined) throw new RangeError('the covariance of a state is positive definite');
  const { count, dimensions, deviates } = pointsFor(size + EXTRAS);
  const thetas = new Float64Array(count * size);
  const rates = new Float64Array(count);
  for (let p = 0; p < count; p += 1) {
    const z = deviates.subarray(p * dimensions, (p + 1) * dimensions);
    rates[p] = learning.logitsPerHour * Math.exp(learning.logSd * (z[RATE] ?? 0));
    const shift = bankShiftSd * (z[SHIFT] ?? 0);
    for (let i = 0; i < size; i += 1) {
      let theta = (mean[i] ?? 0) + shift;
      for (let j = 0; j <= i; j += 1) theta += (factor.values[i * size + j] ?? 0) * (z[EXTRAS + j] ?? 0);
      thetas[p * size + i] = theta;
    }
  }
  return { count, size, thetas, rates };
}

/** θ after `hours` in a domain with `share` of the exam; see `LearningRate`. */
function learned(theta: number, hours: number, share: number, rate: number, { slowing }: LearningRate): number {
  if (hours === 0 || share === 0) return theta;
  return slowing * Math.log(Math.exp(theta / slowing) + (rate * hours) / (share * slowing));
}

/** Each possible learner's chance of passing after these hours of study. */
export function chancesAfter(
  learners: PossibleLearners,
  margin: ScoreMargin,
  hours: StudyHours,
  learning: LearningRate,
): Float64Array {
  const { count, size, thetas, rates } = learners;
  const own = new Float64Array(size);
  return Float64Array.from({ length: count }, (_, p) => {
    for (let i = 0; i < size; i += 1) {
      own[i] = learned(thetas[p * size + i] ?? 0, hours[i] ?? 0, margin.shares[i] ?? 0, rates[p] ?? 0, learning);
    }
    return passChance(margin, own);
  });
}

const TAIL = 0.1;

export function estimateOf(chances: Float64Array): PassEstimate {
  const sorted = Float64Array.from(chances).sort();
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  const probability = chances.reduce((sum, chance) => sum + chance, 0) / chances.length;
  // Near 0 and 1 a few chances pull the mean beyond a quantile; a band without its own estimate would only confuse.
  return { probability, band: { low: Math.min(at(TAIL), probability), high: Math.max(at(1 - TAIL), probability) } };
}
