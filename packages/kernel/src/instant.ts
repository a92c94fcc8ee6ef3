import type { Day, Instant } from './instant-schema.ts';

const DAY_MILLISECONDS = 86_400_000;

/** The only way to learn the time. Rules take one as an argument; tests hold one they move. */
export type Clock = { readonly now: () => Instant };

export const systemClock: Clock = { now: () => Date.now() as Instant };

/** A clock for tests and replays: stands still until moved. */
export function handClock(start: number): Clock & { readonly advance: (milliseconds: number) => void } {
  let now = start;
  return {
    now: () => now as Instant,
    advance: (milliseconds) => {
      now += milliseconds;
    },
  };
}

/** Whether `text` is a day of the calendar, such as 2026-11-21; 2026-02-30 is not. */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const milliseconds = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString().startsWith(text);
}

/** @throws RangeError if `text` is not a calendar day such as 2026-11-21 */
export function day(text: string): Day {
  if (isDay(text)) return text;
  throw new RangeError(`${text} is not a calendar day such as 2026-11-21`);
}

/** The UTC day that `instant` falls on. */
export function dayOf(instant: Instant): Day {
  return new Date(instant).toISOString().slice(0, 10) as Day;
}

export function addDays(start: Day, days: number): Day {
  return new Date(Date.parse(start) + days * DAY_MILLISECONDS).toISOString().slice(0, 10) as Day;
}

/** Calendar months later; the last day of a shorter month stands in for a day it lacks. */
export function addMonths(start: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = start.split('-').map(Number);
  const lastDate = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastDate))).toISOString().slice(0, 10) as Day;
}

/** Days from `start` to `end`, negative if `end` is earlier. */
export function daysBetween(start: Day, end: Day): number {
  return Math.round((Date.parse(end) - Date.parse(start)) / DAY_MILLISECONDS);
}
