import { day } from '@cairn/kernel';
import { beforeAll, describe, expect, it } from 'vitest';
import { openContent } from '../content.ts';
import { type CostOptions, costAnswer, describeCosts } from './cost.ts';
import { describeMatrix, describeSalaries, salaryAnswer } from './salary.ts';

const TODAY = day('2026-11-21');
let catalog: Awaited<ReturnType<typeof openContent>>['catalog'];
beforeAll(async () => {
  ({ catalog } = await openContent());
});

const costs = (codes: string[], options: CostOptions = {}) => costAnswer(catalog, codes, options, TODAY);

describe('cairn salary', () => {
  it('sets figures side by side with source, number, date and age', () => {
    const text = describeSalaries(salaryAnswer(catalog, { role: 'data-scientist', region: 'US' }, TODAY));

    expect(text).toContain('BLS OEWS: Data Scientists');
    expect(text).toContain('median 112,590, USD a year; n = 233,440; May 2024, 2 years and 6 months old');
    expect(text).toContain('not shown. Only 3 people or rows');
    expect(text).toContain('In USD a year the middles differ by 39 %');
  });

  it('shows which cells hold anything', () => {
    const text = describeMatrix(catalog);

    expect(text).toMatch(/^ml-engineer +3 /m);
    expect(text).toMatch(/^data-engineer .*·/m);
  });

  it.each([
    [{ role: 'ml-enginer' }, 'There are no pay figures for the role "ml-enginer"; did you mean ml-engineer?'],
    [{ region: 'atlantis' }, 'There are no pay figures for the region "atlantis"; those with figures are us'],
  ])('refuses %j with the nearest name', (asked, sentence) => {
    expect(() => salaryAnswer(catalog, asked, TODAY)).toThrow(sentence);
  });
});

describe('cairn cost', () => {
  it('is exactly the fee when the exam is passed for certain and nothing else counts', () => {
    const { paths } = costs(['aif-c01'], { passProbability: '1' });

    expect(paths[0]?.cost).toMatchObject({ expectedUsd: 100, interval: { low: 100, high: 100 }, chanceOfAll: 1 });
  });

  it('adds fees, materials and hours of a path, and tells where each number comes from', () => {
    // 100 + 150 in fees, 40 once for materials; hours at 10 USD.
    const answer = costs(['AIF-C01', 'MLA-C02'], {
      passProbability: '1',
      materials: '40',
      hourValue: '10',
      uplift: '5000',
    });
    const [path] = answer.paths;
    const text = describeCosts(answer);

    expect(path?.cost.cashUsd).toBeCloseTo(290, 9);
    expect(path?.cost.timeUsd).toBeCloseTo(10 * (path?.cost.hours ?? 0), 6);
    expect(text).toContain('AIF-C01 → MLA-C02');
    expect(text).toContain('AIF-C01: fee USD 100 (catalog, checked 2026-11-20); chance of passing 100 % (typed).');
    expect(text).toMatch(/With USD 5,000 more a year: after \d+ months\./);
    expect(text).toContain('never a forecast');
  });

  it('compares paths, and says "never" when a gain is too small', () => {
    const answer = costs(['AIF-C01'], { compare: ['AI-901,AI-103'], uplift: '1' });

    expect(answer.paths.map(({ codes }) => codes)).toEqual([['AIF-C01'], ['AI-901', 'AI-103']]);
    expect(describeCosts(answer)).toContain('With USD 1 more a year: never within 3 years.');
  });

  it.each<[string[], CostOptions, string]>([
    [['AIF-C1'], {}, 'There is no certification "AIF-C1" in the catalog; did you mean AIF-C01?'],
    [['MLS-C01'], {}, 'can no longer be taken'],
    [['AIF-C01'], { passProbability: '70' }, '--pass-probability 70 is not a number from 0.01 to 1.'],
    [['AIF-C01'], { passProbability: '0.7:0.8:0.9' }, 'must lie between'],
    [['AIF-C01'], { passProbability: '0.7:0.8' }, 'write one number such as 0.7'],
    [['AIF-C01'], { years: '0' }, '--years 0 is not a number from 1 to 10.'],
    [['AIF-C01'], { materials: 'some' }, '--materials some is not a number'],
    [['AIF-C01'], { sittings: '2.5' }, 'is not a whole number'],
    [['AIF-C01'], { background: 'softwear' }, '--background softwear is not known; did you mean software?'],
    [['AIF-C01'], { compare: ['AI-901', 'AI-103', 'SAA-C03', 'DEA-C01'] }, 'At most 4 paths'],
    [['AIF-C01'], { compare: [','] }, 'A path has 1 to 5 exams; this one has 0.'],
  ])('refuses %j with %j in one sentence', (codes, options, sentence) => {
    expect(() => costs(codes, options)).toThrow(sentence);
  });
});
