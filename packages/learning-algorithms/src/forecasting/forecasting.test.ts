import { seededRng } from '@cairn/kernel';
import { describe, expect, it } from 'vitest';
import {
  backtest,
  meanAbsolutePercentageError,
  meanAbsoluteScaledError,
  quantileLoss,
  symmetricPercentageError,
} from './backtest.ts';
import { fitSmoothing } from './fit-smoothing.ts';
import { fitForecast, forecastAhead } from './forecast.ts';
import reference from './reference.json' with { type: 'json' };
import type { SmoothingShape } from './smoothing.ts';

const { level, trend, additive, multiplicative } = reference;
const cases = [
  { name: 'simple', series: level.series, best: level.squaredError, shape: { trend: 'none', seasonal: 'none' } },
  { name: 'Holt', series: trend.series, best: trend.squaredError, shape: { trend: 'additive', seasonal: 'none' } },
  {
    name: 'Holt–Winters additive',
    series: additive.series,
    best: additive.squaredError,
    shape: { trend: 'additive', seasonal: 'additive', season: 6 },
  },
  {
    name: 'Holt–Winters multiplicative',
    series: multiplicative.series,
    best: multiplicative.squaredError,
    shape: { trend: 'additive', seasonal: 'multiplicative', season: 6 },
  },
] satisfies readonly { name: string; series: number[]; best: number; shape: SmoothingShape }[];

const rng = () => seededRng('forecast');

describe.each(cases)('$name smoothing', ({ series, best, shape }) => {
  it('fits as closely as another optimiser', () => {
    expect(fitSmoothing(series, shape).squaredError).toBeLessThan(best * 1.002);
  });

  it('has wider intervals the farther it looks', () => {
    const forecasts = forecastAhead(fitSmoothing(series, shape), 12, 0.9, rng());

    const widths = forecasts.map(({ low, high }) => high - low);
    expect(widths[11]).toBeGreaterThan(widths[0] ?? 0);
    expect(forecasts.every(({ low, mean, high }) => low < mean && mean < high)).toBe(true);
  });

  it('gives the same forecasts after JSON', () => {
    const model = fitSmoothing(series, shape);

    expect(forecastAhead(JSON.parse(JSON.stringify(model)), 3, 0.8, rng())).toEqual(
      forecastAhead(model, 3, 0.8, rng()),
    );
  });
});

describe('forecasts', () => {
  it('continue a straight line', () => {
    const model = fitSmoothing([1, 3, 5, 7, 9, 11, 13, 15], { trend: 'additive', seasonal: 'none' });

    const means = forecastAhead(model, 3, 0.9, rng()).map(({ mean }) => mean);

    means.forEach((mean, h) => {
      expect(mean).toBeCloseTo(17 + 2 * h, 3);
    });
  });

  it('flatten where the trend is damped', () => {
    const model = fitSmoothing(trend.series, { trend: 'damped', seasonal: 'none' });

    const means = forecastAhead(model, 40, 0.9, rng()).map(({ mean }) => mean);

    const steps = means.slice(1).map((mean, h) => Math.abs(mean - (means[h] ?? 0)));
    expect(steps[38]).toBeLessThan((steps[0] ?? 0) * 0.6);
  });

  it('repeat the last value, or the last season', () => {
    const naive = forecastAhead(fitForecast([3, 5, 4], { kind: 'naive' }), 2, 0.9, rng());
    const seasonal = forecastAhead(fitForecast([1, 5, 2, 6], { kind: 'seasonal-naive', season: 2 }), 3, 0.9, rng());

    expect(naive.map(({ mean }) => mean)).toEqual([4, 4]);
    expect(seasonal.map(({ mean }) => mean)).toEqual([2, 6, 2]);
    // errors 2 and −1 of the naive method: σ = √2.5, and twice the variance two steps ahead
    expect((naive[1]?.high ?? 0) - 4).toBeCloseTo(1.6448536 * Math.sqrt(2.5) * Math.SQRT2, 5);
  });

  it('cover as many values as they claim', () => {
    const draw = seededRng(3);
    const walks = Array.from({ length: 300 }, () => {
      let at = 0;
      return Array.from({ length: 31 }, () => {
        at += draw.normal();
        return at;
      });
    });

    const hits = walks.filter((walk) => {
      const [next] = forecastAhead(fitForecast(walk.slice(0, 30), { kind: 'naive' }), 1, 0.9, draw);
      return (walk[30] ?? 0) >= (next?.low ?? 0) && (walk[30] ?? 0) <= (next?.high ?? 0);
    });

    expect(hits.length / 300).toBeGreaterThan(0.85);
    expect(hits.length / 300).toBeLessThan(0.95);
  });

  it.each([
    [() => fitForecast([1, 2], { kind: 'seasonal-naive', season: 7 }), /2 observations are too few for a season of 7/],
    [
      () => fitSmoothing([1, 2, 0, 4, 5, 6, 7], { trend: 'none', seasonal: 'multiplicative', season: 3 }),
      /observation 3 is not positive/,
    ],
    [() => fitSmoothing([1, Number.NaN, 3, 4], { trend: 'none', seasonal: 'none' }), /observation 2 is missing/],
    [() => forecastAhead(fitForecast([1, 2], { kind: 'naive' }), 0, 0.9, rng()), /horizon is 0/],
  ])('refuse what the method cannot take', (run, message) => {
    expect(run).toThrow(message);
  });
});

describe('errors of forecasts, by hand', () => {
  it('as shares', () => {
    expect(meanAbsolutePercentageError([100, 50], [110, 40])).toBeCloseTo(0.15, 12);
    expect(meanAbsolutePercentageError([0, 50], [110, 40])).toBeUndefined();
    expect(symmetricPercentageError([100, 0], [50, 0])).toBeCloseTo(1 / 3, 12);
  });

  it('on the scale of the naive method', () => {
    expect(meanAbsoluteScaledError([10, 12], [11, 10], [1, 3, 2, 4])).toBeCloseTo(1.5 / (5 / 3), 12);
    expect(meanAbsoluteScaledError([10], [11], [2, 2, 2])).toBeUndefined();
  });

  it('of a quantile: overshooting the 90 % quantile costs a ninth of falling short', () => {
    expect(quantileLoss([10], [12], 0.9)).toBeCloseTo(0.2, 12);
    expect(quantileLoss([12], [10], 0.9)).toBeCloseTo(1.8, 12);
  });
});

describe('backtest', () => {
  it('prefers the method that knows the season', () => {
    const options = { horizon: 6, windows: 3, season: 6 };
    const seasonal = backtest(
      additive.series,
      { kind: 'exponential-smoothing', trend: 'additive', seasonal: 'additive', season: 6 },
      options,
      rng(),
    );
    const naive = backtest(additive.series, { kind: 'naive' }, options, rng());

    expect(seasonal.mase).toBeLessThan(0.6 * (naive.mase ?? 0));
    expect(seasonal.windows.map(({ trainedOn }) => trainedOn)).toEqual([42, 48, 54]);
  });

  it('refuses more windows than the series holds', () => {
    expect(() => backtest([1, 2, 3], { kind: 'naive' }, { horizon: 2, windows: 2 }, rng())).toThrow(
      /too few for 2 windows/,
    );
  });
});
