import { invalidCombination, invalidValue } from './errors.ts';
import { MINUTE_SECONDS, type Stretch } from './series.ts';

const SHORT_PERIODS = new Set([1, 5, 10, 20, 30]);
const DAY_SECONDS = 86_400;

/** Throws InvalidParameterValue for a period that CloudWatch does not keep. */
export function checkPeriod(periodSeconds: number, place: string): void {
  if (SHORT_PERIODS.has(periodSeconds) || (periodSeconds > 0 && periodSeconds % MINUTE_SECONDS === 0)) return;
  throw invalidValue(
    `The parameter ${place} must be 1, 5, 10, 20, 30 or a multiple of 60, and it is ${periodSeconds}.`,
  );
}

/** The stretch that a request asks for; its start is rounded down as CloudWatch does by age. */
export function requestedStretch(start: Date, end: Date, periodSeconds: number, now: number): Stretch {
  if (start.getTime() >= end.getTime()) {
    throw invalidCombination('The parameter StartTime must be less than the parameter EndTime.');
  }
  const from = Math.floor(start.getTime() / 1000);
  const ageDays = (now / 1000 - from) / DAY_SECONDS;
  const step = periodSeconds < MINUTE_SECONDS ? periodSeconds : roundingOf(ageDays);
  return {
    fromSeconds: Math.floor(from / step) * step,
    toSeconds: Math.ceil(end.getTime() / 1000),
    periodSeconds,
  };
}

function roundingOf(ageDays: number): number {
  if (ageDays < 15) return MINUTE_SECONDS;
  return ageDays < 63 ? 300 : 3600;
}

/** Starts of all periods in a stretch. */
export function startsOf({ fromSeconds, toSeconds, periodSeconds }: Stretch): readonly number[] {
  const length = Math.max(0, Math.ceil((toSeconds - fromSeconds) / periodSeconds));
  return Array.from({ length }, (_, index) => fromSeconds + index * periodSeconds);
}
