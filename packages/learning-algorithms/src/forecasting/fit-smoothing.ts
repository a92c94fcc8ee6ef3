import { meanOf } from '../numbers/moments.ts';
import { nelderMead } from '../numbers/nelder-mead.ts';
import { runSmoothing, type SmoothingParameters, type SmoothingShape, type SmoothingState } from './smoothing.ts';

/** A fitted model: plain data that survives JSON. */
export type SmoothingModel = {
  readonly kind: 'exponential-smoothing';
  readonly shape: SmoothingShape;
  readonly parameters: SmoothingParameters;
  /** State before the first observation, and after the last. */
  readonly start: SmoothingState;
  readonly state: SmoothingState;
  readonly observations: number;
  /** Sum of squared one-step errors, and their standard deviation with the fitted numbers taken off. */
  readonly squaredError: number;
  readonly sigma: number;
};

const squash = (x: number): number => 1 / (1 + Math.exp(-x));

/** Damping outside of this range looks like no damping, or like no trend. */
const PHI_LOW = 0.8;
const PHI_HIGH = 0.98;

/** First guess of the state: the mean of the first season, and the change from it to the second. */
function guessStart({ seasonal, season = 1, trend }: SmoothingShape, series: ArrayLike<number>): SmoothingState {
  const values = Array.from(series);
  const length = seasonal === 'none' ? 1 : season;
  const level = meanOf(values.slice(0, length));
  const change = (meanOf(values.slice(length, 2 * length)) - level) / length;
  const slope = trend === 'none' ? 0 : change;
  const first = values.slice(0, length);
  const middle = (length - 1) / 2; // the level stands in the middle of the season: the trend within it is no season
  const seasonals = first.map((value, i) => {
    const base = level + slope * (i - middle);
    return seasonal === 'additive' ? value - base : value / base;
  });
  return { level: level - slope * (middle + 1), slope, seasonals: seasonal === 'none' ? [] : seasonals };
}

/** The numbers a search moves: any real vector becomes valid parameters and a start. */
type Coding = {
  readonly decode: (point: readonly number[]) => {
    readonly parameters: SmoothingParameters;
    readonly start: SmoothingState;
  };
  readonly size: number;
};

function codingOf(shape: SmoothingShape, guess: SmoothingState, scale: number): Coding {
  const hasTrend = shape.trend !== 'none';
  const hasSeason = shape.seasonal !== 'none';
  const isDamped = shape.trend === 'damped';
  const decode = (point: readonly number[]) => {
    const queue = [...point];
    const take = (isPresent: boolean, fallback: number) => (isPresent ? (queue.shift() ?? fallback) : fallback);
    const level = guess.level + scale * take(true, 0);
    const alpha = squash(take(true, 0));
    const slope = guess.slope + scale * take(hasTrend, 0);
    const beta = hasTrend ? squash(take(true, 0)) : 0;
    const gamma = hasSeason ? squash(take(true, 0)) : 0;
    const phi = isDamped ? PHI_LOW + (PHI_HIGH - PHI_LOW) * squash(take(true, 0)) : 1;
    return { parameters: { alpha, beta, gamma, phi }, start: { level, slope, seasonals: guess.seasonals } };
  };
  return { decode, size: 2 + (hasTrend ? 2 : 0) + (hasSeason ? 1 : 0) + (isDamped ? 1 : 0) };
}

function requireSeries({ seasonal, season = 0 }: SmoothingShape, series: ArrayLike<number>): void {
  const hasSeason = seasonal !== 'none';
  if (hasSeason && !(Number.isInteger(season) && season >= 2)) {
    throw new RangeError(`season is ${season}, but must be a whole number of 2 or more observations`);
  }
  const least = hasSeason ? 2 * season + 1 : 4;
  if (series.length < least)
    throw new RangeError(`${series.length} observations are too few: this method needs ${least}`);
  const odd = Array.from(series).findIndex((value) => !Number.isFinite(value));
  if (odd >= 0) throw new RangeError(`observation ${odd + 1} is missing or not finite: fill it first`);
  if (seasonal !== 'multiplicative') return;
  const low = Array.from(series).findIndex((value) => value <= 0);
  if (low >= 0)
    throw new RangeError(`observation ${low + 1} is not positive: a multiplicative season needs positive values`);
}

/** Smoothing constants to start from, before squashing: about 0.12, 0.5 and 0.88. */
const STARTS = [-2, 0, 2];

/**
 * Exponential smoothing with constants and first level and slope that make the squared one-step errors least.
 *
 * @param series in the order of time; two seasons and one more at least, or four observations without a season
 * @throws       RangeError on a bad season, too few observations, or values the method cannot take
 * @see          Holt (2004, of 1957), International Journal of Forecasting 20, 5–10; Winters (1960), Management
 *               Science 6, 324–342; Hyndman & Athanasopoulos (2021), Forecasting: Principles and Practice, ch. 8
 */
export function fitSmoothing(series: ArrayLike<number>, shape: SmoothingShape): SmoothingModel {
  requireSeries(shape, series);
  const guess = guessStart(shape, series);
  const changes = Array.from(series)
    .slice(1)
    .map((value, t) => Math.abs(value - (series[t] as number))); // t < length
  const coding = codingOf(shape, guess, meanOf(changes) || 1);
  const squaredErrorAt = (point: readonly number[]) => {
    const { parameters, start } = coding.decode(point);
    return runSmoothing(shape, start, parameters, series).errors.reduce((sum, e) => sum + e * e, 0);
  };
  const minima = STARTS.map((x) => {
    const first = Array.from({ length: coding.size }, (_, j) => (j === 1 ? x : j === 0 ? 0 : -2));
    const reach = first.map(() => 1);
    const once = nelderMead(squaredErrorAt, first, reach);
    return nelderMead(squaredErrorAt, once.point, reach); // a collapsed simplex gets a second life
  });
  const best = minima.reduce((least, m) => (m.value < least.value ? m : least));
  const { parameters, start } = coding.decode(best.point);
  const { state } = runSmoothing(shape, start, parameters, series);
  const observations = series.length;
  const sigma = Math.sqrt(best.value / Math.max(observations - coding.size, 1));
  return {
    kind: 'exponential-smoothing',
    shape,
    parameters,
    start,
    state,
    observations,
    squaredError: best.value,
    sigma,
  };
}
