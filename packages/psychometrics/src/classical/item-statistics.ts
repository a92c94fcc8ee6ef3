import { correlation } from '../numbers/correlation.ts';
import { normalDensity, normalQuantile } from '../readiness/normal.ts';
import { NOT_PRESENTED, type Responses } from '../responses/responses.ts';
import { covariancesOf, type ItemCovariances } from './covariances.ts';

/**
 * One item by classical test theory; undefined where the data do not say (everybody alike, or too few persons). Mean,
 * standard deviation and difficulty of an item without answers are NaN; it has no part in the test's statistics.
 */
export type ItemStatistics = {
  readonly answers: number;
  readonly missing: number;
  /** Mean score. */
  readonly mean: number;
  readonly standardDeviation: number;
  /** Mean score as a share of the maximum: p, high for easy items. */
  readonly difficulty: number;
  /** Correlation with the total, the item included: point-biserial for right or wrong. */
  readonly itemTotal: number | undefined;
  /** Correlation with the total of the other items: how well it tells people apart. */
  readonly itemRest: number | undefined;
  /** Biserial correlation with the total: as if a normal trait lay behind right and wrong. Items with scores 0 and 1 only. */
  readonly biserial: number | undefined;
  /** Difficulty among the best 27 % less that among the last 27 %. Kelley 1939 */
  readonly upperLower: number | undefined;
  /** Alpha of the test without this item: higher than the test's alpha is a bad sign. */
  readonly alphaIfDropped: number | undefined;
};

/** A whole test by classical test theory. */
export type TestStatistics = {
  readonly persons: number;
  /** Of the total score. */
  readonly mean: number;
  readonly standardDeviation: number | undefined;
  /** Cronbach's alpha; KR-20 where every item is right or wrong. */
  readonly alpha: number | undefined;
  /** Standard error of measurement of the total score: its standard deviation · √(1 − alpha). */
  readonly standardErrorOfMeasurement: number | undefined;
  /** Mean and standard deviation of the correlations between items. */
  readonly meanCorrelation: number | undefined;
  readonly spreadOfCorrelations: number | undefined;
};

const finite = (value: number): number | undefined => (Number.isFinite(value) ? value : undefined);

/** The highest score that anybody got, 1 at least. */
function observedMaxima({ items, scores }: Responses): number[] {
  const maxima = new Array<number>(items).fill(1);
  scores.forEach((score, at) => {
    if (score !== NOT_PRESENTED) maxima[at % items] = Math.max(maxima[at % items] ?? 1, score);
  });
  return maxima;
}

/** Points that persons got, and could have got on the items they answered; and their order by the share of the two. */
type Totals = {
  readonly weights: Float64Array;
  readonly points: Float64Array;
  readonly possible: Float64Array;
  /** NaN for a person without answers. */
  readonly shares: Float64Array;
  readonly ascending: Uint32Array;
};

function totalsOf({ persons, items, scores, weights }: Responses, maxima: readonly number[]): Totals {
  const points = new Float64Array(persons);
  const possible = new Float64Array(persons);
  scores.forEach((score, at) => {
    if (score === NOT_PRESENTED) return;
    const person = Math.floor(at / items);
    points[person] = (points[person] ?? 0) + score;
    possible[person] = (possible[person] ?? 0) + (maxima[at % items] ?? 1);
  });
  const shares = points.map((sum, person) => sum / (possible[person] ?? 0));
  const ascending = Uint32Array.from(shares, (_, person) => person);
  ascending.sort((x, y) => (shares[x] ?? 0) - (shares[y] ?? 0));
  return { weights: weights ?? new Float64Array(persons).fill(1), points, possible, shares, ascending };
}

/** An item's scores, NaN where it was not presented. */
const columnOf = ({ persons, items, scores }: Responses, item: number): Float64Array =>
  Float64Array.from({ length: persons }, (_, person) => {
    const score = scores[person * items + item] ?? NOT_PRESENTED;
    return score === NOT_PRESENTED ? Number.NaN : score;
  });

/**
 * Each person's share of the points on all items but one: what distractors of that item are judged by.
 *
 * @param item          number of the item, counted from 0
 * @param maximumScores as in `classicalStatistics`
 * @returns             one entry a row, in [0, 1]; NaN for a person who answered no other item
 * @throws              RangeError for an item that is not there
 */
export function restShares(
  responses: Responses,
  item: number,
  maximumScores: readonly number[] = observedMaxima(responses),
): Float64Array {
  if (!(Number.isInteger(item) && item >= 0 && item < responses.items)) {
    throw new RangeError(`item ${item} of ${responses.items}, counted from 0`);
  }
  return Float64Array.from({ length: responses.persons }, (_, person) => {
    let [points, possible] = [0, 0];
    maximumScores.forEach((maximum, i) => {
      const score = responses.scores[person * responses.items + i] ?? NOT_PRESENTED;
      if (i === item || score === NOT_PRESENTED) return;
      points += score;
      possible += maximum;
    });
    return points / possible;
  });
}

const TAIL_SHARE = 0.27;

/** Mean score of the first `persons` in an order; of those who tie at the end a share. */
function meanOfFirst(column: Float64Array, order: Uint32Array, persons: number, { shares, weights }: Totals): number {
  let [left, points] = [persons, 0];
  for (let i = 0; i < order.length && left > 0; ) {
    const share = shares[order[i] ?? 0];
    let [weight, sum] = [0, 0];
    for (; i < order.length && shares[order[i] ?? 0] === share; i += 1) {
      const person = order[i] ?? 0;
      weight += weights[person] ?? 0;
      sum += (weights[person] ?? 0) * (column[person] ?? 0);
    }
    const part = Math.min(left, weight);
    points += (sum * part) / weight;
    left -= part;
  }
  return points / persons;
}

function upperLower(column: Float64Array, answers: number, maximum: number, totals: Totals): number | undefined {
  const order = totals.ascending.filter((person) => !Number.isNaN(column[person] ?? Number.NaN));
  const persons = TAIL_SHARE * answers;
  const last = meanOfFirst(column, order, persons, totals);
  const best = meanOfFirst(column, order.toReversed(), persons, totals);
  return finite((best - last) / maximum);
}

/** Point-biserial to biserial; undefined unless 0 < p < 1. */
function biserial(pointBiserial: number | undefined, p: number): number | undefined {
  if (pointBiserial === undefined || !(p > 0 && p < 1)) return undefined;
  return (pointBiserial * Math.sqrt(p * (1 - p))) / normalDensity(normalQuantile(p));
}

const alphaOf = (items: number, variances: number, total: number): number | undefined =>
  items < 2 ? undefined : finite((items / (items - 1)) * (1 - variances / total));

function itemStatistics(
  i: number,
  column: Float64Array,
  maximum: number,
  totals: Totals,
  { answered, means, variances, rowSums, variance, total, persons }: ItemCovariances,
): ItemStatistics {
  const { weights, points, possible, shares } = totals;
  const answers = weights.reduce((sum, weight, person) => sum + (Number.isNaN(column[person] ?? 0) ? 0 : weight), 0);
  const [mean, own] = [means[i] ?? Number.NaN, variances[i] ?? Number.NaN];
  const rest = column.map((score, person) => ((points[person] ?? 0) - score) / ((possible[person] ?? 0) - maximum));
  const itemTotal = correlation(column, shares, weights).r;
  return {
    answers,
    missing: persons - answers,
    mean,
    standardDeviation: Math.sqrt(own),
    difficulty: mean / maximum,
    itemTotal,
    itemRest: correlation(column, rest, weights).r,
    biserial: maximum === 1 ? biserial(itemTotal, mean) : undefined,
    upperLower: upperLower(column, answers, maximum, totals),
    alphaIfDropped: alphaOf(answered - 1, variance - own, total - 2 * (rowSums[i] ?? Number.NaN) + own),
  };
}

/**
 * Classical test theory: difficulty, discrimination and reliability. Missing answers are left out: totals are shares of
 * the points of the items that a person answered, covariances are taken over the persons who answered both items. Without
 * missing answers these are the usual sums.
 *
 * @param maximumScores what each item can give; by default the highest score that anybody got, 1 at least
 * @throws              RangeError for maximum scores of other items
 * @see                 Lord & Novick (1968), Statistical Theories of Mental Test Scores; numbers as mirt's `itemstats`
 */
export function classicalStatistics(
  responses: Responses,
  maximumScores?: readonly number[],
): { readonly test: TestStatistics; readonly items: readonly ItemStatistics[] } {
  if (maximumScores !== undefined && maximumScores.length !== responses.items) {
    throw new RangeError(`${maximumScores.length} maximum scores for ${responses.items} items`);
  }
  const maxima = maximumScores ?? observedMaxima(responses);
  const covariances = covariancesOf(responses);
  const { answered, means, variance, total, persons } = covariances;
  const alpha = alphaOf(answered, variance, total);
  const totals = totalsOf(responses, maxima);
  return {
    test: {
      persons,
      mean: means.reduce((sum, mean) => (Number.isNaN(mean) ? sum : sum + mean), 0),
      standardDeviation: finite(Math.sqrt(total)),
      alpha,
      standardErrorOfMeasurement: alpha === undefined ? undefined : finite(Math.sqrt(total * (1 - alpha))),
      meanCorrelation: finite(covariances.meanCorrelation),
      spreadOfCorrelations: finite(covariances.spreadOfCorrelations),
    },
    items: maxima.map((maximum, i) => itemStatistics(i, columnOf(responses, i), maximum, totals, covariances)),
  };
}
