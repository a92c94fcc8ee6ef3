import { seededRng } from '@cairn/kernel';
import { type Table, tableFromRows } from '../table/table.ts';
import type { BoostedTrees } from './model/model-schema.ts';
import type { BoostingParameters } from './parameters/boosting-parameters.ts';
import { parseBoostingParameters } from './parameters/parse-parameters.ts';
import { type BoostingTask, trainBoostedTrees } from './train.ts';
import type { TrainingSet } from './training-set.ts';

/** Parameters that must be right. */
export function boosting(raw: Readonly<Record<string, unknown>>): BoostingParameters {
  const parsed = parseBoostingParameters(raw);
  if (parsed.outcome === 'faults') throw new RangeError(parsed.messages.join(' '));
  return parsed.parameters;
}

/** A model of data that must be right. */
export function trained(task: BoostingTask, options?: Parameters<typeof trainBoostedTrees>[1]): BoostedTrees {
  const result = trainBoostedTrees(task, options);
  if (result.outcome === 'faults') throw new RangeError(result.messages.join(' '));
  return result.model;
}

/** Rows of normals, some missing, with a label that depends on the first three. */
export function drawSet(rows: number, features: number, seed: number, isShuffled = false): TrainingSet {
  const rng = seededRng(seed);
  const cells = Array.from({ length: rows * features }, () => rng.normal());
  const cell = (i: number, j: number) => cells[i * features + j] ?? 0;
  const labels = Array.from({ length: rows }, (_, i) => {
    const logit = cell(i, 0) - 1.5 * cell(i, 1) * cell(i, 2);
    return rng.next() < 1 / (1 + Math.exp(-2 * logit)) ? 1 : 0;
  });
  const holed = cells.map((value, at) => (at % features === 1 && rng.next() < 0.2 ? Number.NaN : value));
  return { table: tableFromRows(holed, features), labels: isShuffled ? rng.shuffle(labels) : labels };
}

/** Rows first … last − 1. */
export function rowsOf(table: Table, first: number, last: number): Table {
  return { rows: last - first, names: table.names, columns: table.columns.map((column) => column.slice(first, last)) };
}
