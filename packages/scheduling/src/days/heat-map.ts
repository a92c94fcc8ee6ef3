import { addDays, type Day, daysBetween } from '@cairn/kernel';
import { DAY_STARTS_AT_HOUR, localDay } from './local-day.ts';
import type { LoggedActivity } from './streak.ts';

const WEEKS = 53;

/** Minutes from which a square is one shade darker. Fixed, so that a shade means the same in every month. */
const LEVELS = [1, 15, 30, 60];

export type HeatMapDay = {
  readonly day: Day;
  readonly minutes: number;
  /** 0 nothing … 4 an hour or more. */
  readonly level: number;
};

export type HeatMap = {
  /** Whole weeks from a Monday, 53 columns of at most 7, the last day being today. */
  readonly days: readonly HeatMapDay[];
  readonly minutes: number;
  readonly activeDays: number;
};

/**
 * Activity of the last year, day by day.
 *
 * @throws RangeError in one sentence if a time zone is unknown
 */
export function heatMap(
  activities: readonly LoggedActivity[],
  today: Day,
  dayStartsAtHour = DAY_STARTS_AT_HOUR,
): HeatMap {
  const minutesOn = new Map<Day, number>();
  for (const { at, timeZone, minutes } of activities) {
    const day = localDay(at, timeZone, dayStartsAtHour);
    minutesOn.set(day, (minutesOn.get(day) ?? 0) + minutes);
  }
  const sinceMonday = (new Date(today).getUTCDay() + 6) % 7;
  const first = addDays(today, -sinceMonday - 7 * (WEEKS - 1));
  const days = Array.from({ length: daysBetween(first, today) + 1 }, (_, index) => {
    const day = addDays(first, index);
    const minutes = minutesOn.get(day) ?? 0;
    return { day, minutes, level: LEVELS.filter((least) => minutes >= least).length };
  });
  return {
    days,
    minutes: days.reduce((sum, { minutes }) => sum + minutes, 0),
    activeDays: days.filter(({ minutes }) => minutes > 0).length,
  };
}
