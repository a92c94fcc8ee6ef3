import {
  type ExamPlan,
  type PlanChanged,
  type PlanChoices,
  type PlanPreview,
  type PlanSetup,
  type PlanSummary,
  Problem,
  type SavedPlan,
} from '@cairn/contract';
import {
  makePlan,
  type PlanDiff,
  type PlanRefused,
  planCalendarFile,
  planDiff,
  replan,
  stonesOf,
} from '@cairn/scheduling';
import { getExam } from '../exam/library.ts';
import { doneActivities, markDone, missedBefore, missedSentence } from './done.ts';
import { completed, inputOf, type PlanDeps, type Premises, planAnew, premisesFor, yesterdayOf } from './premises.ts';
import type { StoredPlan } from './repository.ts';

/** A saved plan as it stands now, with what it rests on. */
export type StandingPlan = { readonly premises: Premises; readonly stored: StoredPlan; readonly saved: SavedPlan };

/** Plans to exams. What is done is read from the logs each time; a plan changes only when its learner says so. */
export class PlanService {
  readonly #deps: PlanDeps;

  constructor(deps: PlanDeps) {
    this.#deps = deps;
  }

  /** Every saved plan as it stands now, the nearest exam first. */
  async standing(timeZone: string | undefined, exam?: string): Promise<StandingPlan[]> {
    const { plans, learnerId, library } = this.#deps;
    const wanted = exam === undefined ? undefined : getExam(library, exam).profile.id;
    const stored = (await plans.list(learnerId)).filter((one) => library.has(one.exam));
    const asked = stored.filter((one) => wanted === undefined || one.exam === wanted);
    return Promise.all(
      asked.map(async (one) => {
        const premises = await premisesFor(this.#deps, one.exam, timeZone);
        return { premises, stored: one, saved: savedOf(premises, one) };
      }),
    );
  }

  async list(timeZone: string | undefined): Promise<PlanSummary[]> {
    const all = await this.standing(timeZone);
    return all.map(({ premises: { exam, entry }, saved: { plan } }) => {
      const { done, total, share } = stonesOf(plan);
      const { code, title } = entry.profile;
      return { exam, code, title, examDay: plan.examDay, done, total, share };
    });
  }

  async show(exam: string, timeZone: string | undefined): Promise<ExamPlan> {
    const premises = await premisesFor(this.#deps, exam, timeZone);
    const stored = await this.#find(premises);
    return {
      today: premises.today,
      setup: this.#setup(premises),
      saved: stored ? savedOf(premises, stored) : null,
    };
  }

  async preview(exam: string, choices: PlanChoices, timeZone: string | undefined): Promise<PlanPreview> {
    const premises = await premisesFor(this.#deps, exam, timeZone);
    const stored = await this.#find(premises);
    const made = planAnew(premises, choices, stored?.plan);
    if (made.outcome === 'refused') return made;
    return {
      outcome: 'planned',
      choices: completed(premises, choices),
      plan: made.plan,
      diff: stored ? planDiff(savedOf(premises, stored).plan, made.plan) : null,
    };
  }

  /** The same choices again, on the same day, change nothing. */
  async put(exam: string, choices: PlanChoices, timeZone: string | undefined): Promise<PlanChanged> {
    const premises = await premisesFor(this.#deps, exam, timeZone);
    const stored = await this.#find(premises);
    const made = planAnew(premises, choices, stored?.plan);
    if (made.outcome === 'refused') throw impossible(made);
    const whole = completed(premises, choices);
    const before = stored && savedOf(premises, stored).plan;
    return this.#save(premises, { choices: whole, plan: made.plan }, stored, before && planDiff(before, made.plan));
  }

  /** @throws Problem `plan-unknown`, or `plan-impossible` if the exam day is past */
  async replan(exam: string, timeZone: string | undefined): Promise<PlanChanged> {
    const premises = await premisesFor(this.#deps, exam, timeZone);
    const stored = await this.#get(premises);
    const done = doneActivities(stored.plan, premises.work);
    const made = replan(stored.plan, inputOf(premises, stored.choices, done));
    if (made.outcome === 'refused') throw impossible(made);
    return this.#save(premises, { choices: stored.choices, plan: made.plan }, stored, made.diff);
  }

  remove(exam: string): Promise<void> {
    const { plans, learnerId, library } = this.#deps;
    return plans.remove(learnerId, getExam(library, exam).profile.id);
  }

  /** The plan as an iCalendar file; while it does not change, nor does the file. */
  async calendar(exam: string, timeZone: string | undefined): Promise<string> {
    const premises = await premisesFor(this.#deps, exam, timeZone);
    const stored = await this.#get(premises);
    const { code } = premises.entry.profile;
    return planCalendarFile(savedOf(premises, stored).plan, {
      name: `Cairn: ${code}`,
      uidSeed: `plan:${this.#deps.learnerId}:${premises.exam}`,
      now: stored.updatedAt,
      sequence: Math.floor((stored.updatedAt - stored.madeAt) / 1000),
    });
  }

  #find({ exam }: Premises): Promise<StoredPlan | undefined> {
    return this.#deps.plans.find(this.#deps.learnerId, exam);
  }

  async #get(premises: Premises): Promise<StoredPlan> {
    const stored = await this.#find(premises);
    if (stored) return stored;
    const { code } = premises.entry.profile;
    throw new Problem('plan-unknown', `There is no plan for ${code} yet; make one first.`);
  }

  async #save(
    premises: Premises,
    { choices, plan }: Pick<StoredPlan, 'choices' | 'plan'>,
    before: StoredPlan | undefined,
    diff: PlanDiff | undefined,
  ): Promise<PlanChanged> {
    const now = this.#deps.clock.now();
    const stored = { exam: premises.exam, choices, plan, madeAt: before?.madeAt ?? now, updatedAt: now };
    await this.#deps.plans.save(this.#deps.learnerId, stored);
    return { saved: savedOf(premises, stored), diff: diff ?? null };
  }

  #setup(premises: Premises): PlanSetup {
    const { entry, exam, domains, fixed } = premises;
    const { code, title } = entry.profile;
    const { material, vendor } = fixed;
    const trial = makePlan(inputOf(premises, TRIAL, []));
    const total = entry.domains.reduce((sum, { weight }) => sum + weight, 0);
    const weights = new Map(entry.domains.map(({ number, weight }) => [number, (100 * weight) / total]));
    return {
      ...{ exam, code, title },
      domains: domains.map(({ known, ...one }) => ({
        ...one,
        known: known ?? null,
        weightPercent: weights.get(one.number) ?? 0,
      })),
      material: {
        lessons: material.lessons.length,
        lessonMinutes: material.lessons.reduce((sum, { minutes }) => sum + minutes, 0),
        labs: material.labs.length,
        cards: sumOf(material.cards),
        questions: sumOf(material.items),
        forms: material.forms.length,
      },
      firstExamDay: vendor.firstExamDay ?? null,
      lastExamDay: vendor.lastExamDay ?? null,
      closed: trial.outcome === 'refused' ? trial.sentence : null,
    };
  }
}

/** Choices that fit whenever any do: what they cannot have lies with the exam. */
const TRIAL: PlanChoices = { preset: 'four-weeks', goal: null, minutesByWeekday: null, daysOff: [], known: {} };

const sumOf = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

const impossible = ({ sentence }: PlanRefused): Problem => new Problem('plan-impossible', sentence);

function savedOf(premises: Premises, { choices, plan: planned, madeAt, updatedAt }: StoredPlan): SavedPlan {
  const plan = markDone(planned, doneActivities(planned, premises.work));
  const missed = plan.examDay < premises.today ? [] : missedBefore(plan, premises.today);
  const sentence = missedSentence(missed, yesterdayOf(premises));
  return { choices, plan, missed: missed.length === 0 ? null : { sentence, activities: missed }, madeAt, updatedAt };
}
