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

/** Persons whose mean scores are multiplied in one go: their scores stay in the cache. */
const TOGETHER = 256;

/** Writes √weight × the mean score of person i under the posterior, one number each `TOGETHER`, to `out` from `at` on. */
function meanScore(
  table: ScoreTable,
  block: PersonBlock,
  i: number,
  nodes: number,
  out: Float64Array,
  at: number,
): void {
  const { starts, places, slopes } = table;
  const posterior = block.posteriors.subarray(i * nodes, (i + 1) * nodes);
  const root = Math.sqrt(block.weights[i] as number); // in range, as all here
  let from = 0;
  let to = nodes;
  while (from < nodes && posterior[from] === 0) from += 1;
  while (to > from && posterior[to - 1] === 0) to -= 1;
  for (let answer = block.starts[i] as number; answer < (block.starts[i + 1] as number); answer += 1) {
    const cell = block.cells[answer] as number;
    for (let entry = starts[cell] as number; entry < (starts[cell + 1] as number); entry += 1) {
      let sum = 0;
      for (let n = from; n < to; n += 1) sum += (posterior[n] as number) * (slopes[entry * nodes + n] as number);
      const place = (places[entry] as number) * TOGETHER + at;
      out[place] = (out[place] as number) + root * sum;
    }
  }
}

/** Adds the four products of columns r, r + 1 with columns s, s + 1: sums stay in registers. */
function addTile(columns: Float64Array, r: number, s: number, out: Float64Array, order: number): void {
  const first = r * TOGETHER;
  const second = first + TOGETHER;
  const third = s * TOGETHER;
  const fourth = third + TOGETHER;
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let k = 0; k < TOGETHER; k += 1) {
    const w = columns[first + k] as number; // in range, as all here
    const x = columns[second + k] as number;
    const y = columns[third + k] as number;
    const z = columns[fourth + k] as number;
    a += w * y;
    b += w * z;
    c += x * y;
    d += x * z;
  }
  const upper = r * order + s;
  const lower = upper + order;
  out[upper] = (out[upper] as number) + a;
  if (s + 1 < order) out[upper + 1] = (out[upper + 1] as number) + b;
  if (r + 1 >= order) return;
  out[lower] = (out[lower] as number) + c;
  if (s + 1 < order) out[lower + 1] = (out[lower + 1] as number) + d;
}

/** Adds a block's products of mean scores; of the lower triangle only what stands in tiles on the diagonal. */
export function addMeans(table: ScoreTable, block: PersonBlock, { order, ofMeans }: ScoreMoments): void {
  const nodes = table.logs.length / table.cells;
  const columns = new Float64Array((order + (order % 2)) * TOGETHER);
  for (let first = 0; first < block.persons; first += TOGETHER) {
    const last = Math.min(block.persons, first + TOGETHER);
    columns.fill(0);
    for (let i = first; i < last; i += 1) meanScore(table, block, i, nodes, columns, i - first);
    for (let r = 0; r < order; r += 2) {
      for (let s = r; s < order; s += 2) addTile(columns, r, s, ofMeans, order);
    }
  }
}

/** Adds a block's means of products, and its expected counts. */
export function addPairs(table: ScoreTable, block: PersonBlock, moments: ScoreMoments): void {
  if (block.persons === 0) return;
  const pairs = new Float64Array(table.cells ** 2);
  const nodes = table.logs.length / table.cells;
  for (let node = 0; node < nodes; node += 1) {
    countPairs(block, node, nodes, table.cells, pairs);
    foldNode(table, pairs, node, nodes, moments);
  }
}
