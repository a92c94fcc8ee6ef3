import { itemInformation } from '../items/calibrated-item.ts';
import type { LearnerState } from '../learner/learner-state.ts';
import type { FormBlueprint, PoolItem } from './form-blueprint.ts';
import type { PassEstimate } from './pass-distribution.ts';
import type { ReadinessConstants } from './readiness-constants.ts';
import { sharesOf } from './score-margin.ts';

/** Whether there is enough evidence for a probability to be shown; and if not, what would do. */
export type EvidenceStatus =
  | { readonly kind: 'enough' }
  | {
      readonly kind: 'not-enough-evidence';
      /** Of the overall ability, in logits: what it is, and what it has to be at most. */
      readonly standardError: number;
      readonly limit: number;
      /** New questions under exam conditions that would do, the fewest, by domain. */
      readonly missing: readonly { readonly domain: number; readonly answers: number }[];
    };

/** More than any bank has; a limit that this many answers do not reach is out of reach. */
const ANSWERS_LIMIT = 500;

/** Share of an answer's information that slips, and errors in its difficulty, leave. */
const CERTAINTY = 0.8;

function informationOf(pool: readonly PoolItem[], theta: number): number {
  const total = pool.reduce(
    (sum, item) => sum + itemInformation(theta, { kind: 'dichotomous', ...item.parameters }),
    0,
  );
  return (CERTAINTY * total) / pool.length;
}

/** Covariance of each domain with the overall ability, and the variance of that. */
function overallOf(covariance: readonly (readonly number[])[], shares: readonly number[]) {
  const withOverall = covariance.map((row) => row.reduce((sum, value, j) => sum + value * (shares[j] ?? 0), 0));
  return { withOverall, variance: withOverall.reduce((sum, value, i) => sum + value * (shares[i] ?? 0), 0) };
}

/** The covariance after one more answer in domain `index`. */
function afterAnswer(covariance: readonly (readonly number[])[], index: number, information: number): number[][] {
  const own = covariance[index]?.[index] ?? 0;
  const loss = information / (1 + information * own);
  return covariance.map((row, i) =>
    row.map((value, j) => value - loss * (covariance[i]?.[index] ?? 0) * (covariance[j]?.[index] ?? 0)),
  );
}

/** Each next answer goes where it narrows the overall ability most. */
function missingAnswers(state: LearnerState, blueprint: FormBlueprint, limit: number): number[] {
  const shares = sharesOf(blueprint.domains);
  const everything = blueprint.domains.flatMap(({ pool }) => pool);
  const informations = blueprint.domains.map(({ pool }, i) =>
    informationOf(pool.length > 0 ? pool : everything, state.mean[i] ?? 0),
  );
  const answers = informations.map(() => 0);
  let { covariance } = state;
  for (let n = 0; n < ANSWERS_LIMIT; n += 1) {
    const { withOverall, variance } = overallOf(covariance, shares);
    if (Math.sqrt(variance) <= limit) break;
    const gains = informations.map(
      (information, i) => (information * (withOverall[i] ?? 0) ** 2) / (1 + information * (covariance[i]?.[i] ?? 0)),
    );
    const best = gains.indexOf(Math.max(...gains));
    answers[best] = (answers[best] ?? 0) + 1;
    covariance = afterAnswer(covariance, best, informations[best] ?? 0);
  }
  return answers;
}

/** @param band of the estimate from this state */
export function evidenceStatus(
  state: LearnerState,
  blueprint: FormBlueprint,
  band: PassEstimate['band'],
  { standardErrorLimit: limit, bandWidthLimit }: ReadinessConstants,
): EvidenceStatus {
  const standardError = Math.sqrt(overallOf(state.covariance, sharesOf(blueprint.domains)).variance);
  if (standardError <= limit || band.high - band.low <= bandWidthLimit) return { kind: 'enough' };
  const answers = missingAnswers(state, blueprint, limit);
  return {
    kind: 'not-enough-evidence',
    standardError,
    limit,
    missing: blueprint.domains
      .map(({ domain }, i) => ({ domain, answers: answers[i] ?? 0 }))
      .filter((entry) => entry.answers > 0),
  };
}
