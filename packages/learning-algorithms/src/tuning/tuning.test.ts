import { seededRng } from '@cairn/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectedImprovement, fitProcess, predictProcess } from './gaussian-process.ts';
import { type HyperbandSearch, nextHyperbandStep, type ObservedTrial, planBracket } from './hyperband.ts';
import { type ParameterRange, type Parameters, readRanges, shareOf, valueAt } from './ranges.ts';
import { bestTrial, type Search, suggestParameters, type Trial } from './search.ts';

const eta: ParameterRange = { kind: 'continuous', name: 'eta', min: 0.001, max: 1, scaling: 'Logarithmic' };
const depth: ParameterRange = { kind: 'integer', name: 'depth', min: 2, max: 9, scaling: 'Linear' };
const booster: ParameterRange = { kind: 'categorical', name: 'booster', values: ['tree', 'linear'] };
const ranges = [eta, depth, booster];

/** Best at eta 0.05, depth 6, tree. */
function objective({ eta: rate, depth: levels, booster: kind }: Parameters): number {
  return -((Math.log10(Number(rate)) + 1.3) ** 2) - ((Number(levels) - 6) / 4) ** 2 - (kind === 'tree' ? 0 : 0.5);
}

function run(search: Search, count: number): Trial[] {
  const trials: Trial[] = [];
  for (let t = 0; t < count; t += 1) {
    const parameters = suggestParameters(search, trials);
    if (parameters === undefined) break;
    trials.push({ parameters, value: objective(parameters) });
  }
  return trials;
}

describe('ranges', () => {
  it('keep every value within, and whole numbers whole', () => {
    const scalings = fc.constantFrom('Linear' as const, 'Logarithmic' as const);
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 0, max: 50 }),
        scalings,
        (share, min, more, scaling) => {
          const whole = valueAt({ kind: 'integer', name: 'n', min, max: min + more, scaling }, share);
          const real = valueAt({ kind: 'continuous', name: 'x', min, max: min + more, scaling }, share);

          expect(Number.isInteger(whole)).toBe(true);
          for (const value of [whole, real]) expect(Number(value) >= min && Number(value) <= min + more).toBe(true);
        },
      ),
    );
  });

  it('spread logarithmic values over the powers of ten', () => {
    expect(valueAt(eta, 0.5)).toBeCloseTo(10 ** -1.5, 10);
    expect(
      valueAt({ kind: 'continuous', name: 'b', min: 0, max: 0.999, scaling: 'ReverseLogarithmic' }, 2 / 3),
    ).toBeCloseTo(0.99, 10);
    expect(shareOf(eta, 0.1)).toBeCloseTo(2 / 3, 10);
  });

  it('are read from the shape of a tuning job', () => {
    const outcome = readRanges({
      IntegerParameterRanges: [{ Name: 'max_depth', MinValue: '2', MaxValue: '8' }],
      ContinuousParameterRanges: [{ Name: 'alpha', MinValue: '0.0001', MaxValue: '10', ScalingType: 'Auto' }],
      CategoricalParameterRanges: [{ Name: 'booster', Values: ['a', 'b'] }],
    });

    expect(outcome).toEqual({
      outcome: 'ranges',
      ranges: [
        { kind: 'integer', name: 'max_depth', min: 2, max: 8, scaling: 'Linear' },
        { kind: 'continuous', name: 'alpha', min: 0.0001, max: 10, scaling: 'Logarithmic' },
        { kind: 'categorical', name: 'booster', values: ['a', 'b'] },
      ],
    });
  });

  it('collect every fault in a sentence', () => {
    const outcome = readRanges({
      IntegerParameterRanges: [{ Name: 'depth', MinValue: '2.5', MaxValue: '8' }],
      ContinuousParameterRanges: [
        { Name: 'eta', MinValue: '0', MaxValue: '1', ScalingType: 'Logarithmic' },
        { Name: 'beta', MinValue: '0', MaxValue: '1', ScalingType: 'ReverseLogarithmic' },
        { Name: 'gamma', MinValue: '5', MaxValue: '1' },
        { Name: 'mu', MinValue: '0', MaxValue: '1', ScalingType: 'Cubic' },
      ],
      CategoricalParameterRanges: [{ Name: 'kind', Values: [] }],
    });

    expect(outcome.outcome === 'fault' && outcome.messages).toEqual([
      'Parameter depth is an integer, so 2.5 and 8 must be whole numbers.',
      'Parameter eta has logarithmic scaling, so its MinValue 0 must be above 0.',
      'Parameter beta has reverse logarithmic scaling, which needs a continuous range within [0, 1).',
      'Parameter gamma runs from 5 to 1: MinValue must be a number no greater than MaxValue.',
      'Parameter mu has the scaling type Cubic: use Auto, Linear, Logarithmic or ReverseLogarithmic.',
      'Parameter kind has no values: name at least one.',
    ]);
  });
});

describe('search', () => {
  it.each(['Random', 'Bayesian'] as const)('%s gives the same trials from the same seed', (strategy) => {
    const search: Search = { strategy, ranges, direction: 'Maximize', seed: 3 };

    expect(run(search, 12)).toEqual(run(search, 12));
    expect(run(search, 3)).not.toEqual(run({ ...search, seed: 4 }, 3));
  });

  it('Bayesian comes closer than Random with as many trials', () => {
    const bestOf = (strategy: 'Random' | 'Bayesian', seed: number) => {
      const search: Search = { strategy, ranges, direction: 'Maximize', seed };
      return bestTrial(search, run(search, 25))?.value ?? Number.NEGATIVE_INFINITY;
    };
    const seeds = [1, 2, 3, 4, 5, 6];
    const wins = seeds.filter((seed) => bestOf('Bayesian', seed) > bestOf('Random', seed));

    expect(wins.length).toBeGreaterThanOrEqual(5);
    for (const seed of seeds) expect(bestOf('Bayesian', seed)).toBeGreaterThan(-0.1);
  });

  it('minimises what should be small', () => {
    const search: Search = { strategy: 'Bayesian', ranges: [eta], direction: 'Minimize', seed: 1 };
    const trials: Trial[] = [];
    for (let t = 0; t < 15; t += 1) {
      const parameters = suggestParameters(search, trials) ?? {};
      trials.push({ parameters, value: (Math.log10(Number(parameters.eta)) + 2) ** 2 });
    }

    expect(bestTrial(search, trials)?.value).toBeLessThan(0.01);
  });

  it('sends parallel trials to different places', () => {
    const search: Search = { strategy: 'Bayesian', ranges: [eta], direction: 'Maximize', seed: 2 };
    const finished = run({ ...search, ranges }, 6).map(({ parameters, value }) => ({
      parameters: { eta: parameters.eta ?? 0 },
      value: value ?? 0,
    }));

    const first = suggestParameters(search, finished) ?? {};
    const second = suggestParameters(search, [...finished, { parameters: first }]) ?? {};

    expect(Math.abs(shareOf(eta, Number(first.eta)) - shareOf(eta, Number(second.eta)))).toBeGreaterThan(0.01);
  });

  it('goes through a grid once', () => {
    const search: Search = { strategy: 'Grid', ranges, direction: 'Maximize', seed: 1, gridSteps: 3 };

    const trials = run(search, 99);

    expect(trials).toHaveLength(3 * 3 * 2);
    expect(new Set(trials.map(({ parameters }) => JSON.stringify(parameters))).size).toBe(18);
  });

  it('does not learn from failed trials', () => {
    const search: Search = { strategy: 'Bayesian', ranges, direction: 'Maximize', seed: 1 };
    const failed = run(search, 6).map(({ parameters }) => ({ parameters, value: Number.NaN }));

    expect(suggestParameters(search, failed)).toBeDefined();
    expect(bestTrial(search, failed)).toBeUndefined();
  });
});

describe('Gaussian process', () => {
  const points = [[0.1], [0.4], [0.8]];
  const process = fitProcess(points, [1, 3, 2]);

  it('passes near what it has seen and is unsure elsewhere', () => {
    const seen = predictProcess(process, [0.4]);
    const unseen = predictProcess(process, [0.99]);

    expect(seen.mean).toBeGreaterThan(predictProcess(process, [0.1]).mean);
    expect(unseen.deviation).toBeGreaterThan(2 * seen.deviation);
  });

  it('expects the improvement that sampling finds', () => {
    const { mean, deviation } = predictProcess(process, [0.6]);
    const rng = seededRng(1);
    const gains = Array.from({ length: 40_000 }, () => Math.max(mean + deviation * rng.normal() - 3, 0));

    const sampled = gains.reduce((sum, gain) => sum + gain, 0) / gains.length;
    expect(Math.abs(expectedImprovement(process, [0.6], 3) - sampled)).toBeLessThan(0.02);
  });
});

describe('Hyperband', () => {
  const search: HyperbandSearch = { ranges, direction: 'Maximize', seed: 5, minResource: 1, maxResource: 27 };

  function runAll(parallel: number): ObservedTrial[] {
    const trials: ObservedTrial[] = [];
    for (;;) {
      const step = nextHyperbandStep(search, trials);
      const running = trials.filter(({ value }) => value === undefined);
      if (step.outcome === 'done') return trials;
      if (step.outcome === 'trial' && running.length < parallel) trials.push(step.trial);
      else {
        const at = trials.findIndex(({ value }) => value === undefined);
        const trial = trials[at] as ObservedTrial; // a full or waiting scheduler has running trials
        trials[at] = { ...trial, value: objective(trial.parameters) - 1 / trial.resource };
      }
    }
  }

  it('plans the brackets of the paper', () => {
    const plan = [0, 1, 2, 3].map((bracket) =>
      planBracket(search, bracket).map(({ configurations, resource }) => [configurations, resource]),
    );

    expect(plan[0]).toEqual([
      [27, 1],
      [9, 3],
      [3, 9],
      [1, 27],
    ]);
    expect(plan[1]).toEqual([
      [12, 3],
      [4, 9],
      [1, 27],
    ]);
    expect(plan[2]).toEqual([
      [6, 9],
      [2, 27],
    ]);
    expect(plan[3]).toEqual([[4, 27]]);
  });

  it.each([1, 4])('sends the best third of each rung on, with %i at a time', (parallel) => {
    const trials = runAll(parallel).filter(({ bracket }) => bracket === 0);

    for (const rung of [1, 2, 3]) {
      const went = trials.filter((t) => t.rung === rung).map(({ id }) => id);
      const before = trials.filter((t) => t.rung === rung - 1).sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
      expect([...went].sort()).toEqual(
        before
          .slice(0, went.length)
          .map(({ id }) => id)
          .sort(),
      );
    }
  });

  it('runs the same trials whether one or many at a time', () => {
    const summary = (trials: readonly ObservedTrial[]) =>
      trials.map(({ id, rung, value }) => `${id}/${rung}/${value}`).sort();

    expect(summary(runAll(5))).toEqual(summary(runAll(1)));
  });

  it('is successive halving with one bracket', () => {
    const [first] = [nextHyperbandStep({ ...search, brackets: [0] }, [])];

    expect(first?.outcome === 'trial' && [first.trial.bracket, first.trial.resource]).toEqual([0, 1]);
    expect(() => nextHyperbandStep({ ...search, brackets: [7] }, [])).toThrow(/no bracket 7/);
  });
});
