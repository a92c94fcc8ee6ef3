import { seededRng } from '@cairn/kernel';
import { describe, expect, it } from 'vitest';
import { normalGrid } from '../grid.ts';
import { testInformation } from '../items/calibrated-item.ts';
import { responsesOf } from '../responses/responses.ts';
import { scorePersons } from '../scoring/score-persons.ts';
import { abilityGroups, observedProportions } from './ability-groups.ts';
import { empiricalReliability, marginalReliability, precisionCurve } from './reliability.ts';
import { moments, simulate, twenty } from './testing.ts';

describe('observed proportions', () => {
  const { thetas, responses } = simulate(twenty, 1000, seededRng('icc'));

  it('hold the curve of the model in about four of five intervals of 80 %', () => {
    const points = [2, 5, 9, 12, 16].flatMap((item) => observedProportions(responses, twenty, item, thetas));
    const inside = points.filter(({ low, high, expected }) => low <= expected && expected <= high).length;

    expect(points).toHaveLength(50);
    expect(inside).toBeGreaterThan(33);
    expect(points.every(({ persons }) => Math.abs(persons - 100) < 1e-6)).toBe(true);
  });

  it('rise with ability from group to group', () => {
    const means = observedProportions(responses, twenty, 9, thetas, { bins: 5 }).map(({ theta }) => theta);

    expect(means).toEqual([...means].sort((x, y) => x - y));
  });

  it('divide a row that stands for many persons between two groups', () => {
    const patterns = { ...responsesOf([[0], [1]]), weights: Float64Array.of(30, 70) };

    const groups = abilityGroups(patterns, 0, [-1, 1], { groups: 2, maximum: 1 });

    expect(groups.map(({ persons }) => Math.round(persons))).toEqual([50, 50]);
    expect(groups[0]?.counts[1]).toBeCloseTo(20, 9);
  });

  it('refuse an item that is not there', () => {
    expect(() => observedProportions(responses, twenty, 20, thetas)).toThrow('item 20 of 20');
    expect(() => observedProportions(responses, twenty, 0, thetas, { bins: 0 })).toThrow('0 groups');
  });
});

describe('reliability', () => {
  const { thetas, responses } = simulate(twenty, 4000, seededRng('reliability'));

  it('is the squared correlation of scores with the truth, by either formula', () => {
    const eap = scorePersons(responses, twenty);
    const mean = moments([...eap.thetas]).mean;
    const covariance = thetas.reduce((sum, theta, i) => sum + theta * ((eap.thetas[i] ?? 0) - mean), 0) / thetas.length;
    const squared = covariance ** 2 / (moments(thetas).variance * moments([...eap.thetas]).variance);

    expect(empiricalReliability(eap, 'shrunken')).toBeCloseTo(squared, 1);
    expect(marginalReliability(twenty)).toBeCloseTo(squared, 1);
    expect(Math.abs(empiricalReliability(eap, 'shrunken') - squared)).toBeLessThan(0.025);
    expect(
      Math.abs(empiricalReliability(scorePersons(responses, twenty, { kind: 'wle' }), 'unshrunken') - squared),
    ).toBeLessThan(0.05);
  });

  it('rises with items, and information is the sum of the items’', () => {
    expect(marginalReliability(twenty)).toBeGreaterThan(marginalReliability(twenty.slice(0, 10)));
    const [point] = precisionCurve(twenty, [0.4]);
    expect(point?.information).toBeCloseTo(
      testInformation(0.4, twenty.slice(0, 9)) + testInformation(0.4, twenty.slice(9)),
      12,
    );
    expect(point?.standardError).toBeCloseTo((point?.information ?? 0) ** -0.5, 12);
    expect(marginalReliability([], normalGrid())).toBe(0);
  });

  it('is not a number for one person', () => {
    expect(empiricalReliability({ thetas: [1], standardErrors: [0.3] }, 'shrunken')).toBeNaN();
  });
});
