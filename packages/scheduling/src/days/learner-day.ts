import type { Day, Instant } from '@cairn/kernel';
import type { LearnerDay } from '../reviews/card.ts';
import { DAY_STARTS_AT_HOUR, localDay } from './local-day.ts';

/** No local day is longer, whatever a zone does to its clocks. */
const LONGEST_DAY_MILLISECONDS = 50 * 3_600_000;

/**
 * The learner's day around a moment, with the instants at which it starts and ends on the wall of the zone.
 *
 * @throws RangeError in one sentence if the zone is unknown or the hour is not a whole one from 0 to 23
 */
export function learnerDay(
  now: Instant,
  timeZone: string,
  dayStartsAtHour = DAY_STARTS_AT_HOUR,
): LearnerDay & { readonly day: Day } {
  const day = localDay(now, timeZone, dayStartsAtHour);
  const dayAt = (at: number) => localDay(at as Instant, timeZone, dayStartsAtHour); // between two instants
  const startsAt = firstInstant(now - LONGEST_DAY_MILLISECONDS, now, (at) => dayAt(at) >= day);
  const endsAt = firstInstant(now, now + LONGEST_DAY_MILLISECONDS, (at) => dayAt(at) > day);
  return { day, now, startsAt, endsAt };
}

/** The first whole millisecond after `low` and up to `high` at which `isPast` holds, as it does from there on. */
function firstInstant(low: number, high: number, isPast: (at: number) => boolean): Instant {
  let [before, after] = [low, high];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (isPast(middle)) after = middle;
    else before = middle;
  }
  return after as Instant; // whole, as its bounds were
}
