import { describe, expect, it } from 'vitest';
import { compare } from '../index.ts';
import { readRealCatalog } from '../testing/real-catalog.ts';

const catalog = readRealCatalog();
const rowsOf = (...ids: string[]) => {
  const outcome = compare(catalog, ids);
  if (outcome.outcome !== 'compared') throw new RangeError(outcome.sentence);
  return outcome.comparison.rows;
};
const row = (rows: ReturnType<typeof rowsOf>, aspect: string) => {
  const found = rows.find((one) => one.aspect === aspect);
  if (!found) throw new RangeError(`no row ${aspect}`);
  return found;
};

describe('comparing certifications', () => {
  it("keeps the founding comparison, labelled retired with today's equivalents", () => {
    const status = row(rowsOf('MLS-C01', 'AI-102'), 'status');

    expect(status.cells.map(({ text }) => text)).toEqual([
      "Retired (last day 2026-03-31). Today's equivalent: MLA-C02 or AIP-C01",
      "Retired (last day 2026-06-30). Today's equivalent: AI-103",
    ]);
  });

  it('gives every cell a source with a date', () => {
    const ids = catalog.certifications.map(({ code }) => code);
    const groups = Array.from({ length: 5 }, (_, group) => ids.slice(group * 4, group * 4 + 4));
    const cells = groups.flatMap((group) => rowsOf(...group).flatMap((one) => one.cells));

    expect(cells).toHaveLength(20 * rowsOf('AIF-C01', 'AI-901').length);
    expect(cells.filter(({ text, facts }) => text === '' || facts.length === 0)).toEqual([]);
    expect(cells.flatMap(({ facts }) => facts).filter(({ date }) => !/^\d{4}-\d{2}-\d{2}$/.test(date))).toEqual([]);
  });

  it('shows conflicts between sources in the cell they are about', () => {
    const minutes = row(rowsOf('AI-103', 'AI-901'), 'minutes');

    expect(minutes.cells[0]?.conflict?.versions).toMatch(/120 .* versus 100/);
    expect(minutes.cells[1]?.conflict).toBeUndefined();
  });

  it('marks memory as unverified and what was not found as such', () => {
    const rows = rowsOf('MLA-C01', 'MLA-C02');

    expect(row(rows, 'services').cells[0]?.text).toMatch(/\(unverified\)$/);
    expect(row(rows, 'minutes').cells[1]?.text).toBe('Not found in the sources read');
  });

  it('marks the rows that differ', () => {
    const rows = rowsOf('SAA-C03', 'DEA-C01');

    expect(row(rows, 'minutes').differs).toBe(false);
    expect(row(rows, 'domains').differs).toBe(true);
  });
});

describe('comparing roles', () => {
  it('covers the aspects of the founding article with its source, and the path then and today', () => {
    const rows = rowsOf('ml-engineer', 'ai-engineer');

    expect(rows.map(({ aspect }) => aspect)).toEqual([
      'primaryRole',
      'services',
      'skills',
      'tools',
      'responsibilities',
      'cloudUse',
      'useCases',
      'careerBranches',
      'chooseItIf',
      'pathThen',
      'pathToday',
      'certifications',
      'salary',
    ]);
    expect(row(rows, 'chooseItIf').sources).toEqual(['ARTA']);
    expect(row(rows, 'pathThen').cells[0]?.values).toEqual(['MLA-C01', 'MLS-C01']);
    expect(row(rows, 'salary').cells.every(({ values }) => (values?.length ?? 0) > 1)).toBe(true);
  });
});

describe('what cannot be compared', () => {
  it.each([
    [['AIF-C01'], /2 to 4 different/],
    [['AIF-C01', 'AIF-C01'], /1 were given/],
    [['AIF-C01', 'AI-901', 'AI-103', 'AI-300', 'SAA-C03'], /5 were given/],
    [['AIF-C01', 'ml-engineer'], /Compare like with like: AIF-C01 are certifications and ml-engineer are roles/],
    [['AIF-C01', 'AIF-C09'], /no role or certification "AIF-C09"; did you mean AIF-C01\?/],
  ])('%j is refused in a sentence', (ids, sentence) => {
    expect(compare(catalog, ids)).toMatchObject({ outcome: 'refused', sentence: expect.stringMatching(sentence) });
  });
});
