import type { Catalog, Salary, SalaryBasis, SalaryCell } from '@cairn/catalog';
import type { Range } from '@cairn/ui';

/** The ends and the middle of one figure, whichever of its percentiles there are. */
export function rangeOf(salary: Salary): Range {
  return {
    label: salary.label,
    basis: [salary.sourceName === salary.label ? '' : salary.sourceName, salary.reference].filter(Boolean).join(', '),
    ...endsOf(salary),
    note: salary.n === undefined ? 'n not stated' : `n = ${salary.n.toLocaleString('en')}`,
  };
}

/** Posted ranges have percentiles of their low ends and of their high ends: the two medians bound a usual posting. */
function endsOf(salary: Salary): Pick<Range, 'low' | 'middle' | 'high'> {
  if (salary.highP50 !== undefined) return { low: salary.p50, high: salary.highP50 };
  const first = (...values: readonly (number | undefined)[]) => values.find((value) => value !== undefined);
  return {
    low: first(salary.low, salary.p10, salary.p25),
    middle: first(salary.p50, salary.mean),
    high: first(salary.high, salary.p90, salary.p75),
  };
}

/** What the ends and the middle of a figure are: percentiles are not the same as a range somebody names. */
export function endsInWords(salary: Salary): string {
  if (salary.highP50 !== undefined) return 'from the median low end to the median high end of the posted ranges';
  const { low, p10, p25, p50, mean } = salary;
  const ends = ([low, p10, p25] as const).findIndex((value) => value !== undefined);
  const middle = p50 !== undefined ? 'median' : mean !== undefined ? 'mean' : '';
  return [ENDS[ends] ?? '', middle].filter(Boolean).join(', ');
}

const ENDS = ['range as given', '10th to 90th percentile', '25th to 75th percentile'] as const;

export type UnitGroup = { readonly unit: string; readonly salaries: readonly Salary[] };

/** Figures that may share an axis: one currency, one period. */
export function byUnit(cells: readonly SalaryCell[]): readonly UnitGroup[] {
  const groups = new Map<string, Salary[]>();
  for (const cell of cells) {
    if (cell.state === 'suppressed') continue;
    const unit = `${cell.salary.currency} a ${cell.salary.period}`;
    groups.set(unit, [...(groups.get(unit) ?? []), cell.salary]);
  }
  return [...groups].map(([unit, salaries]) => ({ unit, salaries }));
}

/** 150000 as "150k", 1800000 as "1.8M": an axis has little room. */
export function shortMoney(amount: number): string {
  if (amount >= 1_000_000) return `${Number((amount / 1_000_000).toFixed(2))}M`;
  if (amount >= 10_000) return `${Number((amount / 1000).toFixed(1))}k`;
  return amount.toLocaleString('en');
}

export function regionLabel(catalog: Catalog, region: string): string {
  return catalog.salaries.find((one) => one.region === region)?.regionLabel ?? region.toUpperCase();
}

/** A basis in a word or two: a row of a chart has little room. */
export const BASIS_NAMES: Readonly<Record<SalaryBasis, string>> = {
  'employer-survey': 'Employer survey',
  'posted-range': 'Posted ranges',
  'self-report': 'Self-reports',
  'vacancy-median': 'Vacancies',
  'salary-index': 'Mixed index',
  'pay-scale': 'Pay scale',
  'article-range': 'Article, no method',
};

/** The same row for a chart that holds several bases: it says which one this is, and how old. */
export function rangeWithBasis(salary: Salary, age: string, country: string): Range {
  const range = rangeOf(salary);
  const place = salary.regionLabel === country ? '' : salary.regionLabel.replace(`${country}, `, '');
  return {
    ...range,
    label: [salary.label, place].filter(Boolean).join(', '),
    basis: [BASIS_NAMES[salary.basis], range.basis].join(': '),
    note: [range.note, age].filter(Boolean).join(' · '),
  };
}
