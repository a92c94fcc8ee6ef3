import { addDays, type Day, type Instant } from '@cairn/kernel';
import { DAY_STARTS_AT_HOUR, localDay } from './local-day.ts';

/** Steps of six hours meet every local day at least three times, and a remnant that a zone change left at most once. */
const STEP_MILLISECONDS = 6 * 3_600_000;

/** Something a learner did: when, in which zone they were, and for how long. */
export type LoggedActivity = { readonly at: Instant; readonly timeZone: string; readonly minutes: number };

export type StreakRequest = {
  readonly activities: readonly LoggedActivity[];
  readonly now: Instant;
  /** Where the learner is now. */
  readonly timeZone: string;
  /** Whether a day asked for nothing: a day off, or nothing due. It neither breaks a streak nor counts. */
  readonly isFree: (day: Day) => boolean;
  readonly dayStartsAtHour?: number;
};

export type Streak = {
  /** Days with activity up to today without a gap; today need not be among them yet. */
  readonly days: number;
  readonly longest: number;
  readonly isTodayDone: boolean;
  readonly lastActiveOn: Day | undefined;
};

type Moment = { readonly at: Instant; readonly timeZone: string; readonly day: Day };
type ActiveDay = { readonly day: Day; readonly first: Moment; readonly last: Moment };

/**
 * Days with activity in a row. A day is the local one where the activity happened: one that travel repeats counts
 * once. A gap breaks the streak only if it is one by the calendar of the zone left and by that of the zone reached, so
 * a day that somebody skipped by crossing the date line costs nothing.
 *
 * @throws RangeError in one sentence if a time zone is unknown
 */
export function streakOf(request: StreakRequest): Streak {
  const startHour = request.dayStartsAtHour ?? DAY_STARTS_AT_HOUR;
  const now = { at: request.now, timeZone: request.timeZone, day: localDay(request.now, request.timeZone, startHour) };
  const days = activeDays(request.activities, startHour);
  let length = 0;
  let longest = 0;
  for (const [index, active] of days.entries()) {
    const before = days[index - 1];
    length = before && !isBroken(before.last, active.first, request.isFree, startHour) ? length + 1 : 1;
    longest = Math.max(longest, length);
  }
  const latest = days.at(-1);
  const holds = latest !== undefined && !isBroken(latest.last, now, request.isFree, startHour);
  return {
    days: holds ? length : 0,
    longest,
    isTodayDone: days.some(({ day }) => day === now.day),
    lastActiveOn: latest?.day,
  };
}

function activeDays(activities: readonly LoggedActivity[], startHour: number): ActiveDay[] {
  const byDay = new Map<Day, ActiveDay>();
  for (const { at, timeZone } of activities.toSorted((a, b) => a.at - b.at)) {
    const day = localDay(at, timeZone, startHour);
    const moment = { at, timeZone, day };
    byDay.set(day, { day, first: byDay.get(day)?.first ?? moment, last: moment });
  }
  return [...byDay.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}

function isBroken(from: Moment, to: Moment, isFree: (day: Day) => boolean, startHour: number): boolean {
  if (to.day <= addDays(from.day, 1)) return false;
  return [from.timeZone, to.timeZone].every((zone) => isMissingIn(zone, from, to, isFree, startHour));
}

/** Whether the learner lived through a day, by the calendar of `zone`, that asked for something and got nothing. */
function isMissingIn(
  zone: string,
  from: Moment,
  to: Moment,
  isFree: (day: Day) => boolean,
  startHour: number,
): boolean {
  const first = localDay(from.at, zone, startHour);
  const last = localDay(to.at, zone, startHour);
  let before: Day | undefined;
  for (let at = from.at + STEP_MILLISECONDS; at < to.at; at += STEP_MILLISECONDS) {
    const day = localDay(at as Instant, zone, startHour); // a whole number of milliseconds, as both ends are
    const isBetween = day > first && day < last && day !== from.day && day !== to.day;
    if (isBetween && day === before && !isFree(day)) return true;
    before = day;
  }
  return false;
}
