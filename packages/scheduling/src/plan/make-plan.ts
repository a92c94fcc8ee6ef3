import { addDays, type Day } from '@cairn/kernel';
import { assemblePlan } from './assemble.ts';
import { minutesOn } from './capacity.ts';
import { earliestExamDay } from './choose/earliest.ts';
import { type Task, tasksOf, totalMinutes } from './choose/tasks.ts';
import { premisesFault, refused, timeFault } from './faults.ts';
import { type Build, build } from './place/build.ts';
import { type Frame, frameOf } from './place/frame.ts';
import { type Premises, premisesOf } from './premises.ts';
import type { Activity } from './shape/activity.ts';
import type { PlanInput } from './shape/input.ts';
import type { Plan, PlanDay, PlanOutcome, PlanRefused } from './shape/plan.ts';
import { examWork } from './work.ts';

/**
 * A dated way to an exam: which lessons, labs, cards, practice and mock exams on which day. Time follows what each task
 * statement still holds open, its weight times the share not known yet. The same input gives the same plan.
 *
 * @param previous the plan that this one takes the place of: its past days stay, with what was missed on them
 */
export function makePlan(input: PlanInput, previous?: Plan): PlanOutcome {
  const premises = premisesOf(input);
  const fault = premisesFault(premises) ?? timeFault(premises);
  if (fault) return fault;
  const tasks = tasksOf(premises);
  const examDay = examDayFor(premises, tasks);
  if (typeof examDay !== 'string') return examDay;
  return { outcome: 'planned', plan: planUntil(premises, tasks, examDay, previous) };
}

export function examDayFor(premises: Premises, tasks: readonly Task[]): Day | PlanRefused {
  const { goal, vendor } = premises;
  if (goal.kind === 'exam-day') return goal.day;
  const ready = earliestExamDay(tasks, premises);
  const { lastExamDay } = vendor;
  if (lastExamDay !== undefined && (ready === undefined || lastExamDay < ready)) return lastExamDay;
  if (ready !== undefined) return ready;
  return refused(
    'minutesByWeekday',
    'At these minutes a week the work takes more than 3 years; plan more minutes, or set an exam day.',
  );
}

export function planUntil(premises: Premises, tasks: readonly Task[], examDay: Day, previous?: Plan): Plan {
  const frame = frameOf(premises, examDay);
  const made = build(tasks, premises, frame);
  const days = [
    ...pastDays(premises, previous),
    ...frame.minutes.map((_, index) => studyDay(premises, frame, made, index)),
    examDayOf(premises, examDay),
  ];
  const { cut, fullMinutes } = made.selection;
  return assemblePlan({ premises, tasks, examDay, mode: frame.mode, days, cut, neededMinutes: fullMinutes });
}

function studyDay(premises: Premises, frame: Frame, { activities, slack }: Build, index: number): PlanDay {
  const day = addDays(frame.today, index);
  const minutes = minutesOn(premises, day);
  const planned = activities[index] ?? [];
  return {
    day,
    kind: dayKind(frame, index, minutes, planned),
    minutes,
    slackMinutes: slack[index] ?? 0,
    missedMinutes: 0,
    activities: [...doneOn(premises, day), ...planned],
  };
}

function dayKind(frame: Frame, index: number, minutes: number, planned: readonly Activity[]): PlanDay['kind'] {
  if (minutes === 0) return 'off';
  if (index >= frame.studyDays) return 'taper';
  return planned.some(({ why }) => why.code === 'buffer') ? 'buffer' : 'study';
}

export function examDayOf(premises: Premises, day: Day): PlanDay {
  const exam = examWork(premises.vendor.examMinutes);
  return {
    day,
    kind: 'exam',
    minutes: minutesOn(premises, day),
    slackMinutes: 0,
    missedMinutes: 0,
    activities: [...doneOn(premises, day), exam],
  };
}

/** The days before today: those of the plan before, and others on which something was done. */
function pastDays(premises: Premises, previous: Plan | undefined): PlanDay[] {
  const { done, today } = premises;
  const before = new Map(previous?.days.map((one) => [one.day, one]));
  const ids = new Set(done.map(({ activity }) => activity.id));
  const past = [...new Set([...before.keys(), ...done.map(({ day }) => day)])].filter((day) => day < today).sort();
  return past.map((day) => {
    const old = before.get(day);
    const missed = old?.activities.filter(({ id, kind }) => kind !== 'exam' && !ids.has(id)) ?? [];
    return {
      day,
      kind: old === undefined || old.kind === 'exam' ? 'study' : old.kind,
      minutes: old?.minutes ?? minutesOn(premises, day),
      slackMinutes: old?.slackMinutes ?? 0,
      missedMinutes: (old?.missedMinutes ?? 0) + totalMinutes(missed),
      activities: doneOn(premises, day),
    };
  });
}

export function doneOn({ done }: Premises, day: Day): Activity[] {
  return done.filter((one) => one.day === day).map(({ activity }) => ({ ...activity, state: 'done' }));
}
