import { vectorSum } from '../../numbers/vectors.ts';
import type { FitProblem } from '../fit-problem.ts';
import { freeItems } from './free-parameters.ts';
import type { ScoreMoments } from './missing-information.ts';
import type { PersonBlock } from './person-block.ts';
import type { ScoreTable } from './score-table.ts';

/**
 * Pairs of answers are what takes time. A person who answered every free item scores as everybody does who has 0 on all
 * of them, plus a difference for each item with another answer: only those make pairs, a quarter as many where half of
 * the answers are 0.
 */
export type ReferenceCoding = {
  /** The same cells, whose slopes are differences from category 0, and one cell more: 0 on all items. */
  readonly table: ScoreTable;
  /** One entry a cell: 1 for category 0 of a free item, 2 for its other categories, 0 for all else. */
  readonly kinds: Uint8Array;
  readonly freeItems: number;
};

const ZERO = 1;
const OTHER = 2;

type Row = { readonly place: number; readonly slopes: Float64Array };

function rowsOf({ starts, places, slopes }: ScoreTable, cell: number, nodes: number): Row[] {
  const entries = Array.from(
    { length: Number(starts[cell + 1]) - Number(starts[cell]) },
    (_, k) => Number(starts[cell]) + k,
  );
  return entries.map((entry) => ({
    place: Number(places[entry]),
    slopes: slopes.subarray(entry * nodes, (entry + 1) * nodes),
  }));
}

/** The sum of all items' scores at category 0: shared slopes add up. */
function sumOfRows(rows: readonly Row[]): Row[] {
  const sums = new Map<number, Float64Array>();
  for (const { place, slopes } of rows) {
    const sum = sums.get(place);
    sums.set(place, sum ? sum.map((value, n) => value + Number(slopes[n])) : slopes.slice());
  }
  return [...sums].map(([place, slopes]) => ({ place, slopes }));
}

function tableOf(cells: readonly (readonly Row[])[], nodes: number): ScoreTable {
  const starts = new Int32Array(cells.length + 1);
  cells.forEach((rows, cell) => {
    starts[cell + 1] = Number(starts[cell]) + rows.length;
  });
  const all = cells.flat();
  const slopes = new Float64Array(all.length * nodes);
  all.forEach((row, entry) => {
    slopes.set(row.slopes, entry * nodes);
  });
  const logs = new Float64Array(cells.length * nodes); // posteriors are known already
  return { cells: cells.length, logs, starts, places: Int32Array.from(all, ({ place }) => place), slopes };
}

export function referenceCoding(problem: FitProblem, table: ScoreTable): ReferenceCoding {
  const nodes = table.logs.length / table.cells;
  const kinds = new Uint8Array(table.cells);
  const cells = Array.from({ length: table.cells }, (_, cell): Row[] => rowsOf(table, cell, nodes));
  const zeros: Row[] = [];
  const free = freeItems(problem);
  for (const { row, model } of free) {
    const zero = cells[row] ?? [];
    zeros.push(...zero);
    kinds[row] = ZERO;
    for (let k = 1; k < model.categories; k += 1) {
      kinds[row + k] = OTHER;
      cells[row + k] = (cells[row + k] ?? []).map(({ place, slopes }, r) => ({
        place,
        slopes: slopes.map((slope, n) => slope - Number(zero[r]?.slopes[n])),
      }));
    }
    cells[row] = [];
  }
  return { table: tableOf([...cells, sumOfRows(zeros)], nodes), kinds, freeItems: free.length };
}

/** Persons `chosen` of a block, each with the cells that `cellsOf` leaves. */
function subBlock(
  block: PersonBlock,
  chosen: readonly number[],
  cellsOf: (cells: Int32Array) => Int32Array,
): PersonBlock {
  const nodes = block.posteriors.length / block.weights.length;
  const posteriors = new Float64Array(chosen.length * nodes);
  const starts = new Int32Array(chosen.length + 1);
  const lists = chosen.map((i, row) => {
    posteriors.set(block.posteriors.subarray(i * nodes, (i + 1) * nodes), row * nodes);
    const cells = cellsOf(block.cells.subarray(Number(block.starts[i]), Number(block.starts[i + 1])));
    starts[row + 1] = Number(starts[row]) + cells.length;
    return cells;
  });
  const cells = new Int32Array(Number(starts[chosen.length]));
  lists.forEach((list, row) => {
    cells.set(list, Number(starts[row]));
  });
  const weights = Float64Array.from(chosen, (i) => Number(block.weights[i]));
  return { persons: chosen.length, starts, cells, weights, posteriors };
}

/** Who answered every free item, in reference coding, and everybody else as they were. */
export function splitBlock(block: PersonBlock, { kinds, freeItems: items, table }: ReferenceCoding) {
  const [complete, others]: [number[], number[]] = [[], []];
  for (let i = 0; i < block.persons; i += 1) {
    let answered = 0;
    const end = Number(block.starts[i + 1]);
    for (let at = Number(block.starts[i]); at < end; at += 1) {
      if (kinds[block.cells[at] as number] !== 0) answered += 1; // in range
    }
    (answered === items ? complete : others).push(i);
  }
  const all = table.cells - 1;
  const short = (cells: Int32Array) => Int32Array.of(...cells.filter((cell) => kinds[cell] !== ZERO), all);
  return { complete: subBlock(block, complete, short), others: subBlock(block, others, (cells) => cells) };
}

/** Expected counts by cell as they would be without the coding: who is not at another category is at 0. */
function plainCounts(counts: Float64Array, nodes: number, problem: FitProblem): Float64Array {
  const all = counts.subarray(counts.length - nodes);
  const plain = counts.slice(0, counts.length - nodes);
  for (const { row, model } of freeItems(problem)) {
    const zero = plain.subarray(row * nodes, (row + 1) * nodes);
    zero.set(all);
    for (let k = 1; k < model.categories; k += 1) {
      zero.forEach((count, n) => {
        zero[n] = count - Number(plain[(row + k) * nodes + n]);
      });
    }
  }
  return plain;
}

/** Both kinds of persons together. */
export function mergedMoments(
  plain: ScoreMoments,
  coded: ScoreMoments,
  nodes: number,
  problem: FitProblem,
): ScoreMoments {
  return {
    order: plain.order,
    between: vectorSum(plain.between, coded.between),
    within: vectorSum(plain.within, coded.within),
    ofMeans: plain.ofMeans,
    counts: vectorSum(plain.counts, plainCounts(coded.counts, nodes, problem)),
  };
}
