import type { Bounds } from './weights.ts';

/** A node that may still split, the same in every thread. */
export type Node = {
  /** Its number in the tree. */
  readonly id: number;
  /** Its rows are `count` from `first` on. */
  readonly first: number;
  readonly count: number;
  readonly g: number;
  readonly h: number;
  readonly rootGain: number;
  readonly bounds: Bounds;
  /** Where its histograms are kept; −1: nowhere. */
  slot: number;
};

/** Two children of a node. The smaller one's rows are counted, the other's histogram is what is left of the parent's. */
export type Pair = {
  readonly smaller: Node;
  readonly larger: Node;
  /** Places among the nodes of the level, for their records. */
  readonly smallerAt: number;
  readonly largerAt: number;
  readonly parentSlot: number;
};
