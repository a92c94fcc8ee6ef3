import type { BoostedTrees, Tree } from '../trees/model/model-schema.ts';
import { usedTrees } from '../trees/model/used-trees.ts';
import type { Objective } from '../trees/parameters/boosting-parameters.ts';
import { modelBytes, type Operation } from './graph.ts';
import { type Link, outputPart } from './outputs.ts';

const LINKS: Readonly<Record<Objective, Link>> = {
  'binary:logistic': 'logistic',
  'reg:squarederror': 'identity',
  'count:poisson': 'exponential',
  'multi:softprob': 'softmax',
  'multi:softmax': 'softmax',
};

type Numbers = readonly number[];

const wholes = (value: Numbers) => ({ kind: 'wholes', value }) as const;
const floats = (value: Numbers) => ({ kind: 'floats', value }) as const;

const isLeaf = (tree: Tree, node: number) => (tree.leftChildren[node] ?? -1) < 0;

/** One list over the nodes of all trees. */
function ofNodes<T>(trees: readonly Tree[], pick: (tree: Tree, node: number, number: number) => T): T[] {
  return trees.flatMap((tree, number) => tree.leftChildren.map((_, node) => pick(tree, node, number)));
}

function nodeAttributes(trees: readonly Tree[]): Operation['attributes'] {
  const atSplit = (values: (tree: Tree) => Numbers) =>
    ofNodes(trees, (tree, node) => (isLeaf(tree, node) ? 0 : (values(tree)[node] ?? 0)));
  return {
    nodes_treeids: wholes(ofNodes(trees, (_tree, _node, number) => number)),
    nodes_nodeids: wholes(ofNodes(trees, (_tree, node) => node)),
    nodes_featureids: wholes(atSplit((tree) => tree.splitIndices)),
    nodes_values: floats(atSplit((tree) => tree.splitConditions)),
    nodes_truenodeids: wholes(atSplit((tree) => tree.leftChildren)),
    nodes_falsenodeids: wholes(atSplit((tree) => tree.rightChildren)),
    nodes_missing_value_tracks_true: wholes(atSplit((tree) => tree.defaultLeft)),
    nodes_modes: { kind: 'texts', value: ofNodes(trees, (tree, node) => (isLeaf(tree, node) ? 'LEAF' : 'BRANCH_LT')) },
  };
}

type Leaf = { readonly tree: number; readonly node: number; readonly value: number };

function leavesOf(trees: readonly Tree[]): Leaf[] {
  const all = ofNodes(trees, (tree, node, number) =>
    isLeaf(tree, node) ? [{ tree: number, node, value: tree.splitConditions[node] ?? 0 }] : [],
  );
  return all.flat();
}

/**
 * A model as ONNX: `input` (float, rows × features, NaN = missing) to `prediction`, or to `label` and `probabilities`.
 * Sums are in single precision there, so predictions agree to about 1e-6.
 *
 * @returns the bytes of an .onnx file
 * @see     https://onnx.ai/onnx/operators/onnx_aionnxml_TreeEnsembleRegressor.html
 */
export function boostedTreesToOnnx(model: BoostedTrees): Uint8Array {
  const trees = usedTrees(model);
  const { treesPerRound, baseMargin, featureNames } = model;
  const leaves = leavesOf(trees);
  const scores: Operation = {
    type: 'TreeEnsembleRegressor',
    isMl: true,
    inputs: ['input'],
    outputs: ['scores'],
    attributes: {
      ...nodeAttributes(trees),
      n_targets: { kind: 'whole', value: treesPerRound },
      target_treeids: wholes(leaves.map(({ tree }) => tree)),
      target_nodeids: wholes(leaves.map(({ node }) => node)),
      target_ids: wholes(leaves.map(({ tree }) => tree % treesPerRound)),
      target_weights: floats(leaves.map(({ value }) => value)),
      base_values: floats(new Array(treesPerRound).fill(baseMargin)),
      post_transform: { kind: 'text', value: 'NONE' },
    },
  };
  const { operations, constants, outputs } = outputPart(LINKS[model.objective], treesPerRound);
  return modelBytes({ name: 'boosted-trees', featureNames, operations: [scores, ...operations], constants, outputs });
}
