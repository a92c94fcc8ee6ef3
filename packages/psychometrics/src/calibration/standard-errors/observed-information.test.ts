import { seededRng } from '@cairn/kernel';
import { describe, expect, it } from 'vitest';
import { NOT_PRESENTED, responsesOf } from '../../responses/responses.ts';
import type { Groups } from '../e-step/tallies.ts';
import type { FitItem, FitProblem } from '../fit-problem.ts';
import { latentOf, latentOffset, parametersOf } from '../fit-problem.ts';
import { gradedModel } from '../item-models/graded.ts';
import { threeParameterLogistic } from '../item-models/guessing-logistic.ts';
import type { ItemModel } from '../item-models/item-model.ts';
import { twoParameterLogistic } from '../item-models/logistic.ts';
import { partialCreditModel } from '../item-models/partial-credit.ts';
import { logPriorOf } from '../priors.ts';
import { equallySpaced, writeWeights } from '../quadrature.ts';
import { freeParameters } from './free-parameters.ts';
import { type FittedProblem, informationAt } from './observed-information.ts';

const NODES = equallySpaced(-6, 6, 31);
const MODELS = [
  twoParameterLogistic,
  threeParameterLogistic,
  gradedModel(3),
  partialCreditModel(4),
  twoParameterLogistic,
];
const PARAMETERS = [
  [1.2, 0.4],
  [0.9, -0.3, -1.5],
  [1.4, 0.8, -0.5],
  [0.7, 0.3, -0.2, -0.6],
  [0.8, -0.7],
];

function problemOf(
  changes: Partial<FitProblem> = {},
  roles: Partial<Record<number, FitItem['role']>> = {},
): FittedProblem {
  let offset = 0;
  let row = 1;
  const items = MODELS.map((model: ItemModel, j): FitItem => {
    const role = roles[j] ?? 'free';
    const item: FitItem = {
      model,
      role,
      offset,
      row,
      prior: j === 1 ? { guessing: { kind: 'beta', alpha: 5, beta: 17 } } : {},
    };
    offset += model.parameterNames.length;
    row += model.categories;
    return item;
  });
  const groups = changes.groups ?? 1;
  const problem: FitProblem = {
    items,
    slopes: 'each',
    groups,
    reference: { isMeanFree: false, isSdFree: false },
    isExpanded: false,
    length: offset + 2 * groups,
    groupWeights: new Float64Array(groups).fill(1),
    ...changes,
  };
  const latent = [0, 0, 0.5, 0.2].slice(0, 2 * groups);
  return { problem, vector: Float64Array.from([...PARAMETERS.flat(), ...latent]), nodes: NODES };
}

/** Random answers, some missing: the identity holds for any answers and any parameters. */
function answers(persons: number) {
  const rng = seededRng(21);
  const rows = Array.from({ length: persons }, () =>
    MODELS.map(({ categories }) => (rng.next() < 0.1 ? null : rng.below(categories))),
  );
  return { ...responsesOf(rows), weights: Float64Array.from(rows, () => 1 + rng.below(3)) };
}

const RESPONSES = answers(24);
const GROUPS = { count: 2, ofPerson: Array.from({ length: 24 }, (_, i) => i % 2) };

/** Marginal log-likelihood of each person, written as the definition says; 0 without answers. */
function logLikelihoods({ problem, nodes }: FittedProblem, vector: Float64Array, groups: Groups): number[] {
  const tables = problem.items.map((item) => {
    const table = new Float64Array(item.model.categories * nodes.length);
    item.model.probabilities(parametersOf(item, vector), nodes, table);
    return table;
  });
  return Array.from({ length: RESPONSES.persons }, (_, i) => {
    const { mean, sd } = latentOf(problem, vector, Number(groups.ofPerson?.[i]));
    const likelihood = new Float64Array(nodes.length);
    writeWeights(nodes, mean, sd, likelihood);
    tables.forEach((table, j) => {
      const score = Number(RESPONSES.scores[i * RESPONSES.items + j]);
      if (score === NOT_PRESENTED || problem.items[j]?.role === 'left-out') return;
      for (let n = 0; n < nodes.length; n += 1) {
        likelihood[n] = Number(likelihood[n]) * Number(table[score * nodes.length + n]);
      }
    });
    return Math.log(likelihood.reduce((sum, value) => sum + value, 0));
  });
}

function logPosterior(fit: FittedProblem, vector: Float64Array, groups: Groups): number {
  const priors = fit.problem.items
    .filter(({ role }) => role === 'free')
    .reduce((sum, item) => sum + logPriorOf(item.prior, item.model, parametersOf(item, vector)), 0);
  return logLikelihoods(fit, vector, groups).reduce((sum, log, i) => sum + Number(RESPONSES.weights[i]) * log, priors);
}

/** Minus second differences of the log-posterior in the free parameters. */
function differences(fit: FittedProblem, groups: Groups): number[][] {
  const { placeOf, count } = freeParameters(fit.problem);
  const h = 2e-4;
  const at = (moves: [number, number][]) => {
    const vector = fit.vector.slice();
    for (const [place, by] of moves) {
      placeOf.forEach((itsPlace, slot) => {
        if (itsPlace === place) vector[slot] = Number(vector[slot]) + by;
      });
    }
    return logPosterior(fit, vector, groups);
  };
  return Array.from({ length: count }, (_, r) =>
    Array.from({ length: count }, (_, s) => {
      const cross =
        at([
          [r, h],
          [s, h],
        ]) -
        at([
          [r, h],
          [s, -h],
        ]) -
        at([
          [r, -h],
          [s, h],
        ]) +
        at([
          [r, -h],
          [s, -h],
        ]);
      return -cross / (4 * h * h);
    }),
  );
}

const ONE = { count: 1, ofPerson: new Array<number>(24).fill(0) };

describe('the observed information', () => {
  it.each([
    { name: 'a slope for each item', fit: problemOf(), groups: ONE },
    {
      name: 'one slope for all, mean and spread of ability free',
      fit: problemOf({ slopes: 'shared', reference: { isMeanFree: true, isSdFree: true } }),
      groups: ONE,
    },
    {
      name: 'held slopes, spread free',
      fit: problemOf({ slopes: 'held', reference: { isMeanFree: false, isSdFree: true } }),
      groups: ONE,
    },
    { name: 'two groups', fit: problemOf({ groups: 2 }), groups: GROUPS },
    { name: 'an item held fixed and one left out', fit: problemOf({}, { 0: 'fixed', 2: 'left-out' }), groups: ONE },
  ])('equals minus the second differences of the log-likelihood: $name', ({ fit, groups }) => {
    const free = freeParameters(fit.problem);
    const expected = differences(fit, groups);

    const information = informationAt(fit, free, RESPONSES, groups, 'observed');

    expect(information.order).toBe(expected.length);
    expected.forEach((row, r) => {
      row.forEach((value, s) => {
        expect(Math.abs(Number(information.values[r * row.length + s]) - value)).toBeLessThan(2e-4);
      });
    });
  });
});

describe('the cross-product approximation', () => {
  it('is the sum of products of each person’s gradient, and the priors', () => {
    const fit = problemOf({ groups: 2 });
    const free = freeParameters(fit.problem);
    const information = informationAt(fit, free, RESPONSES, GROUPS, 'cross-product');
    const slot = latentOffset(fit.problem, 1);
    const slopesBy = (place: number) => {
      const moved = (by: number) => fit.vector.map((value, at) => (at === place ? value + by : value));
      const down = logLikelihoods(fit, moved(-1e-5), GROUPS);
      return logLikelihoods(fit, moved(1e-5), GROUPS).map((up, i) => (up - Number(down[i])) / 2e-5);
    };
    const [bySlope, byMean] = [slopesBy(0), slopesBy(slot)];
    const expected = bySlope.reduce(
      (sum, slope, i) => sum + Number(RESPONSES.weights[i]) * slope * Number(byMean[i]),
      0,
    );
    const [row, column] = [Number(free.placeOf[0]), Number(free.placeOf[slot])];

    expect(Number(information.values[row * information.order + column])).toBeCloseTo(expected, 5);
  });
});
