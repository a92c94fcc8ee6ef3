import { addDays, addMonths, type Day, daysBetween } from '@cairn/kernel';
import { minutesOn } from './capacity.ts';
import type { Premises } from './premises.ts';
import type { PlanRefused } from './shape/plan.ts';

/** A plan further ahead than this would outlive most exam guides. */
export const HORIZON_MONTHS = 36;

/** What makes a plan impossible, in one sentence; undefined if nothing does. */
export function premisesFault(premises: Premises): PlanRefused | undefined {
  return (
    blueprintFault(premises) ??
    knownFault(premises) ??
    weekFault(premises) ??
    daysOffFault(premises) ??
    vendorFault(premises) ??
    goalFault(premises)
  );
}

export function refused(field: string, sentence: string): PlanRefused {
  return { outcome: 'refused', field, sentence };
}

function blueprintFault({ blueprint }: Premises): PlanRefused | undefined {
  const ids = blueprint.domains.flatMap(({ tasks }) => tasks.map(({ id }) => id));
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) return refused('blueprint', `The task ${twice} is in the blueprint twice; list it once.`);
  if (blueprint.domains.some(({ weight, tasks }) => weight > 0 && tasks.length > 0)) return undefined;
  return refused(
    'blueprint',
    'No domain of the blueprint has both a weight and tasks; give at least one of them both.',
  );
}

function knownFault({ blueprint, known }: Premises): PlanRefused | undefined {
  const ids = new Set(blueprint.domains.flatMap(({ id, tasks }) => [id, ...tasks.map((task) => task.id)]));
  const stranger = Object.keys(known).find((id) => !ids.has(id));
  if (stranger === undefined) return undefined;
  return refused('known', `"${stranger}" is no task or domain of this exam; write one such as ${[...ids][0]}.`);
}

function weekFault({ week }: Premises): PlanRefused | undefined {
  if (Object.values(week).some((minutes) => minutes > 0)) return undefined;
  return refused('minutesByWeekday', 'Every weekday has 0 minutes; give at least one of them some.');
}

function daysOffFault({ daysOff }: Premises): PlanRefused | undefined {
  const reversed = daysOff.find(({ from, to }) => to !== undefined && to < from);
  if (!reversed) return undefined;
  return refused(
    'daysOff',
    `The days off from ${reversed.from} end on ${reversed.to}, before they start; swap the two.`,
  );
}

function vendorFault({ vendor, today }: Premises): PlanRefused | undefined {
  const { lastExamDay } = vendor;
  if (lastExamDay === undefined || lastExamDay >= today) return undefined;
  return refused(
    'vendor',
    `This exam's last day was ${lastExamDay}, so it can no longer be sat; choose its successor.`,
  );
}

function goalFault(premises: Premises): PlanRefused | undefined {
  const { goal, today } = premises;
  if (goal.kind === 'when-ready') return undefined;
  const { day } = goal;
  if (day < today) return refused('goal', `The exam day ${day} is past; choose one from today, ${today}, on.`);
  const horizon = addMonths(today, HORIZON_MONTHS);
  if (day > horizon)
    return refused('goal', `The exam day ${day} is more than 3 years ahead; choose one up to ${horizon}.`);
  return undefined;
}

/** A new plan needs a day to work on. One under way may have used its last. */
export function timeFault(premises: Premises): PlanRefused | undefined {
  const { goal, today } = premises;
  if (goal.kind === 'when-ready' || goal.day === today || hasTime(premises, goal.day)) return undefined;
  return refused(
    'daysOff',
    `Every day until the exam on ${goal.day} is off or has 0 minutes; free one of them or choose a later exam day.`,
  );
}

function hasTime(premises: Premises, examDay: Day): boolean {
  const days = daysBetween(premises.today, examDay);
  return Array.from({ length: days }, (_, index) => addDays(premises.today, index)).some(
    (day) => minutesOn(premises, day) > 0,
  );
}
