import { describe, expect, it } from 'vitest';
import { normalGrid } from '../grid.ts';
import type { DichotomousItem } from '../items/calibrated-item.ts';
import { type Responses, responsesOf } from '../responses/responses.ts';
import { scorePersons } from '../scoring/score-persons.ts';
import { abilityGroupFit } from './ability-group-fit.ts';
import { modelFit } from './model-fit.ts';
import reference from './reference.json' with { type: 'json' };
import { itemResidualFit, personResidualFit } from './residual-fit.ts';
import { sumScoreFit } from './sum-score-fit.ts';

const dichotomous = (items: readonly { a: number; b: number }[]) =>
  items.map(({ a, b }): DichotomousItem => ({ kind: 'dichotomous', a, b, c: 0 }));
const weighted = (patterns: number[][], frequencies: number[]): Responses => ({
  ...responsesOf(patterns),
  weights: Float64Array.from(frequencies),
});

const { lsat6, lsat7 } = reference;
const items = dichotomous(lsat7.items);
const responses = weighted(lsat7.patterns, lsat7.frequencies);
const prior = normalGrid({ points: 121, reach: 6 });
const { thetas } = scorePersons(responses, items, { kind: 'eap', prior });

describe('fit of LSAT7 (2PL) against mirt', () => {
  const residualFit = itemResidualFit(responses, items, thetas);
  const sumFit = sumScoreFit(responses, items, '2pl', { prior });
  const groupFit = abilityGroupFit(responses, items, thetas, '2pl');

  it.each(lsat7.itemFit.map((expected, i) => ({ expected, i })))('$expected.item', ({ expected, i }) => {
    const ours = residualFit[i];
    expect(ours?.outfit).toBeCloseTo(expected.outfit, 4);
    expect(ours?.infit).toBeCloseTo(expected.infit, 4);
    expect(Math.abs((ours?.zOutfit ?? 99) - expected['z.outfit'])).toBeLessThan(1e-4);
    expect(Math.abs((ours?.zInfit ?? 99) - expected['z.infit'])).toBeLessThan(1e-4);
    expect(Math.abs((ours?.lz ?? 99) - expected.Zh)).toBeLessThan(1e-4);

    const byScore = sumFit[i];
    if (byScore?.outcome !== 'tested') throw new Error('too sparse');
    expect(byScore.statistic).toBeCloseTo(expected.S_X2, 4);
    expect(byScore.degrees).toBe(expected['df.S_X2']);
    expect(byScore.pValue).toBeCloseTo(expected['p.S_X2'], 5);
    expect(byScore.rmsea).toBeCloseTo(expected['RMSEA.S_X2'], 5);

    const byAbility = groupFit[i];
    if (byAbility?.outcome !== 'tested') throw new Error('too sparse');
    expect(byAbility.degrees).toBe(expected['df.X2']);
    expect(Math.abs(byAbility.statistic - expected.X2) / expected.X2).toBeLessThan(1e-4);
    expect(byAbility.rmsea).toBeCloseTo(expected['RMSEA.X2'], 4);
  });

  it('every answer pattern', () => {
    personResidualFit(responses, items, thetas).forEach((ours, i) => {
      const expected = lsat7.personFit[i];
      expect(ours.outfit).toBeCloseTo(expected?.outfit ?? 99, 4);
      expect(ours.infit).toBeCloseTo(expected?.infit ?? 99, 4);
      expect(ours.zOutfit).toBeCloseTo(expected?.['z.outfit'] ?? 99, 4);
      expect(ours.zInfit).toBeCloseTo(expected?.['z.infit'] ?? 99, 4);
      expect(ours.lz).toBeCloseTo(expected?.Zh ?? 99, 4);
    });
  });
});

describe('M2 against mirt', () => {
  const cases = [
    { name: 'LSAT7, 2PL', responses, items, expected: lsat7.m2 },
    {
      name: 'LSAT6, 2PL',
      responses: weighted(lsat6.patterns, lsat6.frequencies),
      items: dichotomous(lsat6.twoParameter),
      expected: lsat6.m2TwoParameter,
    },
  ];

  it.each(cases)('$name', (tested) => {
    const ours = modelFit(tested.responses, tested.items, '2pl', prior);
    const [statistic = 99, degrees = 99, pValue = 99, rmsea = 99, low = 99, high = 99, srmsr = 99, tli = 99, cfi = 99] =
      tested.expected;

    if (ours.outcome !== 'tested') throw new Error(ours.reason);
    expect(ours.degrees).toBe(degrees);
    expect(ours.statistic).toBeCloseTo(statistic, 3);
    expect(ours.pValue).toBeCloseTo(pValue, 4);
    expect(ours.rmsea).toBeCloseTo(rmsea, 4);
    expect(ours.rmseaInterval.low).toBeCloseTo(low, 4);
    expect(ours.rmseaInterval.high).toBeCloseTo(high, 4);
    expect(ours.srmsr).toBeCloseTo(srmsr, 5);
    expect(ours.tli).toBeCloseTo(tli, 4);
    expect(ours.cfi).toBeCloseTo(cfi, 4);
  });

  it('LSAT6, Rasch', () => {
    const ours = modelFit(
      weighted(lsat6.patterns, lsat6.frequencies),
      dichotomous(lsat6.rasch),
      'rasch',
      normalGrid({ spread: Math.sqrt(lsat6.raschVariance), points: 121 }),
    );
    const [statistic = 99, degrees = 99, pValue = 99] = lsat6.m2Rasch;
    if (ours.outcome !== 'tested') throw new Error(ours.reason);
    expect(ours.degrees).toBe(degrees);
    expect(ours.statistic).toBeCloseTo(statistic, 4);
    expect(ours.pValue).toBeCloseTo(pValue, 5);
  });

  it('says the same of a Rasch model and of one slope for all: they are one model', () => {
    const ours = modelFit(weighted(lsat6.patterns, lsat6.frequencies), dichotomous(lsat6.onePl), '1pl', prior);

    if (ours.outcome !== 'tested') throw new Error(ours.reason);
    expect(ours.degrees).toBe(9);
    expect(ours.statistic).toBeCloseTo(lsat6.m2Rasch[0] ?? 99, 4);
  });
});
