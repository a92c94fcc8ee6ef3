import { addDays, type Day } from '@cairn/kernel';
import { assemblePlan } from '../assemble.ts';
import { type Task, tasksOf, totalMinutes } from '../choose/tasks.ts';
import { premisesFault, refused, timeFault } from '../faults.ts';
import { examDayFor, planUntil } from '../make-plan.ts';
import { TAPER_DAYS } from '../place/frame.ts';
import { type Premises, premisesOf } from '../premises.ts';
import type { PlanInput } from '../shape/input.ts';
import type { Plan, ReplanOutcome } from '../shape/plan.ts';
import { changeWords, diffOf } from './diff.ts';
import { type Repaired, repairDays } from './repair.ts';

/**
 * The plan brought up to date: what was done is recorded and never moves, what was missed gets a new day by its value
 * or is dropped, and every other day stays as it was. No day grows beyond its minutes. A changed exam day makes a new
 * plan around what was done.
 *
 * @param input the premises of today, with everything done so far
 */
export function replan(previous: Plan, input: PlanInput): ReplanOutcome {
  const premises = premisesOf(input);
  const fault = premisesFault(premises);
  if (fault) return fault;
  const tasks = tasksOf(premises);
  const { goal, today } = premises;
  if (goal.kind === 'exam-day' && goal.day !== previous.examDay) {
    return timeFault(premises) ?? rebuilt(previous, premises, tasks, goal.day);
  }
  if (previous.examDay < today) {
    if (goal.kind === 'exam-day') return refused('goal', `The exam day ${goal.day} is past; choose a new one.`);
    return rebuiltWhenReady(previous, premises, tasks);
  }
  const repaired = repairDays(previous, premises, tasks);
  const hasLostLesson = repaired.dropped.some(({ kind }) => kind === 'lesson');
  if (goal.kind === 'when-ready' && hasLostLesson) return rebuiltWhenReady(previous, premises, tasks);
  const plan = assemblePlan({
    premises,
    tasks,
    examDay: previous.examDay,
    mode: previous.mode,
    days: repaired.days,
    cut: repaired.cut,
    neededMinutes: neededAfter(previous, repaired, premises),
  });
  return { outcome: 'replanned', plan, diff: diffOf(previous, plan, changeWords(repaired.reasons, today)) };
}

function rebuiltWhenReady(previous: Plan, premises: Premises, tasks: readonly Task[]): ReplanOutcome {
  const examDay = examDayFor(premises, tasks);
  if (typeof examDay !== 'string') return examDay;
  return rebuilt(previous, premises, tasks, examDay);
}

function rebuilt(previous: Plan, premises: Premises, tasks: readonly Task[], examDay: Day): ReplanOutcome {
  const plan = planUntil(premises, tasks, examDay, previous);
  const why = `The exam moves from ${previous.examDay} to ${examDay}, so the days before it are planned anew.`;
  return { outcome: 'replanned', plan, diff: diffOf(previous, plan, () => why) };
}

/** What is planned now, and what had no place before or has lost it. */
function neededAfter(previous: Plan, { days, cut }: Repaired, { today }: Premises): number {
  const taperFrom = addDays(previous.examDay, -TAPER_DAYS);
  const ahead = days.filter(({ day }) => day >= today && day < taperFrom);
  const planned = ahead.reduce((sum, { activities }) => sum + totalMinutes(activities), 0);
  const missing = previous.neededMinutes - previous.plannedMinutes - totalMinutes(previous.cut) + totalMinutes(cut);
  return Math.max(0, planned + missing);
}
