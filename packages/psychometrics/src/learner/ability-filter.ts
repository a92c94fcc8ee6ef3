import type { Instant } from '@cairn/kernel';
import type { LearnerModel } from './learner-model.ts';
import { DEVIATES, WEIGHTS } from './normal-nodes.ts';
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

const priorCovariance = (i: number, j: number, { prior: { generalSd, domainSd } }: LearnerModel): number =>
  generalSd * generalSd + (i === j ? domainSd * domainSd : 0);

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
  const keptSquared = kept * kept;
  const size = mean.length;
  for (let i = 0; i < size; i += 1) {
    mean[i] = target + kept * ((mean[i] ?? 0) - target);
    for (let j = 0; j < size; j += 1) {
      const k = i * size + j;
      covariance[k] = keptSquared * (covariance[k] ?? 0) + (1 - keptSquared) * priorCovariance(i, j, model);
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
  for (let k = 0; k < DEVIATES.length; k += 1) {
    const z = DEVIATES[k] ?? 0;
    const share = (WEIGHTS[k] ?? 0) * likelihood(mean + sd * z, reading);
    mass += share;
    first += share * z;
    second += share * z * z;
  }
  const shift = first / mass;
  return { shift, variance: second / mass - shift * shift };
}

/** What one answer says of one ability, as a normal factor: its precision, and precision times mean. */
type Site = { precision: number; linear: number };

/** Below this a cavity is too wide to integrate over: the answer keeps the factor that it has. */
const LEAST_PRECISION = 1e-6;

/** belief ← belief × a normal factor on ability `index`. */
function multiply({ mean, covariance }: Belief, index: number, { precision, linear }: Site): void {
  const size = mean.length;
  const own = covariance.slice(index * size, (index + 1) * size);
  const scale = 1 / (1 + precision * (own[index] ?? 0));
  const shift = scale * (linear - precision * (mean[index] ?? 0));
  for (let i = 0; i < size; i += 1) {
    const gain = own[i] ?? 0;
    mean[i] = (mean[i] ?? 0) + shift * gain;
    for (let j = 0; j < size; j += 1) {
      covariance[i * size + j] = (covariance[i * size + j] ?? 0) - scale * precision * gain * (own[j] ?? 0);
    }
  }
}

/** Takes one answer out of the belief, and puts it back as what it says beside all the others. */
function refine(belief: Belief, reading: Reading, site: Site): void {
  const { index } = reading;
  const variance = belief.covariance[index * belief.mean.length + index] ?? 0;
  const precision = 1 / variance - site.precision;
  if (!(precision > LEAST_PRECISION)) return;
  const sd = 1 / Math.sqrt(precision);
  const mean = ((belief.mean[index] ?? 0) / variance - site.linear) / precision;
  const tilted = tiltedMoments(reading, mean, sd);
  const after = precision / tilted.variance;
  const change = {
    precision: after - precision - site.precision,
    linear: after * (mean + sd * tilted.shift) - precision * mean - site.linear,
  };
  site.precision += change.precision;
  site.linear += change.linear;
  multiply(belief, index, change);
}

/** The first sweep is assumed-density filtering; the second undoes most of what depends on the order. */
const SWEEPS = 2;

/** Takes in the answers of one session, by expectation propagation. */
export function absorb(belief: Belief, readings: readonly Reading[]): void {
  const sites = readings.map((): Site => ({ precision: 0, linear: 0 }));
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    readings.forEach((reading, i) => {
      const site = sites[i];
      if (site !== undefined && reading.weight > 0) refine(belief, reading, site);
    });
  }
}
