import type { Aggregate, Step } from './query.ts';
import { type Cell, cellOf, numberOf, type Row } from './values.ts';

/** One row for each combination of the groups' values; without groups, one for all. */
export function aggregated(
  { aggregates, groups }: Step & { readonly kind: 'stats' },
  rows: readonly Row[],
): Map<string, Cell>[] {
  const parts = new Map<string, { readonly keys: readonly Cell[]; readonly rows: Row[] }>();
  for (const row of rows) {
    const keys = groups.map(({ term }) => cellOf(term, row));
    const id = JSON.stringify(keys.map((key) => key ?? null));
    const part = parts.get(id) ?? { keys, rows: [] };
    parts.set(id, part);
    part.rows.push(row);
  }
  return [...parts.values()].map(({ keys, rows: members }) => {
    const made = new Map<string, Cell>(groups.map(({ name }, index) => [name, keys[index]]));
    for (const aggregate of aggregates) made.set(aggregate.name, valueOfAll(aggregate, members));
    return made;
  });
}

function valueOfAll({ aggregation, of, percent }: Aggregate, rows: readonly Row[]): Cell {
  if (!of) return rows.length;
  const cells = rows.map((row) => cellOf(of, row)).filter((cell) => cell !== undefined && cell !== '');
  switch (aggregation) {
    case 'count':
      return cells.length;
    case 'count_distinct':
      return new Set(cells.map(String)).size;
    case 'earliest':
      return byTime(rows, 1)
        .map((row) => cellOf(of, row))
        .find((cell) => cell !== undefined);
    case 'latest':
      return byTime(rows, -1)
        .map((row) => cellOf(of, row))
        .find((cell) => cell !== undefined);
    default:
      return overNumbers(
        aggregation,
        cells.flatMap((cell) => numberOf(cell) ?? []),
        percent,
      );
  }
}

function overNumbers(aggregation: string, values: readonly number[], percent: number): Cell {
  if (values.length === 0) return undefined;
  const sum = values.reduce((so, value) => so + value, 0);
  switch (aggregation) {
    case 'sum':
      return sum;
    case 'avg':
      return sum / values.length;
    case 'min':
      return values.reduce((so, value) => Math.min(so, value));
    case 'max':
      return values.reduce((so, value) => Math.max(so, value));
    case 'stddev':
      return Math.sqrt(values.reduce((so, value) => so + (value - sum / values.length) ** 2, 0) / values.length);
    default:
      return rank(values, percent);
  }
}

/** `pct` and `median`: the smallest value that this share does not exceed. */
function rank(values: readonly number[], percent: number): number | undefined {
  const ordered = [...values].sort((a, b) => a - b);
  return ordered[Math.max(0, Math.ceil((percent / 100) * ordered.length) - 1)];
}

const byTime = (rows: readonly Row[], direction: 1 | -1): Row[] =>
  [...rows].sort((a, b) => direction * ((numberOf(a.get('@timestamp')) ?? 0) - (numberOf(b.get('@timestamp')) ?? 0)));
