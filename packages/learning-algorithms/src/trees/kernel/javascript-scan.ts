import type { Kernel, Views } from './kernel.ts';

// The loops of kernel/scan.ts; casts: every index lies within the memory's plan.

const { fround } = Math;

/** G² / (H + lambda), with G shrunk by alpha; single precision, as XGBoost keeps it, so that ties are its ties. */
function gain(gradient: number, hessian: number, lambda: number, alpha: number): number {
  if (hessian <= 0) return 0;
  let g = gradient;
  if (alpha > 0) g = g > alpha ? g - alpha : g < -alpha ? g + alpha : 0;
  return fround((g * g) / (hessian + lambda));
}

/** What stays the same over the bins of one feature in one node. */
type Task = {
  readonly views: Views;
  readonly first: number;
  readonly bins: number;
  readonly totalG: number;
  readonly totalH: number;
  readonly rootGain: number;
  readonly lambda: number;
  readonly alpha: number;
  readonly least: number;
  readonly feature: number;
  readonly best: number;
};

function keep(task: Task, g: number, h: number, change: number, bin: number, isDefaultLeft: number): void {
  const { f64, f32, i32 } = task.views;
  f64[task.best >>> 3] = g;
  f64[(task.best >>> 3) + 1] = h;
  f32[(task.best >>> 2) + 4] = change;
  i32[(task.best >>> 2) + 5] = task.feature;
  i32[(task.best >>> 2) + 6] = bin;
  i32[(task.best >>> 2) + 7] = isDefaultLeft;
}

/** The best gain so far. */
const mostOf = ({ views, best }: Task): number => views.f32[(best >>> 2) + 4] as number;

function forward(task: Task): void {
  const { first, bins, totalG, totalH, rootGain, lambda, alpha, least } = task;
  const { f64 } = task.views;
  let leftG = 0;
  let leftH = 0;
  let most = mostOf(task);
  for (let bin = 0; bin < bins; bin += 1) {
    const g = f64[first + 2 * bin] as number;
    const h = f64[first + 2 * bin + 1] as number;
    if (g === 0 && h === 0) continue; // the same split as one bin before
    leftG += g;
    leftH += h;
    if (leftH < least) continue;
    const rightH = totalH - leftH;
    if (rightH < least) return;
    const sum = fround(gain(leftG, leftH, lambda, alpha) + gain(totalG - leftG, rightH, lambda, alpha));
    const change = fround(sum - rootGain);
    if (change <= most) continue;
    most = change;
    keep(task, leftG, leftH, change, bin, 0);
  }
}

function backward(task: Task): void {
  const { first, bins, totalG, totalH, rootGain, lambda, alpha, least } = task;
  const { f64 } = task.views;
  let rightG = 0;
  let rightH = 0;
  let most = mostOf(task);
  for (let bin = bins - 1; bin >= 0; bin -= 1) {
    const g = f64[first + 2 * bin] as number;
    const h = f64[first + 2 * bin + 1] as number;
    if (g === 0 && h === 0) continue;
    rightG += g;
    rightH += h;
    if (rightH < least) continue;
    const leftH = totalH - rightH;
    if (leftH < least) return;
    const leftG = totalG - rightG;
    const sum = fround(gain(leftG, leftH, lambda, alpha) + gain(rightG, rightH, lambda, alpha));
    const change = fround(sum - rootGain);
    if (change <= most) continue;
    most = change;
    keep(task, leftG, leftH, change, bin - 1, 1);
  }
}

/** Missing values go right first; where the node has any (their pair follows the bins), left is tried too. */
export function scan(views: Views): Kernel['scan'] {
  return (hist, bins, mayMiss, totalG, totalH, rootGain, lambda, alpha, least, feature, best) => {
    const first = hist >>> 3;
    const task = { views, first, bins, totalG, totalH, rootGain, lambda, alpha, least, feature, best };
    forward(task);
    if (mayMiss === 0) return;
    const missing = first + 2 * bins;
    if (views.f64[missing] === 0 && views.f64[missing + 1] === 0) return;
    backward(task);
  };
}
