/** A correlation and how many rows it rests on. */
export type Correlation = {
  /** In [−1, 1]; undefined if one of the columns does not vary. */
  readonly r: number | undefined;
  readonly rows: number;
};

/** Rounding leaves about this share of the squares where nothing varies. */
const NO_VARIATION = 1e-12;

/** Weighted Pearson correlation of two columns of one length; rows in which either is NaN are left out. */
export function correlation(x: Float64Array, y: Float64Array, weights: Float64Array): Correlation {
  let rows = 0;
  let n = 0;
  let sx = 0;
  let sy = 0;
  let sxx = 0;
  let syy = 0;
  let sxy = 0;
  for (let i = 0; i < x.length; i += 1) {
    const a = x[i] as number; // all of one length
    const b = y[i] as number;
    const w = weights[i] as number;
    if (Number.isNaN(a) || Number.isNaN(b)) continue;
    rows += 1;
    n += w;
    sx += w * a;
    sy += w * b;
    sxx += w * a * a;
    syy += w * b * b;
    sxy += w * a * b;
  }
  const vx = sxx - (sx * sx) / n;
  const vy = syy - (sy * sy) / n;
  if (!(vx > NO_VARIATION * sxx && vy > NO_VARIATION * syy)) return { r: undefined, rows };
  return { r: (sxy - (sx * sy) / n) / Math.sqrt(vx * vy), rows };
}
