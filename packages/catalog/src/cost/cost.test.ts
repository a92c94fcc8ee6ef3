import { day } from '@cairn/kernel';
import { describe, expect, it } from 'vitest';
import { readRealCatalog } from '../testing/real-catalog.ts';
import { breakEvenMonth, breakEvenUplift } from './break-even.ts';
import { chanceOf, sittingsUntilPass } from './chance.ts';
import { pathCost } from './path-cost.ts';
import { type PathInputs, pathInputs } from './path-inputs.ts';
import { type CostTerms, USUAL_TERMS } from './request.ts';
import type { ExamCost, Scenario } from './scenario.ts';

const SURE = Number.POSITIVE_INFINITY;

const EXAM: ExamCost = {
  code: 'X-100',
  fees: [100, 100, 100],
  chance: { mean: 0.5, size: SURE },
  materialsUsd: 0,
  hours: { low: 10, high: 10 },
  retakeHours: 2,
  studyFromMonth: 0,
  examMonth: 2,
  delays: [0, 0.5, 1],
};
const SCENARIO: Scenario = {
  exams: [EXAM],
  renewals: [],
  hourValueUsd: 20,
  years: 2,
  discountRate: 0,
  improvement: 0,
};

describe('worked by hand', () => {
  it('three sittings at one half', () => {
    // Sittings: 1 with ½, 2 with ¼, 3 with ¼ (half of those pass): 1 + ½ + ¼ = 1.75 are paid.
    // Fees: 100 + 75 = 175. Hours: 10 + 0.75 · 2 = 11.5, at 20 USD each 230. Together 405.
    // Amounts: 300 (½), 440 (¼), 580 (¼): 80 % lie between 300 and 580.
    const cost = pathCost(SCENARIO);

    expect(cost.expectedUsd).toBeCloseTo(405, 9);
    expect(cost.cashUsd).toBeCloseTo(175, 9);
    expect(cost.hours).toBeCloseTo(11.5, 9);
    expect(cost.interval).toEqual({ low: 300, high: 580 });
    expect(cost.chanceOfAll).toBeCloseTo(7 / 8, 12);
  });

  it('an uncertain chance makes long rows of failures likelier', () => {
    // Beta(1, 1): E[(1 − p)^k] = 1 / (k + 1), so passing at sitting k has 1/k − 1/(k + 1).
    const { passedAt, never } = sittingsUntilPass({ mean: 0.5, size: 2 }, 3);

    expect(passedAt.map((p) => p.toFixed(6))).toEqual([1 / 2, 1 / 6, 1 / 12].map((p) => p.toFixed(6)));
    expect(never).toBeCloseTo(1 / 4, 12);
  });

  it('learning from a failure: the chance of failing halves each time', () => {
    // Fails: ½, then ½ · ¼, then ½ · ¼ · ⅛.
    const { passedAt, never } = sittingsUntilPass({ mean: 0.5, size: SURE }, 3, 0.5);

    expect(passedAt).toEqual([0.5, 0.375, 0.125 - 1 / 64]);
    expect(never).toBe(1 / 64);
  });

  it('an interval becomes a Beta with its standard deviation', () => {
    // 0.4 to 0.8 is 2 · 1.2816 standard deviations of 0.15605; 0.6 · 0.4 / 0.15605² − 1 = 8.8553.
    expect(chanceOf({ mean: 0.6, low: 0.4, high: 0.8 }).size).toBeCloseTo(8.855, 3);
    expect(chanceOf({ mean: 0.6 }).size).toBe(SURE);
  });

  it('discounting', () => {
    // Passed for certain: 100 USD in month 2 and 200 USD of hours, half in each month's middle (0.5 and 1.5).
    // At 10 %: 100 · 1.1^(−2/12) + 100 · 1.1^(−0.5/12) + 100 · 1.1^(−1.5/12) = 98.4240 + 99.6037 + 98.8156.
    const { expectedUsd } = pathCost({
      ...SCENARIO,
      exams: [{ ...EXAM, chance: { mean: 1, size: SURE } }],
      discountRate: 0.1,
    });

    expect(expectedUsd).toBeCloseTo(98.424 + 99.6037 + 98.8156, 3);
  });

  it('a renewal counts as far as the exam was passed', () => {
    // 7 in 8 hold the certificate, and renew it in month 20 for 40 USD and an hour.
    const renewals = [{ exam: 0, month: 20, title: 'again', feeUsd: 40, hours: 1 }];
    const { parts, years } = pathCost({ ...SCENARIO, renewals });

    expect(parts.find(({ part }) => part === 'renewals')?.usd).toBeCloseTo(35, 9);
    expect(parts.find(({ part }) => part === 'renewal-study')?.usd).toBeCloseTo(17.5, 9);
    expect(years[1]).toMatchObject({ year: 2, cashUsd: 35, timeUsd: 17.5 });
  });

  it('breaking even', () => {
    // Passed for certain: 100 + 200 = 300 USD. The exam is in month 2, so months 3 to 24 pay: 22 of them.
    // 300 / (22 / 12) = 163.64 a year before tax; at half in taxes twice that.
    // 600 a year is 50 a month: 6 months after month 2, so month 8.
    const sure = { ...SCENARIO, exams: [{ ...EXAM, chance: { mean: 1, size: SURE } }] };

    expect(breakEvenUplift(sure, { taxShare: 0 })).toBeCloseTo(300 / (22 / 12), 9);
    expect(breakEvenUplift(sure, { taxShare: 0.5 })).toBeCloseTo(600 / (22 / 12), 9);
    expect(breakEvenMonth(sure, 600, { taxShare: 0 })).toEqual({ outcome: 'month', month: 8 });
    expect(breakEvenMonth(sure, 100, { taxShare: 0 })).toEqual({ outcome: 'never' });
  });

  it('a gain that begins only when the exam is passed', () => {
    // Sittings in months 2 and 8 with ½ each: in months 3 to 8 the gain is had with ½, in 9 to 24 with ¾, so
    // 6 · ½ + 16 · ¾ = 15 months of it. Cost: 1.5 fees of 100. 150 / (15 / 12) = 120 a year.
    const late = { ...EXAM, fees: [100, 100], delays: [0, 6], hours: { low: 0, high: 0 }, retakeHours: 0 };

    expect(breakEvenUplift({ ...SCENARIO, exams: [late] }, { taxShare: 0 })).toBeCloseTo(120, 9);
  });
});

describe('a path of the real catalog', () => {
  const catalog = readRealCatalog();
  const today = day('2026-11-21');
  const inputsOf = (codes: readonly string[], terms: Partial<CostTerms> = {}): PathInputs => {
    const found = pathInputs(catalog, codes, { ...USUAL_TERMS, today, ...terms });
    if (found.outcome === 'refused') throw new Error(found.sentence);
    return found.inputs;
  };
  const refusal = (codes: readonly string[]) => {
    const found = pathInputs(catalog, codes, { ...USUAL_TERMS, today });
    return found.outcome === 'refused' ? found.sentence : '';
  };

  it('says of each number where it comes from', () => {
    const [exam] = inputsOf(['aif-c01'], { background: 'software' }).exams;

    expect(exam?.fee).toMatchObject({ value: 100, origin: 'catalog', checkedOn: '2026-11-20' });
    expect(exam?.hours).toMatchObject({ value: { low: 20, high: 45 }, origin: 'estimate' });
    expect(exam?.chance).toMatchObject({ origin: 'assumption' });
    expect(exam?.materials.why).toContain('free');
    expect(exam?.sittings).toMatchObject({ value: 5, sources: ['S8'] });
  });

  it('takes what is typed before what is measured, and that before an assumption', () => {
    const measured = { 'AIF-C01': { mean: 0.8, low: 0.7, high: 0.9, why: 'From 60 answers.' } };
    const edits = { 'AIF-C01': { chance: { mean: 0.5 }, feeUsd: 120 } };

    expect(inputsOf(['AIF-C01'], { measured }).exams[0]?.chance).toMatchObject({
      origin: 'measured',
      why: 'From 60 answers.',
    });
    expect(inputsOf(['AIF-C01'], { measured, edits }).exams[0]).toMatchObject({
      chance: { origin: 'typed', value: { mean: 0.5 } },
      fee: { origin: 'typed', value: 120 },
    });
  });

  it('renews a Microsoft certificate each year for hours alone, and an AWS one after three at its price', () => {
    const azure = inputsOf(['AI-103'], { years: 4 }).scenario.renewals;
    const aws = inputsOf(['SAA-C03'], { years: 5 }).scenario.renewals;

    expect(azure.map(({ feeUsd, hours }) => [feeUsd, hours])).toEqual([
      [0, 4],
      [0, 4],
      [0, 4],
    ]);
    expect(aws.map(({ feeUsd }) => feeUsd)).toEqual([150]);
    expect(inputsOf(['AI-901'], { years: 10 }).scenario.renewals).toEqual([]);
  });

  it('lets a higher pass renew a lower one for nothing', () => {
    const renewals = inputsOf(['AIF-C01', 'MLA-C02'], { years: 3 }).scenario.renewals;

    expect(renewals.map(({ exam, feeUsd, title }) => [exam, feeUsd, title])).toEqual([
      [0, 0, 'AIF-C01 is renewed by passing MLA-C02'],
    ]);
  });

  it('halves the later fees of AWS with vouchers, the first sitting only', () => {
    const fees = (useVouchers: boolean) =>
      inputsOf(['AIF-C01', 'SAA-C03'], { useVouchers, mostSittings: 2 }).scenario.exams.map((exam) => exam.fees);

    expect(fees(false)).toEqual([
      [100, 100],
      [150, 150],
    ]);
    expect(fees(true)).toEqual([
      [100, 100],
      [75, 150],
    ]);
  });

  it('sits a beta once, at its price, and then the standard exam when there is one', () => {
    const soon = inputsOf(['MLA-C02'], { edits: { 'MLA-C02': { hours: 16 } }, mostSittings: 3 });

    expect(soon.days).toEqual(['2026-12-05']);
    expect(soon.scenario.exams[0]?.fees).toEqual([75, 150, 150]);
    expect(soon.scenario.exams[0]?.delays[1]).toBeCloseTo(40 / 30.4375, 6); // 2027-01-14
    expect(inputsOf(['AIB-C01']).scenario.exams[0]?.fees).toEqual([50]);
    expect(inputsOf(['MLA-C02']).scenario.exams[0]?.fees).toEqual([150, 150, 150, 150, 150]);
  });

  it('waits as the vendor says: 1 day, then 14, for Microsoft', () => {
    const { delays = [] } = inputsOf(['AI-103']).scenario.exams[0] ?? {};

    expect(delays.map((months) => Math.round(months * 30.4375))).toEqual([0, 1, 15, 29, 43]);
  });

  it('saves hours by skills met earlier on the path, as the roadmap does', () => {
    const hours = (codes: string[]) => inputsOf(codes).exams.at(-1)?.hours.value.high ?? 0;

    expect(hours(['AIF-C01', 'MLA-C02'])).toBeLessThan(hours(['MLA-C02']));
  });

  it('names what it does not know', () => {
    const { exams, warnings } = inputsOf(['AB-730']);

    expect(exams[0]?.fee).toMatchObject({ value: 0, origin: 'unknown' });
    expect(warnings.join(' ')).toContain('The fee of AB-730 was not found');
    expect(inputsOf(['AB-100']).warnings.join(' ')).toContain('AB-100 requires one of AI-103');
  });

  it.each([
    [['MLS-C01'], 'MLS-C01 can no longer be taken (last day 2026-03-31), so no path can lead over it.'],
    [['AIF-C1'], 'did you mean AIF-C01?'],
    [['AIF-C01', 'aif-c01'], 'AIF-C01 stands twice'],
    [[], 'A path has 1 to 5 exams; this one has 0.'],
  ])('refuses %j in one sentence', (codes, sentence) => {
    expect(refusal(codes)).toContain(sentence);
  });
});
