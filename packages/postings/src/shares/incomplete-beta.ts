/** Lanczos' coefficients for g = 7, n = 9 (Godfrey 2001): relative error below 1e-14 for x ≥ 0.5. */
const LANCZOS = [
  0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
];
/** The fraction needs about √(a + b) terms: this is enough for 10⁸ postings. */
const TERM_LIMIT = 20_000;
const PRECISION = 1e-15;
const TINY = 1e-300;
/** Newton with bisection as its net: halves alone reach the last bit of a double in [1e-300, 1] well before this. */
const STEP_LIMIT = 1_200;

/** ln Γ(x) for x ≥ 0.5. */
function logGamma(x: number): number {
  const z = x - 1;
  const series = LANCZOS.reduce((sum, c, i) => sum + (i === 0 ? c : c / (z + i)), 0);
  const t = z + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(series);
}

const awayFromZero = (value: number) => (Math.abs(value) < TINY ? TINY : value);

/** The continued fraction of I_x(a, b) by Lentz' method; converges fast for x < (a + 1) / (a + b + 2). */
function betaFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m < TERM_LIMIT; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / awayFromZero(1 + even * d);
    c = awayFromZero(1 + even / c);
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / awayFromZero(1 + odd * d);
    c = awayFromZero(1 + odd / c);
    value *= d * c;
    if (Math.abs(d * c - 1) < PRECISION) break;
  }
  return value;
}

/** ln of x^a (1 − x)^b / B(a, b). */
const logFront = (x: number, a: number, b: number) =>
  a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b);

function requireShape(a: number, b: number): void {
  if (!(a >= 0.5 && b >= 0.5 && Number.isFinite(a + b))) throw new RangeError(`Beta(${a}, ${b}) has shapes below 0.5`);
}

/**
 * Regularised incomplete beta function I_x(a, b): the chance that a Beta(a, b) share is at most x.
 *
 * @param x in [0, 1]
 * @param a at least 0.5, as every Jeffreys posterior has
 * @param b at least 0.5
 * @throws  RangeError for other shapes, or an x outside [0, 1]
 * @see     Press et al. (2007), Numerical Recipes, 3rd ed., § 6.4
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  requireShape(a, b);
  if (!(x >= 0 && x <= 1)) throw new RangeError(`${x} is no share`);
  if (x === 0 || x === 1) return x;
  const front = Math.exp(logFront(x, a, b));
  return x < (a + 1) / (a + b + 2) ? (front * betaFraction(x, a, b)) / a : 1 - (front * betaFraction(1 - x, b, a)) / b;
}

/**
 * Quantile of the Beta(a, b) distribution: the x with I_x(a, b) = probability.
 *
 * @param probability in [0, 1]
 * @throws            RangeError as `incompleteBeta`
 */
export function betaQuantile(probability: number, a: number, b: number): number {
  requireShape(a, b);
  if (!(probability >= 0 && probability <= 1)) throw new RangeError(`${probability} is no probability`);
  if (probability === 0 || probability === 1) return probability;
  let low = 0;
  let high = 1;
  let x = a / (a + b);
  for (let step = 0; step < STEP_LIMIT; step += 1) {
    const excess = incompleteBeta(x, a, b) - probability;
    if (excess > 0) high = x;
    else low = x;
    const density = Math.exp(logFront(x, a, b)) / (x * (1 - x));
    const newton = x - excess / density;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - x) <= PRECISION * x || high - low <= TINY) return next;
    x = next;
  }
  return x;
}
