import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakEvenCurve, breakEvenMonth, breakEvenUplift } from './break-even.ts';
import { failsInARow, type PassChance, sittingsUntilPass } from './chance.ts';
import { costByMonth, costDistribution, expectedCost, pathCost } from './path-cost.ts';
import type { ExamCost, Scenario } from './scenario.ts';
import { sensitivity } from './sensitivity.ts';

const money = fc.integer({ min: 0, max: 500 });
const size = fc.oneof(fc.constant(Number.POSITIVE_INFINITY), fc.double({ min: 1, max: 200, noNaN: true }));
const chance: fc.Arbitrary<PassChance> = fc.record({ mean: fc.double({ min: 0.02, max: 0.98, noNaN: true }), size });

const exam: fc.Arbitrary<ExamCost> = fc
  .record({
    fee: money,
    sittings: fc.integer({ min: 1, max: 5 }),
    chance,
    materialsUsd: money,
    hours: fc.tuple(fc.integer({ min: 0, max: 150 }), fc.integer({ min: 0, max: 100 })),
    retakeHours: fc.integer({ min: 0, max: 30 }),
    studyFromMonth: fc.double({ min: 0, max: 10, noNaN: true }),
    months: fc.double({ min: 0, max: 6, noNaN: true }),
  })
  .map(({ fee, sittings, hours: [low, more], studyFromMonth, months, ...rest }) => ({
    ...rest,
    code: 'X-100',
    fees: Array.from({ length: sittings }, () => fee),
    delays: Array.from({ length: sittings }, (_, k) => k / 2),
    hours: { low, high: low + more },
    studyFromMonth,
    examMonth: studyFromMonth + months,
  }));

const scenario: fc.Arbitrary<Scenario> = fc
  .record({
    exams: fc.array(exam, { minLength: 1, maxLength: 3 }),
    renewal: fc.record({ month: fc.double({ min: 17, max: 60, noNaN: true }), feeUsd: money, hours: fc.nat(40) }),
    hourValueUsd: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 80 })),
    years: fc.integer({ min: 2, max: 8 }),
    discountRate: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 0.2, noNaN: true })),
    improvement: fc.double({ min: 0, max: 0.5, noNaN: true }),
  })
  .map(({ renewal, ...rest }) => ({ ...rest, renewals: [{ ...renewal, exam: 0, title: 'again' }] }));

const eachExam = (one: Scenario, change: (exam: ExamCost) => Partial<ExamCost>): Scenario => ({
  ...one,
  exams: one.exams.map((own) => ({ ...own, ...change(own) })),
});
const close = (a: number, b: number) => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b));

describe('sittings', () => {
  it('are a distribution, and a failure lowers the hope for the next one unless the chance is certain', () => {
    fc.assert(
      fc.property(chance, fc.integer({ min: 1, max: 6 }), (one, most) => {
        const { passedAt, never } = sittingsUntilPass(one, most);

        expect(
          close(
            passedAt.reduce((sum, p) => sum + p, never),
            1,
          ),
        ).toBe(true);
        expect(passedAt.every((p) => p >= -1e-12)).toBe(true);
        const second = 1 - failsInARow(one, 2) / failsInARow(one, 1);
        expect(second).toBeLessThanOrEqual(one.mean + 1e-9);
      }),
    );
  });
});

describe('expected cost', () => {
  it('rises with every price', () => {
    fc.assert(
      fc.property(scenario, fc.integer({ min: 1, max: 200 }), (one, more) => {
        const dearer = eachExam(one, ({ fees }) => ({ fees: fees.map((fee) => fee + more) }));

        expect(expectedCost(dearer)).toBeGreaterThan(expectedCost(one));
        expect(expectedCost({ ...one, hourValueUsd: one.hourValueUsd + more })).toBeGreaterThanOrEqual(
          expectedCost(one),
        );
      }),
    );
  });

  it('falls as the chance of passing rises, renewals aside: what is never passed is never renewed', () => {
    fc.assert(
      fc.property(scenario, fc.double({ min: 0.01, max: 0.9, noNaN: true }), (raw, part) => {
        const one = { ...raw, renewals: [] };
        const better = eachExam(one, ({ chance: { mean, size: sure } }) => ({
          chance: { mean: mean + part * (1 - mean), size: sure },
        }));

        expect(expectedCost(better)).toBeLessThanOrEqual(expectedCost(one) + 1e-9);
      }),
    );
  });

  it('of an exam that is passed for certain holds one fee and no retake', () => {
    fc.assert(
      fc.property(scenario, (raw) => {
        const one = eachExam({ ...raw, discountRate: 0 }, ({ chance: { size: sure } }) => ({
          chance: { mean: 1, size: sure },
        }));
        const { parts, chanceOfAll } = pathCost(one);
        const usd = (part: string) => parts.find((own) => own.part === part)?.usd ?? Number.NaN;

        expect(chanceOfAll).toBe(1);
        expect(usd('retakes')).toBe(0);
        expect(
          close(
            usd('fees'),
            one.exams.reduce((sum, { fees }) => sum + (fees[0] ?? 0), 0),
          ),
        ).toBe(true);
      }),
    );
  });

  it('is the plain sum of its years without discounting, and less with it', () => {
    fc.assert(
      fc.property(scenario, (one) => {
        const { years, expectedUsd } = pathCost(one);
        const plain = years.reduce((sum, { cashUsd, timeUsd }) => sum + cashUsd + timeUsd, 0);

        if (one.discountRate === 0) expect(close(expectedUsd, plain)).toBe(true);
        else expect(expectedUsd).toBeLessThanOrEqual(plain + 1e-9);
        expect(close(expectedUsd, costByMonth(one, one.years * 12).at(-1) ?? Number.NaN)).toBe(true);
      }),
    );
  });

  it('of a path is the sum over its exams', () => {
    fc.assert(
      fc.property(scenario, (one) => {
        const alone = one.exams.map((own, index) =>
          expectedCost({ ...one, exams: [own], renewals: index === 0 ? one.renewals : [] }),
        );

        expect(
          close(
            expectedCost(one),
            alone.reduce((sum, usd) => sum + usd, 0),
          ),
        ).toBe(true);
      }),
    );
  });

  it('is the mean of the distribution, and its interval holds 80 % of it', () => {
    fc.assert(
      fc.property(scenario, (one) => {
        const atoms = costDistribution(one);
        const { expectedUsd, interval } = pathCost(one);
        const mean = atoms.reduce((sum, { value, probability }) => sum + value * probability, 0);
        const within = atoms.filter(({ value }) => value >= interval.low && value <= interval.high);

        expect(
          close(
            atoms.reduce((sum, { probability }) => sum + probability, 0),
            1,
          ),
        ).toBe(true);
        expect(Math.abs(mean - expectedUsd)).toBeLessThan(0.02 * one.exams.length); // amounts are held to the cent
        expect(within.reduce((sum, { probability }) => sum + probability, 0)).toBeGreaterThanOrEqual(0.8 - 1e-9);
      }),
      { numRuns: 40 },
    );
  });
});

describe('break-even', () => {
  const terms = { taxShare: 0.3 };

  it('is reached at the uplift that it names, and not below it', () => {
    fc.assert(
      fc.property(scenario, (one) => {
        const needed = breakEvenUplift(one, terms);
        if (needed === undefined || needed === 0) return;

        expect(breakEvenMonth(one, needed * 1.0001, terms).outcome).toBe('month');
        if (needed > 1) expect(breakEvenMonth(one, needed * 0.99, terms)).toEqual({ outcome: 'never' });
      }),
    );
  });

  it('comes no later with more, never before the last exam, and needs more when more is taxed', () => {
    fc.assert(
      fc.property(scenario, (one) => {
        const needed = breakEvenUplift(one, terms);
        if (needed === undefined || needed < 1) return;
        const curve = breakEvenCurve(
          one,
          [1, 2, 5, 20].map((factor) => needed * factor * 1.001),
          terms,
        );
        const months = curve.map(({ result }) => (result.outcome === 'month' ? result.month : Number.NaN));

        expect(months).toEqual([...months].sort((a, b) => b - a));
        expect(breakEvenUplift(one, { taxShare: 0.5 })).toBeGreaterThan(needed);
      }),
    );
  });

  it('is never reached when the last exam lies behind the view, or when no exam can be passed', () => {
    fc.assert(
      fc.property(scenario, (one) => {
        const late = eachExam(one, () => ({ examMonth: one.years * 12 + 1 }));
        const hopeless = eachExam({ ...one, improvement: 0 }, ({ chance: { size: sure } }) => ({
          chance: { mean: 0, size: sure },
        }));

        expect(breakEvenUplift(late, terms)).toBeUndefined();
        expect(breakEvenUplift(hopeless, terms)).toBeUndefined();
      }),
    );
  });
});

it('orders what moves the cost by how far it moves it', () => {
  fc.assert(
    fc.property(scenario, (one) => {
      const moves = sensitivity(one, (years) => ({ ...one, years })).map(({ costFrom, costTo }) =>
        Math.abs(costTo - costFrom),
      );

      expect(moves).toEqual([...moves].sort((a, b) => b - a));
    }),
    { numRuns: 30 },
  );
});
