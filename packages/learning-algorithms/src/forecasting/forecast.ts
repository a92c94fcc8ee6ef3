import type { Rng } from '@cairn/kernel';
import { normalQuantile } from '../numbers/normal.ts';
import { quantile, sortedPresent } from '../numbers/order.ts';
import { fitSmoothing, type SmoothingModel } from './fit-smoothing.ts';
import { expectedNext, nextState, type SmoothingShape } from './smoothing.ts';

export type ForecastMethod =
  | { readonly kind: 'naive' }
  | { readonly kind: 'seasonal-naive'; readonly season: number }
  | ({ readonly kind: 'exponential-smoothing' } & SmoothingShape);

/** The last season (the last value, where there is none) repeats. Plain data that survives JSON. */
export type NaiveModel = {
  readonly kind: 'naive';
  readonly last: readonly number[];
  /** Root mean square of the errors that this would have made within the series. */
  readonly sigma: number;
};

export type ForecastModel = NaiveModel | SmoothingModel;

/** Expectation and prediction interval, step by step. */
export type Forecast = { readonly mean: number; readonly low: number; readonly high: number };

function fitNaive(series: ArrayLike<number>, season: number): NaiveModel {
  if (!(Number.isInteger(season) && season >= 1 && series.length > season)) {
    throw new RangeError(`${series.length} observations are too few for a season of ${season}`);
  }
  const values = Array.from(series);
  const odd = values.findIndex((value) => !Number.isFinite(value));
  if (odd >= 0) throw new RangeError(`observation ${odd + 1} is missing or not finite: fill it first`);
  const errors = values.slice(season).map((value, t) => value - (values[t] as number)); // t < length
  const sigma = Math.sqrt(errors.reduce((sum, e) => sum + e * e, 0) / errors.length);
  return { kind: 'naive', last: values.slice(-season), sigma };
}

/**
 * @param series in the order of time, evenly spaced
 * @throws       RangeError if the method cannot take the series
 */
export function fitForecast(series: ArrayLike<number>, method: ForecastMethod): ForecastModel {
  if (method.kind === 'exponential-smoothing') return fitSmoothing(series, method);
  return fitNaive(series, method.kind === 'seasonal-naive' ? method.season : 1);
}

const intervalOf = (mean: number, deviation: number, z: number): Forecast => ({
  mean,
  low: mean - z * deviation,
  high: mean + z * deviation,
});

function naiveForecast({ last, sigma }: NaiveModel, horizon: number, z: number): Forecast[] {
  return Array.from({ length: horizon }, (_, h) => {
    const mean = last[h % last.length] ?? Number.NaN;
    return intervalOf(mean, sigma * Math.sqrt(Math.floor(h / last.length) + 1), z);
  });
}

/** Variance of the h-step error of an additive model: Hyndman et al. (2008), table 6.1, class 1. */
function additiveForecast(model: SmoothingModel, horizon: number, z: number): Forecast[] {
  const { shape, state, parameters, sigma } = model;
  const { alpha, beta, gamma, phi } = parameters;
  let spread = 1;
  let damped = 0;
  return Array.from({ length: horizon }, (_, h) => {
    const forecast = intervalOf(expectedNext(shape, state, phi, h + 1), sigma * Math.sqrt(spread), z);
    damped += phi ** (h + 1);
    const season = shape.seasonal === 'none' ? 0 : (shape.season ?? 0);
    const isSameSeason = season > 0 && (h + 1) % season === 0;
    spread += (alpha + alpha * beta * damped + (isSameSeason ? gamma : 0)) ** 2;
    return forecast;
  });
}

const PATHS = 2000;

/** A multiplicative season has no closed formula: quantiles of simulated futures. */
function simulatedForecast(model: SmoothingModel, horizon: number, confidence: number, rng: Rng): Forecast[] {
  const { shape, parameters, sigma } = model;
  const futures = Array.from({ length: horizon }, () => new Float64Array(PATHS));
  for (let path = 0; path < PATHS; path += 1) {
    let { state } = model;
    for (const future of futures) {
      const value = expectedNext(shape, state, parameters.phi) + sigma * rng.normal();
      future[path] = value;
      state = nextState(shape, state, parameters, value);
    }
  }
  return futures.map((future, h) => {
    const sorted = sortedPresent(future);
    const mean = expectedNext(shape, model.state, parameters.phi, h + 1);
    return { mean, low: quantile(sorted, (1 - confidence) / 2), high: quantile(sorted, (1 + confidence) / 2) };
  });
}

/**
 * The next observations, with prediction intervals that take the fitted constants for true.
 *
 * @param horizon    steps ahead, at least 1
 * @param confidence coverage of the intervals, in (0, 1)
 * @param rng        read by models with a multiplicative season alone, whose intervals are simulated
 * @throws           RangeError on a bad horizon or confidence
 */
export function forecastAhead(model: ForecastModel, horizon: number, confidence: number, rng: Rng): Forecast[] {
  if (!(Number.isInteger(horizon) && horizon >= 1))
    throw new RangeError(`the horizon is ${horizon}, but must be 1 or more`);
  if (!(confidence > 0 && confidence < 1))
    throw new RangeError(`the confidence is ${confidence}, but must lie between 0 and 1`);
  const z = normalQuantile(0.5 + confidence / 2);
  if (model.kind === 'naive') return naiveForecast(model, horizon, z);
  if (model.shape.seasonal === 'multiplicative') return simulatedForecast(model, horizon, confidence, rng);
  return additiveForecast(model, horizon, z);
}
