/** A small table as files hold it: texts, column by column; the empty text is a missing value. */
export type TextTable = {
  readonly rows: number;
  readonly names: readonly string[];
  readonly columns: readonly (readonly string[])[];
};

/**
 * @param rows each as long as `names`
 * @throws     RangeError that names the first row of another length, or a name that stands twice
 */
export function textTable(names: readonly string[], rows: readonly (readonly string[])[]): TextTable {
  const twice = names.find((name, j) => names.indexOf(name) !== j);
  if (twice !== undefined) throw new RangeError(`two columns are named "${twice}"`);
  const odd = rows.findIndex((row) => row.length !== names.length);
  if (odd >= 0) throw new RangeError(`row ${odd + 1} has ${rows[odd]?.length} values for ${names.length} columns`);
  return { rows: rows.length, names, columns: names.map((_, j) => rows.map((row) => row[j] ?? '')) };
}

/** The table row by row. */
export const textRows = ({ rows, columns }: TextTable): string[][] =>
  Array.from({ length: rows }, (_, i) => columns.map((column) => column[i] ?? ''));

/** Values of a column; undefined if there is none of that name. */
export const findColumn = ({ names, columns }: TextTable, name: string): readonly string[] | undefined =>
  columns[names.indexOf(name)];

const INTEGRAL = /^[+-]?\d+$/;
const FRACTIONAL = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

export type ValueKind = 'missing' | 'integral' | 'fractional' | 'text';

/** What one value looks like. Spaces around a number do not matter. */
export function kindOf(value: string): ValueKind {
  const text = value.trim();
  if (text === '') return 'missing';
  if (INTEGRAL.test(text)) return 'integral';
  return FRACTIONAL.test(text) ? 'fractional' : 'text';
}

/** The number a text stands for; NaN if it is missing or no number. */
export const numberOf = (value: string): number => {
  const kind = kindOf(value);
  return kind === 'integral' || kind === 'fractional' ? Number(value) : Number.NaN;
};

/** Numbers of a column, NaN where a value is missing or no number. */
export const numbersOf = (column: readonly string[]): Float64Array => Float64Array.from(column, numberOf);
