import type { Table } from '../../table/table.ts';
import { softmax } from '../boosting/gradients.ts';
import { predictionOf } from '../boosting/watching.ts';
import { likeliestClass } from '../evaluation/evaluate.ts';
import { isMulticlass } from '../parameters/boosting-parameters.ts';
import type { BoostedTrees, Tree } from './model-schema.ts';
import { usedTrees } from './used-trees.ts';

/** All used trees' nodes, one tree's after the other's; children are counted from the first tree's root. */
type Nodes = {
  readonly roots: Int32Array;
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly feature: Int32Array;
  readonly condition: Float32Array;
  readonly defaultLeft: Uint8Array;
};

function compile(trees: readonly Tree[]): Nodes {
  const roots = new Int32Array(trees.length);
  let nodes = 0;
  for (const [t, tree] of trees.entries()) {
    roots[t] = nodes;
    nodes += tree.leftChildren.length;
  }
  const placed = (pick: (tree: Tree) => readonly number[]) =>
    Int32Array.from(trees.flatMap((tree, t) => pick(tree).map((child) => (child < 0 ? -1 : child + (roots[t] ?? 0)))));
  return {
    roots,
    left: placed((tree) => tree.leftChildren),
    right: placed((tree) => tree.rightChildren),
    feature: Int32Array.from(trees.flatMap((tree) => tree.splitIndices)),
    condition: Float32Array.from(trees.flatMap((tree) => tree.splitConditions)),
    defaultLeft: Uint8Array.from(trees.flatMap((tree) => tree.defaultLeft)),
  };
}

/** A model serves many requests; its nodes are laid out once. */
const compiled = new WeakMap<BoostedTrees, Nodes>();

function nodesOf(model: BoostedTrees): Nodes {
  const known = compiled.get(model);
  if (known !== undefined) return known;
  const nodes = compile(usedTrees(model));
  compiled.set(model, nodes);
  return nodes;
}

/** @throws RangeError if the table has not the model's number of columns */
export function checkColumns({ featureNames }: BoostedTrees, { columns }: Table): void {
  if (columns.length === featureNames.length) return;
  throw new RangeError(`the model takes ${featureNames.length} columns, the table has ${columns.length}`);
}

/** Row i in single precision, as training saw it. */
export function readRow({ columns }: Table, i: number, row: Float32Array): void {
  for (let j = 0; j < row.length; j += 1) row[j] = columns[j]?.[i] ?? Number.NaN;
}

function leafValue(nodes: Nodes, root: number, row: Float32Array): number {
  const { left, right, feature, condition, defaultLeft } = nodes;
  let node = root;
  // Casts: children and features are checked when a model is trained or loaded.
  for (let next = left[node] as number; next >= 0; next = left[node] as number) {
    const value = row[feature[node] as number] as number;
    const isLeft = Number.isNaN(value) ? defaultLeft[node] === 1 : value < (condition[node] as number);
    node = isLeft ? next : (right[node] as number);
  }
  return condition[node] as number;
}

/**
 * Raw scores: log odds, logs of counts, numbers, or one score a class.
 *
 * @returns rows × treesPerRound, row by row
 * @throws  RangeError if the table has not the model's number of columns
 */
export function predictMargins(model: BoostedTrees, table: Table): Float64Array {
  checkColumns(model, table);
  const nodes = nodesOf(model);
  const { treesPerRound: width, baseMargin } = model;
  const margins = new Float64Array(table.rows * width).fill(baseMargin);
  const row = new Float32Array(table.columns.length);
  for (let i = 0; i < table.rows; i += 1) {
    readRow(table, i, row);
    for (let t = 0; t < nodes.roots.length; t += 1) {
      const at = i * width + (t % width);
      margins[at] = (margins[at] as number) + leafValue(nodes, nodes.roots[t] as number, row); // t < length
    }
  }
  return margins;
}

/**
 * Predictions of the objective's kind: the probability of label 1, a number, an expected count, the probabilities of
 * all classes row by row (multi:softprob), or the likeliest class (multi:softmax).
 *
 * @returns one a row; rows × classes for multi:softprob
 * @throws  RangeError if the table has not the model's number of columns
 */
export function predict(model: BoostedTrees, table: Table): Float64Array {
  const margins = predictMargins(model, table);
  const { objective, treesPerRound } = model;
  if (!isMulticlass(objective)) return margins.map((margin) => predictionOf(objective, margin));
  for (let i = 0; i < table.rows; i += 1) softmax(margins.subarray(i * treesPerRound, (i + 1) * treesPerRound));
  if (objective === 'multi:softprob') return margins;
  return Float64Array.from({ length: table.rows }, (_, i) =>
    likeliestClass(margins.subarray(i * treesPerRound, (i + 1) * treesPerRound), 1, treesPerRound, 0),
  );
}
