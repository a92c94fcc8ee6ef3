import { numericStabilityIndex } from '@cairn/learning-algorithms';
import { describe, expect, it } from 'vitest';
import { alarmWeek, BEGIN, binsOf, drawReference, drawWeeks, trainedOn, WEEKS, watch } from './model.ts';
import { sentence } from './words.ts';

const { measures } = watch(BEGIN);

describe('without drift', () => {
  const calm = watch({ ...BEGIN, speed: 0 }).measures;

  it('the index stays below what is called stable', () => {
    for (const { psi } of calm) expect(psi).toBeLessThan(0.1);
  });

  it('the error stays where it began', () => {
    for (const { error } of calm) expect(Math.abs(error - (calm[0]?.error ?? 0))).toBeLessThan(0.09);
  });
});

describe('with drift', () => {
  it('index, distance and error end far above where they began', () => {
    const [first, last] = [measures[0], measures.at(-1)];

    expect(measures).toHaveLength(WEEKS);
    expect(last?.psi).toBeGreaterThan(1);
    expect(last?.ks).toBeGreaterThan(0.5);
    expect(last?.pValue).toBeLessThan(0.001);
    expect(last?.error).toBeGreaterThan(3 * (first?.error ?? 0));
  });

  it('has the index that the expected shift of a normal distribution gives', () => {
    // For N(0, 1) against N(d, 1) the index tends to d²: here d = 0.12 · 8 in week 14.
    const psi = measures[14]?.psi ?? 0;

    expect(Math.abs(psi - (0.12 * 8) ** 2)).toBeLessThan(0.25);
  });

  it('raises the alarm later at a higher limit', () => {
    const at = (alarmAt: number) => alarmWeek(measures, { ...BEGIN, week: 25, alarmAt }) ?? Number.POSITIVE_INFINITY;

    expect(at(0.1)).toBeLessThan(at(0.5));
    expect(alarmWeek(measures, { ...BEGIN, week: 3 })).toBeUndefined();
  });
});

describe('training anew', () => {
  const trained = watch({ ...BEGIN, retrained: [18] }).measures;

  it('changes nothing up to its week, and lowers index and error after it', () => {
    expect(trained.slice(0, 19)).toEqual(measures.slice(0, 19));
    expect(trained[20]?.psi).toBeLessThan((measures[20]?.psi ?? 0) / 3);
    expect(trained[20]?.error).toBeLessThan((measures[20]?.error ?? 0) * 0.75);
    expect(trained[20]?.firstError).toBe(measures[20]?.firstError);
  });

  it('learns from the last two weeks', () => {
    const weeks = drawWeeks(BEGIN);
    const reference = drawReference(BEGIN);

    expect(trainedOn(18, weeks, reference, [18])).toBe(reference);
    expect(trainedOn(19, weeks, reference, [18]).xs).toEqual([...(weeks[17]?.xs ?? []), ...(weeks[18]?.xs ?? [])]);
  });

  it('is said in words', () => {
    const setting = { ...BEGIN, week: 18, retrained: [18] };

    expect(sentence(setting, trained)).toContain('serves from week 19');
    expect(sentence({ ...BEGIN, week: 25 }, measures)).toContain('The alarm has been on since week');
  });
});

it('shows every row of a week', () => {
  const xs = drawWeeks(BEGIN)[25]?.xs ?? [];

  expect(binsOf(xs).reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  expect(numericStabilityIndex(xs, xs)).toBe(0);
});
