import { z } from 'zod';

/** A moment in milliseconds since 1970-01-01T00:00:00Z. Whole numbers; the server's clock makes them. */
export const Instant = z.number().int().brand<'Instant'>();
export type Instant = z.infer<typeof Instant>;

/** A calendar day, `YYYY-MM-DD`, without a time zone. Days compare as strings. */
export const Day = z.iso.date().brand<'Day'>();
export type Day = z.infer<typeof Day>;

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

/** @throws RangeError if `text` is not a calendar day such as 2026-11-21 */
export function day(text: string): Day {
  const parsed = Day.safeParse(text);
  if (!parsed.success) throw new RangeError(`${text} is not a calendar day such as 2026-11-21`);
  return parsed.data;
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
