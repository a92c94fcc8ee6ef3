import { validation } from '../errors.ts';

/** Points of a metric or an expression, by their time in seconds since 1970, in order. */
export interface TimeSeries {
  readonly kind: 'series';
  readonly label: string;
  readonly periodSeconds: number;
  readonly points: ReadonlyMap<number, number>;
}

/** What an expression can stand for. */
export type Value =
  | TimeSeries
  | { readonly kind: 'scalar'; readonly value: number }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly entries: readonly TimeSeries[] };

export const scalar = (value: number): Value => ({ kind: 'scalar', value });

/** The series in a value, for functions that take one or many. Throws ValidationError for a number or text. */
export function seriesIn(value: Value, functionName: string): readonly TimeSeries[] {
  if (value.kind === 'series') return [value];
  if (value.kind === 'list') return value.entries;
  throw validation(`The function ${functionName} needs a time series, not a ${value.kind}.`);
}

export const mapPoints = (
  series: TimeSeries,
  change: (value: number, at: number) => number | undefined,
): TimeSeries => {
  const points = new Map<number, number>();
  for (const [at, value] of series.points) {
    const changed = change(value, at);
    if (changed !== undefined && Number.isFinite(changed)) points.set(at, changed);
  }
  return { ...series, points };
};

/** Applies `change` to a number, a series, or each series of a list. */
export function mapValue(value: Value, change: (one: number) => number): Value {
  switch (value.kind) {
    case 'scalar':
      return scalar(change(value.value));
    case 'series':
      return mapPoints(value, change);
    case 'list':
      return { ...value, entries: value.entries.map((entry) => mapPoints(entry, change)) };
    case 'text':
      throw validation('A text cannot be calculated with.');
  }
}

/** Combines two values point by point; a point needs both sides. */
export function combine(left: Value, right: Value, change: (a: number, b: number) => number): Value {
  if (left.kind === 'text' || right.kind === 'text') throw validation('A text cannot be calculated with.');
  if (left.kind === 'list') {
    if (right.kind === 'list') throw validation('Two lists of time series cannot be combined by an operator.');
    return { ...left, entries: left.entries.map((entry) => paired(entry, right, change)) };
  }
  if (right.kind === 'list') {
    return { ...right, entries: right.entries.map((entry) => paired(entry, left, (b, a) => change(a, b))) };
  }
  if (left.kind === 'series') return paired(left, right, change);
  return right.kind === 'series'
    ? mapPoints(right, (value) => change(left.value, value))
    : scalar(change(left.value, right.value));
}

function paired(
  left: TimeSeries,
  right: TimeSeries | { readonly kind: 'scalar'; readonly value: number },
  change: (a: number, b: number) => number,
): TimeSeries {
  if (right.kind === 'scalar') return mapPoints(left, (value) => change(value, right.value));
  const joined = mapPoints(left, (value, at) => {
    const other = right.points.get(at);
    return other === undefined ? undefined : change(value, other);
  });
  return { ...joined, periodSeconds: Math.max(left.periodSeconds, right.periodSeconds) };
}
