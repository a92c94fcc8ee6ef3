import { LANES, PAIR_BYTES } from '../plan.ts';
import { share } from '../team.ts';
import type { Workbench } from '../workbench.ts';
import { cutsOf } from './cuts.ts';

/** What all threads know of the features' bins. */
export type Bins = {
  /** Of each feature. */
  readonly counts: Int32Array;
  /** 1 where values are missing; their code is then the number of bins. */
  readonly missing: Int32Array;
  /** Bytes from the start of its group's histograms to a lane's: four a group. */
  readonly laneOffsets: Int32Array;
  /** Bytes from the start of all histograms of a node to a group's, and how many pairs the group has. */
  readonly groupOffsets: Int32Array;
  readonly groupEntries: Int32Array;
};

function cutFeature({ plan, views, parameters }: Workbench, feature: number): void {
  const { f32, i32 } = views;
  const { rows, columns, weights } = plan.train;
  const column = f32.subarray(columns / 4 + feature * rows, columns / 4 + (feature + 1) * rows);
  const found = cutsOf(
    column,
    plan.isWeighted ? f32.subarray(weights / 4, weights / 4 + rows) : undefined,
    parameters.max_bin,
  );
  f32.set(found.cuts, plan.cuts / 4 + feature * parameters.max_bin);
  i32[plan.binCounts / 4 + feature] = found.cuts.length;
  i32[plan.missing / 4 + feature] = found.isMissing ? 1 : 0;
  f32[plan.minima / 4 + feature] = found.minimum;
}

function encodeFeature({ plan, kernel, views, parameters }: Workbench, feature: number): void {
  const { rows, columns } = plan.train;
  const group = Math.floor(feature / LANES);
  const out = plan.bins + 4 * rows * group + (feature % LANES);
  const count = views.i32[plan.binCounts / 4 + feature] as number; // counted just before
  const cuts = plan.cuts + 4 * feature * parameters.max_bin;
  kernel.encode(columns + 4 * feature * rows, rows, cuts, count, count, out);
}

function layOut({ plan, views }: Workbench): Bins {
  const { features, groups } = plan;
  const counts = views.i32.slice(plan.binCounts / 4, plan.binCounts / 4 + features);
  const missing = views.i32.slice(plan.missing / 4, plan.missing / 4 + features);
  const laneOffsets = new Int32Array(groups * LANES);
  const groupOffsets = new Int32Array(groups);
  const groupEntries = new Int32Array(groups);
  let offset = 0;
  for (let g = 0; g < groups; g += 1) {
    groupOffsets[g] = offset;
    let entries = 0;
    for (let lane = g * LANES; lane < (g + 1) * LANES; lane += 1) {
      laneOffsets[lane] = entries * PAIR_BYTES;
      entries += (counts[lane] ?? 0) + 1; // a lane without a feature has bin 0 everywhere
    }
    groupEntries[g] = entries;
    offset += entries * PAIR_BYTES;
  }
  return { counts, missing, laneOffsets, groupOffsets, groupEntries };
}

/** Finds every feature's bins and replaces its values by their numbers. */
export function binFeatures(bench: Workbench): Bins {
  share(bench.team, bench.plan.features, (feature) => {
    cutFeature(bench, feature);
    encodeFeature(bench, feature);
  });
  return layOut(bench);
}
