import { findColumn, kindOf, numbersOf, type TextTable } from './text-table.ts';

/** Parameters of a recipe action: texts, as DataBrew sends them. */
export type ActionParameters = Readonly<Record<string, string>>;

/** What an action makes of a table, or one sentence on what its author can mend. */
export type ActionResult = TextTable | string;

/** `holds` tells whether the step's conditions are met in a row. */
export type Operation = (
  table: TextTable,
  parameters: ActionParameters,
  holds: (row: number) => boolean,
) => ActionResult;

export const isFault = (result: ActionResult): result is string => typeof result === 'string';

/** Runs `make` on the column that `sourceColumn` names. */
export function withSource(
  table: TextTable,
  { sourceColumn }: ActionParameters,
  make: (column: readonly string[], name: string) => ActionResult,
): ActionResult {
  if (sourceColumn === undefined) return 'the parameter sourceColumn is missing';
  const column = findColumn(table, sourceColumn);
  if (column === undefined) return `there is no column "${sourceColumn}" (there are ${table.names.join(', ')})`;
  return make(column, sourceColumn);
}

/** The same, for a column of numbers; gaps are NaN. */
export function withNumbers(
  table: TextTable,
  parameters: ActionParameters,
  make: (values: Float64Array, name: string) => ActionResult,
): ActionResult {
  return withSource(table, parameters, (column, name) => {
    const odd = column.findIndex((value) => kindOf(value) === 'text');
    if (odd >= 0) return `column "${name}" is not numeric: row ${odd + 1} holds "${column[odd]}"`;
    if (column.every((value) => kindOf(value) === 'missing')) return `column "${name}" has no values`;
    return make(numbersOf(column), name);
  });
}

/** The table with a column replaced, or added at the end if there is none of that name. */
export function withColumn(table: TextTable, name: string, values: readonly string[]): TextTable {
  const at = table.names.indexOf(name);
  if (at < 0) return { ...table, names: [...table.names, name], columns: [...table.columns, values] };
  return { ...table, columns: table.columns.map((column, j) => (j === at ? values : column)) };
}

/** The rows for which `keep` holds. */
export function withRows(table: TextTable, keep: (row: number) => boolean): TextTable {
  const columns = table.columns.map((column) => column.filter((_, i) => keep(i)));
  const rows = Array.from({ length: table.rows }, (_, i) => i).filter(keep).length;
  return { ...table, rows, columns };
}

/** A number as a short text: no digits that are but rounding. */
export const textOf = (value: number): string => (Number.isNaN(value) ? '' : String(Number(value.toPrecision(15))));
