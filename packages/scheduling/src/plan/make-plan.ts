import { addDays, type Day } from '@cairn/kernel';
import { assemblePlan } from './assemble.ts';
import { minutesOn } from './capacity.ts';
import { earliestExamDay } from './choose/earliest.ts';
import { type Task, tasksOf } from './choose/tasks.ts';
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
 */
export function makePlan(input: PlanInput): PlanOutcome {
  const premises = premisesOf(input);
  const fault = premisesFault(premises) ?? timeFault(premises);
  if (fault) return fault;
  const tasks = tasksOf(premises);
  const examDay = examDayFor(premises, tasks);
  if (typeof examDay !== 'string') return examDay;
  return { outcome: 'planned', plan: planUntil(premises, tasks, examDay) };
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

/** @param history days before today, with what was done on them */
export function planUntil(
  premises: Premises,
  tasks: readonly Task[],
  examDay: Day,
  history = pastDays(premises),
): Plan {
  const frame = frameOf(premises, examDay);
  const made = build(tasks, premises, frame);
  const days = [
    ...history,
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

/** What was done before today, day by day from the first. */
function pastDays(premises: Premises): PlanDay[] {
  const past = [...new Set(premises.done.map(({ day }) => day))].filter((day) => day < premises.today).sort();
  return past.map((day) => ({
    day,
    kind: 'study',
    minutes: minutesOn(premises, day),
    slackMinutes: 0,
    missedMinutes: 0,
    activities: doneOn(premises, day),
  }));
}

export function doneOn({ done }: Premises, day: Day): Activity[] {
  return done.filter((one) => one.day === day).map(({ activity }) => ({ ...activity, state: 'done' }));
}
