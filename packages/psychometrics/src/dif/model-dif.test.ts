import { seededRng } from '@cairn/kernel';
import { describe, expect, it } from 'vitest';
import { successProbability } from '../items/item-parameters.ts';
import { responsesOf } from '../responses/responses.ts';
import { likelihoodRatioDif } from './likelihood-ratio.ts';
import { lordDif } from './lord.ts';
import type { DifStudy } from './study.ts';

/** 2PL answers of 2 × `persons` to `items` items; item 0 is harder and item 1 steeper for a focal group of ability −0.5. */
function simulated(persons: number, items: number, seed: number): DifStudy {
  const rng = seededRng(seed);
  const bank = Array.from({ length: items }, (_, j) => ({
    a: 0.8 + 0.8 * rng.next(),
    b: -1.5 + (3 * j) / (items - 1),
    c: 0,
  }));
  const focal = Array.from({ length: 2 * persons }, (_, i) => i >= persons);
  const rows = focal.map((isFocal) => {
    const theta = rng.normal() - (isFocal ? 0.5 : 0);
    return bank.map((item, j) => {
      const b = item.b + (isFocal && j === 0 ? 0.8 : 0);
      const a = item.a * (isFocal && j === 1 ? 2 : 1);
      return rng.next() < successProbability(theta, { a, b, c: 0 }) ? 1 : 0;
    });
  });
  return { responses: responsesOf(rows), focal };
}

const STUDY = simulated(1000, 12, 31);

function tested<Item extends { outcome: string }>(
  study: { outcome: 'tested'; items: readonly Item[] } | { outcome: 'untestable'; reason: string },
) {
  if (study.outcome === 'untestable') throw new Error(study.reason);
  return study.items.filter((item): item is Extract<Item, { outcome: 'tested' }> => item.outcome === 'tested');
}

describe('Lord’s chi-square', () => {
  const items = tested(lordDif(STUDY, { model: '2pl' }));

  it('finds the items that function differently, and few others', () => {
    expect(items).toHaveLength(12);
    expect(items.slice(0, 2).every(({ p }) => p < 0.001)).toBe(true);
    expect(items.slice(2).filter(({ p }) => p < 0.05).length).toBeLessThanOrEqual(2);
    expect(items.slice(2).every(({ p }) => p > 0.001)).toBe(true);
  });

  it('puts the focal group on the reference group’s scale', () => {
    const [first, , third] = items;

    if (first?.focal.kind !== 'dichotomous' || first.reference.kind !== 'dichotomous') throw new Error('no item');
    if (third?.focal.kind !== 'dichotomous' || third.reference.kind !== 'dichotomous') throw new Error('no item');
    expect(Math.abs(first.focal.b - first.reference.b - 0.8)).toBeLessThan(0.4);
    expect(Math.abs(third.focal.b - third.reference.b)).toBeLessThan(0.3);
  });
});

describe('the likelihood-ratio test', () => {
  it('agrees with Lord’s on where the items differ, and knows the groups’ abilities', () => {
    const study = likelihoodRatioDif({ ...STUDY, anchors: [4, 5, 6, 7, 8, 9, 10, 11] }, { model: '2pl' });
    const items = tested(study);

    expect(items.slice(0, 2).every(({ p, degrees }) => p < 0.001 && degrees === 2)).toBe(true);
    expect(items.slice(2).every(({ p }) => p > 0.001)).toBe(true);
    if (study.outcome !== 'tested') throw new Error(study.reason);
    expect(Math.abs(Number(study.compact.latent[1]?.mean) + 0.5)).toBeLessThan(0.2);
  });

  it('counts one degree of freedom an item in the Rasch model', () => {
    const items = tested(likelihoodRatioDif(simulated(300, 6, 5), { model: 'rasch' }));

    expect(items.map(({ degrees }) => degrees)).toEqual([1, 1, 1, 1, 1, 1]);
  });
});

describe('a study without DIF', () => {
  it('is significant at 5 % in about one test of twenty', () => {
    const rng = seededRng(77);
    const counts = [0, 0];
    for (let study = 0; study < 6; study += 1) {
      const rows = Array.from({ length: 600 }, () => {
        const theta = rng.normal();
        return Array.from({ length: 10 }, (_, j) =>
          rng.next() < successProbability(theta, { a: 1.2, b: j / 3 - 1.5, c: 0 }) ? 1 : 0,
        );
      });
      const data = { responses: responsesOf(rows), focal: rows.map((_, i) => i % 2 === 0) };
      [lordDif(data, { model: '2pl' }), likelihoodRatioDif(data, { model: '2pl' })].forEach((result, method) => {
        counts[method] =
          Number(counts[method]) +
          tested<{ outcome: string; p?: number }>(result).filter(({ p = 1 }) => p < 0.05).length;
      });
    }

    // 60 tests, 3 expected; more than 9 have a chance below 0.1 %.
    for (const count of counts) {
      expect(count).toBeLessThan(10);
    }
  });
});

describe('a calibration that did not converge', () => {
  const options = { model: '2pl', maximumIterations: 1 } as const;

  it('is compared by neither test', () => {
    const likelihoodRatio = likelihoodRatioDif(STUDY, options);

    expect(lordDif(STUDY, options)).toMatchObject({
      outcome: 'untestable',
      reason: expect.stringContaining('converge'),
    });
    expect(likelihoodRatio.outcome === 'tested' ? likelihoodRatio.items : []).toEqual(
      Array.from({ length: 12 }, (_, item) => expect.objectContaining({ outcome: 'untestable', item })),
    );
  });
});

describe('what cannot be compared', () => {
  it('says so', () => {
    const responses = responsesOf([
      [1, 1],
      [0, 0],
      [1, 0],
      [0, 1],
    ]);

    expect(lordDif({ responses, focal: [false, false, false, false] }, { model: '2pl' })).toMatchObject({
      outcome: 'untestable',
    });
    expect(likelihoodRatioDif({ responses, focal: [false, false, false, false] }, { model: 'rasch' })).toMatchObject({
      outcome: 'untestable',
    });
  });
});
