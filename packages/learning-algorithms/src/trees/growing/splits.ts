import { type Growth, recordPlace } from './histograms.ts';
import type { Node } from './node.ts';
import { addLeaf, type GrowingTree } from './tree.ts';
import { type Bounds, leafWeight, nodeGain } from './weights.ts';

const { fround } = Math;

/** XGBoost's least gain of a split. */
const LEAST_GAIN = 1e-6;

/** The best split of a node over all groups. */
export type Split = {
  readonly feature: number;
  /** The last bin on the left; −1: only missing values go left. */
  readonly bin: number;
  readonly isDefaultLeft: boolean;
  readonly gain: number;
  readonly leftG: number;
  readonly leftH: number;
};

/** @returns undefined where the node stays a leaf */
export function bestSplit(growth: Growth, node: Node, nodeAt: number): Split | undefined {
  const { f32, f64, i32 } = growth.bench.views;
  let best = 0;
  let most = 0;
  for (const group of growth.groups) {
    const at = recordPlace(growth, nodeAt, group);
    const gain = f32[at / 4 + 4] as number; // a record of the plan, as below
    if (gain <= most) continue; // equal gains: the feature that comes first
    most = gain;
    best = at;
  }
  if (most <= LEAST_GAIN || most < growth.rules.gamma) return undefined;
  const [leftG, leftH] = [f64[best / 8] as number, f64[best / 8 + 1] as number];
  if (leftH === 0 || node.h - leftH === 0) return undefined;
  const [feature, bin] = [i32[best / 4 + 5] as number, i32[best / 4 + 6] as number];
  return { feature, bin, isDefaultLeft: i32[best / 4 + 7] === 1, gain: most, leftG, leftH };
}

function childBounds(growth: Growth, { bounds }: Node, split: Split, left: number, right: number): [Bounds, Bounds] {
  const sign = growth.bench.parameters.monotone_constraints[split.feature] ?? 0;
  if (sign === 0) return [bounds, bounds];
  const middle = fround((left + right) / 2);
  const [below, above] = [
    { ...bounds, upper: middle },
    { ...bounds, lower: middle },
  ];
  return sign > 0 ? [below, above] : [above, below];
}

function thresholdOf({ bench }: Growth, { feature, bin }: Split): number {
  const { plan, parameters, views } = bench;
  const at = bin < 0 ? plan.minima / 4 + feature : plan.cuts / 4 + feature * parameters.max_bin + bin;
  return views.f32[at] as number; // a bin of the feature
}

/** Turns a leaf into a split with two leaves, whose rows stand one after the other in the parent's. */
export function splitNode(
  growth: Growth,
  tree: GrowingTree,
  node: Node,
  split: Split,
  leftCount: number,
): [Node, Node] {
  const { rules } = growth;
  const { leftG, leftH } = split;
  const [rightG, rightH] = [node.g - leftG, node.h - leftH];
  const leftWeight = leafWeight(leftG, leftH, rules, node.bounds);
  const rightWeight = leafWeight(rightG, rightH, rules, node.bounds);
  const [leftBounds, rightBounds] = childBounds(growth, node, split, leftWeight, rightWeight);
  const left = addLeaf(tree, leftWeight, rules.eta, leftH);
  const right = addLeaf(tree, rightWeight, rules.eta, rightH);
  tree.leftChildren[node.id] = left;
  tree.rightChildren[node.id] = right;
  tree.splitIndices[node.id] = split.feature;
  tree.splitConditions[node.id] = thresholdOf(growth, split);
  tree.defaultLeft[node.id] = split.isDefaultLeft ? 1 : 0;
  tree.lossChanges[node.id] = split.gain;
  const child = (id: number, first: number, count: number, g: number, h: number, bounds: Bounds): Node => {
    return { id, first, count, g, h, rootGain: nodeGain(g, h, rules, bounds), bounds, slot: -1 };
  };
  return [
    child(left, node.first, leftCount, leftG, leftH, leftBounds),
    child(right, node.first + leftCount, node.count - leftCount, rightG, rightH, rightBounds),
  ];
}
