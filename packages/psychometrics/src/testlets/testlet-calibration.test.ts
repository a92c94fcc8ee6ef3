import { seededRng } from '@cairn/kernel';
import { describe, expect, it } from 'vitest';
import { calibrate } from '../calibration/calibrate.ts';
import { successProbability } from '../items/item-parameters.ts';
import { responsesOf } from '../responses/responses.ts';
import { calibrateTestlets } from './testlet-calibration.ts';

/** Four cases of 4 questions with effects of these standard deviations, and 8 single questions. */
const EFFECTS = [0, 0.5, 1, 1.5];
const CASES = EFFECTS.map((_, t) => [0, 1, 2, 3].map((j) => 4 * t + j));

function simulated(persons: number, seed: string) {
  const rng = seededRng(seed);
  const thetas: number[] = [];
  const rows = Array.from({ length: persons }, () => {
    const theta = rng.normal();
    thetas.push(theta);
    const effects = EFFECTS.map((sd) => sd * rng.normal());
    return Array.from({ length: 24 }, (_, j) => {
      const ability = theta + Number(effects[Math.floor(j / 4)] ?? 0);
      return rng.next() < successProbability(ability, { a: 1.4, b: -1 + (j % 4) * 0.7, c: 0 }) ? 1 : 0;
    });
  });
  return { responses: responsesOf(rows), thetas };
}

describe('a calibration with testlet effects', () => {
  const { responses, thetas } = simulated(2500, 'testlets');
  const fit = calibrateTestlets(responses, CASES, { model: '2pl' });

  it('recovers the size of the effects', () => {
    expect(fit.isConverged).toBe(true);
    fit.effects.forEach((sd, t) => {
      expect(Math.abs(sd - Number(EFFECTS[t]))).toBeLessThan(t === 0 ? 0.4 : 0.2);
    });
  });

  it('recovers discrimination, which ignoring the effects distorts', () => {
    const slopes = fit.items.map((item) => item?.a ?? 0);
    const mean = (values: number[]) => values.reduce((sum, a) => sum + a, 0) / values.length;

    expect(Math.abs(mean(slopes) - 1.4)).toBeLessThan(0.1);
    expect(Math.abs(mean(slopes.slice(12, 16)) - 1.4)).toBeLessThan(0.2);
  });

  it('gives abilities whose 95 % intervals hold the truth', () => {
    const isCovered = thetas.map((theta, i) => {
      return Math.abs(theta - Number(fit.persons.thetas[i])) < 1.959964 * Number(fit.persons.standardErrors[i]);
    });
    const coverage = isCovered.filter(Boolean).length / thetas.length;

    expect(coverage).toBeGreaterThan(0.93);
    expect(coverage).toBeLessThan(0.97);
  });

  it('fits better than independence does', () => {
    const independent = calibrate(responses, { model: '2pl' });
    if (independent.outcome !== 'calibrated') throw new Error('no calibration');

    expect(fit.logLikelihood - independent.logLikelihood).toBeGreaterThan(100);
  });
});

describe('without testlets', () => {
  it('is the ordinary calibration', () => {
    const { responses } = simulated(500, 'single');
    const ordinary = calibrate(responses, { model: '2pl' });
    if (ordinary.outcome !== 'calibrated') throw new Error('no calibration');

    const fit = calibrateTestlets(responses, [], { model: '2pl', tolerance: 1e-4 });

    expect(Math.abs(fit.logLikelihood - ordinary.logLikelihood)).toBeLessThan(1e-3);
    fit.items.forEach((item, j) => {
      expect(Math.abs(Number(item?.a) - Number(ordinary.items[j]?.item?.a))).toBeLessThan(2e-3);
    });
  });
});

describe('testlets that cannot be calibrated', () => {
  it('are refused, and constant items are left out', () => {
    const responses = responsesOf([
      [1, 0, 1],
      [1, 1, 0],
      [1, 0, 0],
      [1, 1, 1],
    ]);

    expect(() => calibrateTestlets(responses, [[0, 0]], { model: '2pl' })).toThrow('stands twice');
    expect(() => calibrateTestlets(responsesOf([[1, 1]]), [], { model: '2pl' })).toThrow('nothing to calibrate');
    expect(calibrateTestlets(responses, [[0, 1]], { model: '2pl', maximumIterations: 5 }).items[0]).toBeUndefined();
  });
});
