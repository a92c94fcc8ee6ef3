export { type IdSource, Uuid, uuidV7 } from './id.ts';
export {
  addDays,
  addMonths,
  type Clock,
  Day,
  day,
  dayOf,
  daysBetween,
  handClock,
  Instant,
  systemClock,
} from './instant.ts';
export { editDistance, nearestName } from './nearest.ts';
export { type Rng, seededRng, seedOf } from './rng.ts';
export { unreachable } from './unreachable.ts';
