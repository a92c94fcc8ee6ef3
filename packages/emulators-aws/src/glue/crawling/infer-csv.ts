import { type SchemaColumn, widerType } from './schema.ts';

const DELIMITERS = [',', '|', '\t', ';', '\u0001'];
const LONGEST_HEADER_CELL = 150;
const HEADER_NAME = /^[\p{L}_][\p{L}\p{N}_ .\-/()#$%&]*$/u;

export interface CsvSchema {
  readonly columns: readonly SchemaColumn[];
  readonly delimiter: string;
  readonly hasHeader: boolean;
}

/**
 * What the built-in CSV classifier sees in the first lines of a file; undefined when they are no table of two columns
 * and two rows at least.
 *
 * The first line is a header when all its cells are texts that can be names, and some other line holds something else
 * than text. @see https://docs.aws.amazon.com/glue/latest/dg/add-classifier.html
 */
export function inferCsv(lines: readonly string[]): CsvSchema | undefined {
  const delimiter = DELIMITERS.find((candidate) => isTable(lines, candidate));
  if (delimiter === undefined) return undefined;
  const rows = lines.map((line) => splitCells(line, delimiter));
  const [first = [], ...others] = rows;
  const types = columnTypes(others, first.length);
  const hasHeader = isHeader(first) && types.some((type) => type !== 'string' && type !== '');
  const final = hasHeader ? types : columnTypes(rows, first.length);
  const columns = first.map((cell, i) => ({
    name: hasHeader ? cell.trim().toLowerCase() : `col${i}`,
    type: final[i] || 'string',
  }));
  return { columns, delimiter, hasHeader };
}

function isTable(lines: readonly string[], delimiter: string): boolean {
  const [width = 0, ...others] = lines.slice(0, 100).map((line) => splitCells(line, delimiter).length);
  return width > 1 && others.length > 0 && others.every((other) => other === width);
}

const isHeader = (cells: readonly string[]): boolean =>
  cells.every(
    (cell) => cellType(cell) === 'string' && cell.length < LONGEST_HEADER_CELL && HEADER_NAME.test(cell.trim()),
  );

function columnTypes(rows: readonly (readonly string[])[], width: number): string[] {
  return Array.from({ length: width }, (_, i) =>
    rows.reduce((type, row) => widerType(type, cellType(row[i] ?? '')), ''),
  );
}

/** The empty text for an empty cell, which fits any type. */
function cellType(cell: string): string {
  const text = cell.trim();
  if (text === '') return '';
  if (/^[+-]?\d{1,18}$/.test(text)) return 'bigint';
  if (/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text)) return 'double';
  return /^(true|false)$/i.test(text) ? 'boolean' : 'string';
}

/** Cells of a line; quotes around a cell keep delimiters in it. */
function splitCells(line: string, delimiter: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (const letter of line) {
    if (letter === '"') isQuoted = !isQuoted;
    else if (letter === delimiter && !isQuoted) {
      cells.push(cell);
      cell = '';
    } else cell += letter;
  }
  return [...cells, cell];
}
