import { addDays, type Day, type Instant } from '@cairn/kernel';
import { zoneFormatter } from './time-zone.ts';

/** Somebody who learns at one in the morning is still in the evening before. */
export const DAY_STARTS_AT_HOUR = 4;

/**
 * The learner's day at a moment: the date on the wall of the zone, which turns at `dayStartsAtHour` on that wall's
 * clock. A day of 23 or 25 hours (summer time) is one day like any other.
 *
 * @param timeZone IANA name, such as Europe/Berlin
 * @throws RangeError in one sentence if the zone is unknown or the hour is not a whole one from 0 to 23
 */
export function localDay(instant: Instant, timeZone: string, dayStartsAtHour = DAY_STARTS_AT_HOUR): Day {
  if (!Number.isInteger(dayStartsAtHour) || dayStartsAtHour < 0 || dayStartsAtHour > 23) {
    throw new RangeError(`A day starts at a whole hour from 0 to 23, not at ${dayStartsAtHour}.`);
  }
  const parts: Record<string, string> = {};
  for (const { type, value } of zoneFormatter(timeZone).formatToParts(instant)) parts[type] = value;
  const date = `${(parts.year ?? '').padStart(4, '0')}-${parts.month}-${parts.day}` as Day; // by the formatter
  return Number(parts.hour) < dayStartsAtHour ? addDays(date, -1) : date;
}
