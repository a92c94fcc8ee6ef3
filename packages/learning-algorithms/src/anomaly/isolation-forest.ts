import type { Rng } from '@cairn/kernel';
import { denseRows, type Rows, requireColumns } from '../numbers/dense.ts';
import type { Table } from '../table/table.ts';
import { drawRows } from './draw-rows.ts';

export type IsolationForestOptions = {
  /** 100. */
  readonly num_trees?: number;
  /** Rows each tree sees; 256, or all if there are fewer. */
  readonly num_samples_per_tree?: number;
};

/** Nodes in preorder; a leaf has feature −1 and the expected path length below it as its threshold. */
export type IsolationTree = {
  readonly features: readonly number[];
  readonly thresholds: readonly number[];
  /** The right child; the left one follows its parent. */
  readonly rights: readonly number[];
};

/** A fitted forest: plain data that survives JSON. */
export type IsolationForest = {
  readonly kind: 'isolation-forest';
  readonly names: readonly string[];
  readonly samplesPerTree: number;
  readonly trees: readonly IsolationTree[];
};

const EULER = 0.5772156649015329;

/**
 * Mean length of an unsuccessful search in a binary search tree of n keys.
 *
 * @see Preiss (1999), as quoted by Liu, Ting & Zhou (2008)
 */
export function meanPathLength(n: number): number {
  if (n <= 1) return 0;
  return n === 2 ? 1 : 2 * (Math.log(n - 1) + EULER) - (2 * (n - 1)) / n;
}

type Growth = {
  readonly data: Rows;
  readonly rng: Rng;
  readonly depthLimit: number;
  readonly features: number[];
  readonly thresholds: number[];
  readonly rights: number[];
};

/** A feature in which the rows differ, and a value between its extremes; undefined if all rows are alike. */
function drawSplit(
  { data, rng }: Growth,
  members: readonly number[],
): { feature: number; threshold: number } | undefined {
  const { width, cells } = data;
  const candidates = Array.from({ length: width }, (_, j) => j);
  while (candidates.length > 0) {
    const [feature = 0] = candidates.splice(rng.below(candidates.length), 1);
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (const i of members) {
      const value = cells[i * width + feature] as number; // members are rows
      if (value < low) low = value;
      if (value > high) high = value;
    }
    if (high > low) return { feature, threshold: low + rng.next() * (high - low) };
  }
  return undefined;
}

function grow(growth: Growth, members: readonly number[], depth: number): void {
  const { data, features, thresholds, rights } = growth;
  const at = features.length;
  const split = members.length > 1 && depth < growth.depthLimit ? drawSplit(growth, members) : undefined;
  features.push(split?.feature ?? -1);
  thresholds.push(split?.threshold ?? meanPathLength(members.length));
  rights.push(-1);
  if (split === undefined) return;
  const isLeft = (i: number) => (data.cells[i * data.width + split.feature] as number) <= split.threshold;
  grow(growth, members.filter(isLeft), depth + 1);
  rights[at] = features.length;
  const others = members.filter((i) => !isLeft(i));
  grow(growth, others, depth + 1);
}

/**
 * Isolation forest: rows that random splits soon set apart are unlike the rest.
 *
 * @param table features, no cell missing; at least two rows
 * @throws      RangeError on bad options or a missing cell
 * @see         Liu, Ting & Zhou (2008), Isolation forest, IEEE International Conference on Data Mining, 413–422
 */
export function fitIsolationForest(table: Table, options: IsolationForestOptions, rng: Rng): IsolationForest {
  const data = denseRows(table, 'an isolation forest');
  const { num_trees: count = 100, num_samples_per_tree: wanted = 256 } = options;
  if (!(Number.isInteger(count) && count >= 1)) throw new RangeError(`num_trees is ${count}, but must be 1 or more`);
  if (!(Number.isInteger(wanted) && wanted >= 2)) {
    throw new RangeError(`num_samples_per_tree is ${wanted}, but must be a whole number of 2 or more`);
  }
  const samplesPerTree = Math.min(wanted, data.rows);
  const depthLimit = Math.ceil(Math.log2(Math.max(samplesPerTree, 2)));
  const trees = Array.from({ length: count }, (): IsolationTree => {
    const growth = { data, rng, depthLimit, features: [], thresholds: [], rights: [] };
    grow(growth, drawRows(data.rows, samplesPerTree, rng), 0);
    const { features, thresholds, rights } = growth;
    return { features, thresholds, rights };
  });
  return { kind: 'isolation-forest', names: table.names, samplesPerTree, trees };
}

function pathLength({ features, thresholds, rights }: IsolationTree, cells: Float64Array, base: number): number {
  let node = 0;
  let depth = 0;
  for (;;) {
    const feature = features[node] as number; // every path ends in a leaf, here and below
    const threshold = thresholds[node] as number;
    if (feature < 0) return depth + threshold;
    node = (cells[base + feature] as number) <= threshold ? node + 1 : (rights[node] as number);
    depth += 1;
  }
}

/**
 * Anomaly score of each row: 2 to the power of −(mean path length / its expectation).
 *
 * @returns in (0, 1): near 1 anomalous, below 0.5 ordinary
 * @throws  RangeError if the columns differ from the model's or a cell is missing
 */
export function isolationScores(forest: IsolationForest, table: Table): Float64Array {
  requireColumns(table, forest.names);
  const { rows, width, cells } = denseRows(table, 'an isolation forest');
  const total = new Float64Array(rows);
  for (const tree of forest.trees) {
    for (let i = 0; i < rows; i += 1) total[i] = (total[i] as number) + pathLength(tree, cells, i * width); // i < rows
  }
  const expected = Math.max(meanPathLength(forest.samplesPerTree), Number.MIN_VALUE) * forest.trees.length;
  return total.map((sum) => 2 ** (-sum / expected));
}
