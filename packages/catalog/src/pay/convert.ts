import { type Day, isDay } from '@cairn/kernel';
import type { Salary } from '../schema/reference-files.ts';

/** A rate that somebody read somewhere on some day: without all of that nothing is converted. */
export type DatedRate = {
  readonly from: string;
  readonly to: string;
  /** Units of `to` for one unit of `from`. */
  readonly rate: number;
  readonly on: Day;
  /** Where it was read, in the learner's words. */
  readonly source: string;
};

export type ParsedRate =
  | { readonly outcome: 'rate'; readonly rate: DatedRate }
  | { readonly outcome: 'refused'; readonly sentence: string };

type RateWords = {
  readonly from: string;
  readonly to: string;
  readonly rate: string;
  readonly on: string;
  readonly source: string;
};

const CURRENCY = /^[A-Z]{3}$/;
/** "1,200" and "1.200" are one number here and another there. */
const AMBIGUOUS = /^[1-9]\d{0,2},\d{3}$/;

/** @param today no rate is from the future */
export function parseRate({ from, to, rate, on, source }: RateWords, today: Day): ParsedRate {
  const value = Number(rate.trim().replace(',', '.'));
  const refused = (sentence: string): ParsedRate => ({ outcome: 'refused', sentence });
  if (!CURRENCY.test(to)) return refused(`"${to}" is not a currency; write three capital letters such as EUR.`);
  if (to === from) return refused(`The figures are in ${from} already; name another currency.`);
  if (!(rate.trim() !== '' && value > 0 && value < 1e6))
    return refused(`Write how many ${to} one ${from} is, such as 0.85.`);
  if (AMBIGUOUS.test(rate.trim())) {
    return refused(`"${rate.trim()}" can be read in two ways; write it with a point for the decimals.`);
  }
  if (!isDay(on) || on > today) return refused('Write the day of the rate, today or earlier.');
  if (source.trim() === '') return refused('Write where you read the rate.');
  return { outcome: 'rate', rate: { from, to, rate: value, on, source: source.trim().slice(0, 80) } };
}

const AMOUNTS = ['low', 'high', 'p10', 'p25', 'p50', 'p75', 'p90', 'mean', 'highP25', 'highP50', 'highP75'] as const;

/** The figure in the other currency, which its label says; undefined when it is in a third one. Periods stay. */
export function convertFigure(salary: Salary, { from, to, rate, on }: DatedRate): Salary | undefined {
  if (salary.currency !== from) return undefined;
  const amounts = AMOUNTS.flatMap((key) => {
    const value = salary[key];
    return value === undefined ? [] : [[key, value * rate]];
  });
  return {
    ...salary,
    ...Object.fromEntries(amounts),
    currency: to,
    label: `${salary.label} (converted, rate of ${on})`,
  };
}
