import { successProbability } from '../items/item-parameters.ts';
import type { BlueprintDomain, FormBlueprint, PoolItem } from './form-blueprint.ts';

/**
 * The margin of a form is its score minus its Angoff cut, in points. It is a sum over questions drawn at random, each
 * answered at random, so its first three cumulants are sums too.
 */
export type Cumulants = { readonly mean: number; readonly variance: number; readonly third: number };

const LOW = -6;
const HIGH = 6;
const STEP = 0.1;
const POINTS = Math.round((HIGH - LOW) / STEP) + 1;
const SUMS = 3;

/** How alike two parts of one question are answered: 0 as if alone, 1 all or none. */
const PART_CORRELATION = 0.5;

/** Cumulants of one domain's share of the margin, tabulated over ability: POINTS rows of mean, variance, third. */
type MarginTable = Float64Array;

/** Central moments of (points earned − points the cut expects) on one question, given who answers. */
function momentsOf({ parameters, points = 1 }: PoolItem, theta: number) {
  const p = successProbability(theta, parameters);
  // A question of several dependent parts varies like one of `trials` independent parts.
  const trials = points / (1 + (points - 1) * PART_CORRELATION);
  const variance = (points ** 2 * p * (1 - p)) / trials;
  return {
    mean: points * (p - successProbability(0, parameters)),
    variance,
    third: (variance * points * (1 - 2 * p)) / trials,
  };
}

const average = <T>(values: readonly T[], of: (value: T) => number): number =>
  values.reduce((sum, value) => sum + of(value), 0) / values.length;

/** Cumulants of one question drawn from the pool: the law of total cumulance. */
function drawnFrom(pool: readonly PoolItem[], theta: number): Cumulants {
  const items = pool.map((item) => momentsOf(item, theta));
  const mean = average(items, (item) => item.mean);
  const variance = average(items, (item) => item.variance + (item.mean - mean) ** 2);
  const third = average(items, (item) => item.third + 3 * (item.mean - mean) * item.variance + (item.mean - mean) ** 3);
  return { mean, variance, third };
}

function tableOf(pool: readonly PoolItem[], questions: number): MarginTable {
  const table = new Float64Array(POINTS * SUMS);
  for (let k = 0; k < POINTS; k += 1) {
    const { mean, variance, third } = drawnFrom(pool, LOW + k * STEP);
    table.set([questions * mean, questions * variance, questions * third], k * SUMS);
  }
  return table;
}

/** What decides about a form, by ability: one table a domain. */
export type ScoreMargin = { readonly tables: readonly MarginTable[]; readonly shares: readonly number[] };

function check({ scored, domains }: FormBlueprint): void {
  if (!(scored > 0)) throw new RangeError(`a form with ${scored} questions that count has no result`);
  if (!domains.every(({ weight }) => weight >= 0) || !domains.some(({ weight }) => weight > 0)) {
    throw new RangeError('the weights of a blueprint are not negative, and one is above 0');
  }
  if (!domains.some(({ pool }) => pool.length > 0)) throw new RangeError('a blueprint needs at least one question');
}

export const sharesOf = (domains: readonly BlueprintDomain[]): number[] => {
  const total = domains.reduce((sum, { weight }) => sum + weight, 0);
  return domains.map(({ weight }) => weight / total);
};

function tabulate(blueprint: FormBlueprint): ScoreMargin {
  check(blueprint);
  const everything = blueprint.domains.flatMap(({ pool }) => pool);
  const shares = sharesOf(blueprint.domains);
  return {
    shares,
    tables: blueprint.domains.map(({ pool }, i) =>
      tableOf(pool.length > 0 ? pool : everything, blueprint.scored * (shares[i] ?? 0)),
    ),
  };
}

/** A blueprint is asked about many times: for a history, a forecast, each domain's next hour. */
const known = new WeakMap<FormBlueprint, ScoreMargin>();

/**
 * Tabulates a blueprint, once for each object, for many abilities.
 *
 * @throws RangeError for a blueprint without questions or weights
 */
export function scoreMargin(blueprint: FormBlueprint): ScoreMargin {
  const margin = known.get(blueprint) ?? tabulate(blueprint);
  known.set(blueprint, margin);
  return margin;
}

/** One domain's cumulants at an ability: straight lines between tabulated ones, the end ones beyond ± 6. */
export function domainCumulants(table: MarginTable, theta: number): Cumulants {
  const place = Math.min(POINTS - 1, Math.max(0, (theta - LOW) / STEP));
  const k = Math.min(POINTS - 2, Math.floor(place));
  const share = place - k;
  const at = (sum: number) => {
    const left = table[k * SUMS + sum] ?? 0;
    return left + share * ((table[(k + 1) * SUMS + sum] ?? 0) - left);
  };
  return { mean: at(0), variance: at(1), third: at(2) };
}

/** The whole form's cumulants, given one ability a domain. */
export function marginCumulants({ tables }: ScoreMargin, thetas: ArrayLike<number>): Cumulants {
  let mean = 0;
  let variance = 0;
  let third = 0;
  tables.forEach((table, i) => {
    const own = domainCumulants(table, thetas[i] ?? 0);
    mean += own.mean;
    variance += own.variance;
    third += own.third;
  });
  return { mean, variance, third };
}
