import type { Day } from '@cairn/kernel';
import type { Plan } from './shape/plan.ts';

/** Whether the plan asked for nothing on a day: off, a buffer that nothing needed, or outside of the plan. */
export function isFreeDay({ days }: Plan, day: Day): boolean {
  const planned = days.find((one) => one.day === day);
  if (planned === undefined || planned.kind === 'off') return true;
  return planned.missedMinutes === 0 && planned.activities.every(({ minutes }) => minutes === 0);
}
