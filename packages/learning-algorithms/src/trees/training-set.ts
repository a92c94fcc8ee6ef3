import type { Table } from '../table/table.ts';
import { type BoostingParameters, isMulticlass, treesPerRound } from './parameters/boosting-parameters.ts';

/** Rows with what they should predict. */
export type TrainingSet = {
  readonly table: Table;
  /** One a row: 0 or 1, a class number from 0, a count, or any finite number, as the objective wants. */
  readonly labels: ArrayLike<number>;
  /** One a row, ≥ 0; all 1 where left out. */
  readonly weights?: ArrayLike<number>;
};

function firstWrong(values: ArrayLike<number>, isRight: (value: number) => boolean): number {
  for (let i = 0; i < values.length; i += 1) if (!isRight(values[i] as number)) return i; // i < length
  return -1;
}

const isFiniteFloat = (value: number) => Number.isFinite(Math.fround(value));

function labelRule({ objective, num_class }: BoostingParameters): { is: (label: number) => boolean; text: string } {
  if (objective === 'binary:logistic') return { is: (label) => label === 0 || label === 1, text: '0 or 1' };
  if (objective === 'count:poisson') return { is: (label) => label >= 0 && isFiniteFloat(label), text: '0 or more' };
  if (!isMulticlass(objective)) return { is: isFiniteFloat, text: 'a finite number' };
  const is = (label: number) => Number.isInteger(label) && label >= 0 && label < num_class;
  return { is, text: `a whole number from 0 to ${num_class - 1}, since num_class is ${num_class}` };
}

function* columnFaults({ table }: TrainingSet, what: string): Generator<string> {
  for (const [j, column] of table.columns.entries()) {
    const at = firstWrong(column, (value) => Number.isNaN(value) || isFiniteFloat(value));
    if (at >= 0) yield `${what}: row ${at + 1} of column ${table.names[j]} is ${column[at]}; values must be finite.`;
  }
}

function* setFaults(set: TrainingSet, what: string, parameters: BoostingParameters): Generator<string> {
  const { table, labels, weights } = set;
  const { rows } = table;
  if (rows === 0) yield `${what}: there are no rows.`;
  if (table.columns.length === 0) yield `${what}: there are no columns.`;
  if (labels.length !== rows) yield `${what}: there are ${labels.length} labels for ${rows} rows.`;
  const { is, text } = labelRule(parameters);
  const label = firstWrong(labels, is);
  if (label >= 0) {
    yield `${what}: the label of row ${label + 1} is ${labels[label]}; for ${parameters.objective} it must be ${text}.`;
  }
  yield* columnFaults(set, what);
  if (weights === undefined) return;
  if (weights.length !== rows) yield `${what}: there are ${weights.length} weights for ${rows} rows.`;
  const weight = firstWrong(weights, (value) => value >= 0 && isFiniteFloat(value));
  if (weight >= 0) yield `${what}: the weight of row ${weight + 1} is ${weights[weight]}; it must be 0 or more.`;
}

/** Bytes that a training may take: offsets are signed 32-bit numbers. */
const MOST_BYTES = 2 ** 31 - 2 ** 16;

function* sizeFaults({ table }: TrainingSet, rows: number, parameters: BoostingParameters): Generator<string> {
  const { columns } = table;
  const bytes = rows * (columns.length * 5 + 170 + 12 * treesPerRound(parameters));
  if (bytes + 2 ** 28 > MOST_BYTES) {
    yield `train: ${rows} rows of ${columns.length} columns need more than 2 GB; train on a sample of the rows.`;
  }
  const { length } = parameters.monotone_constraints;
  if (length > columns.length) yield `monotone_constraints has ${length} entries for ${columns.length} columns.`;
}

/** What is wrong with the data, one sentence each; training needs none. */
export function trainingFaults(
  train: TrainingSet,
  validation: TrainingSet | undefined,
  parameters: BoostingParameters,
): string[] {
  const rows = train.table.rows + (validation?.table.rows ?? 0);
  const faults = [...setFaults(train, 'train', parameters), ...sizeFaults(train, rows, parameters)];
  if (parameters.early_stopping_rounds !== undefined && validation === undefined) {
    faults.push('early_stopping_rounds needs validation data: give some, or leave it out.');
  }
  if (validation === undefined) return faults;
  faults.push(...setFaults(validation, 'validation', parameters));
  const [have, want] = [validation.table.columns.length, train.table.columns.length];
  if (have !== want) faults.push(`validation: there are ${have} columns, train has ${want}.`);
  return faults;
}
