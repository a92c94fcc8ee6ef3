/** Lanczos' coefficients for g = 7, n = 9 (Godfrey 2001): relative error below 1e-14 for x ≥ 0.5. */
const LANCZOS = [
  0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
];
const TERM_LIMIT = 10_000;
const PRECISION = 1e-16;

/** ln Γ(x) for x ≥ 0.5. */
export function logGamma(x: number): number {
  const z = x - 1;
  const series = LANCZOS.reduce((sum, c, i) => sum + (i === 0 ? c : c / (z + i)), 0);
  const t = z + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(series);
}

/** Lower regularised gamma by its series, for x < shape + 1. */
function lowerSeries(shape: number, x: number): number {
  let term = 1 / shape;
  let sum = term;
  for (let n = 1; n < TERM_LIMIT && term > sum * PRECISION; n += 1) {
    term *= x / (shape + n);
    sum += term;
  }
  return sum * Math.exp(shape * Math.log(x) - x - logGamma(shape));
}

/** Upper regularised gamma by its continued fraction (Lentz), for x ≥ shape + 1. */
function upperFraction(shape: number, x: number): number {
  const tiny = 1e-300;
  let b = x + 1 - shape;
  let c = 1 / tiny;
  let d = 1 / b;
  let value = d;
  for (let n = 1; n < TERM_LIMIT; n += 1) {
    const a = -n * (n - shape);
    b += 2;
    d = 1 / (a * d + b || tiny);
    c = b + a / c || tiny;
    value *= d * c;
    if (Math.abs(d * c - 1) < PRECISION * 10) break;
  }
  return value * Math.exp(shape * Math.log(x) - x - logGamma(shape));
}

/**
 * Upper regularised incomplete gamma function Q(shape, x).
 *
 * @param shape above 0
 * @param x     at least 0
 * @see         Press et al. (2007), Numerical Recipes, 3rd ed., § 6.2
 */
export function upperGamma(shape: number, x: number): number {
  if (x <= 0) return 1;
  if (x === Number.POSITIVE_INFINITY) return 0;
  return x < shape + 1 ? 1 - lowerSeries(shape, x) : upperFraction(shape, x);
}
