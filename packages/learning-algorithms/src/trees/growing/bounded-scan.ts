import type { Views } from '../kernel/kernel.ts';
import type { Monotonicity } from '../parameters/boosting-parameters.ts';
import { type Bounds, leafWeight, nodeGain, type Regularization } from './weights.ts';

const { fround } = Math;

/** One feature of one node whose leaf weights are bounded: by a monotone constraint or by max_delta_step. */
export type BoundedTask = {
  readonly views: Views;
  readonly rules: Regularization;
  readonly bounds: Bounds;
  readonly sign: Monotonicity;
  readonly hist: number;
  readonly bins: number;
  readonly totalG: number;
  readonly totalH: number;
  readonly rootGain: number;
  readonly feature: number;
  readonly best: number;
};

type Split = { readonly leftG: number; readonly leftH: number; readonly bin: number; readonly isDefaultLeft: 0 | 1 };

function changeOf({ rules, bounds, sign, totalG, totalH, rootGain }: BoundedTask, { leftG, leftH }: Split): number {
  const [rightG, rightH] = [totalG - leftG, totalH - leftH];
  if (leftH < rules.least || rightH < rules.least) return Number.NEGATIVE_INFINITY;
  const rise = leafWeight(rightG, rightH, rules, bounds) - leafWeight(leftG, leftH, rules, bounds);
  if (rise * sign < 0) return Number.NEGATIVE_INFINITY;
  const sum = fround(nodeGain(leftG, leftH, rules, bounds) + nodeGain(rightG, rightH, rules, bounds));
  return fround(sum - rootGain);
}

function keepBetter(task: BoundedTask, split: Split): void {
  const { f64, f32, i32 } = task.views;
  const change = changeOf(task, split);
  const word = task.best / 4;
  if (!(change > (f32[word + 4] as number))) return; // a record of the plan
  f64[task.best / 8] = split.leftG;
  f64[task.best / 8 + 1] = split.leftH;
  f32[word + 4] = change;
  i32[word + 5] = task.feature;
  i32[word + 6] = split.bin;
  i32[word + 7] = split.isDefaultLeft;
}

/** Like the kernel's scan, slower, for bounded leaf weights. */
export function boundedScan(task: BoundedTask, mayMiss: boolean): void {
  const { views, hist, bins, totalG, totalH } = task;
  const pair = (bin: number): [number, number] => {
    const at = hist / 8 + 2 * bin;
    return [views.f64[at] as number, views.f64[at + 1] as number]; // within the node's histograms
  };
  let [leftG, leftH] = [0, 0];
  for (let bin = 0; bin < bins; bin += 1) {
    const [g, h] = pair(bin);
    if (g === 0 && h === 0) continue;
    leftG += g;
    leftH += h;
    keepBetter(task, { leftG, leftH, bin, isDefaultLeft: 0 });
  }
  if (!mayMiss || pair(bins).every((part) => part === 0)) return;
  let [rightG, rightH] = [0, 0];
  for (let bin = bins - 1; bin >= 0; bin -= 1) {
    const [g, h] = pair(bin);
    if (g === 0 && h === 0) continue;
    rightG += g;
    rightH += h;
    keepBetter(task, { leftG: totalG - rightG, leftH: totalH - rightH, bin: bin - 1, isDefaultLeft: 1 });
  }
}
