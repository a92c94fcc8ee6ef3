import { NOT_PRESENTED, type Responses } from '../../responses/responses.ts';
import type { Groups } from '../e-step/tallies.ts';
import type { FitProblem } from '../fit-problem.ts';
import { categoryRows, type ScoreTable } from './score-table.ts';

/** Persons looked at in one go: bounds memory, and is enough to make the work per block small. */
export const BLOCK_PERSONS = 8192;

/** A node with a smaller share of a person's posterior changes no standard error in its first eight digits. */
const CLIP = 1e-10;

/** Some persons with their posteriors. */
export type PersonBlock = {
  readonly persons: number;
  /** Where a person's cells begin; one entry more than persons. Cells rise within a person; the group's is last. */
  readonly starts: Int32Array;
  readonly cells: Int32Array;
  readonly weights: Float64Array;
  /** persons × nodes; the posterior, summing to 1, with exact zeros where it is negligible. */
  readonly posteriors: Float64Array;
};

/** Row of score 0 of each item, or −1 if its answers count as missing. */
const rowsOf = ({ items }: FitProblem): Int32Array =>
  Int32Array.from(items, ({ role, row }) => (role === 'left-out' ? -1 : row));

function writePosterior(sums: Float64Array, out: Float64Array): void {
  let peak = Number.NEGATIVE_INFINITY;
  for (let n = 0; n < sums.length; n += 1) peak = Math.max(peak, sums[n] as number); // in range, as below
  let total = 0;
  for (let n = 0; n < sums.length; n += 1) {
    const mass = Math.exp((sums[n] as number) - peak);
    out[n] = mass > CLIP ? mass : 0;
    total += out[n] as number;
  }
  for (let n = 0; n < sums.length; n += 1) out[n] = (out[n] as number) / total;
}

/** Persons `first` to `last` − 1; persons without an answer or without weight have no part in it. */
export function personBlock(
  problem: FitProblem,
  table: ScoreTable,
  responses: Responses,
  groups: Groups,
  first: number,
  last: number,
): PersonBlock {
  const { items, scores } = responses;
  const q = table.logs.length / table.cells;
  const rows = rowsOf(problem);
  const groupCells = categoryRows(problem);
  const starts = new Int32Array(last - first + 1);
  const cells = new Int32Array((last - first) * (items + 1));
  const weights = new Float64Array(last - first);
  const posteriors = new Float64Array((last - first) * q);
  const sums = new Float64Array(q);
  let persons = 0;
  let at = 0;
  for (let i = first; i < last; i += 1) {
    const weight = Number(responses.weights?.[i] ?? 1);
    const begin = at;
    for (let j = 0; j < items; j += 1) {
      const score = scores[i * items + j] as number; // in range, as all here
      if (score !== NOT_PRESENTED && (rows[j] as number) >= 0) cells[at++] = (rows[j] as number) + score;
    }
    if (at === begin || weight === 0) {
      at = begin;
      continue;
    }
    cells[at++] = groupCells + Number(groups.ofPerson?.[i] ?? 0);
    sumLogs(table, cells.subarray(begin, at), sums);
    writePosterior(sums, posteriors.subarray(persons * q, (persons + 1) * q));
    weights[persons] = weight;
    persons += 1;
    starts[persons] = at;
  }
  return { persons, starts, cells, weights, posteriors };
}

function sumLogs({ logs }: ScoreTable, cells: Int32Array, sums: Float64Array): void {
  sums.fill(0);
  const q = sums.length;
  for (const cell of cells) {
    const row = cell * q;
    for (let n = 0; n < q; n += 1) sums[n] = (sums[n] as number) + (logs[row + n] as number); // in range
  }
}
