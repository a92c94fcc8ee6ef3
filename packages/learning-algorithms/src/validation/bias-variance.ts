import type { Rng } from '@cairn/kernel';
import { leastSquares } from '../numbers/least-squares.ts';
import { meanOf } from '../numbers/moments.ts';

/** Legendre polynomials P₀ … P_degree at x in [−1, 1]: powers of x would be nearly dependent. */
function legendre(x: number, degree: number): number[] {
  const values = [1, x];
  for (let n = 1; n < degree; n += 1) {
    values.push(((2 * n + 1) * x * (values[n] as number) - n * (values[n - 1] as number)) / (n + 1)); // grows with n
  }
  return values.slice(0, degree + 1);
}

/**
 * A ridge so tiny that it never shows: with as many coefficients as points, or points that coincide, least squares
 * would have no single answer.
 */
const RIDGE = 1e-24;

/**
 * Least-squares polynomial through points with x in [−1, 1].
 *
 * @param degree at least 0
 * @returns      its value at any x
 * @throws       RangeError on a bad degree or without points
 */
export function fitPolynomial(xs: ArrayLike<number>, ys: ArrayLike<number>, degree: number): (x: number) => number {
  if (!(Number.isInteger(degree) && degree >= 0)) throw new RangeError(`a polynomial has no degree ${degree}`);
  if (xs.length === 0 || xs.length !== ys.length)
    throw new RangeError(`${xs.length} values of x for ${ys.length} of y`);
  const order = degree + 1;
  const rows = Array.from(xs, (x) => legendre(x, degree));
  const pull = Math.sqrt(RIDGE * rows.length);
  const columns = Array.from({ length: order }, (_, j) => [
    ...rows.map((row) => row[j] as number), // j < order
    ...Array.from({ length: order }, (__, k) => (k === j ? pull : 0)),
  ]);
  const coefficients = leastSquares(columns, [...Array.from(ys), ...new Float64Array(order)]);
  return (x) => legendre(x, degree).reduce((sum, value, j) => sum + value * (coefficients[j] as number), 0);
}

/** Expected squared error of a prediction at a new point, and the three parts it consists of. */
export type ErrorParts = {
  readonly degree: number;
  readonly biasSquared: number;
  readonly variance: number;
  /** What no model can explain. */
  readonly noise: number;
  readonly total: number;
};

export type BiasVarianceStudy = {
  /** The curve behind the data, on [−1, 1]. */
  readonly truth: (x: number) => number;
  readonly noiseDeviation: number;
  /** Points in each data set. */
  readonly points: number;
  readonly degrees: readonly number[];
  /** Data sets to draw; more give steadier numbers. */
  readonly repeats: number;
};

const GRID = 41;

/**
 * Splits the error of polynomials into bias, variance and noise, by fitting many data sets drawn from one truth.
 *
 * @throws RangeError with fewer than two repeats, or on a bad degree
 * @see    Geman, Bienenstock & Doursat (1992), Neural Computation 4(1), 1–58
 */
export function biasVariance(study: BiasVarianceStudy, rng: Rng): ErrorParts[] {
  const { truth, noiseDeviation, points, degrees, repeats } = study;
  if (!(repeats >= 2)) throw new RangeError(`${repeats} data sets show no variance: draw at least two`);
  const grid = Array.from({ length: GRID }, (_, i) => -0.95 + (1.9 * i) / (GRID - 1));
  const samples = Array.from({ length: repeats }, () => {
    const xs = Array.from({ length: points }, () => 2 * rng.next() - 1);
    return { xs, ys: xs.map((x) => truth(x) + noiseDeviation * rng.normal()) };
  });
  const noise = noiseDeviation ** 2;
  return degrees.map((degree) => {
    const curves = samples.map(({ xs, ys }) => grid.map(fitPolynomial(xs, ys, degree)));
    const means = grid.map((_, g) => meanOf(curves.map((curve) => curve[g] as number))); // one value a grid point
    const biasSquared = meanOf(grid.map((x, g) => ((means[g] as number) - truth(x)) ** 2));
    const variance = meanOf(curves.flatMap((curve) => curve.map((value, g) => (value - (means[g] as number)) ** 2)));
    return { degree, biasSquared, variance, noise, total: biasSquared + variance + noise };
  });
}
