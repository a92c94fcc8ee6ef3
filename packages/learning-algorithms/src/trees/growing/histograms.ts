import type { Bins } from '../binning/bins.ts';
import { RECORD_BYTES } from '../kernel/kernel.ts';
import { LANES } from '../plan.ts';
import { ownRows, type Workbench } from '../workbench.ts';
import { boundedScan } from './bounded-scan.ts';
import type { Node, Pair } from './node.ts';
import type { Regularization } from './weights.ts';

/** What one tree is grown from. */
export type Growth = {
  readonly bench: Workbench;
  readonly bins: Bins;
  readonly rules: Regularization;
  /** (gradient, hessian) a row: bytes. */
  readonly pairs: number;
  /** Rows that the tree sees; they stand first. */
  readonly sampled: number;
  /** 1 for each feature that the tree may use. */
  readonly ofTree: Uint8Array;
  /** Groups with such a feature. */
  readonly groups: readonly number[];
};

/** Where a group's histograms of a node lie: in its slot, or in this thread's scratch, first or second half. */
export function histogramPlace({ bench, bins }: Growth, slot: number, group: number, half: 0 | 1): number {
  const { plan, team } = bench;
  if (slot < 0) return plan.scratch + team.index * plan.scratchBytes + (half * plan.scratchBytes) / 2;
  return plan.histograms + slot * plan.slotBytes + (bins.groupOffsets[group] as number);
}

/** Counts a node's rows for one group of features. */
export function countRows(
  { bench, bins, pairs }: Growth,
  node: Pick<Node, 'first' | 'count'>,
  group: number,
  at: number,
): void {
  const { kernel, plan } = bench;
  const lane = (k: number) => at + (bins.laneOffsets[group * LANES + k] as number); // four a group
  kernel.clear(at, bins.groupEntries[group] as number);
  const words = plan.bins + 4 * plan.train.rows * group;
  const rows = ownRows(bench).rows + 4 * node.first;
  kernel.histogram(words, pairs, rows, node.count, lane(0), lane(1), lane(2), lane(3));
}

/** Sums over all bins of the group's first feature: every row is in one of them. */
export function totalOf({ bench, bins }: Growth, group: number, at: number): { g: number; h: number } {
  const entries = (bins.counts[group * LANES] as number) + 1;
  let [g, h] = [0, 0];
  for (let i = at / 8; i < at / 8 + 2 * entries; i += 2) {
    g += bench.views.f64[i] as number; // within the histogram
    h += bench.views.f64[i + 1] as number;
  }
  return { g, h };
}

export function recordPlace({ bench }: Growth, nodeAt: number, group: number): number {
  return bench.plan.records + (nodeAt * bench.plan.groups + group) * RECORD_BYTES;
}

type Sums = Pick<Node, 'g' | 'h' | 'rootGain' | 'bounds'>;

/** Tries every split of a node by the group's features that `allowed` marks. */
export function scanGroup(
  growth: Growth,
  node: Sums,
  nodeAt: number,
  group: number,
  at: number,
  allowed: Uint8Array,
): void {
  const { bench, bins, rules } = growth;
  const best = recordPlace(growth, nodeAt, group);
  bench.views.f32[best / 4 + 4] = 0; // a split must gain something
  for (let lane = group * LANES; lane < (group + 1) * LANES; lane += 1) {
    if (allowed[lane] !== 1) continue;
    const hist = at + (bins.laneOffsets[lane] as number);
    const [count, mayMiss] = [bins.counts[lane] as number, bins.missing[lane] as number];
    if (rules.isBounded) {
      const sign = bench.parameters.monotone_constraints[lane] ?? 0;
      const { g: totalG, h: totalH, rootGain, bounds } = node;
      const task = { views: bench.views, rules, bounds, sign, hist, bins: count, totalG, totalH, rootGain };
      boundedScan({ ...task, feature: lane, best }, mayMiss === 1);
      continue;
    }
    const { lambda, alpha, least } = rules;
    bench.kernel.scan(hist, count, mayMiss, node.g, node.h, node.rootGain, lambda, alpha, least, lane, best);
  }
}

/** Histograms and best splits of two children for one group of features. */
export function scanPair(growth: Growth, pair: Pair, group: number, allowed: Uint8Array): void {
  const { smaller, larger, parentSlot } = pair;
  const small = histogramPlace(growth, smaller.slot, group, 0);
  countRows(growth, smaller, group, small);
  scanGroup(growth, smaller, pair.smallerAt, group, small, allowed);
  const large = histogramPlace(growth, parentSlot >= 0 ? parentSlot : larger.slot, group, 1);
  if (parentSlot < 0) countRows(growth, larger, group, large);
  else growth.bench.kernel.subtract(large, small, growth.bins.groupEntries[group] as number);
  scanGroup(growth, larger, pair.largerAt, group, large, allowed);
}
