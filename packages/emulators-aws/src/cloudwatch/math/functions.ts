import { notSupported, validation } from '../errors.ts';
import { combine, mapPoints, mapValue, scalar, seriesIn, type TimeSeries, type Value } from './value.ts';

/** The periods that an expression is calculated over, in seconds since 1970. */
export interface Grid {
  readonly starts: readonly number[];
  readonly periodSeconds: number;
}

export type MathFunction = (given: readonly Value[], grid: Grid) => Value;

type Fold = (values: readonly number[]) => number;

const sum: Fold = (values) => values.reduce((so, value) => so + value, 0);
const mean: Fold = (values) => sum(values) / values.length;
const deviation: Fold = (values) => {
  const middle = mean(values);
  return Math.sqrt(sum(values.map((value) => (value - middle) ** 2)) / values.length);
};

/** One series gives a number; several give a series, point by point over those that have the point. */
function folding(name: string, fold: Fold): MathFunction {
  return (given) => {
    const [first] = given;
    if (given.length === 1 && first?.kind === 'series') {
      return scalar(first.points.size === 0 ? Number.NaN : fold([...first.points.values()]));
    }
    return foldAcross(
      given.flatMap((value) => seriesIn(value, name)),
      name,
      fold,
    );
  };
}

function foldAcross(all: readonly TimeSeries[], name: string, fold: Fold): Value {
  const [first] = all;
  if (!first) throw validation(`The function ${name} needs at least one time series.`);
  const times = [...new Set(all.flatMap(({ points }) => [...points.keys()]))].sort((a, b) => a - b);
  const valuesAt = (at: number) => all.flatMap(({ points }) => points.get(at) ?? []);
  return { ...first, points: new Map(times.map((at) => [at, fold(valuesAt(at))])) };
}

const each =
  (change: (one: number) => number): MathFunction =>
  (given) =>
    mapValue(needed(given, 0), change);

/** Each series of the argument is changed by itself. */
const perSeries =
  (name: string, change: (series: TimeSeries) => TimeSeries): MathFunction =>
  (given) => {
    const value = needed(given, 0);
    const entries = seriesIn(value, name).map(change);
    const [only] = entries;
    return value.kind === 'series' && only ? only : { kind: 'list', entries };
  };

function needed(given: readonly Value[], index: number): Value {
  const value = given[index];
  if (!value) throw validation(`The function needs at least ${index + 1} argument(s).`);
  return value;
}

/** Change from point to point, for each pair of neighbours. */
const differences =
  (change: (step: number, seconds: number) => number) =>
  (series: TimeSeries): TimeSeries => {
    let before: readonly [at: number, value: number] | undefined;
    return mapPoints(series, (value, at) => {
      const last = before;
      before = [at, value];
      return last && change(value - last[1], at - last[0]);
    });
  };

function runningSum(series: TimeSeries): TimeSeries {
  let so = 0;
  return mapPoints(series, (value) => {
    so += value;
    return so;
  });
}

const fill: MathFunction = (given, grid) => {
  const value = needed(given, 0);
  const filler = needed(given, 1);
  const filled = seriesIn(value, 'FILL').map((series) => fillSeries(series, filler, grid));
  const [only] = filled;
  return value.kind === 'series' && only ? only : { kind: 'list', entries: filled };
};

function fillSeries(series: TimeSeries, filler: Value, { starts }: Grid): TimeSeries {
  const fillAt = fillerOf(series, filler);
  const points = new Map<number, number>();
  for (const at of starts) {
    const value = series.points.get(at) ?? fillAt(at);
    if (value !== undefined) points.set(at, value);
  }
  return { ...series, points };
}

function fillerOf({ points }: TimeSeries, filler: Value): (at: number) => number | undefined {
  if (filler.kind === 'scalar') return () => filler.value;
  if (filler.kind === 'series') return (at) => filler.points.get(at);
  const way = filler.kind === 'text' ? filler.text.toUpperCase() : '';
  const known = [...points.keys()];
  const before = (at: number) => known.findLast((one) => one < at);
  const after = (at: number) => known.find((one) => one > at);
  const valueAt = (at: number | undefined) => (at === undefined ? undefined : points.get(at));
  if (way === 'REPEAT') return (at) => valueAt(before(at));
  if (way !== 'LINEAR') throw validation('FILL fills with a number, a time series, REPEAT or LINEAR.');
  return (at) => {
    const [left, right] = [before(at), after(at)];
    if (left === undefined || right === undefined) return undefined;
    const [low = 0, high = 0] = [valueAt(left), valueAt(right)];
    return low + ((high - low) * (at - left)) / (right - left);
  };
}

/** IF(condition, then[, else]): a condition of 0 is false; without an else such points are left out. */
const choose: MathFunction = (given) => {
  const [condition, then, otherwise] = [needed(given, 0), needed(given, 1), given[2]];
  if (condition.kind === 'scalar') return condition.value !== 0 ? then : (otherwise ?? scalar(Number.NaN));
  if (condition.kind !== 'series') throw validation('The condition of IF must be a number or a time series.');
  const at = (value: Value | undefined, time: number) =>
    value?.kind === 'scalar' ? value.value : value?.kind === 'series' ? value.points.get(time) : undefined;
  return mapPoints(condition, (is, time) => at(is !== 0 ? then : otherwise, time));
};

const onPoints = (pick: (values: readonly number[]) => number | undefined): MathFunction => {
  return (given) => {
    const [only] = seriesIn(needed(given, 0), 'FIRST');
    return scalar(pick([...(only?.points.values() ?? [])]) ?? Number.NaN);
  };
};

const timeSeries: MathFunction = (given, { starts, periodSeconds }) => {
  const value = needed(given, 0);
  if (value.kind !== 'scalar') throw validation('TIME_SERIES needs a number.');
  return { kind: 'series', label: '', periodSeconds, points: new Map(starts.map((at) => [at, value.value])) };
};

export const FUNCTIONS: Readonly<Record<string, MathFunction>> = {
  AVG: folding('AVG', mean),
  SUM: folding('SUM', sum),
  MIN: folding('MIN', (values) => Math.min(...values)),
  MAX: folding('MAX', (values) => Math.max(...values)),
  STDDEV: folding('STDDEV', deviation),
  ABS: each(Math.abs),
  CEIL: each(Math.ceil),
  FLOOR: each(Math.floor),
  LOG: each(Math.log),
  LOG10: each(Math.log10),
  FILL: fill,
  IF: choose,
  RATE: perSeries(
    'RATE',
    differences((step, seconds) => step / seconds),
  ),
  DIFF: perSeries(
    'DIFF',
    differences((step) => step),
  ),
  DIFF_TIME: perSeries(
    'DIFF_TIME',
    differences((_step, seconds) => seconds),
  ),
  RUNNING_SUM: perSeries('RUNNING_SUM', runningSum),
  PERIOD: (given) => scalar(seriesIn(needed(given, 0), 'PERIOD')[0]?.periodSeconds ?? Number.NaN),
  METRIC_COUNT: (given) => scalar(given.flatMap((value) => seriesIn(value, 'METRIC_COUNT')).length),
  DATAPOINT_COUNT: onPoints((values) => values.length),
  FIRST: onPoints((values) => values[0]),
  LAST: onPoints((values) => values.at(-1)),
  TIME_SERIES: timeSeries,
  REMOVE_EMPTY: (given) => ({
    kind: 'list',
    entries: seriesIn(needed(given, 0), 'REMOVE_EMPTY').filter(({ points }) => points.size > 0),
  }),
};

/** Functions that CloudWatch has and the sandbox has not. */
const MISSING = new Set([
  'ANOMALY_DETECTION_BAND',
  'DB_PERF_INSIGHTS',
  'EPOCH',
  'INSIGHT_RULE_METRIC',
  'LAMBDA',
  'LOGS',
  'SEARCH',
  'SERVICE_QUOTA',
  'SLICE',
  'SORT',
]);

/** Throws ValidationError for a function that is unknown or missing here. */
export function functionNamed(name: string): MathFunction {
  const found = FUNCTIONS[name];
  if (found) return found;
  if (MISSING.has(name)) throw notSupported(`The metric math function ${name}`);
  throw validation(`Unknown function ${name} in a metric math expression.`);
}

const OPERATORS: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => (b === 0 ? Number.NaN : a / b),
  '^': (a, b) => a ** b,
  '<': (a, b) => Number(a < b),
  '>': (a, b) => Number(a > b),
  '<=': (a, b) => Number(a <= b),
  '>=': (a, b) => Number(a >= b),
  '==': (a, b) => Number(a === b),
  '!=': (a, b) => Number(a !== b),
  '&&': (a, b) => Number(a !== 0 && b !== 0),
  '||': (a, b) => Number(a !== 0 || b !== 0),
};

export function operate(operator: string, left: Value, right: Value): Value {
  const change = OPERATORS[operator];
  if (!change) throw new RangeError(`the parser knows no operator ${operator}`);
  return combine(left, right, change);
}
