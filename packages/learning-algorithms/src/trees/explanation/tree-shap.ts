import type { Table } from '../../table/table.ts';
import type { BoostedTrees, Tree } from '../model/model-schema.ts';
import { checkColumns, readRow } from '../model/predict.ts';
import { usedTrees } from '../model/used-trees.ts';

/** A tree with the share of its training rows (by cover) that went left at each node. */
type SharedTree = {
  readonly tree: Tree;
  readonly leftShares: Float64Array;
  readonly mean: number;
  readonly depth: number;
};

// Casts in this file: children, features and path entries are in range by the tree's and the path's construction.

function shared(tree: Tree): SharedTree {
  const nodes = tree.leftChildren.length;
  const leftShares = new Float64Array(nodes);
  const means = Float64Array.from(tree.splitConditions);
  const depths = new Int32Array(nodes);
  for (let node = nodes - 1; node >= 0; node -= 1) {
    const left = tree.leftChildren[node] as number;
    if (left < 0) continue; // children have greater numbers, so theirs are done
    const right = tree.rightChildren[node] as number;
    const [toLeft, toRight] = [tree.sumHessian[left] as number, tree.sumHessian[right] as number];
    // Of the two children's sum, not the parent's rounded one, so that shares add up to 1.
    const share = toLeft > 0 && toRight > 0 ? toLeft / (toLeft + toRight) : 0.5;
    leftShares[node] = share;
    means[node] = share * (means[left] as number) + (1 - share) * (means[right] as number);
    depths[node] = 1 + Math.max(depths[left] as number, depths[right] as number);
  }
  return { tree, leftShares, mean: means[0] as number, depth: depths[0] as number };
}

/**
 * The splits above a node, one entry a feature. `zero`: the share of rows that reach the node where the feature is not
 * known; `one`: whether this row does where it is; `weight`: over subsets of so many known features, the summed chance.
 * Each depth of the walk has a stretch of its own.
 */
type Path = {
  readonly feature: Int32Array;
  readonly zero: Float64Array;
  readonly one: Float64Array;
  readonly weight: Float64Array;
};

function newPath(depth: number): Path {
  const size = ((depth + 2) * (depth + 3)) / 2;
  return {
    feature: new Int32Array(size),
    zero: new Float64Array(size),
    one: new Float64Array(size),
    weight: new Float64Array(size),
  };
}

function copy({ feature, zero, one, weight }: Path, from: number, to: number, length: number): void {
  for (const part of [feature, zero, one, weight]) part.copyWithin(to, from, from + length);
}

/** Adds a split to the path at `at`, which had `length` entries. */
function extend(path: Path, at: number, length: number, zero: number, one: number, feature: number): void {
  const { weight } = path;
  path.feature[at + length] = feature;
  path.zero[at + length] = zero;
  path.one[at + length] = one;
  weight[at + length] = length === 0 ? 1 : 0;
  for (let i = length - 1; i >= 0; i -= 1) {
    const held = weight[at + i] as number;
    weight[at + i + 1] = (weight[at + i + 1] as number) + (one * held * (i + 1)) / (length + 1);
    weight[at + i] = (zero * held * (length - i)) / (length + 1);
  }
}

/** Takes entry `index` out again; `last` is the number of the last entry. */
function unwind(path: Path, at: number, last: number, index: number): void {
  const { feature, zero, one, weight } = path;
  const [z, o] = [zero[at + index] as number, one[at + index] as number];
  let next = weight[at + last] as number;
  for (let i = last - 1; i >= 0; i -= 1) {
    const held = weight[at + i] as number;
    if (o !== 0) {
      const whole = (next * (last + 1)) / ((i + 1) * o);
      weight[at + i] = whole;
      next = held - (whole * z * (last - i)) / (last + 1);
    } else {
      weight[at + i] = (held * (last + 1)) / (z * (last - i));
    }
  }
  for (const part of [feature, zero, one]) part.copyWithin(at + index, at + index + 1, at + last + 1);
}

/** The sum of weights that `unwind` would leave. */
function unwoundSum({ zero, one, weight }: Path, at: number, last: number, index: number): number {
  const [z, o] = [zero[at + index] as number, one[at + index] as number];
  let next = weight[at + last] as number;
  let total = 0;
  for (let i = last - 1; i >= 0; i -= 1) {
    const held = weight[at + i] as number;
    if (o === 0) {
      total += (held * (last + 1)) / (z * (last - i));
      continue;
    }
    const whole = (next * (last + 1)) / ((i + 1) * o);
    total += whole;
    next = held - (whole * z * (last - i)) / (last + 1);
  }
  return total;
}

/** What stays the same during one row's walk through one tree. */
type Walk = {
  readonly shared: SharedTree;
  readonly row: Float32Array;
  readonly path: Path;
  /** Contributions, added to. */
  readonly phi: Float64Array;
  readonly phiAt: number;
};

function pay({ shared: { tree }, path, phi, phiAt }: Walk, node: number, at: number, last: number): void {
  const value = tree.splitConditions[node] as number;
  for (let i = 1; i <= last; i += 1) {
    const part = unwoundSum(path, at, last, i) * ((path.one[at + i] as number) - (path.zero[at + i] as number));
    const to = phiAt + (path.feature[at + i] as number);
    phi[to] = (phi[to] as number) + part * value;
  }
}

function entryOf({ feature }: Path, at: number, last: number, wanted: number): number {
  for (let i = 1; i <= last; i += 1) if (feature[at + i] === wanted) return i;
  return 0;
}

/** Walks below a node; its parent's path has `length` entries from `from` on. */
function walk(state: Walk, node: number, from: number, length: number, zero: number, one: number, split: number): void {
  const { path, row } = state;
  const { tree, leftShares } = state.shared;
  const at = from + length;
  copy(path, from, at, length);
  extend(path, at, length, zero, one, split);
  const left = tree.leftChildren[node] as number;
  if (left < 0) {
    pay(state, node, at, length);
    return;
  }
  const feature = tree.splitIndices[node] as number;
  const value = row[feature] as number;
  const isLeft = Number.isNaN(value) ? tree.defaultLeft[node] === 1 : value < (tree.splitConditions[node] as number);
  const known = entryOf(path, at, length, feature);
  const [z, o] = known > 0 ? [path.zero[at + known] as number, path.one[at + known] as number] : [1, 1];
  if (known > 0) unwind(path, at, length, known);
  const next = known > 0 ? length : length + 1;
  const share = leftShares[node] as number;
  walk(state, left, at, next, z * share, isLeft ? o : 0, feature);
  walk(state, tree.rightChildren[node] as number, at, next, z * (1 - share), isLeft ? 0 : o, feature);
}

/**
 * SHAP values of trees, where features that are not known follow the shares of the training rows (path-dependent).
 *
 * @returns rows × treesPerRound × (features + 1), row by row, class by class: what each feature adds to the margin, and
 *          last what the mean margin is; they sum to `predictMargins`
 * @throws  RangeError if the table has not the model's number of columns
 * @see     Lundberg et al. (2020), From local explanations to global understanding with explainable AI for trees,
 *          Nature Machine Intelligence 2, 56–67, algorithm 2
 */
export function treeShap(model: BoostedTrees, table: Table): Float64Array {
  checkColumns(model, table);
  const trees = usedTrees(model).map(shared);
  const { treesPerRound, baseMargin } = model;
  const width = table.columns.length + 1;
  const path = newPath(Math.max(...trees.map(({ depth }) => depth)));
  const phi = new Float64Array(table.rows * treesPerRound * width);
  const row = new Float32Array(table.columns.length);
  for (let i = 0; i < table.rows; i += 1) {
    readRow(table, i, row);
    for (const [t, tree] of trees.entries()) {
      const phiAt = (i * treesPerRound + (t % treesPerRound)) * width;
      const last = phiAt + width - 1;
      phi[last] = (phi[last] as number) + tree.mean + (t < treesPerRound ? baseMargin : 0);
      walk({ shared: tree, row, path, phi, phiAt }, 0, 0, 0, 1, 1, -1);
    }
  }
  return phi;
}
