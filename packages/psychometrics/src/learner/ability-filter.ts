import type { Instant } from '@cairn/kernel';
import type { LearnerModel } from './learner-model.ts';
import { NODES } from './normal-nodes.ts';
import { daysBetweenInstants, type Reading } from './reading.ts';

/** A normal distribution over the abilities in D domains. Changed in place: a log has thousands of entries. */
export type Belief = {
  /** Undefined before the first evidence: the prior is the same at any time. */
  at: Instant | undefined;
  /** D means, in logits. */
  readonly mean: Float64Array;
  /** D × D, in logits². */
  readonly covariance: Float64Array;
};

const priorCovariance = (i: number, j: number, { prior }: LearnerModel): number =>
  prior.generalSd ** 2 + (i === j ? prior.domainSd ** 2 : 0);

export function priorBelief(model: LearnerModel): Belief {
  const size = model.domains.length;
  const covariance = new Float64Array(size * size);
  covariance.forEach((_, k) => {
    covariance[k] = priorCovariance(Math.floor(k / size), k % size, model);
  });
  return { at: undefined, mean: new Float64Array(size).fill(model.prior.mean), covariance };
}

export const copyOf = ({ at, mean, covariance }: Belief): Belief => ({
  at,
  mean: mean.slice(),
  covariance: covariance.slice(),
});

/** Days of an Ornstein–Uhlenbeck process with the prior's covariance as its stationary one; means tend to `target`. */
function drift({ mean, covariance }: Belief, days: number, target: number, model: LearnerModel): void {
  const kept = Math.exp(-days / model.fadingDays);
  const size = mean.length;
  for (let i = 0; i < size; i += 1) {
    mean[i] = target + kept * ((mean[i] ?? 0) - target);
    for (let j = 0; j < size; j += 1) {
      const k = i * size + j;
      covariance[k] = kept ** 2 * (covariance[k] ?? 0) + (1 - kept ** 2) * priorCovariance(i, j, model);
    }
  }
}

/** Lets time pass, exactly: the first `studyDays` of it with growth, the rest without. */
export function advance(belief: Belief, to: Instant, studyDays: number, model: LearnerModel): void {
  const { prior, growth, fadingDays } = model;
  const days = belief.at === undefined ? 0 : daysBetweenInstants(belief.at, to);
  belief.at = to;
  const active = Math.min(days, studyDays);
  if (active > 0) drift(belief, active, prior.mean + growth.perDay * fadingDays, model);
  if (active < days) drift(belief, days - active, prior.mean, model);
}

/** Keeps one impossible answer from making a likelihood 0 everywhere. */
const CERTAIN = 1e-12;

function likelihood(theta: number, { slope, difficulty, floor, ceiling, credit, weight }: Reading): number {
  const curve = floor + (ceiling - floor) / (1 + Math.exp(-slope * (theta - difficulty)));
  const p = Math.min(1 - CERTAIN, Math.max(CERTAIN, curve));
  if (weight === 1 && credit === 1) return p; // the two common cases need no power
  if (weight === 1 && credit === 0) return 1 - p;
  return p ** (weight * credit) * (1 - p) ** (weight * (1 - credit));
}

/** Mean and variance, in standard units of the prior marginal, of one ability after one answer. */
function tiltedMoments(
  reading: Reading,
  mean: number,
  sd: number,
): { readonly shift: number; readonly variance: number } {
  let mass = 0;
  let first = 0;
  let second = 0;
  for (const { z, weight } of NODES) {
    const share = weight * likelihood(mean + sd * z, reading);
    mass += share;
    first += share * z;
    second += share * z * z;
  }
  const shift = first / mass;
  return { shift, variance: second / mass - shift * shift };
}

/** mean ← mean + shift · gain, covariance ← covariance + change · gain · gainᵀ. */
function move({ mean, covariance }: Belief, gain: Float64Array, shift: number, change: number): void {
  const size = mean.length;
  for (let i = 0; i < size; i += 1) {
    const own = gain[i] ?? 0;
    mean[i] = (mean[i] ?? 0) + own * shift;
    for (let j = 0; j < size; j += 1) {
      covariance[i * size + j] = (covariance[i * size + j] ?? 0) + own * (gain[j] ?? 0) * change;
    }
  }
}

/**
 * Takes in one answer: the ability that it bears on gets the mean and variance of its exact posterior, and the others
 * follow as they do in a normal distribution.
 */
export function update(belief: Belief, reading: Reading): void {
  const { mean, covariance } = belief;
  const size = mean.length;
  const { index } = reading;
  const before = covariance[index * size + index] ?? 0;
  if (before <= 0 || reading.weight === 0) return;
  const sd = Math.sqrt(before);
  const { shift, variance } = tiltedMoments(reading, mean[index] ?? 0, sd);
  const gain = covariance.subarray(index * size, (index + 1) * size).map((value) => value / sd);
  move(belief, gain, shift, variance - 1);
}
