import { seededRng } from '@cairn/kernel';
import { describe, expect, it } from 'vitest';
import type { CalibratedItem } from '../items/calibrated-item.ts';
import { calibrate } from './calibrate.ts';
import type { CalibrationOptions } from './options.ts';
import { standardErrors } from './standard-errors/standard-errors.ts';
import { calibrated, drawItems, drawResponses, slopesAndIntercepts } from './testing.ts';

const ITEMS = drawItems(5, seededRng(9));
const ANSWERS = drawResponses(ITEMS, 300, 10);

const bad = (item: Partial<Extract<CalibratedItem, { kind: 'dichotomous' }>>) =>
  ITEMS.map((_, j) => (j === 0 ? ({ kind: 'dichotomous', a: 1, b: 0, c: 0, ...item } as const) : undefined));

describe('numbers that no calibration can work with', () => {
  it.each<[string, Partial<CalibrationOptions>, string]>([
    ['a prior without spread', { priors: { slope: { kind: 'log-normal', mean: 0, sd: 0 } } }, 'sd above 0'],
    ['a negative spread', { priors: { difficulty: { kind: 'normal', mean: 0, sd: -1 } } }, 'sd above 0'],
    ['a mean that is none', { priors: { guessing: { kind: 'logit-normal', mean: Number.NaN, sd: 1 } } }, 'finite'],
    ['a beta of 0', { priors: { guessing: { kind: 'beta', alpha: 0, beta: 2 } } }, 'above 0'],
    ['a fixed slope that is none', { fixedItems: bad({ a: Number.NaN }) }, 'fixed item 1'],
    ['an infinite start', { startItems: bad({ b: Number.POSITIVE_INFINITY }) }, 'start item 1'],
    ['certain guessing', { model: '3pl', fixedItems: bad({ c: 1 }) }, 'guessing chance'],
    ['a group number far beyond the persons', { groups: Array.from({ length: 300 }, () => 1e9) }, 'without gaps'],
  ])('are refused in a sentence: %s', (_, options, words) => {
    expect(() => calibrate(ANSWERS, { model: '2pl', ...options })).toThrow(words);
  });
});

describe('one slope for all items', () => {
  it.each(['1pl', 'rasch'] as const)('is one under %s, whatever slopes it starts from', (model) => {
    const started = calibrated(ANSWERS, { model, startItems: ITEMS, tolerance: 1e-6 });
    const plain = calibrated(ANSWERS, { model, tolerance: 1e-6 });

    const slopes = slopesAndIntercepts(started).map(([a]) => a);

    expect(new Set(slopes).size).toBe(1);
    expect(slopes[0]).toBeCloseTo(slopesAndIntercepts(plain)[0]?.[0] ?? 0, 5);
    expect(started.logLikelihood).toBeCloseTo(plain.logLikelihood, 5);
  });

  it('stays 1 where known items tie the scale', () => {
    const fixedItems = ITEMS.map(({ kind }, j) =>
      j === 0 && kind === 'dichotomous' ? { kind, a: 1, b: 0, c: 0 } : undefined,
    );

    const { items } = calibrated(ANSWERS, { model: 'rasch', fixedItems, startItems: ITEMS });

    expect(items.map(({ item }) => item?.a)).toEqual([1, 1, 1, 1, 1]);
  });

  it('is 1 for Rasch items that have nothing in common, and ability does not vary', () => {
    const scores = Uint8Array.from({ length: 800 }, (_, at) => (at % 4 === 0 || at % 4 === 3 ? 1 : 0));

    const { items, latent } = calibrated({ persons: 400, items: 2, scores }, { model: 'rasch' });

    expect(items.map(({ item }) => item)).toEqual([
      expect.objectContaining({ a: 1 }),
      expect.objectContaining({ a: 1 }),
    ]);
    expect(items.every(({ item }) => item?.kind === 'dichotomous' && Math.abs(item.b) < 1e-6)).toBe(true);
    expect(latent[0]?.sd).toBeLessThan(1e-3);
  });
});

describe('groups without answers', () => {
  const gap = Array.from({ length: 300 }, (_, i) => (i % 2) * 2);

  it('are not estimated and cost no parameter', () => {
    const without = calibrated(ANSWERS, { model: '2pl', groups: gap.map((group) => group / 2), tolerance: 1e-6 });

    const found = calibrated(ANSWERS, { model: '2pl', groups: gap, tolerance: 1e-6 });

    expect(found.latent[1]).toEqual({ mean: 0, sd: 1 });
    expect(found.latent[2]?.mean).toBeCloseTo(without.latent[1]?.mean ?? 0, 5);
    expect(found.freeParameters).toBe(without.freeParameters);
    expect(standardErrors(ANSWERS, found, { groups: gap })).toMatchObject({ outcome: 'computed' });
  });

  it('cannot be the reference, unless known items are', () => {
    const groups = gap.map(() => 1);
    const fixedItems = bad({ b: 0.5 });

    expect(calibrate(ANSWERS, { model: '2pl', groups })).toMatchObject({
      outcome: 'impossible',
      problems: [{ kind: 'no-persons' }],
    });
    expect(calibrate(ANSWERS, { model: '2pl', groups, fixedItems })).toMatchObject({
      outcome: 'calibrated',
      isConverged: true,
    });
  });
});

describe('convergence', () => {
  it('is not claimed where somebody’s answers are impossible under the parameters', () => {
    const steep = ITEMS.map(() => ({ kind: 'dichotomous', a: 1e6, b: 0, c: 0 }) as const);

    const found = calibrated(ANSWERS, { model: '2pl', fixedItems: steep });

    expect(found.isConverged).toBe(false);
    expect(found.logLikelihood).toBeLessThan(-10_000);
  });

  it('is not claimed after too few iterations', () => {
    expect(calibrated(ANSWERS, { model: '2pl', maximumIterations: 2 }).isConverged).toBe(false);
  });
});
