import type { Column, Table } from '../table/table.ts';

/** Rows one after the other: cell (i, j) stands at `i * width + j`. No cell is missing. */
export type Rows = { readonly rows: number; readonly width: number; readonly cells: Float64Array };

/** Index of the first number that is missing or infinite, or −1. */
function firstUnusable(column: Column): number {
  for (let i = 0; i < column.length; i += 1) if (!Number.isFinite(column[i] as number)) return i; // i < length
  return -1;
}

/**
 * Refuses what linear models, distances and projections cannot read.
 *
 * @throws RangeError that names the column and row of the first cell that is missing or infinite
 */
export function requireComplete(table: Table, purpose: string): void {
  if (table.rows === 0 || table.columns.length === 0) throw new RangeError(`${purpose} needs rows and columns`);
  table.columns.forEach((column, j) => {
    const at = firstUnusable(column);
    if (at < 0) return;
    const fault = Number.isNaN(column[at]) ? 'has no value' : 'is infinite';
    throw new RangeError(
      `${purpose} needs complete numbers, but row ${at + 1} of column "${table.names[j]}" ${fault}: fill or drop it first`,
    );
  });
}

/**
 * The table row by row, for algorithms that look at whole rows.
 *
 * @throws RangeError if a cell is missing
 */
export function denseRows(table: Table, purpose: string): Rows {
  requireComplete(table, purpose);
  const width = table.columns.length;
  const cells = new Float64Array(table.rows * width);
  table.columns.forEach((column, j) => {
    for (let i = 0; i < table.rows; i += 1) cells[i * width + j] = column[i] as number; // i < rows = column.length
  });
  return { rows: table.rows, width, cells };
}

/** Refuses a table whose columns are not those the model was fitted on. */
export function requireColumns(table: Table, names: readonly string[]): void {
  const same = table.names.length === names.length && names.every((name, j) => table.names[j] === name);
  if (same) return;
  throw new RangeError(
    `the model was fitted on the columns ${names.join(', ')}, but the table has ${table.names.join(', ')}`,
  );
}

/**
 * Squared Euclidean distance between the row of `a` that starts at `atA` and that of `b` at `atB`. Four sums, because
 * each addition to one of them would wait for the last.
 */
export function squaredDistance(a: Float64Array, atA: number, b: Float64Array, atB: number, width: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let j = 0;
  for (; j + 3 < width; j += 4) {
    const d0 = (a[atA + j] as number) - (b[atB + j] as number); // the caller gives whole rows, here and below
    const d1 = (a[atA + j + 1] as number) - (b[atB + j + 1] as number);
    const d2 = (a[atA + j + 2] as number) - (b[atB + j + 2] as number);
    const d3 = (a[atA + j + 3] as number) - (b[atB + j + 3] as number);
    s0 += d0 * d0;
    s1 += d1 * d1;
    s2 += d2 * d2;
    s3 += d3 * d3;
  }
  for (; j < width; j += 1) {
    const d = (a[atA + j] as number) - (b[atB + j] as number);
    s0 += d * d;
  }
  return s0 + s1 + (s2 + s3);
}
