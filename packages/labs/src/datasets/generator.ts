import type { Cell, DatasetColumn, Row } from './table.ts';

export type OptionValue = string | number | boolean;

export type DatasetOption = {
  readonly name: string;
  readonly about: string;
  readonly fallback: number;
  readonly least: number;
  readonly most: number;
};

export type Request = {
  readonly seed: number;
  readonly rows: number;
  readonly options: Readonly<Record<string, OptionValue>>;
};

/** A seeded source of rows: the same request gives the same bytes on every machine. */
export type Generator = {
  readonly name: string;
  readonly about: string;
  readonly columns: readonly DatasetColumn[];
  readonly options: readonly DatasetOption[];
  /** What can be learned, and the score that the best possible model reaches. */
  readonly learnable: string;
  readonly generate: (request: Request) => readonly Row[];
  /** What a model that knew the truth would predict for a row; absent where nothing is to be predicted. */
  readonly best?: (row: Row) => number;
};

/** @throws RangeError for an unknown option or one out of range */
export function readOptions(
  known: readonly DatasetOption[],
  given: Request['options'],
): Readonly<Record<string, number>> {
  for (const name of Object.keys(given)) {
    if (known.some((option) => option.name === name)) continue;
    throw new RangeError(
      `there is no option ${name}; there are ${known.map((option) => option.name).join(', ') || 'none'}`,
    );
  }
  return Object.fromEntries(known.map((option) => [option.name, readOption(option, given[option.name])]));
}

function readOption({ name, fallback, least, most }: DatasetOption, given: OptionValue | undefined): number {
  const value = given === undefined ? fallback : Number(given);
  if (!(value >= least && value <= most))
    throw new RangeError(`option ${name} lies between ${least} and ${most}, not ${String(given)}`);
  return value;
}

export const number = (name: string, about: string, unit?: string): DatasetColumn =>
  unit === undefined ? { name, kind: 'number', about } : { name, kind: 'number', unit, about };

export const text = (name: string, about: string): DatasetColumn => ({ name, kind: 'text', about });

/** Reads cells of a row by column name. */
export function cellReader(columns: readonly DatasetColumn[]): (row: Row, name: string) => number {
  const places = new Map(columns.map(({ name }, index) => [name, index]));
  return (row, name) => Number(row[places.get(name) ?? -1]);
}

export const logistic = (logit: number): number => 1 / (1 + Math.exp(-logit));

/** A row in the order of the columns. */
export function rowOf(columns: readonly DatasetColumn[], cells: Readonly<Record<string, Cell>>): Row {
  return columns.map(({ name }) => cells[name] ?? '');
}
