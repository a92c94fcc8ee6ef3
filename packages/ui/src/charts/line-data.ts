import type { ChartTable } from './chart-frame.tsx';
import { ticks } from './scale.ts';

export type LinePoint = {
  readonly x: number;
  readonly y: number;
  /** Ends of an interval around `y`, in its unit. */
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  /** Said in the table only, as how many answers stand behind the point. */
  readonly note?: string | undefined;
  /** A few letters beside a point that is drawn as one, such as a count. */
  readonly label?: string | undefined;
};

/** Shape tells series apart as well as colour does. */
export type LineLook = 'line' | 'dashed' | 'dotted' | 'points' | 'points-on-line';

export type LineTone = 'accent' | 'ink' | 'muted' | 'warn' | 'good' | 'bad';

export type LineSeries = {
  readonly label: string;
  /** In the order of `x`. Intervals are drawn as a band beside a line, and as error bars on points. */
  readonly points: readonly LinePoint[];
  readonly look?: LineLook;
  readonly tone?: LineTone;
};

/** A value that matters: a pass line, today, an exam's day. */
export type ReferenceLine = {
  readonly axis: 'x' | 'y';
  readonly at: number;
  readonly label: string;
  readonly tone?: LineTone;
};

/** A stretch of the x axis, shaded. */
export type ReferenceRegion = { readonly from: number; readonly to: number; readonly label: string };

export type LineAxis = {
  /** What is measured, with its unit: "Chance of passing (%)". */
  readonly title: string;
  /** Ends of the axis; from the data where they are not given. */
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly format?: (value: number) => string;
  /** Where the axis has numbers; round ones where they are not given. */
  readonly ticks?: readonly number[];
};

export type Extent = { readonly low: number; readonly high: number };

/** Ends of an axis that hold every value, on round numbers unless the caller fixed them. */
export function extentOf({ min, max }: LineAxis, values: readonly number[], count: number): Extent {
  const known = values.filter(Number.isFinite);
  const low = min ?? (known.length > 0 ? Math.min(...known) : 0);
  const high = max ?? (known.length > 0 ? Math.max(...known) : 1);
  const top = high > low ? high : low + 1;
  const [first = low, second = top] = ticks(low, top, count);
  const step = second - first || 1;
  return {
    low: min ?? Math.floor(low / step + 1e-9) * step,
    high: max ?? Math.ceil(top / step - 1e-9) * step,
  };
}

export const yValuesOf = (series: readonly LineSeries[]): readonly number[] =>
  series.flatMap(({ points }) => points.flatMap(({ y, low, high }) => [y, low ?? y, high ?? y]));

/** A curve is smooth: so many of its points tell it in words. Points that were measured are all told. */
const TOLD = 25;

function toldPoints({ points, look = 'line' }: LineSeries): readonly LinePoint[] {
  if (look.startsWith('points') || points.length <= TOLD) return points;
  const every = (points.length - 1) / (TOLD - 1);
  return Array.from({ length: TOLD }, (_, row) => points[Math.round(row * every)]).filter(
    (point) => point !== undefined,
  );
}

type Titled = Pick<LineAxis, 'title' | 'format'>;

const DASH = '–';

/** The numbers of the chart, one row a point; columns that hold nothing are left out. */
export function tableOf(series: readonly LineSeries[], x: Titled, y: Titled): ChartTable {
  const all = series.flatMap((one) => toldPoints(one).map((point) => ({ name: one.label, point })));
  const isNamed = series.length > 1;
  const hasInterval = all.some(({ point }) => point.low !== undefined);
  const hasNote = all.some(({ point }) => point.note !== undefined);
  const text = (format: Titled['format'], value: number | undefined) =>
    value === undefined ? DASH : (format ?? plainNumber)(value);
  return {
    head: [
      ...(isNamed ? ['Series'] : []),
      x.title,
      y.title,
      ...(hasInterval ? ['Low', 'High'] : []),
      ...(hasNote ? ['Note'] : []),
    ],
    rows: all.map(({ name, point }) => [
      ...(isNamed ? [name] : []),
      text(x.format, point.x),
      text(y.format, point.y),
      ...(hasInterval ? [text(y.format, point.low), text(y.format, point.high)] : []),
      ...(hasNote ? [point.note ?? ''] : []),
    ]),
  };
}

/** At most four significant digits, with a true minus. */
export const plainNumber = (value: number): string => String(Number(value.toPrecision(4))).replace('-', '−');
