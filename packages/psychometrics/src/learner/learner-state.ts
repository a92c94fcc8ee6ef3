import type { Instant } from '@cairn/kernel';
import { DEVIATE_80 } from '../proportion.ts';
import { absorb, advance, type Belief, copyOf, priorBelief } from './ability-filter.ts';
import type { Evidence } from './evidence.ts';
import { forgotten } from './forgetting.ts';
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

type Practice = { readonly count: number; readonly lastAt: Instant | undefined };

/** Abilities as practice would bring them back, and when it last did: what the pass over the log carries along. */
type Fresh = { readonly belief: Belief; readonly practice: readonly Practice[] };

function stateOf({ belief, practice }: Fresh, asOf: Instant, model: LearnerModel): LearnerState {
  const size = model.domains.length;
  const covariance = model.domains.map((_, i) => [...belief.covariance.subarray(i * size, (i + 1) * size)]);
  const mean = [...belief.mean].map((theta, i) => theta - forgotten(practice[i]?.lastAt, asOf, model));
  return {
    asOf,
    domains: model.domains.map((domain, i) => ({
      domain,
      ...intervalOf(mean[i] ?? 0, covariance[i]?.[i] ?? 0),
      evidence: practice[i]?.count ?? 0,
      lastAt: practice[i]?.lastAt,
    })),
    mean,
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
function after({ belief, practice }: Fresh, session: readonly Reading[], model: LearnerModel): Fresh {
  const next = copyOf(belief);
  const [first] = session;
  const last = session.at(-1);
  if (first === undefined || last === undefined) return { belief: next, practice };
  advance(next, first.at, model.growth.days, model);
  // What was forgotten since the last session makes its questions harder by as much.
  const losses = practice.map(({ lastAt }) => forgotten(lastAt, first.at, model));
  absorb(
    next,
    session.map((reading) => ({ ...reading, difficulty: reading.difficulty + (losses[reading.index] ?? 0) })),
  );
  advance(next, last.at, 0, model);
  return { belief: next, practice: practice.map((before, index) => practised(before, session, index)) };
}

function practised(before: Practice, session: readonly Reading[], index: number): Practice {
  const own = session.filter((reading) => reading.index === index);
  return { count: before.count + own.length, lastAt: own.at(-1)?.at ?? before.lastAt };
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
  const sessions = sessionsOf(readEvidence(inOrder(evidence), model));
  let fresh: Fresh = {
    belief: priorBelief(model),
    practice: model.domains.map(() => ({ count: 0, lastAt: undefined })),
  };
  let done = 0;
  return moments.map((moment, i) => {
    if (i > 0 && moment < (moments[i - 1] ?? moment)) throw new RangeError('the moments of a history rise');
    for (let session = sessions[done]; session?.every(({ at }) => at <= moment); session = sessions[done]) {
      fresh = after(fresh, session, model);
      done += 1;
    }
    // The log goes on from its last whole session, not from a moment that somebody asked about.
    const begun = (sessions[done] ?? []).filter(({ at }) => at <= moment);
    const then = after(fresh, begun, model);
    advance(then.belief, moment, 0, model);
    return stateOf(then, moment, model);
  });
}

/**
 * What the evidence up to a moment says of the abilities at that moment: a Gaussian filter over the domains,
 * θ_d = g + δ_d, by expectation propagation within each session, with an Ornstein–Uhlenbeck process between sessions
 * whose stationary law is the prior. Without practice the mean drifts to where the learner started, and the uncertainty
 * grows to the prior's, never beyond. Between two sessions the mean grows, since who comes back was learning; after the
 * last it does not, and what is not practised is not at hand.
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
    mean: Float64Array.from(state.domains, ({ theta, lastAt }) => theta + forgotten(lastAt, state.asOf, model)),
    covariance: Float64Array.from(state.covariance.flat()),
  };
  advance(belief, asOf, 0, model);
  const practice = state.domains.map(({ evidence, lastAt }) => ({ count: evidence, lastAt }));
  return stateOf({ belief, practice }, asOf, model);
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
