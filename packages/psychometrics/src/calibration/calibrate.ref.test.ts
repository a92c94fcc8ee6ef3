import { describe, expect, it } from 'vitest';
import { responsesOf } from '../responses/responses.ts';
import { calibrate } from './calibrate.ts';
import type { Calibrated } from './calibration.ts';
import type { CalibrationOptions, ModelName } from './options.ts';
import reference from './reference.json' with { type: 'json' };

type ReferenceSet = (typeof reference.sets)[number];

const answersOf = ({ rows, ...set }: ReferenceSet) => {
  const responses = responsesOf(rows.map((row) => [...row].map(Number)));
  return 'weights' in set && set.weights ? { ...responses, weights: Float64Array.from(set.weights) } : responses;
};

/** The reference's own grid: its likelihood is right only on that. */
const GRID = { nodes: 124, from: -8, to: 8 + (3 * 16) / 120 };

function fit(set: ReferenceSet, options: CalibrationOptions): Calibrated {
  const result = calibrate(answersOf(set), options);
  if (result.outcome !== 'calibrated') throw new Error(result.problems[0]?.message);
  return result;
}

const PRIORS = { '3pl': { guessing: { kind: 'logit-normal', mean: -1.5, sd: 0.5 } } } as const;

const cases = reference.sets.flatMap((set) =>
  set.fits.map((expected) => ({ name: set.name, model: expected.model as ModelName, set, expected })),
);

/** a, d and, with guessing, c. */
function slopeIntercept({ items }: Calibrated): number[][] {
  return items.map(({ item }) => {
    if (item?.kind !== 'dichotomous') throw new Error('an item was left out');
    return [item.a, -item.a * item.b, item.c];
  });
}

describe.each(cases)('$name under $model, against mirt', ({ model, set, expected }) => {
  const options = { model, tolerance: 1e-6, ...(model === '3pl' ? { priors: PRIORS['3pl'] } : {}) };
  const found = fit(set, { ...options, quadrature: GRID });

  it('reaches the log-likelihood', () => {
    expect(Math.abs(found.logLikelihood - expected.logLikelihood)).toBeLessThan(1e-4);
    expect(found.isConverged).toBe(true);
  });

  it('finds the estimates', () => {
    const isFarther = (limit: number) => (item: readonly number[], j: number) =>
      item.some((value, k) => Math.abs(value - (expected.items[j]?.[k] ?? value)) > limit);
    const items = slopeIntercept(found);

    // SAT12's last item is so hard that its likelihood is flat; ours is higher by 6e-9 at a slope 0.0003 away.
    expect(items.filter(isFarther(1e-4)).length).toBeLessThanOrEqual(model === '3pl' ? 1 : 0);
    expect(items.filter(isFarther(1e-3))).toEqual([]);
  });

  it('reaches the same log-likelihood on nodes of its own choice', () => {
    expect(Math.abs(fit(set, options).logLikelihood - expected.logLikelihood)).toBeLessThan(1e-3);
  });

  it('counts parameters', () => {
    if (!('freeParameters' in expected)) return;

    expect(found.freeParameters).toBe(expected.freeParameters);
    expect(Math.abs(found.aic - (expected.aic ?? 0))).toBeLessThan(3e-4);
    expect(Math.abs(found.bic - (expected.bic ?? 0))).toBeLessThan(3e-4);
  });

  // A start is given on the reported scale, which is not the one that Rasch models are fitted on.
  if (model === 'rasch') return;

  it('finds a maximum that is no lower than the reference', () => {
    const startItems = expected.items.map(([a = 1, d = 0, c = 0]) => ({
      kind: 'dichotomous' as const,
      a,
      b: -d / a,
      c,
    }));

    const there = fit(set, { ...options, quadrature: GRID, startItems, maximumIterations: 1 });

    expect(found.logLikelihood + found.logPrior).toBeGreaterThanOrEqual((there.trace[0] ?? 0) - 1e-9);
  });
});

describe('latent variance and priors, against mirt', () => {
  it.each(cases.filter(({ model }) => model === 'rasch'))(
    'estimates the spread of ability: $name',
    ({ set, expected }) => {
      const { latent } = fit(set, { model: 'rasch', tolerance: 1e-6, quadrature: GRID });

      expect(Math.abs((latent[0]?.sd ?? 0) ** 2 - (expected.latentVariance ?? 0))).toBeLessThan(1e-4);
    },
  );

  it.each(cases.filter(({ model }) => model === '3pl'))('has the density of the priors: $name', ({ set, expected }) => {
    const { logPrior } = fit(set, { model: '3pl', tolerance: 1e-6, priors: PRIORS['3pl'], quadrature: GRID });

    expect(Math.abs(logPrior - ('logPrior' in expected ? expected.logPrior : 0))).toBeLessThan(1e-3);
  });
});
