import type { Instant } from '@cairn/kernel';
import { DEVIATE_80 } from '../proportion.ts';
import { advance, type Belief, copyOf, priorBelief, update } from './ability-filter.ts';
import type { Evidence } from './evidence.ts';
import type { LearnerModel } from './learner-model.ts';
import { inOrder, readEvidence } from './reading.ts';

/** An ability in logits from the just-passing candidate, with the ends of its 80 % interval. */
export type AbilityInterval = {
  readonly theta: number;
  readonly standardError: number;
  readonly low: number;
  readonly high: number;
};

export type DomainAbility = AbilityInterval & {
  readonly domain: number;
  /** How many pieces of evidence it rests on. */
  readonly evidence: number;
  /** When the domain was last practised; undefined: never, and the numbers are the prior's or come from other domains. */
  readonly lastAt: Instant | undefined;
};

/** What is known of a learner at one moment: a normal distribution over the abilities in all domains. */
export type LearnerState = {
  readonly asOf: Instant;
  readonly domains: readonly DomainAbility[];
  /** One entry a domain, in the order of `LearnerModel.domains`, in logits. */
  readonly mean: readonly number[];
  /** domains × domains, in logits². */
  readonly covariance: readonly (readonly number[])[];
  readonly evidence: number;
};

export function intervalOf(theta: number, variance: number): AbilityInterval {
  const standardError = Math.sqrt(variance);
  return { theta, standardError, low: theta - DEVIATE_80 * standardError, high: theta + DEVIATE_80 * standardError };
}

type Practice = { count: number; lastAt: Instant | undefined };

function stateOf(belief: Belief, practice: readonly Practice[], asOf: Instant, model: LearnerModel): LearnerState {
  const size = model.domains.length;
  const covariance = model.domains.map((_, i) => [...belief.covariance.subarray(i * size, (i + 1) * size)]);
  return {
    asOf,
    domains: model.domains.map((domain, i) => ({
      domain,
      ...intervalOf(belief.mean[i] ?? 0, covariance[i]?.[i] ?? 0),
      evidence: practice[i]?.count ?? 0,
      lastAt: practice[i]?.lastAt,
    })),
    mean: [...belief.mean],
    covariance,
    evidence: practice.reduce((sum, { count }) => sum + count, 0),
  };
}

/**
 * What was known at each of several moments, from the evidence up to each: one pass, so that a history costs little
 * more than its last day.
 *
 * @param evidence in any order; the result is the same
 * @param moments  rising
 * @throws         RangeError as `learnerState`, or if `moments` fall
 */
export function learnerHistory(
  evidence: readonly Evidence[],
  moments: readonly Instant[],
  model: LearnerModel,
): LearnerState[] {
  const readings = readEvidence(inOrder(evidence), model);
  const belief = priorBelief(model);
  const practice: Practice[] = model.domains.map(() => ({ count: 0, lastAt: undefined }));
  let next = 0;
  return moments.map((moment, i) => {
    if (i > 0 && moment < (moments[i - 1] ?? moment)) throw new RangeError('the moments of a history rise');
    for (let reading = readings[next]; reading && reading.at <= moment; reading = readings[next]) {
      advance(belief, reading.at, model.growth.days, model);
      update(belief, reading);
      const own = practice[reading.index];
      if (own) practice[reading.index] = { count: own.count + 1, lastAt: reading.at };
      next += 1;
    }
    const then = copyOf(belief); // the log goes on from its last evidence, not from a moment that somebody asked about
    advance(then, moment, 0, model);
    return stateOf(then, practice, moment, model);
  });
}

/**
 * What the evidence up to a moment says of the abilities at that moment: an assumed-density (Gaussian) filter over the
 * domains, θ_d = g + δ_d, with an Ornstein–Uhlenbeck process between answers whose stationary law is the prior. Without
 * practice the mean drifts to where the learner started, and the uncertainty grows to the prior's, never beyond. Between two
 * pieces of evidence the mean grows, since who comes back was learning; after the last it does not.
 *
 * @param evidence in any order; later than `asOf` is left out
 * @throws         RangeError for a domain that the model lacks, credit outside [0, 1], a negative weight or a bad time
 * @see            docs/readiness.md; Minka (2001), A family of algorithms for approximate Bayesian inference, ch. 3
 */
export function learnerState(evidence: readonly Evidence[], asOf: Instant, model: LearnerModel): LearnerState {
  const [state] = learnerHistory(evidence, [asOf], model);
  if (state === undefined) throw new RangeError('no moment to describe');
  return state;
}

/**
 * The same knowledge at a later moment, without practice in between.
 *
 * @throws RangeError if `asOf` lies before the state
 */
export function laterState(state: LearnerState, asOf: Instant, model: LearnerModel): LearnerState {
  if (asOf < state.asOf) throw new RangeError('a state is carried forward in time, not back');
  const belief: Belief = {
    at: state.asOf,
    mean: Float64Array.from(state.mean),
    covariance: Float64Array.from(state.covariance.flat()),
  };
  advance(belief, asOf, 0, model);
  const practice = state.domains.map(({ evidence, lastAt }) => ({ count: evidence, lastAt }));
  return stateOf(belief, practice, asOf, model);
}

/**
 * One ability for the whole exam: the domains weighted as the blueprint weighs them.
 *
 * @param weights relative, one a domain of the state, in its order
 * @throws        RangeError unless there is one weight a domain and their sum is positive
 */
export function overallAbility({ mean, covariance }: LearnerState, weights: readonly number[]): AbilityInterval {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (weights.length !== mean.length || !(total > 0)) {
    throw new RangeError(`${weights.length} weights, sum ${total}, for ${mean.length} domains`);
  }
  const shares = weights.map((weight) => weight / total);
  const theta = shares.reduce((sum, share, i) => sum + share * (mean[i] ?? 0), 0);
  const variance = shares.reduce(
    (sum, share, i) => shares.reduce((inner, other, j) => inner + share * other * (covariance[i]?.[j] ?? 0), sum),
    0,
  );
  return intervalOf(theta, variance);
}
