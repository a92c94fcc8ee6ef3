export { type CalendarEvent, calendarFile } from './calendar-file.ts';
export { uuidV7 } from './id.ts';
export {
  addDays,
  addMonths,
  type Clock,
  day,
  dayOf,
  daysBetween,
  handClock,
  isDay,
  systemClock,
} from './instant.ts';
export { Day, Instant } from './instant-schema.ts';
export { editDistance, nearestName } from './nearest.ts';
export { type Rng, seededRng, seedOf } from './rng.ts';
export { unreachable } from './unreachable.ts';
