/** Values of one feature, one a row; NaN = missing. */
export type Column = Float32Array | Float64Array;

/** A numeric data set, column by column: `columns[j][i]` is row i of the feature named `names[j]`. */
export type Table = {
  readonly rows: number;
  readonly names: readonly string[];
  readonly columns: readonly Column[];
};

/**
 * @param columns equally long; they are kept, not copied
 * @param names   one a column; `f0`, `f1`, … where left out
 * @throws        RangeError if lengths differ or the names do not fit the columns
 */
export function tableOf(columns: readonly Column[], names?: readonly string[]): Table {
  const rows = columns[0]?.length ?? 0;
  const labels = names ?? columns.map((_, j) => `f${j}`);
  if (labels.length !== columns.length) throw new RangeError(`${labels.length} names for ${columns.length} columns`);
  const odd = columns.findIndex((column) => column.length !== rows);
  if (odd >= 0) throw new RangeError(`column ${labels[odd]} has ${columns[odd]?.length} rows, the first has ${rows}`);
  return { rows, names: labels, columns };
}

/**
 * A table from rows written one after the other.
 *
 * @param cells  rows × width numbers, NaN = missing
 * @param width  features in a row
 * @throws       RangeError if `cells` is no whole number of rows
 */
export function tableFromRows(cells: ArrayLike<number>, width: number, names?: readonly string[]): Table {
  const rows = width === 0 ? 0 : cells.length / width;
  if (!Number.isInteger(rows)) throw new RangeError(`${cells.length} cells are no whole number of rows of ${width}`);
  const columns = Array.from({ length: width }, (_, j) => {
    const column = new Float64Array(rows);
    for (let i = 0; i < rows; i += 1) column[i] = cells[i * width + j] ?? Number.NaN;
    return column;
  });
  return tableOf(columns, names);
}

/** The rows at `indexes`, in that order; a row may stand more than once. */
export function takeRows(table: Table, indexes: ArrayLike<number>): Table {
  const columns = table.columns.map((column) => {
    const taken = new Float64Array(indexes.length);
    for (let i = 0; i < taken.length; i += 1) taken[i] = column[indexes[i] ?? -1] ?? Number.NaN;
    return column instanceof Float32Array ? Float32Array.from(taken) : taken;
  });
  return { rows: indexes.length, names: table.names, columns };
}
