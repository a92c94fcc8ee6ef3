import type { ModelName } from '../calibration/options.ts';
import { type GridPoint, normalGrid } from '../grid.ts';
import { type CalibratedItem, maximumScore } from '../items/calibrated-item.ts';
import { chiSquareTail } from '../numbers/chi-square.ts';
import { NOT_PRESENTED, type Responses } from '../responses/responses.ts';
import { checkResponses } from '../scoring/answered.ts';
import { momentSlopes, parameterSlopes } from './moment-slopes.ts';
import {
  conditionalMoments,
  impliedMoments,
  type Moment,
  meanSquares,
  momentCovariance,
  momentsUpToTwo,
  productRows,
} from './moments.ts';
import { rmsea, rmseaInterval } from './rmsea.ts';
import { unexplained } from './unexplained.ts';

/** How a whole calibration fits. */
export type ModelFit =
  | {
      readonly outcome: 'tested';
      /** M2, chi-square distributed where the model holds. */
      readonly statistic: number;
      readonly degrees: number;
      readonly pValue: number;
      readonly rmsea: number;
      /** 90 % interval of `rmsea`. */
      readonly rmseaInterval: { readonly low: number; readonly high: number };
      /** Root mean square difference between observed and implied correlations of items. */
      readonly srmsr: number;
      /** Against items that have nothing in common; 1 is a perfect fit. */
      readonly tli: number;
      readonly cfi: number;
      readonly persons: number;
    }
  /** `persons` answered every item. `singular`: an item that all answered alike, or parameters that the data cannot tell. */
  | {
      readonly outcome: 'not-testable';
      readonly reason: 'no-complete-rows' | 'more-parameters-than-moments' | 'singular';
      readonly persons: number;
    };

type Observed = { readonly persons: number; readonly moments: Float64Array; readonly squares: Float64Array };

/** Sample moments over the rows without a missing answer. */
function observedMoments({ persons, items, scores, weights }: Responses, moments: readonly Moment[]): Observed {
  const sums = new Float64Array(moments.length);
  const squares = new Float64Array(items);
  let total = 0;
  for (let person = 0; person < persons; person += 1) {
    const row = scores.subarray(person * items, (person + 1) * items);
    if (row.includes(NOT_PRESENTED)) continue;
    const weight = weights?.[person] ?? 1;
    total += weight;
    moments.forEach((moment, m) => {
      sums[m] = Number(sums[m]) + moment.reduce((product, i) => product * Number(row[i]), weight);
    });
    row.forEach((score, i) => {
      squares[i] = Number(squares[i]) + weight * score * score;
    });
  }
  return { persons: total, moments: sums.map((sum) => sum / total), squares: squares.map((sum) => sum / total) };
}

/** Correlations of items, pair after pair, from means, mean squares and pair moments. */
function correlations(values: Float64Array, squares: Float64Array, moments: readonly Moment[]): Float64Array {
  const deviation = (i: number) => Math.sqrt(Number(squares[i]) - Number(values[i]) ** 2);
  const pairs = moments.slice(squares.length);
  return Float64Array.from(pairs, ([i = 0, j = 0], at) => {
    const covariance = Number(values[squares.length + at]) - Number(values[i]) * Number(values[j]);
    return covariance / (deviation(i) * deviation(j));
  });
}

function rootMeanSquare(x: Float64Array, y: Float64Array): number {
  return Math.sqrt(x.reduce((sum, value, i) => sum + (value - Number(y[i])) ** 2, 0) / x.length);
}

/** Fit relative to the null model: Tucker–Lewis index and comparative fit index. */
function relativeFit(statistic: number, degrees: number, nullStatistic: number, nullDegrees: number) {
  const nullRatio = nullStatistic / nullDegrees;
  const [excess, nullExcess] = [Math.max(0, statistic - degrees), nullStatistic - nullDegrees];
  return {
    tli: (nullRatio - statistic / degrees) / (nullRatio - 1),
    cfi: 1 - excess / Math.max(nullExcess, excess, Number.MIN_VALUE),
  };
}

const testOf = (statistic: number, degrees: number, persons: number) => ({
  statistic,
  pValue: chiSquareTail(statistic, degrees),
  rmsea: rmsea(statistic, degrees, persons),
  rmseaInterval: rmseaInterval(statistic, degrees, persons),
});

/**
 * M2: does the model reproduce the means of items and of their products? A test of a whole calibration that sparse answer
 * patterns do not spoil, with the RMSEA that goes with it. Polytomous items count by their scores (M2*). Only persons who
 * answered every item enter. Work grows with the sixth power of the items: half a second for 40, five for 65.
 *
 * @param model what was estimated; for `rasch` and `pcm` the prior carries the estimated spread of ability
 * @param prior the population that the items were calibrated on
 * @throws      RangeError for responses to other items than these
 * @see         Maydeu-Olivares & Joe (2006), Psychometrika 71, 713–732; Cai & Hansen (2013), British Journal of
 *              Mathematical and Statistical Psychology 66, 245–276
 */
export function modelFit(
  responses: Responses,
  items: readonly CalibratedItem[],
  model: ModelName,
  prior: readonly GridPoint[] = normalGrid({ points: 61 }),
): ModelFit {
  checkResponses(responses, items);
  const moments = momentsUpToTwo(items.length);
  const observed = observedMoments(responses, moments);
  const { persons } = observed;
  const slopes = parameterSlopes(items, model, prior);
  const degrees = moments.length - slopes.length;
  if (persons === 0) return { outcome: 'not-testable', reason: 'no-complete-rows', persons };
  if (degrees <= 0) return { outcome: 'not-testable', reason: 'more-parameters-than-moments', persons };
  const conditional = conditionalMoments(items, prior);
  const rows = productRows(conditional, moments);
  const implied = impliedMoments(conditional, rows, moments.length);
  const distance = unexplained(
    momentCovariance(conditional, moments, rows, implied),
    observed.moments.map((value, m) => value - Number(implied[m])),
    slopes.map((slope) => momentSlopes(slope, conditional, moments)),
  );
  const observedCorrelations = correlations(observed.moments, observed.squares, moments);
  if (distance === undefined || observedCorrelations.some(Number.isNaN)) {
    return { outcome: 'not-testable', reason: 'singular', persons };
  }
  // The M2 of independent items in closed form: centred products of independent items are uncorrelated.
  const nullStatistic = persons * observedCorrelations.reduce((sum, r) => sum + r * r, 0);
  const nullDegrees = moments.length - items.reduce((sum, item) => sum + maximumScore(item), 0);
  return {
    outcome: 'tested',
    persons,
    degrees,
    ...testOf(persons * distance, degrees, persons),
    ...relativeFit(persons * distance, degrees, nullStatistic, nullDegrees),
    srmsr: rootMeanSquare(observedCorrelations, correlations(implied, meanSquares(conditional), moments)),
  };
}
