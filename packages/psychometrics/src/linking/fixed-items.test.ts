import { seededRng } from '@cairn/kernel';
import { describe, expect, it } from 'vitest';
import { calibrate } from '../calibration/calibrate.ts';
import { standardErrors } from '../calibration/standard-errors/standard-errors.ts';
import type { DichotomousItem } from '../items/calibrated-item.ts';
import { successProbability } from '../items/item-parameters.ts';
import { type Responses, responsesOf } from '../responses/responses.ts';
import { linkScales } from './link.ts';
import { transformItem } from './transformation.ts';

/** 10 old items and 10 new ones on one scale. */
const BANK = Array.from({ length: 20 }, (_, j): DichotomousItem => {
  return { kind: 'dichotomous', a: 0.8 + (j % 5) * 0.2, b: -1.6 + ((j % 10) * 3.2) / 9, c: 0 };
});

function answers(persons: number, mean: number, spread: number, seed: number): Responses {
  const rng = seededRng(seed);
  return responsesOf(
    Array.from({ length: persons }, () => {
      const theta = mean + spread * rng.normal();
      return BANK.map((item) => (rng.next() < successProbability(theta, item) ? 1 : 0));
    }),
  );
}

function itemsOf(calibration: ReturnType<typeof calibrate>) {
  if (calibration.outcome !== 'calibrated') throw new Error('no calibration');
  return calibration.items.flatMap(({ item }) => (item?.kind === 'dichotomous' ? [item] : []));
}

describe('new items answered by abler people beside old items', () => {
  const responses = answers(6000, 0.8, 1.3, 19);
  const old = BANK.map((item, j) => (j < 10 ? item : undefined));
  const fixed = calibrate(responses, { model: '2pl', fixedItems: old });
  const separate = itemsOf(calibrate(responses, { model: '2pl' }));
  const link = linkScales(separate.slice(0, 10), BANK.slice(0, 10));

  it('come out on the old scale when the old items are held fixed', () => {
    if (fixed.outcome !== 'calibrated') throw new Error('no calibration');
    const errors = standardErrors(responses, fixed);
    if (errors.outcome !== 'computed') throw new Error(errors.message);
    itemsOf(fixed)
      .slice(10)
      .forEach((item, k) => {
        const [ofA = 0, ofB = 0] = errors.items[10 + k]?.standardErrors ?? [];
        expect(Math.abs(item.a - Number(BANK[10 + k]?.a)) / ofA).toBeLessThan(3.5);
        expect(Math.abs(item.b - Number(BANK[10 + k]?.b)) / ofB).toBeLessThan(3.5);
        expect(ofB).toBeLessThan(0.12);
      });
    expect(errors.items[0]).toBeUndefined();
    expect(Math.abs(Number(fixed.latent[0]?.mean) - 0.8) / Number(errors.latent[0]?.mean)).toBeLessThan(3.5);
    expect(Math.abs(Number(fixed.latent[0]?.sd) - 1.3) / Number(errors.latent[0]?.sd)).toBeLessThan(3.5);
  });

  it('come out the same when they are calibrated freely and linked', () => {
    if (link.outcome !== 'linked') throw new Error(link.reason);
    expect(Math.abs(link.transformation.slope - 1.3)).toBeLessThan(0.08);
    expect(Math.abs(link.transformation.intercept - 0.8)).toBeLessThan(0.08);
    separate.slice(10).forEach((item, k) => {
      const carried = transformItem(item, link.transformation);
      const held = itemsOf(fixed)[10 + k];

      expect(Math.abs(carried.kind === 'dichotomous' ? carried.b - Number(held?.b) : 1)).toBeLessThan(0.08);
    });
  });
});
