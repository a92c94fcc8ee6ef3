import { logGamma } from '../numbers/gamma.ts';

/**
 * Chance that the one-sided statistic D⁺ of n values reaches x (Smirnov's sum).
 *
 * @see Birnbaum & Tingey (1951), Annals of Mathematical Statistics 22, 592–596
 */
function smirnovTail(n: number, x: number): number {
  const last = Math.floor(n * (1 - x));
  let sum = 0;
  for (let j = 0; j <= last; j += 1) {
    const rest = 1 - x - j / n;
    if (rest <= 0) {
      if (j === n) sum += (x + j / n) ** (j - 1);
      continue;
    }
    const choose = logGamma(n + 1) - logGamma(j + 1) - logGamma(n - j + 1);
    sum += Math.exp(choose + (j - 1) * Math.log(x + j / n) + (n - j) * Math.log(rest));
  }
  return Math.min(1, x * sum);
}

/** Product of square matrices. */
function multiply(a: Float64Array, b: Float64Array, order: number): Float64Array {
  const c = new Float64Array(order * order);
  for (let i = 0; i < order; i += 1) {
    for (let k = 0; k < order; k += 1) {
      const left = a[i * order + k] as number; // below order², here and below
      if (left === 0) continue;
      for (let j = 0; j < order; j += 1)
        c[i * order + j] = (c[i * order + j] as number) + left * (b[k * order + j] as number);
    }
  }
  return c;
}

/** A matrix scaled by a power of ten, so that its powers do not overflow. */
type Scaled = { readonly cells: Float64Array; readonly exponent: number };

const rescale = ({ cells, exponent }: Scaled, middle: number): Scaled =>
  (cells[middle] as number) > 1e140
    ? { cells: cells.map((v) => v * 1e-140), exponent: exponent + 140 }
    : { cells, exponent };

function powerOf(cells: Float64Array, order: number, n: number): Scaled {
  const middle = Math.floor(order / 2) * (order + 1);
  let result: Scaled | undefined;
  let square: Scaled = { cells, exponent: 0 };
  for (let rest = n; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) {
      const product = result && {
        cells: multiply(result.cells, square.cells, order),
        exponent: result.exponent + square.exponent,
      };
      result = rescale(product ?? square, middle);
    }
    square = rescale({ cells: multiply(square.cells, square.cells, order), exponent: 2 * square.exponent }, middle);
  }
  return result ?? square;
}

/** Entry of Durbin's matrix before it is divided by the factorial of its step. */
function durbinEntry(order: number, h: number, i: number, j: number): number {
  const isFirst = j === 0;
  const isLast = i === order - 1;
  const corner = isFirst && isLast ? Math.max(2 * h - 1, 0) ** order : 0;
  return 1 - (isFirst ? h ** (i + 1) : 0) - (isLast ? h ** (order - j) : 0) + corner;
}

/** Durbin's matrix, whose power counts the paths that stay within the band. */
function durbinMatrix(order: number, h: number): Float64Array {
  const matrix = new Float64Array(order * order);
  const factorials = Array.from({ length: order + 1 }, (_, k) => Math.exp(logGamma(k + 1)));
  for (let i = 0; i < order; i += 1) {
    for (let j = 0; j <= Math.min(i + 1, order - 1); j += 1) {
      matrix[i * order + j] = durbinEntry(order, h, i, j) / (factorials[i - j + 1] as number); // at most order
    }
  }
  return matrix;
}

/**
 * Chance that the two-sided statistic of n values stays below x, exactly.
 *
 * @see Marsaglia, Tsang & Wang (2003), Evaluating Kolmogorov's distribution, Journal of Statistical Software 8(18)
 */
function exactCdf(n: number, x: number): number {
  const k = Math.ceil(n * x);
  const order = 2 * k - 1;
  const { cells, exponent } = powerOf(durbinMatrix(order, k - n * x), order, n);
  let value = cells[(k - 1) * (order + 1)] as number; // the middle of the matrix
  let power = exponent;
  for (let i = 1; i <= n; i += 1) {
    value *= i / n;
    if (value >= 1e-140) continue;
    value *= 1e140;
    power -= 140;
  }
  return value * 10 ** power;
}

/**
 * Chance that the statistic stays below x, with the terms to n^(−3/2).
 *
 * @see Pelz & Good (1976), Journal of the Royal Statistical Society B 38, 152–156
 */
function seriesCdf(n: number, x: number): number {
  const z = x * Math.sqrt(n);
  const z2 = z * z;
  const pi2 = Math.PI ** 2;
  const terms = Math.ceil((16 * z) / Math.PI) + 1;
  const k = [0, 0, 0, 0];
  for (let t = terms; t >= 1; t -= 1) {
    const m = (2 * t - 1) ** 2;
    const e = Math.exp((-m * pi2) / (8 * z2));
    const second =
      6 * z2 ** 3 + 2 * z2 ** 2 + ((2 * z2 ** 2 - 5 * z2) * pi2 * m) / 4 + (pi2 ** 2 * (1 - 2 * z2) * m * m) / 16;
    const third =
      -30 * z2 ** 3 -
      90 * z2 ** 4 +
      (pi2 * (135 * z2 ** 2 - 96 * z2 ** 3) * m) / 4 +
      (pi2 ** 2 * (212 * z2 ** 2 - 60 * z2) * m * m) / 16 +
      (pi2 ** 3 * (5 - 30 * z2) * m ** 3) / 64;
    const whole = Math.exp((-t * t * pi2) / (2 * z2)) * t * t;
    k[0] = (k[0] as number) + e / z;
    k[1] = (k[1] as number) + (e * ((pi2 * m) / 4 - z2)) / (6 * z2 ** 2);
    k[2] = (k[2] as number) + (e * second) / (72 * z ** 7) - (whole * pi2) / (36 * z ** 3);
    k[3] = (k[3] as number) + (e * third) / (6480 * z ** 10) + (whole * pi2 * (3 * z2 - pi2 * t * t)) / (216 * z ** 6);
  }
  return Math.sqrt(2 * Math.PI) * k.reduce((sum, value, power) => sum + value / n ** (power / 2), 0);
}

/**
 * Chance that the two-sided Kolmogorov–Smirnov statistic of n values reaches x, by the method that is accurate there.
 *
 * @param n whole, at least 1
 * @see     Simard & L'Ecuyer (2011), Computing the two-sided Kolmogorov–Smirnov distribution, Journal of Statistical
 *          Software 39(11)
 */
export function kolmogorovTail(n: number, x: number): number {
  const t = n * x;
  if (x >= 1) return 0;
  if (t <= 0.5) return 1;
  const square = t * x;
  if (x >= 0.5 || square > (n <= 140 ? 4 : 2.2)) return square > 370 ? 0 : Math.min(1, 2 * smirnovTail(n, x));
  const cdf = n <= 140 || (n <= 100_000 && n * x ** 1.5 <= 1.4) ? exactCdf(n, x) : seriesCdf(n, x);
  return Math.min(1, Math.max(0, 1 - cdf));
}
