import type { Rng } from '@cairn/kernel';
import { denseRows, requireColumns } from '../numbers/dense.ts';
import type { Table } from '../table/table.ts';
import { drawRows } from './draw-rows.ts';
import { growCutTree, type RandomCutTree } from './random-cut-tree.ts';

/** Hyperparameters under the names of SageMaker's RandomCutForest. */
export type RandomCutForestOptions = {
  /** 50 to 1000; 100. */
  readonly num_trees?: number;
  /** 1 to 2048; 256. Its inverse should be about the share of anomalies. */
  readonly num_samples_per_tree?: number;
};

/** A fitted forest: plain data that survives JSON. */
export type RandomCutForest = {
  readonly kind: 'random-cut-forest';
  readonly names: readonly string[];
  readonly trees: readonly RandomCutTree[];
};

/**
 * Random cut forest. Features of unlike units should be standardised first.
 *
 * @param table features, no cell missing
 * @throws      RangeError on bad options or a missing cell
 * @see         Guha, Mishra, Roy & Schrijvers (2016), Robust random cut forest based anomaly detection on streams, ICML;
 *              https://docs.aws.amazon.com/sagemaker/latest/dg/rcf_hyperparameters.html
 */
export function fitRandomCutForest(table: Table, options: RandomCutForestOptions, rng: Rng): RandomCutForest {
  const data = denseRows(table, 'a random cut forest');
  const { num_trees: count = 100, num_samples_per_tree: wanted = 256 } = options;
  if (!(Number.isInteger(count) && count >= 50 && count <= 1000)) {
    throw new RangeError(`num_trees is ${count}, but must be a whole number from 50 to 1000`);
  }
  if (!(Number.isInteger(wanted) && wanted >= 1 && wanted <= 2048)) {
    throw new RangeError(`num_samples_per_tree is ${wanted}, but must be a whole number from 1 to 2048`);
  }
  const trees = Array.from({ length: count }, () =>
    growCutTree(data, drawRows(data.rows, Math.min(wanted, data.rows), rng), rng),
  );
  return { kind: 'random-cut-forest', names: table.names, trees };
}

type Visit = { readonly tree: RandomCutTree; readonly width: number; readonly point: Float64Array };

/** Share of the extended bounding box that the point adds: the chance that the first cut sets the point apart. */
function separation({ tree, width, point }: Visit, node: number): number {
  let extension = 0;
  let range = 0;
  const { lows, highs } = tree;
  const base = node * width;
  for (let j = 0; j < width; j += 1) {
    const low = lows[base + j] as number; // each node has a box, here and below
    const high = highs[base + j] as number;
    const value = point[j] as number;
    range += high - low;
    if (value < low) extension += low - value;
    else if (value > high) extension += value - high;
  }
  return extension === 0 ? 0 : extension / (range + extension);
}

/**
 * Expected collusive displacement of a point that is inserted into the tree: over the nodes where a random cut may set
 * it apart, the largest ratio of displaced rows to rows removed, on the way from there to the root.
 */
function displacement(visit: Visit): number {
  const { tree, point } = visit;
  let node = 0;
  let reach = 1;
  let largest = 0;
  let expected = 0;
  for (;;) {
    const mass = tree.masses[node] as number; // every path ends in a leaf, here and below
    const apart = separation(visit, node);
    expected += reach * apart * Math.max(largest, mass);
    reach *= 1 - apart;
    const feature = tree.features[node] as number;
    if (feature < 0) return expected + reach * largest; // the point's double: removing it displaces no one here
    if (reach < 1e-12) return expected;
    const left = node + 1;
    const right = tree.rights[node] as number;
    const isLeft = (point[feature] as number) <= (tree.cuts[node] as number);
    const sibling = tree.masses[isLeft ? right : left] as number;
    node = isLeft ? left : right;
    largest = Math.max(largest, sibling / ((tree.masses[node] as number) + 1));
  }
}

/**
 * Anomaly score of each row: its expected collusive displacement, averaged over the trees.
 *
 * @returns at least 0; ordinary rows score low, and SageMaker's advice is to look at those beyond three standard
 *          deviations from the mean score
 * @throws  RangeError if the columns differ from the model's or a cell is missing
 */
export function randomCutScores(forest: RandomCutForest, table: Table): Float64Array {
  requireColumns(table, forest.names);
  const { rows, width, cells } = denseRows(table, 'a random cut forest');
  return Float64Array.from({ length: rows }, (_, i) => {
    const point = cells.subarray(i * width, (i + 1) * width);
    const sum = forest.trees.reduce((total, tree) => total + displacement({ tree, width, point }), 0);
    return sum / forest.trees.length;
  });
}
