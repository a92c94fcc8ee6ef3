import { day } from '@cairn/kernel';
import { describe, expect, it } from 'vitest';
import { salariesFor } from '../salaries.ts';
import type { Salary } from '../schema/reference-files.ts';
import { readRealCatalog } from '../testing/real-catalog.ts';
import { ageOf } from './age.ts';
import { payClaim } from './claim.ts';
import { convertFigure, parseRate } from './convert.ts';
import { payDifferences } from './differences.ts';
import { payMatrix } from './matrix.ts';

const catalog = readRealCatalog();
const today = day('2026-11-21');

const shownIn = (role: string, region: string): Salary[] =>
  salariesFor(catalog, role, region).flatMap(({ cells }) =>
    cells.flatMap((cell) => (cell.state === 'shown' ? [cell.salary] : [])),
  );

describe('the matrix', () => {
  it('counts what is shown and what is too small, by role and region', () => {
    const { regions, rows } = payMatrix(catalog);
    const cell = (role: string, region: string) =>
      rows.find((row) => row.role === role)?.cells[regions.indexOf(region)];

    expect(regions[0]).toBe('us');
    expect(cell('data-scientist', 'us')).toMatchObject({ figures: 3, suppressed: 1 }); // the federal scale counts 3
    expect(cell('data-scientist', 'us')?.sources).toHaveLength(3);
    expect(cell('data-engineer', 'pl')).toMatchObject({ figures: 0, suppressed: 1, sources: [] });
    expect(cell('ai-engineer', 'us')?.bases).toEqual(['posted-range', 'self-report', 'salary-index', 'article-range']);
  });

  it('leaves out a figure that is brought along, which a cell shows like any other', () => {
    const [first] = shownIn('ml-engineer', 'us');
    const own = { ...first, id: 'own', region: 'zz', sourceName: 'My postings', n: 25 } as Salary;

    expect(payMatrix(catalog).regions).not.toContain('zz');
    expect(salariesFor(catalog, 'ml-engineer', 'zz', [own]).flatMap(({ cells }) => cells)).toHaveLength(1);
  });
});

describe('why figures differ', () => {
  it('is told with the numbers of this cell', () => {
    // Medians: 112,590 (BLS), 145,000 (Stack Overflow), 157,000 (index). 157,000 / 112,590 − 1 = 39.4 %.
    const [usd] = payDifferences(shownIn('data-scientist', 'us'));

    expect(usd?.unit).toBe('USD a year');
    expect(usd?.spread?.low.sourceName).toBe('BLS OEWS');
    expect(usd?.spread?.share).toBeCloseTo(0.394, 3);
    const self = usd?.notes.find(({ basis }) => basis === 'self-report');
    expect(self?.sentence).toContain('median 145,000: 29 % above the median of BLS OEWS (May 2024)');
    expect(self?.reason).toContain('chose to answer');
  });

  it('places ranges without a middle around the reference', () => {
    // 150,000 to 240,000 around the self-reported median of 180,000: 17 % below to 33 % above.
    const [usd] = payDifferences(shownIn('ml-engineer', 'us'));

    expect(usd?.notes.find(({ basis }) => basis === 'article-range')?.sentence).toContain(
      'it runs from 17 % below to 33 % above the median of Stack Overflow',
    );
  });

  it('never compares two currencies or periods', () => {
    const units = payDifferences(shownIn('ml-engineer', 'gb')).map(({ unit }) => unit);

    expect(units).toEqual(['GBP a year', 'USD a year', 'GBP a day']);
  });
});

it("shows the article's claim beside its own ranges", () => {
  const claim = payClaim(catalog);

  expect(claim?.rows).toHaveLength(5);
  expect(claim?.rows.find(({ region }) => region === 'au')).toMatchObject({ lowEnd: 'less', highEnd: 'less' });
  expect(claim?.sentence).toBe(
    'Its own table bears that out in 3 of 5 regions, and not in Australia (less at both ends) and United Kingdom (less at the low end, more at the high end).',
  );
});

describe('the age of a figure', () => {
  it.each([
    ['2024-05', '2 years and 6 months old', true],
    ['2025-06-23', '1 year and 5 months old', false],
    ['2026-11-20', 'less than a month old', false],
    ['2026', 'from this year', false],
    ['2025', 'from last year', false],
    ['2023', '2 years and 11 months old', true],
    [undefined, 'age not known', false],
  ])('that ends with %s', (until, text, isOld) => {
    expect(ageOf(until === undefined ? {} : { until }, today)).toMatchObject({ text, isOld });
  });

  it('is known for every figure whose source dates it', () => {
    const undated = catalog.salaries.filter((one) => ageOf(one, today).months === undefined);

    expect(undated.every(({ reference }) => reference.startsWith('undated'))).toBe(true);
  });
});

describe('another currency', () => {
  const words = { from: 'GBP', to: 'EUR', rate: '1,2', on: '2026-11-20', source: 'my bank' };

  it('is shown by a dated rate with its source, and by nothing else', () => {
    const parsed = parseRate(words, today);
    if (parsed.outcome === 'refused') throw new Error(parsed.sentence);
    const [pounds, dollars] = [shownIn('ml-engineer', 'gb')[0], shownIn('ml-engineer', 'us')[0]];

    const converted = pounds && convertFigure(pounds, parsed.rate);
    expect(converted).toMatchObject({ currency: 'EUR', p50: 55_587 * 1.2, period: 'year' });
    expect(converted?.label).toContain('converted, rate of 2026-11-20');
    expect(dollars && convertFigure(dollars, parsed.rate)).toBeUndefined();
  });

  it.each([
    [{ to: 'euro' }, '"euro" is not a currency'],
    [{ to: 'GBP' }, 'in GBP already'],
    [{ rate: '' }, 'how many EUR one GBP is'],
    [{ rate: '-1' }, 'how many EUR one GBP is'],
    [{ rate: '1,200' }, 'read in two ways'],
    [{ on: '2026-12-01' }, 'today or earlier'],
    [{ on: '' }, 'Write the day'],
    [{ source: ' ' }, 'where you read'],
  ])('is refused with %j', (change, sentence) => {
    expect(parseRate({ ...words, ...change }, today)).toMatchObject({
      outcome: 'refused',
      sentence: expect.stringContaining(sentence),
    });
  });
});
