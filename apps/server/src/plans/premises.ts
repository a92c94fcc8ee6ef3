import type { Catalog } from '@cairn/catalog';
import type { PlanChoices } from '@cairn/contract';
import { addDays, type Clock, type Day, type Instant } from '@cairn/kernel';
import type { Lab } from '@cairn/labs';
import {
  type DoneActivity,
  localDay,
  makePlan,
  type Plan,
  type PlanInput,
  type PlanOutcome,
  premisesOf,
} from '@cairn/scheduling';
import type { SettingsRepository } from '../cards/settings-repository.ts';
import { type StudyTime, studyTime } from '../cards/study-time.ts';
import type { ExamModels } from '../evidence/exam-model.ts';
import type { EvidenceRepository } from '../evidence/repository.ts';
import { type ExamEntry, type ExamLibrary, getExam } from '../exam/library.ts';
import type { LearningLibrary } from '../lessons/library.ts';
import { doneActivities, type WorkDone } from './done.ts';
import { type DomainKnown, knownDomains } from './known.ts';
import { premiseOf } from './material.ts';
import type { PlanRepository } from './repository.ts';
import type { Finished, WorkRepository } from './work-repository.ts';

export type PlanDeps = {
  readonly plans: PlanRepository;
  readonly work: WorkRepository;
  readonly settings: SettingsRepository;
  readonly evidence: EvidenceRepository;
  readonly models: ExamModels;
  readonly library: ExamLibrary;
  readonly learning: LearningLibrary;
  readonly labs: ReadonlyMap<string, Lab>;
  readonly catalog: Catalog;
  readonly learnerId: string;
  readonly clock: Clock;
};

/** Everything about one exam and one learner that a plan depends on, at one moment. */
export type Premises = {
  readonly entry: ExamEntry;
  readonly exam: string;
  readonly time: StudyTime;
  readonly today: Day;
  readonly domains: readonly DomainKnown[];
  readonly fixed: ReturnType<typeof premiseOf>;
  readonly work: WorkDone;
};

/** @throws Problem `exam-unknown` or `time-zone-unknown` */
export async function premisesFor(deps: PlanDeps, asked: string, timeZone: string | undefined): Promise<Premises> {
  const { library, learning, catalog, evidence, learnerId } = deps;
  const entry = getExam(library, asked);
  const exam = entry.profile.id;
  const time = await studyTime(deps, timeZone);
  const [answers, work] = await Promise.all([evidence.answers(learnerId, exam), workDone(deps, entry, time)]);
  return {
    entry,
    exam,
    time,
    today: time.day.day,
    domains: knownDomains(getExam(deps.models, exam), answers, time.day.now),
    fixed: premiseOf(entry, learning, catalog),
    work,
  };
}

const LONGEST_PLAN_MILLISECONDS = 1100 * 86_400_000;

async function workDone(deps: PlanDeps, { profile }: ExamEntry, time: StudyTime): Promise<WorkDone> {
  const { work, plans, learnerId } = deps;
  const exam = profile.id;
  const from = (time.day.now - LONGEST_PLAN_MILLISECONDS) as Instant; // whole days before an instant
  const stored = await plans.find(learnerId, exam);
  const madeAt = stored?.madeAt ?? time.day.now; // what came before is in the evidence
  const [attempts, activities, diagnoses, reviews, examDays, labs] = await Promise.all([
    work.attempts(learnerId, exam),
    work.activities(learnerId, exam, madeAt),
    work.diagnoses(learnerId, exam),
    work.cardReviews(learnerId, from),
    work.examDays(learnerId, profile.certification),
    labsPassed(deps, exam, time),
  ]);
  const on = (finished: Finished) => dayOn(finished, time);
  const since = attempts.filter(({ at }) => at >= madeAt);
  const firstDay = stored?.plan.asOf;
  return {
    lessons: new Map(activities.filter(({ kind }) => kind === 'lesson').map((one) => [one.ref, on(one)])),
    labs,
    mocks: since.filter(({ isMock }) => isMock).map(on),
    lastMockId: attempts.findLast(({ isMock }) => isMock)?.id,
    practice: since.filter(({ isMock }) => !isMock).map(on),
    diagnoses: diagnoses.map(on),
    cards: new Set(reviews.map(on)),
    exams: firstDay === undefined ? [] : examDays.filter((day) => day >= firstDay).map((day) => day as Day),
    ticked: new Map(
      activities
        .filter(({ kind }) => kind === 'practice' || kind === 'mock-review')
        .map((one) => [one.ref.slice(exam.length + 1), on(one)]),
    ),
  };
}

/** The local day on which something came to its end; without a zone of its own it counts in that of last use. */
export function dayOn({ at, timeZone }: Finished, { timeZone: usual, settings }: StudyTime): Day {
  return localDay(at, timeZone ?? usual, settings.dayStartsAtHour);
}

async function labsPassed({ labs, evidence, learnerId }: PlanDeps, exam: string, time: StudyTime) {
  const serving = [...labs.values()].filter(({ objectives }) => objectives.some((task) => task.startsWith(`${exam}/`)));
  const passed = await Promise.all(
    serving.map(async ({ id, version, steps }) => {
      const found = await evidence.labSteps(learnerId, { lab: id, version });
      const days = found.map(({ at }) => dayOn({ at, timeZone: undefined }, time));
      return [id, { steps: steps.length, passed: days }] as const;
    }),
  );
  return new Map(passed);
}

/** What the rules of planning read. */
export function inputOf(premises: Premises, choices: PlanChoices, done: readonly DoneActivity[]): PlanInput {
  const { exam, today, fixed, domains } = premises;
  const measured = domains.flatMap(({ number, known }) => (known === undefined ? [] : [[`${exam}/${number}`, known]]));
  const said = Object.entries(choices.known).map(([number, known]) => [`${exam}/${number}`, known]);
  return {
    today,
    ...(choices.preset ? { preset: choices.preset } : {}),
    ...(choices.goal ? { goal: choices.goal } : {}),
    ...(choices.minutesByWeekday ? { minutesByWeekday: choices.minutesByWeekday } : {}),
    daysOff: choices.daysOff,
    known: Object.fromEntries([...measured, ...said]),
    ...fixed,
    done: [...done],
  };
}

/** The choices with everything that their preset stands for, so that they mean the same tomorrow. */
export function completed(premises: Premises, choices: PlanChoices): PlanChoices {
  const { goal, week } = premisesOf(inputOf(premises, choices, []));
  return { ...choices, goal, minutesByWeekday: week };
}

export type Made = Extract<PlanOutcome, { outcome: 'refused' }> | { readonly outcome: 'planned'; readonly plan: Plan };

/** A plan made anew around what was done, for the plan before it or, without one, ever. */
export function planAnew(premises: Premises, choices: PlanChoices, before: Plan | undefined): Made {
  const first = before ?? firstPlan(premises, choices);
  if ('outcome' in first) return first;
  const done = doneActivities(first, premises.work);
  if (before === undefined && done.length === 0) return { outcome: 'planned', plan: first };
  return makePlan(inputOf(premises, choices, done), before);
}

function firstPlan(premises: Premises, choices: PlanChoices): Plan | Extract<Made, { outcome: 'refused' }> {
  const made = makePlan(inputOf(premises, choices, []));
  return made.outcome === 'planned' ? made.plan : made;
}

export const yesterdayOf = ({ today }: Premises): Day => addDays(today, -1);
