import { seededRng } from '@cairn/kernel';
import { describe, expect, it } from 'vitest';
import { calibrate } from '../calibration/calibrate.ts';
import type { ModelName } from '../calibration/options.ts';
import { normalGrid } from '../grid.ts';
import { successProbability } from '../items/item-parameters.ts';
import { NOT_PRESENTED, type Responses, responsesOf } from '../responses/responses.ts';
import { scorePersons } from '../scoring/score-persons.ts';
import { asTestlets } from './as-testlets.ts';

/** Persons answer 6 cases of 5 questions; a case suits a person by an effect of its own, of standard deviation 1.2. */
function simulated(persons: number, effect: number) {
  const rng = seededRng(14);
  const thetas: number[] = [];
  const rows = Array.from({ length: persons }, () => {
    const theta = rng.normal();
    thetas.push(theta);
    const effects = Array.from({ length: 6 }, () => effect * rng.normal());
    return Array.from({ length: 30 }, (_, j) => {
      const ability = theta + Number(effects[Math.floor(j / 5)]);
      return rng.next() < successProbability(ability, { a: 1.3, b: -1.2 + (j % 5) * 0.6, c: 0 }) ? 1 : 0;
    });
  });
  return { responses: responsesOf(rows), thetas };
}

const CASES = Array.from({ length: 6 }, (_, t) => Array.from({ length: 5 }, (_, j) => 5 * t + j));

/** The share of persons whose 95 % interval holds their true ability, and the mean claimed and true squared error. */
function honesty(responses: Responses, model: ModelName, thetas: readonly number[]) {
  const calibrated = calibrate(responses, { model });
  if (calibrated.outcome !== 'calibrated') throw new Error('no calibration');
  const items = calibrated.items.flatMap(({ item }) => item ?? []);
  const scores = scorePersons(responses, items, { kind: 'eap', prior: normalGrid() });
  const errors = thetas.map((theta, i) => theta - Number(scores.thetas[i]));
  const claimed = Array.from(scores.standardErrors);
  const covered = errors.filter((error, i) => Math.abs(error) < 1.96 * Number(claimed[i])).length;
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    coverage: covered / thetas.length,
    claimed: mean(claimed.map((se) => se * se)),
    true: mean(errors.map((e) => e * e)),
  };
}

describe('questions about the same case', () => {
  const { responses, thetas } = simulated(2500, 1.2);

  it('taken for independent ones claim far more precision than they give', () => {
    const { coverage, claimed, true: actual } = honesty(responses, '2pl', thetas);

    expect(coverage).toBeLessThan(0.85);
    expect(actual / claimed).toBeGreaterThan(1.8);
  });

  it.each(['grm', 'gpcm'] as const)('taken together as one %s item claim what they give', (model) => {
    const { coverage, claimed, true: actual } = honesty(asTestlets(responses, CASES).responses, model, thetas);

    expect(coverage).toBeGreaterThan(0.93);
    expect(coverage).toBeLessThan(0.97);
    expect(Math.abs(actual / claimed - 1)).toBeLessThan(0.12);
  });

  it('lose little by it where there is no such effect', () => {
    const independent = simulated(2500, 0);
    const single = honesty(independent.responses, '2pl', independent.thetas);
    const together = honesty(asTestlets(independent.responses, CASES).responses, 'gpcm', independent.thetas);

    expect(single.coverage).toBeGreaterThan(0.93);
    expect(together.true / single.true).toBeLessThan(1.15);
  });
});

describe('asTestlets', () => {
  const responses = responsesOf([
    [1, 1, 0, 2],
    [0, null, 1, 1],
    [null, 1, null, 0],
  ]);

  it('sums the items of a testlet where its first item stood, and leaves the others as they are', () => {
    const { responses: summed, columns } = asTestlets(responses, [[1, 3]]);

    expect(columns.map(({ items }) => items)).toEqual([[0], [1, 3], [2]]);
    expect(columns.map(({ maximumScore }) => maximumScore)).toEqual([1, 3, 1]);
    expect([...summed.scores.subarray(0, 3)]).toEqual([1, 3, 0]);
  });

  it('does not guess the sum of a testlet that was answered in part, but counts it', () => {
    const { responses: summed, incomplete } = asTestlets({ ...responses, weights: Float64Array.of(1, 5, 1) }, [
      [1, 3],
      [0, 2],
    ]);

    expect([...summed.scores]).toEqual([1, 3, 1, NOT_PRESENTED, NOT_PRESENTED, 1]);
    expect([...incomplete]).toEqual([0, 5]);
  });

  it('refuses testlets that overlap or name no item', () => {
    expect(() =>
      asTestlets(responses, [
        [0, 1],
        [1, 2],
      ]),
    ).toThrow('item 2 stands twice');
    expect(() => asTestlets(responses, [[0, 9]])).toThrow('testlet 1 names item 9');
  });
});
