import type { LearnerState } from '../learner/learner-state.ts';
import type { FormBlueprint } from './form-blueprint.ts';
import { chancesAfter, estimateOf, possibleLearners } from './pass-distribution.ts';
import { checkDomains, type ReadinessOptions } from './readiness.ts';
import { READINESS_DEFAULTS } from './readiness-constants.ts';
import { scoreMargin } from './score-margin.ts';

/** How much one hour of study in a domain, spent now, raises the chance of passing. */
export type HourValue = { readonly domain: number; readonly gain: number };

/**
 * The value of the next hour, the best domain first. It is larger where ability is low, because learning is faster
 * there and questions near the middle of their curve gain most, whatever the domain weighs: an hour covers a larger
 * part of a small domain.
 *
 * @returns gains in probability per hour, under the assumed rate of learning
 * @throws  as `readiness`
 */
export function valueOfNextHour(
  state: LearnerState,
  blueprint: FormBlueprint,
  options: ReadinessOptions = {},
): HourValue[] {
  checkDomains(state, blueprint);
  const constants = { ...READINESS_DEFAULTS, ...options };
  const margin = scoreMargin(blueprint);
  const learners = possibleLearners(state, constants);
  const after = (hours: readonly number[]) =>
    estimateOf(chancesAfter(learners, margin, hours, constants.learning)).probability;
  const today = after(state.mean.map(() => 0));
  return state.domains
    .map(({ domain }, i) => ({ domain, gain: after(state.mean.map((_, j) => Number(i === j))) - today }))
    .sort((a, b) => b.gain - a.gain);
}
