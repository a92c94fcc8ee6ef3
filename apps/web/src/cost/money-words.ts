import type { Computed } from './comparison.ts';

/** Whole dollars; a cost of cents is an illusion here. */
export const dollars = (amount: number): string => `USD ${Math.round(amount).toLocaleString('en')}`;

/** Nothing is certain that is not: 99.7 % is "over 99 %". */
export function percentText(share: number): string {
  if (share < 1 && share >= 0.995) return 'over 99 %';
  return `${Math.round(share * 100)} %`;
}

export function intervalSentence({ low, high }: { readonly low: number; readonly high: number }): string {
  if (dollars(low) === dollars(high)) return `With four chances in five or more just ${dollars(low)}; this is the mean`;
  return `With four chances in five between ${dollars(low)} and ${dollars(high)}`;
}

/** Months as "2 years and 3 months". */
export function monthsInWords(months: number): string {
  const [years, rest] = [Math.floor(months / 12), months % 12];
  const words = [
    years > 0 ? `${years} ${years === 1 ? 'year' : 'years'}` : '',
    rest > 0 || years === 0 ? `${rest} ${rest === 1 ? 'month' : 'months'}` : '',
  ];
  return words.filter(Boolean).join(' and ');
}

/** What a supposed gain means for one path. */
export function upliftSentence({ atUplift }: Computed, upliftUsd: number, years: number): string {
  if (!atUplift) return '';
  const gain = `${dollars(upliftUsd)} more a year`;
  if (atUplift.outcome === 'never') return `${gain}: never within ${years === 1 ? 'a year' : `${years} years`}.`;
  return `${gain}: paid back after ${monthsInWords(atUplift.month)}, the way to the exam included.`;
}
