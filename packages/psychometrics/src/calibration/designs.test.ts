import { seededRng } from '@cairn/kernel';
import { describe, expect, it } from 'vitest';
import type { CalibratedItem } from '../items/calibrated-item.ts';
import { calibrate } from './calibrate.ts';
import { connectedBlocks } from './connected-blocks.ts';
import { calibrated, drawItems, drawResponses, furthestApart, slopesAndIntercepts, withPersons } from './testing.ts';

const ITEMS = drawItems(12, seededRng(21));
const ANSWERS = drawResponses(ITEMS, 600, 22);

describe('designs in which not everybody sees every item', () => {
  const twoTests = drawResponses(ITEMS, 600, 27, { isShown: (i, j) => (i % 2 === 0) === j < 6 });

  it('says which blocks of items share no person', () => {
    expect(connectedBlocks(twoTests)).toEqual([
      [0, 1, 2, 3, 4, 5],
      [6, 7, 8, 9, 10, 11],
    ]);
    expect(calibrate(twoTests, { model: 'rasch' })).toMatchObject({
      outcome: 'impossible',
      problems: [{ kind: 'disconnected', blocks: connectedBlocks(twoTests) }],
    });
  });

  it.each([
    ['fixed items', { fixedItems: ITEMS.map((item, j) => (j === 0 || j === 11 ? item : undefined)) }],
    [
      'priors',
      {
        priors: ITEMS.map((item) => ({
          difficulty: { kind: 'normal', mean: item.kind === 'dichotomous' ? item.b : 0, sd: 0.5 } as const,
        })),
      },
    ],
    ['the promise that groups are equivalent', { assumesEquivalentGroups: true }],
  ])('calibrates blocks that are tied by %s', (_, ties) => {
    expect(calibrated(twoTests, { model: 'rasch', ...ties }).isConverged).toBe(true);
  });

  it('treats missing by design as one calibration of all: two forms with common items', () => {
    const forms = drawResponses(ITEMS, 4000, 28, { isShown: (i, j) => (j >= 4 && j < 8) || (i % 2 === 0) === j < 4 });

    const found = calibrated(forms, { model: '2pl', tolerance: 1e-6 });

    // The likelihood of each person does not know the items that were not shown: it is the same as the two forms' own,
    // with common items held equal, which is what one weighted table of both says.
    const errors = slopesAndIntercepts(found).map(([a = 0, d = 0], j) => {
      const item = ITEMS[j];
      return item?.kind === 'dichotomous' ? Math.max(Math.abs(a - item.a), Math.abs(d + item.a * item.b)) : Number.NaN;
    });
    expect(Math.max(...errors)).toBeLessThan(0.25);
  });
});

describe('known parameters', () => {
  const isNew = (j: number) => j >= 8;
  const fixedItems = ITEMS.map((item, j) => (isNew(j) ? undefined : item));

  it('puts new items on the scale of the fixed ones, wherever the persons are', () => {
    const able = drawResponses(ITEMS, 6000, 29, { theta: (_, rng) => 0.8 + 1.3 * rng.normal() });

    const found = calibrated(able, { model: '2pl', fixedItems });

    expect(found.latent[0]?.mean).toBeCloseTo(0.8, 1);
    expect(found.latent[0]?.sd).toBeCloseTo(1.3, 1);
    expect(found.items.slice(0, 8).map(({ item }) => item)).toEqual(ITEMS.slice(0, 8));
    const errors = furthestApart(
      slopesAndIntercepts(found).slice(8),
      slopesAndIntercepts({
        ...found,
        items: ITEMS.slice(8).map((item) => ({ item, isFixed: false, answers: 0, flags: [] })),
      }),
    );
    expect(errors).toBeLessThan(0.2);
  });

  it('gives back the estimates of a fit when most of its items are fixed at them', () => {
    const all = calibrated(ANSWERS, { model: '2pl', tolerance: 1e-6 });
    const known: (CalibratedItem | undefined)[] = all.items.map(({ item }, j) => (isNew(j) ? undefined : item));

    const again = calibrated(ANSWERS, { model: '2pl', fixedItems: known, tolerance: 1e-6 });

    expect(furthestApart(slopesAndIntercepts(again), slopesAndIntercepts(all))).toBeLessThan(1e-4);
    expect(again.latent[0]?.mean).toBeCloseTo(0, 4);
    expect(again.latent[0]?.sd).toBeCloseTo(1, 4);
  });
});

describe('several groups', () => {
  it('estimates where the second group is, against the first', () => {
    const groups = Array.from({ length: 8000 }, (_, i) => i % 2);
    const answers = drawResponses(ITEMS, 8000, 30, {
      theta: (i, rng) => (groups[i] === 1 ? 0.5 + 0.8 * rng.normal() : rng.normal()),
    });

    const { latent, freeParameters } = calibrated(answers, { model: '2pl', groups });

    expect(latent[0]).toEqual({ mean: 0, sd: 1 });
    expect(latent[1]?.mean).toBeCloseTo(0.5, 1);
    expect(latent[1]?.sd).toBeCloseTo(0.8, 1);
    expect(freeParameters).toBe(26);
  });
});

describe('priors of difficulty', () => {
  it('pull estimates towards ratings, the more the fewer answers there are', () => {
    const priors = { difficulty: { kind: 'normal', mean: 1.5, sd: 0.5 } } as const;
    const meanDifficulty = (persons: number) => {
      const { items } = calibrated(withPersons(ANSWERS, [...Array(persons).keys()]), { model: '1pl', priors });
      return items.reduce((sum, { item }) => sum + (item?.kind === 'dichotomous' ? item.b : 0), 0) / items.length;
    };

    expect(meanDifficulty(20)).toBeGreaterThan(meanDifficulty(100));
    expect(meanDifficulty(100)).toBeGreaterThan(meanDifficulty(600));
  });

  it('fix the scale where ability is estimated: the persons move, not the items', () => {
    const shifted = drawResponses(ITEMS, 3000, 31, { theta: (_, rng) => 1 + rng.normal() });
    const priors = ITEMS.map((item) => ({
      difficulty: { kind: 'normal', mean: item.kind === 'dichotomous' ? item.b : 0, sd: 0.2 } as const,
    }));

    const { latent } = calibrated(shifted, { model: 'rasch', priors, scale: 'estimated' });

    expect(latent[0]?.mean).toBeGreaterThan(0.8);
    expect(latent[0]?.mean).toBeLessThan(1.2);
  });
});
