// AssemblyScript, see index.ts. Two rows at a time, one a lane.

const NEAREST: f64 = 6755399441055744.0; // 1.5 · 2^52: adding and taking it away rounds to a whole number

/** 1 + r · part · sum. */
function term(r: v128, part: f64, sum: v128): v128 {
  return f64x2.add(f64x2.splat(1.0), f64x2.mul(f64x2.mul(r, f64x2.splat(part)), sum));
}

/** e^x to 1e-11, −110 ≤ x ≤ 89. */
function exponential(x: v128): v128 {
  const shifted = f64x2.add(f64x2.mul(x, f64x2.splat(Math.LOG2E)), f64x2.splat(NEAREST));
  const whole = f64x2.sub(shifted, f64x2.splat(NEAREST));
  const r = f64x2.sub(x, f64x2.mul(whole, f64x2.splat(Math.LN2)));
  let sum = f64x2.splat(1.0);
  sum = term(r, 1.0 / 9.0, sum);
  sum = term(r, 0.125, sum);
  sum = term(r, 1.0 / 7.0, sum);
  sum = term(r, 1.0 / 6.0, sum);
  sum = term(r, 0.2, sum);
  sum = term(r, 0.25, sum);
  sum = term(r, 1.0 / 3.0, sum);
  sum = term(r, 0.5, sum);
  sum = term(r, 1.0, sum);
  // The whole number stands in the last bits of `shifted`; moved to the exponent it is a power of two.
  const power = i64x2.shl(i64x2.add(shifted, i64x2.splat(1023)), 52);
  return f64x2.mul(sum, power);
}

/** Four floats: gradient and hessian of one row after the other's. */
function pairsOf(margins: v128, labels: v128, weights: v128, grid: f64): v128 {
  const x = f64x2.neg(f64x2.promote_low_f32x4(margins));
  const bounded = f64x2.pmin(f64x2.pmax(x, f64x2.splat(-110.0)), f64x2.splat(<f64>(<f32>88.7)));
  const one = f32x4.splat(1.0);
  const p = f32x4.div(one, f32x4.add(f32x4.demote_f64x2_zero(exponential(bounded)), one));
  const g = f32x4.mul(f32x4.sub(p, labels), weights);
  const h = f32x4.mul(f32x4.pmax(f32x4.mul(p, f32x4.sub(one, p)), f32x4.splat(1e-16)), weights);
  const bits = f64x2.splat(grid);
  const roundG = f32x4.demote_f64x2_zero(f64x2.sub(f64x2.add(f64x2.promote_low_f32x4(g), bits), bits));
  const roundH = f32x4.demote_f64x2_zero(f64x2.sub(f64x2.add(f64x2.promote_low_f32x4(h), bits), bits));
  return v128.shuffle<f32>(roundG, roundH, 0, 4, 1, 5);
}

/**
 * Gradient and hessian of the logistic loss for rows first … last − 1, in single precision as XGBoost computes them,
 * then rounded to multiples of the last bit of `grid`.
 */
export function logistic(
  margins: usize,
  labels: usize,
  weights: usize,
  pairs: usize,
  first: i32,
  last: i32,
  grid: f64,
): void {
  let i = <usize>first;
  for (; i + 1 < <usize>last; i += 2) {
    const at = i << 2;
    const two = pairsOf(
      v128.load64_zero(margins + at),
      v128.load64_zero(labels + at),
      v128.load64_zero(weights + at),
      grid,
    );
    v128.store(pairs + (i << 3), two);
  }
  if (i >= <usize>last) return;
  const at = i << 2;
  const rest = pairsOf(
    v128.load32_zero(margins + at),
    v128.load32_zero(labels + at),
    v128.load32_zero(weights + at),
    grid,
  );
  v128.store64_lane(pairs + (i << 3), rest, 0);
}
