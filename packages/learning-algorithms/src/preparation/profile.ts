import { momentsOf } from '../numbers/moments.ts';
import { quantile, sortedPresent } from '../numbers/order.ts';
import { kindOf, numbersOf, type TextTable } from './text-table.ts';

/** What a column's values are: all of one kind, or of several. */
export type ColumnType = 'empty' | 'integer' | 'number' | 'boolean' | 'text' | 'mixed';

export type NumberProfile = {
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  readonly standardDeviation: number;
  /** At 5, 25, 50, 75 and 95 %. */
  readonly quantiles: readonly number[];
  /** Values more than 1.5 interquartile ranges outside of the quartiles (Tukey's fences). */
  readonly outliers: number;
  readonly zeros: number;
  readonly negatives: number;
};

export type ColumnProfile = {
  readonly name: string;
  readonly type: ColumnType;
  readonly rows: number;
  readonly missing: number;
  readonly distinct: number;
  /** The most frequent values, at most ten; equals in alphabetical order. */
  readonly top: readonly { readonly value: string; readonly count: number }[];
  readonly numbers?: NumberProfile;
};

export type TableProfile = {
  readonly rows: number;
  readonly duplicateRows: number;
  readonly columns: readonly ColumnProfile[];
  /** Pearson's correlation of each pair of numeric columns, over rows in which both are present. */
  readonly correlations: readonly { readonly first: string; readonly second: string; readonly r: number }[];
};

const TOP = 10;
const TUKEY = 1.5;
const BOOLEAN = new Set(['true', 'false', 'yes', 'no', 't', 'f', 'y', 'n']);

/** The kind of a column's values. */
export function typeOfColumn(column: readonly string[]): ColumnType {
  const present = column.filter((value) => kindOf(value) !== 'missing');
  if (present.length === 0) return 'empty';
  const kinds = new Set(present.map(kindOf));
  if (!kinds.has('text')) return kinds.has('fractional') ? 'number' : 'integer';
  if (kinds.size > 1) return 'mixed';
  return present.every((value) => BOOLEAN.has(value.trim().toLowerCase())) ? 'boolean' : 'text';
}

function profileNumbers(values: Float64Array): NumberProfile {
  const sorted = sortedPresent(values);
  const { count, mean, squares, min, max } = momentsOf(sorted);
  const [low, middle, high] = [0.25, 0.5, 0.75].map((p) => quantile(sorted, p)) as [number, number, number];
  const reach = TUKEY * (high - low);
  return {
    min,
    max,
    mean,
    standardDeviation: count > 1 ? Math.sqrt(squares / (count - 1)) : 0,
    quantiles: [quantile(sorted, 0.05), low, middle, high, quantile(sorted, 0.95)],
    outliers: sorted.filter((value) => value < low - reach || value > high + reach).length,
    zeros: sorted.filter((value) => value === 0).length,
    negatives: sorted.filter((value) => value < 0).length,
  };
}

function profileColumn(name: string, column: readonly string[]): ColumnProfile {
  const counts = new Map<string, number>();
  for (const value of column) if (kindOf(value) !== 'missing') counts.set(value, (counts.get(value) ?? 0) + 1);
  const ranked = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const present = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const type = typeOfColumn(column);
  const top = ranked.slice(0, TOP).map(([value, count]) => ({ value, count }));
  const profile = { name, type, rows: column.length, missing: column.length - present, distinct: counts.size, top };
  const isNumeric = type === 'integer' || type === 'number';
  return isNumeric ? { ...profile, numbers: profileNumbers(numbersOf(column)) } : profile;
}

/** Pearson's correlation over the rows in which both are present; NaN if one of them does not vary. */
export function correlate(x: Float64Array, y: Float64Array): number {
  const both = Array.from(x, (_, i) => i).filter((i) => !Number.isNaN(x[i] as number) && !Number.isNaN(y[i] as number)); // equally long
  const a = momentsOf(both.map((i) => x[i] as number));
  const b = momentsOf(both.map((i) => y[i] as number));
  const product = both.reduce((sum, i) => sum + ((x[i] as number) - a.mean) * ((y[i] as number) - b.mean), 0);
  return product / Math.sqrt(a.squares * b.squares);
}

/** Rows that repeat an earlier one in all columns. */
export function duplicateRows({ rows, columns }: TextTable): number[] {
  const seen = new Set<string>();
  return Array.from({ length: rows }, (_, i) => i).filter((i) => {
    const key = JSON.stringify(columns.map((column) => column[i]));
    const isKnown = seen.has(key);
    seen.add(key);
    return isKnown;
  });
}

/** Types, gaps, spread, outliers and correlations: the first look at a table. */
export function profileTable(table: TextTable): TableProfile {
  const columns = table.names.map((name, j) => profileColumn(name, table.columns[j] ?? []));
  const numeric = columns.flatMap(({ name, numbers }, j) =>
    numbers ? [{ name, values: numbersOf(table.columns[j] ?? []) }] : [],
  );
  const correlations = numeric.flatMap((first, i) =>
    numeric.slice(i + 1).flatMap((second) => {
      const r = correlate(first.values, second.values);
      return Number.isNaN(r) ? [] : [{ first: first.name, second: second.name, r }];
    }),
  );
  return { rows: table.rows, duplicateRows: duplicateRows(table).length, columns, correlations };
}
