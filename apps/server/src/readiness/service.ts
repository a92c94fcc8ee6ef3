import type {
  Readiness,
  ReadinessDay,
  ReadinessDomain,
  ReadinessEstimate,
  ReadinessForecast,
  ReadinessPlan,
} from '@cairn/contract';
import { type Clock, day, dayOf, daysBetween, type Instant } from '@cairn/kernel';
import {
  type AbilityInterval,
  type LearnerState,
  learnerHistory,
  learnerState,
  READINESS_DEFAULTS,
  readinessForecast,
  valueOfNextHour,
} from '@cairn/psychometrics';
import { type ExamModel, type ExamModels, endOf, evidenceOf } from '../evidence/exam-model.ts';
import type { EvidenceRepository, LoggedAnswer } from '../evidence/repository.ts';
import { getExam } from '../exam/library.ts';
import type { LearnerRepository } from '../learner/repository.ts';
import { bandAround, type Estimated, estimateFrom } from './estimate.ts';
import { type AskedPlan, planFor } from './plan.ts';
import { assumptionsOf, missingSentence } from './sentences.ts';

export type ReadinessDeps = {
  readonly evidence: EvidenceRepository;
  readonly learners: LearnerRepository;
  readonly models: ExamModels;
  readonly learnerId: string;
  readonly clock: Clock;
};

const HISTORY_DAYS = 120;
const FORECAST_POINTS = 60;
const DAY_MILLISECONDS = 86_400_000;

const intervalOf = ({ theta, standardError, low, high }: AbilityInterval) => ({
  estimate: theta,
  standardError,
  low,
  high,
});

/** What was known at the end of each day with evidence. */
function historyOf(answers: readonly LoggedAnswer[], model: ExamModel, now: Instant): ReadinessDay[] {
  const days = [...new Set(answers.map(({ at }) => dayOf(at)))].slice(-HISTORY_DAYS); // the log is in order of time
  const moments = days.map((on) => Math.min(endOf(on), now) as Instant); // both are instants
  const states = learnerHistory(evidenceOf(answers, model), moments, model.learner);
  return states.map((state, i) => ({ day: days[i] ?? '', ...estimateFrom(state, model).estimate }));
}

function domainsOf(
  model: ExamModel,
  state: LearnerState,
  { contributions, status, estimate }: Estimated,
): ReadinessDomain[] {
  const { domains } = model.entry;
  const hours = new Map(valueOfNextHour(state, model.blueprint).map(({ domain, gain }) => [domain, gain]));
  const missing = estimate.status === 'enough' || status.kind === 'enough' ? [] : status.missing;
  return contributions.map(({ domain, share, expectedMargin, cutPoints, ...ability }, i) => ({
    number: domain,
    name: domains[i]?.name ?? '',
    weightPercent: 100 * share,
    answers: state.domains[i]?.evidence ?? 0,
    lastPracticeAt: state.domains[i]?.lastAt ?? null,
    theta: intervalOf(ability),
    expectedMargin,
    cutPoints,
    nextHour: hours.get(domain) ?? 0,
    missingAnswers: missing.find((entry) => entry.domain === domain)?.answers ?? 0,
  }));
}

/** At most `FORECAST_POINTS` of these days, evenly, the first and the last among them. */
function thinned<T>(days: readonly T[]): T[] {
  if (days.length <= FORECAST_POINTS) return [...days];
  const step = (days.length - 1) / (FORECAST_POINTS - 1);
  return Array.from({ length: FORECAST_POINTS }, (_, i) => days[Math.round(i * step)]).flatMap((one) => one ?? []);
}

function forecastOf(
  model: ExamModel,
  state: LearnerState,
  { examOn, hoursPerWeek }: ReadinessPlan,
  status: ReadinessEstimate['status'],
): ReadinessForecast | null {
  if (examOn === null || hoursPerWeek === null) return null;
  const days = daysBetween(dayOf(state.asOf), day(examOn));
  const until = (state.asOf + days * DAY_MILLISECONDS) as Instant; // whole days after an instant
  const weights = model.blueprint.domains.reduce((sum, { weight }) => sum + weight, 0);
  const plan = model.blueprint.domains.map(({ domain, weight }) => ({
    domain,
    hoursPerDay: ((hoursPerWeek / 7) * weight) / weights,
  }));
  const forecast = readinessForecast(state, model.blueprint, { plan, until }, model.learner);
  const all = forecast.days.map(
    ({ at, ...estimate }): ReadinessDay => ({ day: dayOf(at), status, ...bandAround(estimate) }),
  );
  const { day: _, ...onExamDay } = all.at(-1) ?? { day: '', status, probability: 0, low: 0, high: 0 };
  return { onExamDay, days: thinned(all), assumptions: assumptionsOf(forecast.assumed, model.learner) };
}

/** The chance of passing, and everything it rests on, derived anew from the log of evidence. */
export async function readinessFor(deps: ReadinessDeps, exam: string, asked: AskedPlan): Promise<Readiness> {
  const { evidence, learners, learnerId, clock } = deps;
  const model = getExam(deps.models, exam);
  const { profile } = model.entry;
  const now = clock.now();
  const plan = planFor(asked, await learners.listRoadmaps(learnerId), profile.code, dayOf(now));
  const answers = await evidence.answers(learnerId, profile.id);
  const today = learnerState(evidenceOf(answers, model), now, model.learner);
  const estimated = estimateFrom(today, model);
  const domains = domainsOf(model, today, estimated);
  const { status } = estimated.estimate;
  return {
    exam: profile.id,
    certification: profile.certification,
    code: profile.code,
    title: profile.title,
    asOf: now,
    answers: today.evidence,
    lastPracticeAt: domains.reduce<number | null>((last, { lastPracticeAt: at }) => later(last, at), null),
    today: estimated.estimate,
    missingAnswers: domains.reduce((sum, { missingAnswers }) => sum + missingAnswers, 0),
    missing: status === 'enough' ? null : missingSentence(domains, READINESS_DEFAULTS.standardErrorLimit),
    theta: intervalOf(estimated.ability),
    scoredQuestions: model.blueprint.scored,
    domains,
    history: historyOf(answers, model, now),
    plan,
    forecast: forecastOf(model, today, plan, status),
  };
}

const later = (a: number | null, b: number | null): number | null => (a === null || (b !== null && b > a) ? b : a);
