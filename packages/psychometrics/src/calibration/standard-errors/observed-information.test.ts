import { seededRng } from '@cairn/kernel';
import { describe, expect, it } from 'vitest';
import { responsesOf } from '../../responses/responses.ts';
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

const NODES = equallySpaced(-6, 6, 41);
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
    MODELS.map(({ categories }) => (rng.next() < 0.15 ? null : rng.below(categories))),
  );
  return { ...responsesOf(rows), weights: Float64Array.from(rows, () => 1 + rng.below(3)) };
}

const RESPONSES = answers(40);
const GROUPS = { count: 2, ofPerson: Array.from({ length: 40 }, (_, i) => i % 2) };

/** Marginal log-likelihood plus log-priors, written as the definition says. */
function logPosterior({ problem, nodes }: FittedProblem, vector: Float64Array, groups: typeof GROUPS): number {
  const { scores, items, weights, persons } = RESPONSES;
  const curves = problem.items.map((item) => {
    const table = new Float64Array(item.model.categories * nodes.length);
    item.model.probabilities(parametersOf(item, vector), nodes, table);
    return table;
  });
  let total = problem.items
    .filter(({ role }) => role === 'free')
    .reduce((sum, item) => sum + logPriorOf(item.prior, item.model, parametersOf(item, vector)), 0);
  for (let i = 0; i < persons; i += 1) {
    const { mean, sd } = latentOf(problem, vector, Number(groups.ofPerson[i]));
    const likelihood = new Float64Array(nodes.length);
    writeWeights(nodes, mean, sd, likelihood);
    const answered = curves.flatMap((table, j) => {
      const score = Number(scores[i * items + j]);
      return score === 255 || problem.items[j]?.role === 'left-out' ? [] : [table.subarray(score * nodes.length)];
    });
    if (answered.length === 0) continue;
    const sum = likelihood.reduce(
      (mass, weight, n) => mass + answered.reduce((product, curve) => product * Number(curve[n]), weight),
      0,
    );
    total += Number(weights[i]) * Math.log(sum);
  }
  return total;
}

/** Minus second differences of the log-posterior in the free parameters. */
function differences(fit: FittedProblem, groups: typeof GROUPS): number[][] {
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

const ONE = { count: 1, ofPerson: new Array<number>(40).fill(0) };

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
    const slopeOf = (i: number) => (slot: number) => {
      const one = { ...RESPONSES };
      const h = 1e-5;
      const moved = (by: number) => fit.vector.map((value, at) => (at === slot ? value + by : value));
      const only = (vector: Float64Array) => logPosteriorOf(one, i, fit, vector);
      return (only(moved(h)) - only(moved(-h))) / (2 * h);
    };
    const slot = latentOffset(fit.problem, 1);
    let expected = 0;
    for (let i = 0; i < RESPONSES.persons; i += 1) {
      const slope = slopeOf(i);
      expected += Number(RESPONSES.weights[i]) * slope(0) * slope(slot);
    }
    const [row, column] = [Number(free.placeOf[0]), Number(free.placeOf[slot])];

    expect(Number(information.values[row * information.order + column])).toBeCloseTo(expected, 5);
  });
});

/** The log-likelihood of one person, once. */
function logPosteriorOf(responses: typeof RESPONSES, i: number, fit: FittedProblem, vector: Float64Array): number {
  const { scores, items } = responses;
  const { mean, sd } = latentOf(fit.problem, vector, Number(GROUPS.ofPerson[i]));
  const likelihood = new Float64Array(NODES.length);
  writeWeights(NODES, mean, sd, likelihood);
  fit.problem.items.forEach((item, j) => {
    const score = Number(scores[i * items + j]);
    if (score === 255) return;
    const table = new Float64Array(item.model.categories * NODES.length);
    item.model.probabilities(parametersOf(item, vector), NODES, table);
    likelihood.forEach((value, n) => {
      likelihood[n] = value * Number(table[score * NODES.length + n]);
    });
  });
  return Math.log(likelihood.reduce((sum, value) => sum + value, 0));
}
