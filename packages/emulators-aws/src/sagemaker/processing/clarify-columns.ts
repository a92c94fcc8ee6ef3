import { numbersOf, type TextTable } from '@cairn/learning-algorithms';
import { UserFault } from '../data/user-fault.ts';

/** A column by its name or its number, counted from 0. */
export function nameOfColumn({ names }: TextTable, nameOrIndex: string | number): string {
  const name = typeof nameOrIndex === 'number' ? names[nameOrIndex] : nameOrIndex;
  if (name !== undefined && names.includes(name)) return name;
  throw new UserFault(`The dataset has no column ${nameOrIndex}; it has ${names.join(', ')}.`);
}

export const columnValues = ({ names, columns }: TextTable, name: string): readonly string[] =>
  columns[names.indexOf(name)] ?? [];

export interface NumericFeature {
  readonly name: string;
  readonly values: Float64Array;
}

/** What a model takes: every column but the label and those excluded, in the order of the dataset, as numbers. */
export function numericFeatures(
  table: TextTable,
  label: string | undefined,
  excludedColumns: readonly (string | number)[],
): NumericFeature[] {
  const left = new Set([label, ...excludedColumns.map((column) => nameOfColumn(table, column))]);
  return table.names.flatMap((name, j) =>
    left.has(name) ? [] : [{ name, values: numbersOf(table.columns[j] ?? []) }],
  );
}
