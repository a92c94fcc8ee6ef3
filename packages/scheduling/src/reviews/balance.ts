import { addDays, type Day, type Instant, type Rng } from '@cairn/kernel';
import type { CardMemory } from '../memory/card-memory.ts';
import { DAY_MILLISECONDS } from '../memory/limits.ts';

/** How due days are spread. Off: exactly the intervals that the memory model gives. */
export type Balance =
  | { readonly mode: 'off' }
  | {
      readonly mode: 'even';
      /** The day of the review. */
      readonly today: Day;
      /** Cards due on a day so far. */
      readonly load: ReadonlyMap<Day, number>;
      readonly isOff?: ((day: Day) => boolean) | undefined;
      /** No card is moved beyond this day: the exam's, or that of the maximum interval. */
      readonly latest?: Day | undefined;
      readonly rng: Rng;
    };

/** Days by which an interval may move either way: none below 2.5 days, then a share that shrinks as it grows. */
const RANGES = [
  { from: 2.5, to: 7, share: 0.15 },
  { from: 7, to: 20, share: 0.1 },
  { from: 20, to: Infinity, share: 0.05 },
] as const;

/**
 * Days by which an interval may be moved without harm, as Anki has it; 0 for intervals that are too short.
 */
export function balanceWindow(intervalDays: number): number {
  if (intervalDays < 2.5) return 0;
  return Math.round(
    RANGES.reduce((sum, { from, to, share }) => sum + share * Math.max(0, Math.min(intervalDays, to) - from), 1),
  );
}

/**
 * The memory with its due day moved within the window to the day with the fewest cards. Days off are taken only if the
 * window holds nothing else; of days with the same load the one nearest to the interval wins, then chance.
 */
export function balanceDue(memory: CardMemory, balance: Balance): CardMemory {
  if (balance.mode === 'off' || memory.phase !== 'review') return memory;
  const interval = Math.round((memory.dueAt - memory.lastReviewAt) / DAY_MILLISECONDS);
  const { today, load, isOff = () => false, latest, rng } = balance;
  const isTooLate = (days: number) => days > interval && latest !== undefined && addDays(today, days) > latest;
  const allowed = intervalsAround(interval).filter((days) => !isTooLate(days));
  const options = allowed.map((days) => {
    const date = addDays(today, days);
    return {
      days,
      isOff: isOff(date),
      load: load.get(date) ?? 0,
      distance: Math.abs(days - interval),
      luck: rng.next(),
    };
  });
  options.sort(
    (one, other) =>
      Number(one.isOff) - Number(other.isOff) ||
      one.load - other.load ||
      one.distance - other.distance ||
      one.luck - other.luck,
  );
  const [best] = options;
  if (!best) return memory;
  return { ...memory, dueAt: (memory.dueAt + (best.days - interval) * DAY_MILLISECONDS) as Instant };
}

function intervalsAround(interval: number): number[] {
  const window = balanceWindow(interval);
  const least = Math.max(window === 0 ? interval : 2, interval - window);
  return Array.from({ length: interval + window - least + 1 }, (_, i) => least + i);
}
