import { describe, expect, it } from 'vitest';
import { normalGrid } from '../grid.ts';
import { categoryCurve, type DichotomousItem } from '../items/calibrated-item.ts';
import type { AdaptiveDefinition, AdaptiveLog, SelectionCriterion } from './adaptive-test.ts';
import { type Belief, beliefAfter, beliefsAhead } from './belief.ts';
import { criterionValues } from './criteria.ts';
import { nextStep } from './next-step.ts';
import { getPreparedTest } from './prepare.ts';
import reference from './reference.json' with { type: 'json' };

const NODES = 33;
const REACH = 4;

/** The step of catR's grid, which its trapezoidal rule multiplies by. */
const STEP = (2 * REACH) / (NODES - 1);

/** Trapezoidal rule: both ends of the grid count half. */
const ends = (theta: number): number => (Math.abs(theta) === REACH ? 0.5 : 1);
const prior = normalGrid({ points: NODES, reach: REACH }).map(({ theta, weight }) => ({
  theta,
  weight: weight * ends(theta),
}));

const items = reference.items.map(({ a, b, c, domain }, i) => ({
  id: `${i + 1}`,
  calibration: { kind: 'dichotomous', a, b, c } as DichotomousItem,
  domain,
}));

const log: AdaptiveLog = {
  seed: 1,
  answers: reference.administered.map((item, i) => ({ itemId: `${item}`, score: reference.responses[i] ?? 0 })),
};

const definition: AdaptiveDefinition = { items, prior, stopping: { minimumItems: 1, maximumItems: 40 } };
const test = getPreparedTest(definition);
const answers = log.answers.map(({ itemId, score }) => ({ index: Number(itemId) - 1, score }));
const belief = beliefAfter(test.tables, test.prior, answers);

/** Likelihood of the answers on the nodes, times the normal density where a prior is asked for: as catR integrates. */
function integrand(withPrior: boolean): Float64Array {
  return Float64Array.from(prior, ({ theta }) => {
    const likelihood = answers.reduce((product, { index, score }) => {
      const p = categoryCurve(theta, items[index]?.calibration ?? { kind: 'dichotomous', a: 1, b: 0, c: 0 });
      return product * (p.probabilities[score] ?? 0);
    }, 1);
    const density = withPrior ? Math.exp((-theta * theta) / 2) / Math.sqrt(2 * Math.PI) : 1;
    return likelihood * density * ends(theta) * STEP;
  });
}

/** Our criteria average over weights that sum to 1; catR integrates. The total of its integrand lies between them. */
function catrValues(criterion: SelectionCriterion, withPrior: boolean): Float64Array {
  const masses = integrand(withPrior);
  const total = masses.reduce((sum, mass) => sum + mass, 0);
  const weighted: Belief = { ...belief, weights: masses.map((mass) => mass / total) };
  const { tables, calibrations } = getPreparedTest({ ...definition, criterion });
  return criterionValues(criterion, { tables, calibrations, prior: test.prior, belief: weighted }).map(
    (value, j) => (answers.some(({ index }) => index === j) ? 0 : value) * total,
  );
}

const best = (values: Float64Array): number => values.indexOf(Math.max(...values)) + 1;

describe('the next item against catR on the TCALS bank', () => {
  it('starts from the same estimate', () => {
    expect(belief.theta).toBeCloseTo(reference.estimate.theta, 8);
    expect(Math.sqrt(belief.variance)).toBeCloseTo(reference.estimate.se, 8);
  });

  it('chooses by maximum Fisher information', () => {
    const step = nextStep(test, log);

    const { item, info } = reference.nextItem.MFI;
    expect(step).toMatchObject({ kind: 'item', itemId: `${item}` });
    expect(step.kind === 'item' && step.why.information).toBeCloseTo(info, 6);
  });

  it.each([
    ['MPWI', 'posterior-information', true],
    ['MLWI', 'posterior-information', false],
    ['KLP', 'posterior-divergence', true],
    ['KL', 'posterior-divergence', false],
  ] as const)('chooses by %s with the same value to 1e-6 of it', (name, criterion, withPrior) => {
    const values = catrValues(criterion, withPrior);

    const { item, info } = reference.nextItem[name];
    expect(best(values)).toBe(item);
    expect((values[item - 1] ?? 0) / info).toBeCloseTo(1, 6);
  });

  it.each([
    ['MLWI', 'likelihood-information'],
    ['KL', 'likelihood-divergence'],
    ['GDIP', 'posterior-discrimination'],
    ['MEPV', 'posterior-variance'],
  ] as const)('chooses the item of %s under the criterion %s', (name, criterion) => {
    const step = nextStep(getPreparedTest({ ...definition, criterion }), log);

    expect(step).toMatchObject({ kind: 'item', itemId: `${reference.nextItem[name].item}` });
  });

  it('expects the same posterior variance as MEPV, which weighs the scores by their chance at the estimate', () => {
    const { item, info } = reference.nextItem.MEPV;
    const calibration = items[item - 1]?.calibration ?? { kind: 'dichotomous', a: 1, b: 0, c: 0 };

    const { probabilities } = categoryCurve(belief.theta, calibration);
    const ahead = beliefsAhead(test.tables, belief, item - 1);
    const expected = ahead.reduce((sum, { variance }, k) => sum + (probabilities[k] ?? 0) * variance, 0);

    expect(expected).toBeCloseTo(info, 8);
  });

  it('chooses the same item under content balance: the domain that is furthest behind', () => {
    const shares = { Audio1: 4, Audio2: 8, Written1: 8, Written2: 8, Written3: 12 };
    const domains = Object.entries(shares).map(([domain, n]) => ({ domain, minimum: n, maximum: n }));

    const step = nextStep(getPreparedTest({ ...definition, domains, pace: 'most-behind' }), log);

    const { item, info } = reference.nextItem.MFI_contentBalanced;
    expect(step).toMatchObject({ kind: 'item', itemId: `${item}` });
    expect(step.kind === 'item' && step.why.information).toBeCloseTo(info, 6);
  });
});
