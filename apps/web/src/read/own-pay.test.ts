import type { Catalog } from '@cairn/catalog';
import type { Survey } from '@cairn/postings';
import { expect, it } from 'vitest';
import { ownFigures } from './own-pay.ts';

const figure = (region: string, currency: string) => ({ region, regionLabel: region.toUpperCase(), currency });
const catalog = {
  roles: [{ id: 'ml-engineer' }],
  salaries: [figure('us', 'USD'), figure('us', 'USD'), figure('de', 'EUR'), figure('fr', 'EUR')],
} as unknown as Catalog; // only these are looked at

const quartiles = { lower: 100_000, median: 120_000, upper: 140_000 };
const ends = (postings: number) => ({ postings, ...(postings >= 20 ? { quartiles } : {}) });
const pay = (currency: string, postings: number, period: Survey['pay'][number]['period'] = 'year') => ({
  ...{ currency, period, postings, lows: ends(postings), highs: ends(postings) },
});
const kept = { id: 'x', name: 'Boston', madeAt: Date.parse('2026-11-21T10:00:00Z') };

it('is a posted range of the region whose money it is, dated by the survey', () => {
  expect(ownFigures(catalog, { pay: [pay('USD', 31)] }, kept)).toMatchObject([
    {
      ...{ label: 'Your postings: Boston', region: 'us', basis: 'posted-range', n: 31, reference: '2026-11-21' },
      ...{ p25: 100_000, p50: 120_000, highP75: 140_000, roles: ['ml-engineer'] },
    },
  ]);
});

it.each([
  ['fewer than 20 postings', pay('USD', 19)],
  ['a currency of several regions', pay('EUR', 40)],
  ['a currency of no region', pay('JPY', 40)],
  ['a period that no source has', pay('USD', 40, 'month')],
])('shows nothing of %s', (_, group) => {
  expect(ownFigures(catalog, { pay: [group] }, kept)).toEqual([]);
});
