import { seededRng } from '@cairn/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { biasVariance, fitPolynomial } from './bias-variance.ts';
import { crossValidate, learningCurve } from './cross-validate.ts';
import {
  groupKFold,
  groupSplit,
  kFold,
  type Split,
  stratifiedKFold,
  stratifiedSplit,
  timeSeriesSplit,
  timeSplit,
  trainTestSplit,
} from './splits.ts';

const labels = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 20, maxLength: 60 });

function expectPartition({ train, test }: Split, rows: number): void {
  expect([...train, ...test].sort((a, b) => a - b)).toEqual(Array.from({ length: rows }, (_, i) => i));
}

describe('every split', () => {
  it('puts each row on one side', () => {
    fc.assert(
      fc.property(labels, fc.integer(), fc.double({ min: 0.1, max: 0.9, noNaN: true }), (groups, seed, share) => {
        fc.pre(['a', 'b', 'c'].every((label) => groups.filter((g) => g === label).length >= 2));
        const rng = seededRng(seed);
        const splits = [
          trainTestSplit(groups.length, share, rng),
          stratifiedSplit(groups, share, rng),
          groupSplit(groups, share, rng),
          ...kFold(groups.length, 4, rng),
          ...stratifiedKFold(groups, 4, rng),
          ...groupKFold(groups, 3, rng),
        ];

        for (const split of splits) {
          expectPartition(split, groups.length);
          expect(Math.min(split.train.length, split.test.length)).toBeGreaterThan(0);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('tests each row once over the folds', () => {
    const tested = kFold(23, 5, seededRng(1)).flatMap(({ test }) => test);

    expect(tested.sort((a, b) => a - b)).toEqual(Array.from({ length: 23 }, (_, i) => i));
  });

  it('keeps the share of a rare label within one row', () => {
    const rare = Array.from({ length: 100 }, (_, i) => (i % 20 === 0 ? 1 : 0));

    for (const { test } of stratifiedKFold(rare, 5, seededRng(2))) {
      expect(test.filter((row) => rare[row] === 1)).toHaveLength(1);
    }
    expect(stratifiedSplit(rare, 0.2, seededRng(3)).test.filter((row) => rare[row] === 1)).toHaveLength(1);
  });

  it('keeps a group on one side', () => {
    const groups = Array.from({ length: 30 }, (_, i) => `customer-${i % 7}`);
    const sides = [groupSplit(groups, 0.3, seededRng(4)), ...groupKFold(groups, 3, seededRng(5))];

    for (const { train, test } of sides) {
      const known = new Set(train.map((row) => groups[row]));
      expect(test.filter((row) => known.has(groups[row]))).toEqual([]);
    }
  });

  it('never trains on what comes after the test', () => {
    const times = [5, 1, 4, 2, 3, 3, 9, 8];
    const { train, test } = timeSplit(times, 0.25);

    expect(Math.max(...train.map((row) => times[row] ?? 0))).toBeLessThan(
      Math.min(...test.map((row) => times[row] ?? 0)),
    );
    for (const fold of timeSeriesSplit(20, 4, 1)) expect(Math.max(...fold.train)).toBe(Math.min(...fold.test) - 2);
  });

  it.each([
    [() => trainTestSplit(10, 1, seededRng(1)), /test share is 1/],
    [() => kFold(3, 4, seededRng(1)), /4 folds/],
    [() => stratifiedSplit(['a', 'a', 'b'], 0.5, seededRng(1)), /only row 3 has the label b/],
    [() => timeSplit([1, 1, 1], 0.3), /too few different times/],
  ])('refuses what cannot be split', (split, message) => {
    expect(split).toThrow(message);
  });
});

describe('cross-validation', () => {
  it('gives mean and spread of the scores', () => {
    const splits = [1, 2, 3].map((n) => ({ train: [n], test: [0] }));

    expect(crossValidate(splits, ([first = 0]) => first)).toEqual({ scores: [1, 2, 3], mean: 2, standardDeviation: 1 });
  });

  it('trains on growing parts of the same rows', () => {
    const seen: number[] = [];
    const splits = [{ train: [0, 1, 2, 3, 4, 5, 6, 7], test: [8, 9] }];

    const curve = learningCurve(
      splits,
      [0.25, 0.5, 1],
      (train, test) => seen.push(train.length) && test.length,
      seededRng(1),
    );

    expect(curve.map(({ rows }) => rows)).toEqual([2, 4, 8]);
    expect(curve.map(({ test }) => test.mean)).toEqual([2, 2, 2]);
    expect(curve.map(({ train }) => train.mean)).toEqual([2, 4, 8]);
  });
});

describe('bias and variance', () => {
  const study = { truth: (x: number) => Math.sin(3 * x), noiseDeviation: 0.3, points: 25, repeats: 150 };

  it('trade off as the degree grows', () => {
    const [line, cubic, wild] = biasVariance({ ...study, degrees: [1, 3, 12] }, seededRng(1));

    expect(line?.biasSquared).toBeGreaterThan(10 * (cubic?.biasSquared ?? 0));
    expect(wild?.variance).toBeGreaterThan(5 * (cubic?.variance ?? 0));
    expect(cubic?.total).toBeLessThan(Math.min(line?.total ?? 0, wild?.total ?? 0));
  });

  it('have no bias where the truth is of the degree', () => {
    const [fit] = biasVariance({ ...study, truth: (x) => 1 - 2 * x * x, degrees: [2] }, seededRng(2));

    expect(fit?.biasSquared).toBeLessThan(0.003);
  });

  it('passes through points of its own degree', () => {
    const curve = fitPolynomial([-1, -0.2, 0.4, 1], [-2, 0.6, 1.2, 4], 3);

    expect([-1, -0.2, 0.4, 1].map((x) => Math.round(curve(x) * 1e5) / 1e5)).toEqual([-2, 0.6, 1.2, 4]);
  });
});
