import type { ModelName } from '../calibration/options.ts';
import type { GridPoint } from '../grid.ts';
import { type CalibratedItem, expectedScore } from '../items/calibrated-item.ts';
import { hasFreeSpread } from './fitted-model.ts';
import type { ConditionalMoments, Moment } from './moments.ts';

/** How one free parameter moves the conditional means: item number → slope at every node. */
export type ParameterSlopes = ReadonlyMap<number, Float64Array>;

/** Step of the central difference; its error is below 1e-9 for a smooth curve. */
const STEP = 1e-5;

type Change = (item: CalibratedItem, step: number) => CalibratedItem;

const changeSlope: Change = (item, step) => ({ ...item, a: item.a + step });
const changeGuessing: Change = (item, step) => (item.kind === 'dichotomous' ? { ...item, c: item.c + step } : item);
const changePlace =
  (k: number): Change =>
  (item, step) =>
    item.kind === 'dichotomous'
      ? { ...item, b: item.b + step }
      : { ...item, thresholds: item.thresholds.map((b, at) => (at === k ? b + step : b)) };

const slopeOf = (item: CalibratedItem, change: Change, prior: readonly GridPoint[]): Float64Array =>
  Float64Array.from(
    prior,
    ({ theta }) => (expectedScore(theta, change(item, STEP)) - expectedScore(theta, change(item, -STEP))) / (2 * STEP),
  );

/** Stretching ability about its mean moves every item: θ = mean + spread·z. */
function spreadSlopes(items: readonly CalibratedItem[], prior: readonly GridPoint[]): ParameterSlopes {
  const mean = prior.reduce((sum, { theta, weight }) => sum + weight * theta, 0);
  const slope = (item: CalibratedItem) =>
    Float64Array.from(
      prior,
      ({ theta }) =>
        ((theta - mean) * (expectedScore(theta + STEP, item) - expectedScore(theta - STEP, item))) / (2 * STEP),
    );
  return new Map(items.map((item, i) => [i, slope(item)]));
}

function ownChanges(item: CalibratedItem, model: ModelName): Change[] {
  const places = item.kind === 'dichotomous' ? 1 : item.thresholds.length;
  const changes = Array.from({ length: places }, (_, k) => changePlace(k));
  if (!hasFreeSpread(model) && model !== '1pl') changes.push(changeSlope);
  if (model === '3pl' && item.kind === 'dichotomous') changes.push(changeGuessing);
  return changes;
}

/** One entry a free parameter of the model. */
export function parameterSlopes(
  items: readonly CalibratedItem[],
  model: ModelName,
  prior: readonly GridPoint[],
): ParameterSlopes[] {
  const own = items.flatMap((item, i) =>
    ownChanges(item, model).map((change): ParameterSlopes => new Map([[i, slopeOf(item, change, prior)]])),
  );
  if (hasFreeSpread(model)) return [...own, spreadSlopes(items, prior)];
  if (model !== '1pl') return own;
  return [...own, new Map(items.map((item, i) => [i, slopeOf(item, changeSlope, prior)]))];
}

/** d(moment)/d(parameter): the product rule over the items of the moment, then quadrature. */
export function momentSlopes(
  slopes: ParameterSlopes,
  { weights, first }: ConditionalMoments,
  moments: readonly Moment[],
): Float64Array {
  const nodes = weights.length;
  return Float64Array.from(moments, (moment) => {
    let sum = 0;
    for (const i of moment) {
      const slope = slopes.get(i);
      if (slope === undefined) continue;
      for (let q = 0; q < nodes; q += 1) {
        const others = moment.reduce((product, j) => (j === i ? product : product * Number(first[j * nodes + q])), 1);
        sum += Number(weights[q]) * Number(slope[q]) * others;
      }
    }
    return sum;
  });
}
