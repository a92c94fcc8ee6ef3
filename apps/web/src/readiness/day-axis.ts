import { addDays, type Day, day, daysBetween } from '@cairn/kernel';

/** A calendar day as a number that can be drawn, and back: days since 1970. */
const FIRST = day('1970-01-01');

export const numberOf = (on: string): number => daysBetween(FIRST, on as Day); // a day of the contract

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** "21 Nov": the year is told by the page's other dates. */
export function dayText(value: number): string {
  const [, month, date] = addDays(FIRST, Math.round(value)).split('-').map(Number);
  return `${date} ${MONTHS[(month ?? 1) - 1]}`;
}

const STEPS = [1, 2, 7, 14, 28, 56, 91, 182, 364] as const;

/** At most `count` days from `low` to `high`, evenly apart. */
export function dayTicks(low: number, high: number, count: number): readonly number[] {
  const step = STEPS.find((days) => (high - low) / days <= count) ?? 728;
  return Array.from({ length: Math.floor((high - low) / step) + 1 }, (_, index) => low + index * step);
}
