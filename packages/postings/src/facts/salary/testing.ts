import type { SalaryFinding } from '../../posting.ts';
import { findSalaries } from './index.ts';

/** "120000-150000 USD year", "-90000 GBP year" (only a top), "50000- GBP year" (only a floor), "none". */
export function described(salary: SalaryFinding | undefined): string {
  if (salary === undefined) return 'none';
  const { low, high, currency, period } = salary;
  return `${low ?? ''}-${high ?? ''} ${currency} ${period}`;
}

export const payIn = (text: string): string => described(findSalaries(text).salary);
