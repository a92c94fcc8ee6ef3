import { LANES } from '../plan.ts';
import { share } from '../team.ts';
import { ownRows } from '../workbench.ts';
import { countRows, type Growth, histogramPlace, scanGroup, scanPair, totalOf } from './histograms.ts';
import type { Node, Pair } from './node.ts';
import { bestSplit, type Split, splitNode } from './splits.ts';
import { addLeaf, type GrowingTree, newTree } from './tree.ts';
import { leafWeight, nodeGain, UNBOUNDED } from './weights.ts';

/** Features allowed at a depth: one byte each. */
export type FeaturesAt = (depth: number) => Uint8Array;

export type GrownTree = {
  readonly tree: GrowingTree;
  /** Every sampled row is in one of them. */
  readonly leaves: readonly Node[];
};

/** Free places for histograms, the same in every thread. */
function slotPool(slots: number) {
  const free = Array.from({ length: slots }, (_, i) => slots - 1 - i);
  return {
    take: () => free.pop() ?? -1,
    give: (slot: number) => {
      if (slot >= 0) free.push(slot);
    },
  };
}

type Slots = ReturnType<typeof slotPool>;

/** The root, counted and scanned. */
function plantRoot(growth: Growth, tree: GrowingTree, slots: Slots, allowed: Uint8Array): Node {
  const { rules, groups, bench, sampled } = growth;
  const { f64 } = bench.views;
  const sumAt = bench.plan.rootSum / 8;
  const slot = slots.take();
  const root = ({ g, h }: { g: number; h: number }): Node => {
    const rootGain = nodeGain(g, h, rules, UNBOUNDED);
    return { id: 0, first: 0, count: sampled, g, h, rootGain, bounds: UNBOUNDED, slot };
  };
  share(bench.team, groups.length, (piece) => {
    const group = groups[piece] as number; // piece < length
    const at = histogramPlace(growth, slot, group, 0);
    countRows(growth, { first: 0, count: sampled }, group, at);
    const total = totalOf(growth, group, at);
    scanGroup(growth, root(total), 0, group, at, allowed);
    if (piece === 0) f64.set([total.g, total.h], sumAt);
  });
  const planted = root({ g: f64[sumAt] as number, h: f64[sumAt + 1] as number }); // set with the first piece
  addLeaf(tree, leafWeight(planted.g, planted.h, rules, UNBOUNDED), rules.eta, planted.h);
  return planted;
}

/** Puts a splitting node's left rows before its right ones; answers how many there are. */
function partRows({ bench, bins }: Growth, { first, count }: Node, { feature, bin, isDefaultLeft }: Split): number {
  const { kernel, plan } = bench;
  const { rows, spare } = ownRows(bench);
  const byte = plan.bins + 4 * plan.train.rows * Math.floor(feature / LANES) + (feature % LANES);
  const rotate = isDefaultLeft ? 256 - (bins.counts[feature] as number) : 0; // the code of missing values becomes 0
  return kernel.partition(byte, rows + 4 * first, count, rotate, bin + rotate, spare + 4 * first);
}

function pairOf(left: Node, right: Node, leftAt: number, parentSlot: number): Pair {
  const isLeftSmaller = left.count < right.count;
  return isLeftSmaller
    ? { smaller: left, larger: right, smallerAt: leftAt, largerAt: leftAt + 1, parentSlot }
    : { smaller: right, larger: left, smallerAt: leftAt + 1, largerAt: leftAt, parentSlot };
}

const inOrder = ({ smaller, larger, smallerAt, largerAt }: Pair): Node[] =>
  smallerAt < largerAt ? [smaller, larger] : [larger, smaller];

/** Places for the children's histograms; on the last level that splits nobody needs them later. */
function takeSlots(pairs: readonly Pair[], slots: Slots, isLast: boolean): void {
  for (const { smaller, larger, parentSlot } of pairs) {
    smaller.slot = isLast ? -1 : slots.take();
    larger.slot = parentSlot >= 0 || isLast ? parentSlot : slots.take();
  }
}

function scanLevel(growth: Growth, pairs: readonly Pair[], allowed: Uint8Array): void {
  const { groups, bench } = growth;
  // Group by group, so that a thread meets the same bins again.
  share(bench.team, pairs.length * groups.length, (piece) => {
    const pair = pairs[piece % pairs.length] as Pair; // remainder and quotient lie within the lists
    scanPair(growth, pair, groups[Math.floor(piece / pairs.length)] as number, allowed);
  });
}

/**
 * Grows one tree level by level. Every thread of the team calls this with the same arguments and gets the same tree:
 * they share out the counting; splitting and parting rows is so little that each does it alone rather than wait.
 */
export function growTree(growth: Growth, featuresAt: FeaturesAt): GrownTree {
  const { plan, parameters } = growth.bench;
  const tree = newTree();
  const slots = slotPool(plan.slots);
  const leaves: Node[] = [];
  let level = [plantRoot(growth, tree, slots, featuresAt(0))];
  for (let depth = 1; level.length > 0; depth += 1) {
    // Records of one depth are read while a faster thread may write those of the next.
    const [recordsFrom, recordsTo] = depth % 2 === 1 ? [0, plan.widest] : [plan.widest, 0];
    const pairs: Pair[] = [];
    for (const [at, node] of level.entries()) {
      const split = bestSplit(growth, node, recordsFrom + at);
      if (split === undefined) {
        leaves.push(node);
        slots.give(node.slot);
        continue;
      }
      const [left, right] = splitNode(growth, tree, node, split, partRows(growth, node, split));
      pairs.push(pairOf(left, right, recordsTo + 2 * pairs.length, node.slot));
    }
    level = pairs.flatMap(inOrder);
    if (depth === parameters.max_depth) return { tree, leaves: [...leaves, ...level] };
    takeSlots(pairs, slots, depth === parameters.max_depth - 1);
    scanLevel(growth, pairs, featuresAt(depth));
  }
  return { tree, leaves };
}
