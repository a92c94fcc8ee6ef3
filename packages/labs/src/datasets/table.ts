export type Cell = string | number;
/** Cells in the order of the columns. */
export type Row = readonly Cell[];

export type DatasetColumn = {
  readonly name: string;
  readonly kind: 'number' | 'text';
  readonly unit?: string;
  readonly about: string;
};

/** Rows of a table, or some of them. */
export type Slice = { readonly columns: readonly DatasetColumn[]; readonly rows: readonly Row[] };

type Layout = {
  readonly format: 'csv' | 'jsonl';
  readonly columns?: readonly string[] | undefined;
  readonly header: boolean;
};

/**
 * Writes rows as CSV (RFC 4180, lines end with \n) or as a JSON object a line.
 *
 * @throws RangeError for a column that the table lacks
 */
export function writeRows(slice: Slice, { format, columns, header }: Layout): string {
  const names = columns ?? slice.columns.map(({ name }) => name);
  const places = names.map((name) => columnIndex(slice, name));
  const lines = slice.rows.map((row) => {
    const cells = places.map((place) => row[place] ?? '');
    if (format === 'csv') return cells.map(csvCell).join(',');
    return JSON.stringify(Object.fromEntries(names.map((name, index) => [name, cells[index]])));
  });
  if (format === 'csv' && header) lines.unshift(names.map(csvCell).join(','));
  return lines.map((line) => `${line}\n`).join('');
}

export function columnIndex({ columns }: Slice, name: string): number {
  const place = columns.findIndex((column) => column.name === name);
  if (place === -1)
    throw new RangeError(`there is no column ${name}; there are ${columns.map((column) => column.name).join(', ')}`);
  return place;
}

function csvCell(cell: Cell): string {
  const text = String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rounds to `digits` decimals, so that the written number is short and the same everywhere. */
export function rounded(value: number, digits: number): number {
  const scale = 10 ** digits;
  return Math.round(value * scale) / scale + 0; // + 0 turns -0 into 0
}
