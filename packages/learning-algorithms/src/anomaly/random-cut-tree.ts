import type { Rng } from '@cairn/kernel';
import type { Rows } from '../numbers/dense.ts';

/** Nodes in preorder, each with the bounding box of its rows: width numbers in `lows` and in `highs`. */
export type RandomCutTree = {
  /** −1 in a leaf. */
  readonly features: readonly number[];
  readonly cuts: readonly number[];
  /** The right child; the left one follows its parent. */
  readonly rights: readonly number[];
  /** Rows below the node. */
  readonly masses: readonly number[];
  readonly lows: readonly number[];
  readonly highs: readonly number[];
};

type Growth = { [K in keyof RandomCutTree]: number[] } & { readonly data: Rows; readonly rng: Rng };

type Box = { readonly low: Float64Array; readonly high: Float64Array };

function boxOf({ width, cells }: Rows, members: readonly number[]): Box {
  const low = new Float64Array(width).fill(Number.POSITIVE_INFINITY);
  const high = new Float64Array(width).fill(Number.NEGATIVE_INFINITY);
  for (const i of members) {
    for (let j = 0; j < width; j += 1) {
      const value = cells[i * width + j] as number; // members are rows, and j < width
      if (value < (low[j] as number)) low[j] = value;
      if (value > (high[j] as number)) high[j] = value;
    }
  }
  return { low, high };
}

/** A feature with probability proportional to its range, and a cut uniform within it; undefined if rows are alike. */
function drawCut({ low, high }: Box, rng: Rng): { readonly feature: number; readonly cut: number } | undefined {
  const ranges = high.map((value, j) => value - (low[j] as number)); // one a feature
  const total = ranges.reduce((sum, range) => sum + range, 0);
  if (!(total > 0)) return undefined;
  let rest = rng.next() * total;
  let feature = ranges.findLastIndex((range) => range > 0); // where rounding leaves a rest
  for (let j = 0; j < ranges.length; j += 1) {
    const range = ranges[j] as number; // j < length
    if (rest < range) {
      feature = j;
      break;
    }
    rest -= range;
  }
  // rng gives [0, 1), so that the cut stays below the maximum and neither side is empty.
  return { feature, cut: (low[feature] as number) + rng.next() * (ranges[feature] as number) };
}

function grow(growth: Growth, members: readonly number[]): void {
  const { data, rng, features, cuts, rights, masses, lows, highs } = growth;
  const at = features.length;
  const box = boxOf(data, members);
  const split = drawCut(box, rng);
  features.push(split?.feature ?? -1);
  cuts.push(split?.cut ?? 0);
  rights.push(-1);
  masses.push(members.length);
  lows.push(...box.low);
  highs.push(...box.high);
  if (split === undefined) return;
  const { feature, cut } = split;
  const isLeft = (i: number) => (data.cells[i * data.width + feature] as number) <= cut;
  const others = members.filter((i) => !isLeft(i));
  grow(growth, members.filter(isLeft));
  rights[at] = features.length;
  grow(growth, others);
}

/** A random cut tree over some rows; rows that are alike share a leaf. */
export function growCutTree(data: Rows, members: readonly number[], rng: Rng): RandomCutTree {
  const growth = { data, rng, features: [], cuts: [], rights: [], masses: [], lows: [], highs: [] };
  grow(growth, members);
  const { features, cuts, rights, masses, lows, highs } = growth;
  return { features, cuts, rights, masses, lows, highs };
}
