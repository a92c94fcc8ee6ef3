import type { Instant } from '@cairn/kernel';
import { forgotten } from '../learner/forgetting.ts';
import type { LearnerModel } from '../learner/learner-model.ts';
import type { LearnerState } from '../learner/learner-state.ts';
import { laterState } from '../learner/learner-state.ts';
import type { FormBlueprint } from './form-blueprint.ts';
import { chancesAfter, estimateOf, type PassEstimate, possibleLearners, type StudyHours } from './pass-distribution.ts';
import { checkDomains, type ReadinessOptions } from './readiness.ts';
import { type LearningRate, READINESS_DEFAULTS } from './readiness-constants.ts';
import { scoreMargin } from './score-margin.ts';

/** Hours that somebody means to study in a domain on each day. Domains that are not named get none. */
export type StudyPlan = readonly { readonly domain: number; readonly hoursPerDay: number }[];

export type ForecastDay = PassEstimate & {
  readonly at: Instant;
  /** Hours studied by then under the plan, in all domains. */
  readonly hours: number;
};

export type Forecast = {
  /** Today and each day after, up to the exam. */
  readonly days: readonly ForecastDay[];
  /** What the forecast takes for granted; show it beside the numbers. */
  readonly assumed: LearningRate;
};

const DAY_MILLISECONDS = 86_400_000;
const DAYS_LIMIT = 3 * 366;

function hoursPerDayOf(plan: StudyPlan, state: LearnerState): StudyHours {
  const unknown = plan.find(({ domain }) => !state.domains.some((own) => own.domain === domain));
  if (unknown) throw new RangeError(`the plan names domain ${unknown.domain}, which the exam lacks`);
  const bad = plan.find(({ hoursPerDay }) => !(hoursPerDay >= 0 && hoursPerDay <= 24));
  if (bad) throw new RangeError(`${bad.hoursPerDay} hours a day in domain ${bad.domain}: a day has 0 to 24`);
  return state.domains.map(({ domain }) =>
    plan.reduce((sum, entry) => (entry.domain === domain ? sum + entry.hoursPerDay : sum), 0),
  );
}

/** The state on a later day: where the plan has hours, no more is forgotten than today. */
function stateUnderPlan(state: LearnerState, at: Instant, model: LearnerModel, perDay: StudyHours): LearnerState {
  const later = laterState(state, at, model);
  const mean = later.domains.map(({ theta, lastAt }, i) => {
    const spared = forgotten(lastAt, at, model) - forgotten(lastAt, state.asOf, model);
    return (perDay[i] ?? 0) > 0 ? theta + spared : theta;
  });
  return { ...later, mean };
}

/**
 * The chance of passing on each day until the exam, if the plan is kept: what is known today, fading as time goes by (and
 * faster in domains without hours), plus what the hours teach. The rate of learning is an assumption with a wide band, not a measurement.
 *
 * @param until the exam; days are counted from `state.asOf`, the last entry is the exam itself
 * @throws      RangeError if the exam lies before the state or more than three years after it, for a plan with an
 *              unknown domain or impossible hours, and as `readiness`
 */
export function readinessForecast(
  state: LearnerState,
  blueprint: FormBlueprint,
  { plan, until }: { readonly plan: StudyPlan; readonly until: Instant },
  model: LearnerModel,
  options: ReadinessOptions = {},
): Forecast {
  checkDomains(state, blueprint);
  const span = (until - state.asOf) / DAY_MILLISECONDS;
  if (!(span >= 0 && span <= DAYS_LIMIT)) {
    throw new RangeError(`the exam lies ${Math.round(span)} days ahead; a forecast reaches from 0 to ${DAYS_LIMIT}`);
  }
  const perDay = hoursPerDayOf(plan, state);
  const constants = { ...READINESS_DEFAULTS, ...options };
  const margin = scoreMargin(blueprint);
  const days = Array.from({ length: Math.ceil(span) + 1 }, (_, n) => {
    const passed = Math.min(n, span);
    const at = (state.asOf + Math.round(passed * DAY_MILLISECONDS)) as Instant; // a moment between two instants
    const learners = possibleLearners(stateUnderPlan(state, at, model, perDay), constants);
    const hours = perDay.map((each) => each * passed);
    const chances = chancesAfter(learners, margin, hours, constants.learning);
    return { ...estimateOf(chances), at, hours: hours.reduce((sum, each) => sum + each, 0) };
  });
  return { days, assumed: constants.learning };
}
