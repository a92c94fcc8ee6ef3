import type { Salary, SalaryCell } from '@cairn/catalog';
import { describe, expect, it } from 'vitest';
import { byUnit, endsInWords, rangeOf, rangeWithBasis, shortMoney } from './pay-figures.ts';

const SALARY: Salary = {
  id: 'a',
  label: 'Data Scientists',
  roles: ['data-scientist'],
  region: 'us',
  regionLabel: 'United States',
  currency: 'USD',
  period: 'year',
  basis: 'employer-survey',
  reference: 'May 2024',
  sourceName: 'BLS OEWS',
  licence: 'public domain',
  grade: 'C',
  sources: ['B1'],
  checkedOn: '2026-11-20',
};
const shown = (salary: Salary): SalaryCell => ({ state: 'shown', salary, size: '' });

describe('rangeOf', () => {
  it('spans the outer percentiles around the median', () => {
    const range = rangeOf({ ...SALARY, p10: 60, p25: 80, p50: 110, p75: 150, p90: 190, n: 1000 });

    expect(range).toMatchObject({ low: 60, middle: 110, high: 190, note: 'n = 1,000' });
  });

  it('spans the median ends of posted ranges, which have no middle of their own', () => {
    const posted = { ...SALARY, p25: 120, p50: 155, p75: 190, highP50: 225 };

    expect(rangeOf(posted)).toMatchObject({ low: 155, high: 225 });
    expect(rangeOf(posted).middle).toBeUndefined();
    expect(endsInWords(posted)).toContain('posted ranges');
  });

  it('says when the number of people is not known', () => {
    expect(rangeOf({ ...SALARY, low: 1, high: 2 }).note).toBe('n not stated');
  });
});

it('rangeWithBasis says what measures, where within the country, and how old it is', () => {
  const ohio = { ...SALARY, regionLabel: 'United States, Ohio', n: 25, low: 1, high: 2 };

  expect(rangeWithBasis(ohio, '1 year old', 'United States')).toMatchObject({
    label: 'Data Scientists, Ohio',
    basis: 'Employer survey: BLS OEWS, May 2024',
    note: 'n = 25 · 1 year old',
  });
});

describe('byUnit', () => {
  it('never puts two currencies or periods on one axis, and leaves small groups out', () => {
    const cells: SalaryCell[] = [
      shown(SALARY),
      shown({ ...SALARY, id: 'b', currency: 'GBP' }),
      shown({ ...SALARY, id: 'c', period: 'day' }),
      { state: 'suppressed', id: 'd', label: 'few', reason: 'Only 3' },
    ];

    expect(byUnit(cells).map(({ unit }) => unit)).toEqual(['USD a year', 'GBP a year', 'USD a day']);
  });
});

describe('shortMoney', () => {
  it.each([
    [950, '950'],
    [150_000, '150k'],
    [186_100, '186.1k'],
    [1_800_000, '1.8M'],
  ])('writes %d as %s', (amount, text) => {
    expect(shortMoney(amount)).toBe(text);
  });
});
