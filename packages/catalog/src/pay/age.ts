import { type Day, daysBetween, isDay } from '@cairn/kernel';
import type { Salary } from '../schema/reference-files.ts';

const DAYS_IN_MONTH = 365.25 / 12;
/** From here on a figure is called old: pay moves a good deal in two years. */
const OLD_MONTHS = 24;

export type FigureAge = { readonly months: number | undefined; readonly text: string; readonly isOld: boolean };

/** How long ago the period ended that a figure is about, as precisely as the source dates it. */
export function ageOf({ until }: Pick<Salary, 'until'>, today: Day): FigureAge {
  const end = until === undefined ? undefined : endOf(until);
  if (end === undefined) return { months: undefined, text: 'age not known', isOld: false };
  const months = Math.max(0, Math.round(daysBetween(end, today) / DAYS_IN_MONTH));
  return { months, text: inWords(months, until?.length === 4), isOld: months >= OLD_MONTHS };
}

/** The last day of a year, of a month, or the day itself. */
function endOf(until: string): Day | undefined {
  const [year = 0, month = 12, date] = until.split('-').map(Number);
  const last = date ?? new Date(Date.UTC(year, month, 0)).getUTCDate();
  const text = `${year}-${String(month).padStart(2, '0')}-${String(last).padStart(2, '0')}`;
  return isDay(text) ? text : undefined;
}

function inWords(months: number, isOnlyYear: boolean): string {
  if (isOnlyYear && months < 12) return months === 0 ? 'from this year' : 'from last year';
  if (months < 1) return 'less than a month old';
  if (months < 12) return `${months} ${months === 1 ? 'month' : 'months'} old`;
  const years = Math.floor(months / 12);
  const rest = months % 12;
  const whole = `${years} ${years === 1 ? 'year' : 'years'}`;
  return rest === 0 ? `${whole} old` : `${whole} and ${rest} ${rest === 1 ? 'month' : 'months'} old`;
}
