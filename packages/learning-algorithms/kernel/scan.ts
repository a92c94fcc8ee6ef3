// AssemblyScript, see index.ts.

function gain(gradient: f64, hessian: f64, lambda: f64, alpha: f64): f32 {
  if (hessian <= 0.0) return <f32>0.0;
  let g = gradient;
  if (alpha > 0.0) g = g > alpha ? g - alpha : g < -alpha ? g + alpha : 0.0;
  return <f32>((g * g) / (hessian + lambda));
}

function keep(at: usize, g: f64, h: f64, change: f32, feature: i32, bin: i32, isDefaultLeft: i32): void {
  store<f64>(at, g);
  store<f64>(at, h, 8);
  store<f32>(at, change, 16);
  store<i32>(at, feature, 20);
  store<i32>(at, bin, 24);
  store<i32>(at, isDefaultLeft, 28);
}

function forward(
  hist: usize,
  bins: i32,
  totalG: f64,
  totalH: f64,
  rootGain: f32,
  lambda: f64,
  alpha: f64,
  least: f64,
  feature: i32,
  best: usize,
): void {
  let leftG: f64 = 0.0;
  let leftH: f64 = 0.0;
  let most = load<f32>(best, 16);
  for (let bin = 0; bin < bins; bin++, hist += 16) {
    const g = load<f64>(hist);
    const h = load<f64>(hist, 8);
    if (g === 0.0 && h === 0.0) continue; // the same split as one bin before
    leftG += g;
    leftH += h;
    if (leftH < least) continue;
    const rightH = totalH - leftH;
    if (rightH < least) return;
    const sum = gain(leftG, leftH, lambda, alpha) + gain(totalG - leftG, rightH, lambda, alpha);
    const change = sum - rootGain;
    if (change > most) {
      most = change;
      keep(best, leftG, leftH, change, feature, bin, 0);
    }
  }
}

function backward(
  hist: usize,
  bins: i32,
  totalG: f64,
  totalH: f64,
  rootGain: f32,
  lambda: f64,
  alpha: f64,
  least: f64,
  feature: i32,
  best: usize,
): void {
  let rightG: f64 = 0.0;
  let rightH: f64 = 0.0;
  let most = load<f32>(best, 16);
  hist += (<usize>bins) << 4;
  for (let bin = bins - 1; bin >= 0; bin--) {
    hist -= 16;
    const g = load<f64>(hist);
    const h = load<f64>(hist, 8);
    if (g === 0.0 && h === 0.0) continue;
    rightG += g;
    rightH += h;
    if (rightH < least) continue;
    const leftH = totalH - rightH;
    if (leftH < least) return;
    const leftG = totalG - rightG;
    const sum = gain(leftG, leftH, lambda, alpha) + gain(rightG, rightH, lambda, alpha);
    const change = sum - rootGain;
    if (change > most) {
      most = change;
      keep(best, leftG, leftH, change, feature, bin - 1, 1);
    }
  }
}

/**
 * Tries every split of one feature; a better one than `best` holds takes its place. Missing values go right first;
 * where the node has any (their pair follows the bins), left is tried too.
 */
export function scan(
  hist: usize,
  bins: i32,
  mayMiss: i32,
  totalG: f64,
  totalH: f64,
  rootGain: f32,
  lambda: f64,
  alpha: f64,
  least: f64,
  feature: i32,
  best: usize,
): void {
  forward(hist, bins, totalG, totalH, rootGain, lambda, alpha, least, feature, best);
  if (!mayMiss) return;
  const missing = hist + ((<usize>bins) << 4);
  if (load<f64>(missing) === 0.0 && load<f64>(missing, 8) === 0.0) return;
  backward(hist, bins, totalG, totalH, rootGain, lambda, alpha, least, feature, best);
}
