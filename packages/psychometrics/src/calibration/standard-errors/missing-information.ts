import type { PersonBlock } from './person-block.ts';
import type { ScoreTable } from './score-table.ts';

/**
 * Sums over persons of the mean of S·Sᵀ and of (mean of S)·(mean of S)ᵀ under each person's posterior, where S is the
 * score (the gradient of the complete-data log-likelihood). Their difference is the information that is missing because
 * abilities are not observed.
 */
export type ScoreMoments = {
  readonly order: number;
  /** Products of one cell with a later one of the same person; counts for both triangles. */
  readonly between: Float64Array;
  /** Products of a cell with itself. */
  readonly within: Float64Array;
  /** Products of mean scores: the cross-product approximation of the observed information. */
  readonly ofMeans: Float64Array;
  /** cells × nodes: expected weight of persons. */
  readonly counts: Float64Array;
};

export function emptyMoments(order: number, { logs }: ScoreTable): ScoreMoments {
  const square = () => new Float64Array(order * order);
  return { order, between: square(), within: square(), ofMeans: square(), counts: new Float64Array(logs.length) };
}

/** One node's pair counts: entry c × cells + c′, c ≤ c′, is the weight of persons at the node with both answers. */
function countPairs(block: PersonBlock, node: number, nodes: number, cells: number, out: Float64Array): void {
  out.fill(0);
  const { starts, weights, posteriors, persons, cells: answers } = block;
  for (let i = 0; i < persons; i += 1) {
    const share = posteriors[i * nodes + node] as number; // in range, as all here
    if (share === 0) continue;
    const mass = share * (weights[i] as number);
    const end = starts[i + 1] as number;
    for (let at = starts[i] as number; at < end; at += 1) {
      const row = (answers[at] as number) * cells;
      for (let other = at; other < end; other += 1) {
        const cell = row + (answers[other] as number);
        out[cell] = (out[cell] as number) + mass;
      }
    }
  }
}

/** Σ over later cells of pair count × score, for one cell, as a row over free parameters. */
function foldRow(table: ScoreTable, pairs: Float64Array, cell: number, node: number, nodes: number, out: Float64Array) {
  out.fill(0);
  const { starts, places, slopes, cells } = table;
  for (let other = cell + 1; other < cells; other += 1) {
    const mass = pairs[cell * cells + other] as number; // in range, as all here
    if (mass === 0) continue;
    for (let entry = starts[other] as number; entry < (starts[other + 1] as number); entry += 1) {
      const place = places[entry] as number;
      out[place] = (out[place] as number) + mass * (slopes[entry * nodes + node] as number);
    }
  }
}

function addOuter(table: ScoreTable, cell: number, node: number, nodes: number, row: Float64Array, out: Float64Array) {
  const { starts, places, slopes } = table;
  const order = row.length;
  for (let entry = starts[cell] as number; entry < (starts[cell + 1] as number); entry += 1) {
    const slope = slopes[entry * nodes + node] as number;
    const base = (places[entry] as number) * order;
    for (let s = 0; s < order; s += 1) out[base + s] = (out[base + s] as number) + slope * (row[s] as number);
  }
}

/** One node's share of both kinds of products, from its pair counts. */
function foldNode(table: ScoreTable, pairs: Float64Array, node: number, nodes: number, moments: ScoreMoments): void {
  const row = new Float64Array(moments.order);
  for (let cell = 0; cell < table.cells; cell += 1) {
    const own = pairs[cell * table.cells + cell] as number; // in range
    moments.counts[cell * nodes + node] = (moments.counts[cell * nodes + node] as number) + own;
    if (own === 0 || table.starts[cell] === table.starts[cell + 1]) continue;
    foldRow(table, pairs, cell, node, nodes, row);
    addOuter(table, cell, node, nodes, row, moments.between);
    row.fill(0);
    for (let entry = table.starts[cell] as number; entry < (table.starts[cell + 1] as number); entry += 1) {
      row[table.places[entry] as number] = own * (table.slopes[entry * nodes + node] as number);
    }
    addOuter(table, cell, node, nodes, row, moments.within);
  }
}

/** The mean score of person i under the posterior. */
function meanScore(table: ScoreTable, block: PersonBlock, i: number, nodes: number, out: Float64Array): void {
  out.fill(0);
  const { starts, places, slopes } = table;
  const posterior = block.posteriors.subarray(i * nodes, (i + 1) * nodes);
  let from = 0;
  let to = nodes;
  while (from < nodes && posterior[from] === 0) from += 1;
  while (to > from && posterior[to - 1] === 0) to -= 1;
  for (let at = block.starts[i] as number; at < (block.starts[i + 1] as number); at += 1) {
    const cell = block.cells[at] as number;
    for (let entry = starts[cell] as number; entry < (starts[cell + 1] as number); entry += 1) {
      let sum = 0;
      for (let n = from; n < to; n += 1) sum += (posterior[n] as number) * (slopes[entry * nodes + n] as number);
      out[places[entry] as number] = (out[places[entry] as number] as number) + sum;
    }
  }
}

/** Four persons at a time: a quarter of the reads and writes of the large matrix. */
const TOGETHER = 4;

function addProducts(scores: Float64Array[], weights: readonly number[], out: Float64Array): void {
  const [first, second, third, fourth] = scores as [Float64Array, Float64Array, Float64Array, Float64Array]; // TOGETHER
  const [w = 0, x = 0, y = 0, z = 0] = weights;
  const order = first.length;
  for (let r = 0; r < order; r += 1) {
    const a = w * (first[r] as number); // in range, as all here
    const b = x * (second[r] as number);
    const c = y * (third[r] as number);
    const d = z * (fourth[r] as number);
    if (a === 0 && b === 0 && c === 0 && d === 0) continue;
    for (let s = r; s < order; s += 1) {
      const more = a * (first[s] as number) + b * (second[s] as number) + c * (third[s] as number);
      out[r * order + s] = (out[r * order + s] as number) + more + d * (fourth[s] as number);
    }
  }
}

/** Adds a block's products of mean scores; the upper triangle only. */
export function addMeans(table: ScoreTable, block: PersonBlock, moments: ScoreMoments): void {
  const nodes = table.logs.length / table.cells;
  const scores = Array.from({ length: TOGETHER }, () => new Float64Array(moments.order));
  for (let i = 0; i < block.persons; i += TOGETHER) {
    const weights = scores.map((score, k) => {
      if (i + k >= block.persons) return 0;
      meanScore(table, block, i + k, nodes, score);
      return Number(block.weights[i + k]);
    });
    addProducts(scores, weights, moments.ofMeans);
  }
}

/** Adds a block's means of products, and its expected counts. */
export function addPairs(table: ScoreTable, block: PersonBlock, moments: ScoreMoments, pairs: Float64Array): void {
  const nodes = table.logs.length / table.cells;
  for (let node = 0; node < nodes; node += 1) {
    countPairs(block, node, nodes, table.cells, pairs);
    foldNode(table, pairs, node, nodes, moments);
  }
}
