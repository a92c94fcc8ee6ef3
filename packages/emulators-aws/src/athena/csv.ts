/** Results as Athena writes them: every value in quotes, NULL as nothing at all. */
export function csvText(header: readonly string[], rows: readonly (readonly (string | undefined)[])[]): string {
  const line = (cells: readonly (string | undefined)[]) =>
    cells.map((cell) => (cell === undefined ? '' : quoted(cell))).join(',');
  return [header, ...rows].map((cells) => `${line(cells)}\n`).join('');
}

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

const CELL = /(?:"((?:[^"]|"")*)"|([^,\n]*))(,|\n|$)/y;

/** Reads what `csvText` wrote, header included. */
export function parseCsv(text: string): (string | undefined)[][] {
  const rows: (string | undefined)[][] = [];
  let row: (string | undefined)[] = [];
  CELL.lastIndex = 0;
  while (CELL.lastIndex < text.length) {
    const [, inQuotes, bare = '', end] = CELL.exec(text) ?? [];
    row.push(inQuotes === undefined ? (bare === '' ? undefined : bare) : inQuotes.replaceAll('""', '"'));
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
