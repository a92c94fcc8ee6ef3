import { describe, expect, it } from 'vitest';
import {
  assembleCatalog,
  domainWeights,
  faqAnswer,
  findCertification,
  salariesFor,
  todayEquivalents,
} from './index.ts';
import { readRealCatalog } from './testing/real-catalog.ts';

const catalog = readRealCatalog();

describe('the catalog that ships', () => {
  it('has every link it uses', () => {
    const { faults } = assembleCatalog(catalog);

    expect(faults).toEqual([]);
  });

  it('holds the twenty exams, thirteen roles and 430 skills', () => {
    expect(catalog.certifications).toHaveLength(20);
    expect(catalog.roles).toHaveLength(13);
    expect(catalog.skills).toHaveLength(430);
    expect(catalog.salaries.length).toBeGreaterThanOrEqual(83);
    expect(catalog.glossary.length).toBeGreaterThanOrEqual(80);
  });

  it('maps every task to at least one skill', () => {
    const bare = catalog.certifications.flatMap(({ domains }) =>
      domains.flatMap(({ tasks }) => tasks.filter(({ skills }) => skills.length === 0).map(({ id }) => id)),
    );

    expect(bare).toEqual([]);
  });

  it('fills every placeholder of every answer', () => {
    const answers = catalog.faq.map((entry) => faqAnswer(catalog, entry));

    expect(answers.filter((answer) => answer.includes('{{'))).toEqual([]);
    expect(answers.join(' ')).toContain('last offered on 2026-03-31');
  });
});

describe('a catalog with broken links', () => {
  it('names the entry, the missing name and the nearest one', () => {
    const [first, ...rest] = catalog.certifications;
    if (!first) throw new RangeError('the catalog is empty');
    const broken = { ...catalog, certifications: [{ ...first, successors: ['AI-1O3'] }, ...rest] };

    const { faults } = assembleCatalog(broken);

    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({ part: 'certifications', id: first.code, path: ['successors'] });
    expect(faults[0]?.message).toMatch(/no certification "AI-1O3"; did you mean "AI-103"/);
  });

  it('reports weights that do not sum to 100 and a table without a row', () => {
    const certifications = catalog.certifications.map((one) =>
      one.code === 'AIF-C01' ? { ...one, domains: one.domains.map((domain) => ({ ...domain, weight: 10 })) } : one,
    );
    const { 'AI-103': _, ...rows } = catalog.advisor.appeals.certifications;
    const advisor = { ...catalog.advisor, appeals: { ...catalog.advisor.appeals, certifications: rows } };

    const messages = assembleCatalog({ ...catalog, certifications, advisor }).faults.map(({ message }) => message);

    expect(messages).toEqual([
      'The domain weights sum to 50, not 100; correct them.',
      'appeals has no row for AI-103; add one.',
    ]);
  });
});

describe('finding a certification', () => {
  it('accepts any case and suggests the nearest code', () => {
    expect(findCertification(catalog, ' aif-c01 ')).toMatchObject({ outcome: 'found' });
    expect(findCertification(catalog, 'AIF-C02')).toMatchObject({ outcome: 'unknown', nearest: 'AIF-C01' });
    expect(findCertification(catalog, 'something else entirely')).toMatchObject({ nearest: undefined });
  });

  it("leads from a retired exam to today's equivalents", () => {
    const codes = (code: string) => todayEquivalents(catalog, code).map((one) => one.code);

    expect(codes('MLS-C01')).toEqual(['MLA-C02', 'AIP-C01']);
    expect(codes('AI-102')).toEqual(['AI-103']);
    expect(codes('MLA-C01')).toEqual(['MLA-C02']);
    expect(codes('AI-103')).toEqual(['AI-103']);
  });
});

describe('domain weights', () => {
  it('sum to one, and are absent where the vendor has published none', () => {
    for (const certification of catalog.certifications) {
      const weights = domainWeights(certification);
      if (certification.code === 'SAP-C03') expect(weights).toBeUndefined();
      else expect(weights?.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9);
    }
  });
});

describe('salaries', () => {
  it('keep bases apart and hide groups below twenty', () => {
    const groups = salariesFor(catalog, 'ai-engineer', 'gb');

    expect(groups.map(({ basis }) => basis)).toEqual(['self-report', 'salary-index', 'article-range']);
    const cells = groups.flatMap((group) => group.cells);
    expect(cells.find((cell) => cell.state === 'suppressed')).toMatchObject({ label: 'AI Engineer' });
    for (const cell of cells) if (cell.state === 'shown') expect(cell.salary.n ?? 20).toBeGreaterThanOrEqual(20);
  });
});
