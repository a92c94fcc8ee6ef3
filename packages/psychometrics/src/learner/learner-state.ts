import type { Instant } from '@cairn/kernel';
import { DEVIATE_80 } from '../proportion.ts';
import { absorb, advance, type Belief, copyOf, priorBelief } from './ability-filter.ts';
import type { Evidence } from './evidence.ts';
import type { LearnerModel } from './learner-model.ts';
import { daysBetweenInstants, inOrder, type Reading, readEvidence } from './reading.ts';

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

/** Answers within this many days of the first are one session: no ability changes between them. */
const SESSION_DAYS = 0.5;

function sessionsOf(readings: readonly Reading[]): Reading[][] {
  const sessions: Reading[][] = [];
  for (const reading of readings) {
    const current = sessions.at(-1);
    const first = current?.[0];
    if (first && daysBetweenInstants(first.at, reading.at) <= SESSION_DAYS) current.push(reading);
    else sessions.push([reading]);
  }
  return sessions;
}

/** What is known after a session, or a part of it. */
function after(belief: Belief, session: readonly Reading[], model: LearnerModel): Belief {
  const next = copyOf(belief);
  const [first] = session;
  const last = session.at(-1);
  if (first === undefined || last === undefined) return next;
  advance(next, first.at, model.growth.days, model);
  absorb(next, session);
  advance(next, last.at, 0, model);
  return next;
}

function practiceUntil(moment: Instant, readings: readonly Reading[], model: LearnerModel): Practice[] {
  const practice: Practice[] = model.domains.map(() => ({ count: 0, lastAt: undefined }));
  for (const { at, index } of readings) {
    if (at <= moment) practice[index] = { count: (practice[index]?.count ?? 0) + 1, lastAt: at };
  }
  return practice;
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
  const sessions = sessionsOf(readings);
  let belief = priorBelief(model);
  let done = 0;
  return moments.map((moment, i) => {
    if (i > 0 && moment < (moments[i - 1] ?? moment)) throw new RangeError('the moments of a history rise');
    for (let session = sessions[done]; session?.every(({ at }) => at <= moment); session = sessions[done]) {
      belief = after(belief, session, model);
      done += 1;
    }
    // The log goes on from its last whole session, not from a moment that somebody asked about.
    const begun = (sessions[done] ?? []).filter(({ at }) => at <= moment);
    const then = after(belief, begun, model);
    advance(then, moment, 0, model);
    return stateOf(then, practiceUntil(moment, readings, model), moment, model);
  });
}

/**
 * What the evidence up to a moment says of the abilities at that moment: a Gaussian filter over the domains, by
 * expectation propagation within each session, θ_d = g + δ_d, with an Ornstein–Uhlenbeck process between answers whose stationary law is the prior. Without
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
