import { type Day, dayOf, systemClock } from '@cairn/kernel';

/** The day of this visit, in UTC. A page left open over midnight keeps the day it was opened on. */
export function today(): Day {
  return dayOf(systemClock.now());
}
