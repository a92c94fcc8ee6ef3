import type { SavedPlan } from '@cairn/contract';
import { addDays, type Day, daysBetween } from '@cairn/kernel';

type Plan = SavedPlan['plan'];
export type PlanDay = Plan['days'][number];

export type PlanWeek = {
  readonly monday: Day;
  /** Seven, Monday first; a day outside of the plan has nothing. */
  readonly days: readonly { readonly day: Day; readonly planned: PlanDay | undefined }[];
  readonly phase: Plan['phases'][number]['name'] | undefined;
  readonly minutes: number;
};

const weekdayOf = (day: Day): number => (new Date(day).getUTCDay() + 6) % 7;

/** The weeks that a plan touches, Monday first. */
export function weeksOf({ days, phases }: Plan): PlanWeek[] {
  const mondays = [...new Set(days.map(({ day }) => addDays(day, -weekdayOf(day))))].sort();
  return mondays.map((monday) => {
    const slots = Array.from({ length: 7 }, (_, index) => {
      const day = addDays(monday, index);
      return { day, planned: days.find((one) => one.day === day) };
    });
    const sunday = addDays(monday, 6);
    const minutes = slots.reduce(
      (sum, slot) => sum + (slot.planned?.activities ?? []).reduce((total, one) => total + one.minutes, 0),
      0,
    );
    return { monday, days: slots, phase: longestPhase(phases, monday, sunday), minutes };
  });
}

/** The phase that has most of a week. */
function longestPhase(phases: Plan['phases'], monday: Day, sunday: Day): PlanWeek['phase'] {
  const shares = phases.map(({ name, from, to }) => {
    const start = from > monday ? from : monday;
    const end = to < sunday ? to : sunday;
    return { name, days: daysBetween(start, end) + 1 };
  });
  return shares.filter(({ days }) => days > 0).sort((a, b) => b.days - a.days)[0]?.name;
}
