import { type AbilityInterval, type LearnerState, overallAbility } from '../learner/learner-state.ts';
import { type EvidenceStatus, evidenceStatus } from './enough-evidence.ts';
import type { FormBlueprint } from './form-blueprint.ts';
import { chancesAfter, estimateOf, type PassEstimate, possibleLearners } from './pass-distribution.ts';
import { READINESS_DEFAULTS, type ReadinessConstants } from './readiness-constants.ts';
import { domainCumulants, type ScoreMargin, scoreMargin } from './score-margin.ts';

/** Constants other than `READINESS_DEFAULTS`. */
export type ReadinessOptions = Partial<ReadinessConstants>;

/** One domain's part in the result. The expected margins of all domains add up to that of the exam. */
export type DomainContribution = AbilityInterval & {
  readonly domain: number;
  /** Of the questions that count, in [0, 1]. */
  readonly share: number;
  /** Points above the cut (below it if negative) that this domain is expected to bring at its mean ability. */
  readonly expectedMargin: number;
  /** Points that this domain's questions are worth to a just-passing candidate: its part of the cut. */
  readonly cutPoints: number;
};

export type Readiness = PassEstimate & {
  readonly status: EvidenceStatus;
  /** Of the whole exam, the domains weighted as the blueprint weighs them. */
  readonly ability: AbilityInterval;
  readonly contributions: readonly DomainContribution[];
};

/** @throws RangeError unless the blueprint has exactly the domains of the state, in its order */
export function checkDomains(state: LearnerState, { domains }: FormBlueprint): void {
  const known = state.domains.map(({ domain }) => domain).join(', ');
  const asked = domains.map(({ domain }) => domain).join(', ');
  if (known !== asked) throw new RangeError(`the blueprint has domains ${asked}, the learner's state ${known}`);
}

function cutPointsOf({ domains, scored }: FormBlueprint, index: number, share: number): number {
  const own = domains[index]?.pool ?? [];
  const pool = own.length > 0 ? own : domains.flatMap((domain) => domain.pool);
  const rated = pool.reduce((sum, { parameters: { a, b, c }, points = 1 }) => {
    return sum + points * (c + (1 - c) / (1 + Math.exp(a * b)));
  }, 0);
  return (scored * share * rated) / pool.length;
}

function contributionsOf(state: LearnerState, blueprint: FormBlueprint, margin: ScoreMargin): DomainContribution[] {
  return state.domains.map(({ domain, theta, standardError, low, high }, i) => {
    const share = margin.shares[i] ?? 0;
    const table = margin.tables[i];
    return {
      domain,
      ...{ theta, standardError, low, high },
      share,
      expectedMargin: table === undefined ? 0 : domainCumulants(table, theta).mean,
      cutPoints: cutPointsOf(blueprint, i, share),
    };
  });
}

/**
 * The probability that a new form of the official length, with its own draw of questions, scores at or above its Angoff
 * cut, averaged over abilities, questions, answers and the error of the bank. An estimate from these questions, never a
 * vendor's score.
 *
 * @throws RangeError unless the blueprint has the domains of the state, at least one question and a positive weight
 * @see    docs/readiness.md
 */
export function readiness(state: LearnerState, blueprint: FormBlueprint, options: ReadinessOptions = {}): Readiness {
  checkDomains(state, blueprint);
  const constants = { ...READINESS_DEFAULTS, ...options };
  const margin = scoreMargin(blueprint);
  const none = state.mean.map(() => 0);
  const chances = chancesAfter(possibleLearners(state, constants), margin, none, constants.learning);
  const estimate = estimateOf(chances);
  return {
    ...estimate,
    status: evidenceStatus(state, blueprint, estimate.band, constants),
    ability: overallAbility(state, margin.shares),
    contributions: contributionsOf(state, blueprint, margin),
  };
}
