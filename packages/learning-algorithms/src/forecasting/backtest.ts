import type { Rng } from '@cairn/kernel';
import { meanOf } from '../numbers/moments.ts';
import { type ForecastMethod, fitForecast, forecastAhead } from './forecast.ts';

/**
 * Mean absolute error as a share of the actual values (MAPE); undefined where one of them is 0.
 *
 * @throws RangeError without values or if lengths differ
 */
export function meanAbsolutePercentageError(
  actual: ArrayLike<number>,
  predicted: ArrayLike<number>,
): number | undefined {
  requireLengths(actual, predicted);
  const shares = Array.from(actual, (y, t) => Math.abs((predicted[t] as number) - y) / Math.abs(y)); // equally long
  return Array.from(actual).includes(0) ? undefined : meanOf(shares);
}

/** Symmetric MAPE, in [0, 2]: 2·|error| / (|actual| + |predicted|), 0 where both are 0. */
export function symmetricPercentageError(actual: ArrayLike<number>, predicted: ArrayLike<number>): number {
  requireLengths(actual, predicted);
  const shares = Array.from(actual, (y, t) => {
    const p = predicted[t] as number; // equally long
    const scale = Math.abs(y) + Math.abs(p);
    return scale === 0 ? 0 : (2 * Math.abs(p - y)) / scale;
  });
  return meanOf(shares);
}

/**
 * Mean absolute scaled error: below 1 is better than repeating the last season was within the training series.
 *
 * @returns undefined if the training series repeats itself exactly
 * @see     Hyndman & Koehler (2006), International Journal of Forecasting 22, 679–688
 */
export function meanAbsoluteScaledError(
  actual: ArrayLike<number>,
  predicted: ArrayLike<number>,
  training: ArrayLike<number>,
  season = 1,
): number | undefined {
  requireLengths(actual, predicted);
  const steps = Array.from(training)
    .slice(season)
    .map((y, t) => Math.abs(y - (training[t] as number))); // t < length
  const scale = meanOf(steps);
  if (!(scale > 0)) return undefined;
  return meanOf(Array.from(actual, (y, t) => Math.abs((predicted[t] as number) - y))) / scale;
}

/**
 * Mean pinball loss of a forecast quantile: least where a share `tau` of the actual values lies below it.
 *
 * @param tau in (0, 1)
 * @throws    RangeError on another tau or if lengths differ
 */
export function quantileLoss(actual: ArrayLike<number>, predicted: ArrayLike<number>, tau: number): number {
  requireLengths(actual, predicted);
  if (!(tau > 0 && tau < 1)) throw new RangeError(`tau is ${tau}, but must lie between 0 and 1`);
  const losses = Array.from(actual, (y, t) => {
    const error = y - (predicted[t] as number); // equally long
    return Math.max(tau * error, (tau - 1) * error);
  });
  return meanOf(losses);
}

function requireLengths(actual: ArrayLike<number>, predicted: ArrayLike<number>): void {
  if (actual.length > 0 && actual.length === predicted.length) return;
  throw new RangeError(`${actual.length} actual values for ${predicted.length} forecasts`);
}

export type BacktestOptions = {
  /** Steps ahead in each test. */
  readonly horizon: number;
  /** Tests, each ending where the next begins. */
  readonly windows: number;
  /** Season of the scaled error; 1. */
  readonly season?: number;
  /** Coverage of the intervals; 0.9. */
  readonly confidence?: number;
};

/** Means over the windows; undefined where a figure is not defined in one of them. */
export type Backtest = {
  readonly mape: number | undefined;
  readonly smape: number;
  readonly mase: number | undefined;
  /** Mean of the losses of the interval's two ends. */
  readonly quantileLoss: number;
  /** Share of the actual values within their interval. */
  readonly coverage: number;
  readonly windows: readonly {
    readonly trainedOn: number;
    readonly actual: readonly number[];
    readonly predicted: readonly number[];
  }[];
};

const meanOrNothing = (values: readonly (number | undefined)[]): number | undefined => {
  const known = values.filter((value) => value !== undefined);
  return known.length === values.length ? meanOf(known) : undefined;
};

/**
 * Rolling-origin evaluation: the method is fitted again before each window, on all that came before it.
 *
 * @throws RangeError if the series is too short for the windows
 * @see    Tashman (2000), International Journal of Forecasting 16, 437–450
 */
export function backtest(
  series: ArrayLike<number>,
  method: ForecastMethod,
  options: BacktestOptions,
  rng: Rng,
): Backtest {
  const { horizon, windows, season = 1, confidence = 0.9 } = options;
  const first = series.length - horizon * windows;
  if (!(windows >= 1 && first >= 2)) {
    throw new RangeError(`${series.length} observations are too few for ${windows} windows of ${horizon} steps`);
  }
  const values = Array.from(series);
  const runs = Array.from({ length: windows }, (_, w) => {
    const trainedOn = first + w * horizon;
    const training = values.slice(0, trainedOn);
    const forecasts = forecastAhead(fitForecast(training, method), horizon, confidence, rng);
    return { trainedOn, training, actual: values.slice(trainedOn, trainedOn + horizon), forecasts };
  });
  const measured = runs.map(({ actual, forecasts, training }) => {
    const predicted = forecasts.map(({ mean }) => mean);
    const inside = actual.map((y, h) => (y >= (forecasts[h]?.low ?? y) && y <= (forecasts[h]?.high ?? y) ? 1 : 0));
    const lows = quantileLoss(
      actual,
      forecasts.map(({ low }) => low),
      (1 - confidence) / 2,
    );
    const highs = quantileLoss(
      actual,
      forecasts.map(({ high }) => high),
      (1 + confidence) / 2,
    );
    return {
      mape: meanAbsolutePercentageError(actual, predicted),
      smape: symmetricPercentageError(actual, predicted),
      mase: meanAbsoluteScaledError(actual, predicted, training, season),
      loss: (lows + highs) / 2,
      coverage: meanOf(inside),
    };
  });
  return {
    mape: meanOrNothing(measured.map(({ mape }) => mape)),
    smape: meanOf(measured.map(({ smape }) => smape)),
    mase: meanOrNothing(measured.map(({ mase }) => mase)),
    quantileLoss: meanOf(measured.map(({ loss }) => loss)),
    coverage: meanOf(measured.map(({ coverage }) => coverage)),
    windows: runs.map(({ trainedOn, actual, forecasts }) => ({
      trainedOn,
      actual,
      predicted: forecasts.map(({ mean }) => mean),
    })),
  };
}
