import { seededRng } from '@cairn/kernel';
import { describe, expect, it } from 'vitest';
import { normalGrid } from '../grid.ts';
import type { CalibratedItem } from '../items/calibrated-item.ts';
import type { AdaptiveDefinition, SelectionCriterion } from './adaptive-test.ts';
import { calibrateExposure } from './calibrate-exposure.ts';
import { getPreparedTest } from './prepare.ts';
import { simulatedBank, simulatedScore } from './simulate.ts';
import { normalAbilities, simulateAdaptive } from './simulation-report.ts';

const definitionOf = (calibrations: readonly CalibratedItem[]): AdaptiveDefinition => ({
  items: calibrations.map((calibration, j) => ({ id: `i${j}`, calibration, domain: 'all' })),
  prior: normalGrid({ points: 61 }),
  stopping: { minimumItems: 1, maximumItems: 40, standardError: 0.35 },
});

const bank = definitionOf(simulatedBank(400, seededRng('bank')));
const persons = (n: number) => ({ abilities: normalAbilities(n, seededRng('persons')), rng: seededRng('sittings') });

/** Graded and partial-credit items: four scores each. */
const partialBank = definitionOf(
  simulatedBank(60, seededRng('partial')).map((item, j): CalibratedItem => {
    const b = item.kind === 'dichotomous' ? item.b : 0;
    return { kind: j % 2 === 0 ? 'graded' : 'partial-credit', a: item.a, thresholds: [b - 0.8, b, b + 0.8] };
  }),
);

describe('a simulation', () => {
  it('repeats itself to the last bit from the same seeds', () => {
    const test = getPreparedTest(bank);

    expect(simulateAdaptive(test, persons(30))).toEqual(simulateAdaptive(test, persons(30)));
  });

  it.each([
    'information',
    'posterior-information',
    'posterior-divergence',
    'posterior-variance',
  ] as const satisfies SelectionCriterion[])(
    'finds abilities as well as its standard error says, by %s',
    (criterion) => {
      const report = simulateAdaptive(getPreparedTest({ ...bank, criterion }), persons(120));

      // The root mean square of 120 errors scatters by 6.5 % around the posterior spread; bias by 0.03.
      expect(report.rmse).toBeGreaterThan(0.8 * report.meanSe);
      expect(report.rmse).toBeLessThan(1.2 * report.meanSe);
      expect(Math.abs(report.bias)).toBeLessThan(0.09);
      expect(report.meanSe).toBeLessThanOrEqual(0.35);
      expect(report.meanItems).toBeLessThan(17);
    },
  );

  it('needs fewer items when each has partial credit', () => {
    const report = simulateAdaptive(getPreparedTest(partialBank), persons(60));

    expect(report.meanItems).toBeLessThan(simulateAdaptive(getPreparedTest(bank), persons(60)).meanItems);
    expect(report.rmse).toBeLessThan(1.25 * report.meanSe);
  });

  it('accounts for each item, each person and each ending', () => {
    const report = simulateAdaptive(getPreparedTest(bank), persons(80));

    const seen = report.exposure.perItem.reduce((sum, share) => sum + share, 0);
    expect(seen).toBeCloseTo(report.meanItems, 9);
    expect(report.byAbility.reduce((sum, cell) => sum + cell.persons, 0)).toBe(80);
    expect(Object.values(report.stops).reduce((sum, n) => sum + n, 0)).toBe(80);
    expect(report.exposure.maximum).toBe(1); // everybody starts with the same item
  });

  it('is refused without persons', () => {
    expect(() => simulateAdaptive(getPreparedTest(bank), persons(0))).toThrow('at least one person');
  });
});

describe('exposure control', () => {
  const largest = (definition: AdaptiveDefinition) => simulateAdaptive(getPreparedTest(definition), persons(300));

  it('keeps the item most in demand near the limit, at a small price in length', () => {
    const exposure = calibrateExposure(bank, { limit: 0.25, persons: 250, rounds: 2, rng: seededRng('calibration') });

    const open = largest(bank);
    const limited = largest({ ...bank, exposure });

    expect(limited.exposure.maximum).toBeLessThan(0.38); // 300 persons, 250 in the calibration: two noises of 0.026
    expect(limited.exposure.overlap).toBeLessThan(0.7 * open.exposure.overlap);
    expect(limited.meanItems).toBeLessThan(open.meanItems + 3);
  });

  it('learns probabilities for each cell of ability, and none for an item that nobody saw', () => {
    const small = { ...bank, items: bank.items.slice(0, 60), stopping: { minimumItems: 8, maximumItems: 8 } };
    const calibration = { limit: 0.3, thetaEdges: [0], persons: 60, rounds: 2, rng: seededRng('cells') };

    const { probabilities } = calibrateExposure(small, calibration);

    const rows = Object.values(probabilities);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => row.length === 2 && row.every((p) => p > 0 && p <= 1))).toBe(true);
    expect(rows.some(([low = 0, high = 0]) => Math.abs(low - high) > 0.1)).toBe(true);
  });

  it.each([
    { kind: 'randomesque', best: 8 },
    { kind: 'progressive', acceleration: 1 },
    { kind: 'proportional', acceleration: 1 },
  ] as const)('by $kind spreads the items', (exposure) => {
    const report = simulateAdaptive(getPreparedTest({ ...bank, exposure }), persons(80));

    expect(report.exposure.maximum).toBeLessThan(0.8);
    expect(report.rmse).toBeLessThan(0.45);
  });

  it('refuses a limit that is no share', () => {
    expect(() => calibrateExposure(bank, { limit: 0, persons: 1, rounds: 1, rng: seededRng(1) })).toThrow('(0, 1]');
  });
});

describe('a simulated answer', () => {
  it('falls into each category as often as the model says', () => {
    const item: CalibratedItem = { kind: 'graded', a: 1.2, thresholds: [-1, 0.5] };
    const rng = seededRng('scores');

    const scores = Array.from({ length: 4000 }, () => simulatedScore(0, item, rng.next()));

    const share = (score: number) => scores.filter((value) => value === score).length / scores.length;
    expect(share(0)).toBeCloseTo(1 / (1 + Math.exp(1.2)), 1);
    expect(share(2)).toBeCloseTo(1 / (1 + Math.exp(0.6)), 1);
  });
});
