import { choleskyOf, choleskySolve, type Factor, lowerSolve } from '../numbers/cholesky.ts';
import { normalCdf, normalDensity } from '../numbers/normal.ts';

/** Belief about an unknown function after some of its values were seen. */
export type GaussianProcess = {
  readonly points: readonly (readonly number[])[];
  readonly lengthScale: number;
  readonly mean: number;
  readonly deviation: number;
  readonly factor: Factor;
  /** Inverse covariance times the standardised values. */
  readonly weights: Float64Array;
};

const LENGTH_SCALES = [0.08, 0.15, 0.25, 0.4, 0.7, 1.2];
const NOISES = [1e-4, 1e-2, 1e-1];

function distance(a: readonly number[], b: readonly number[]): number {
  return Math.sqrt(a.reduce((sum, value, j) => sum + (value - (b[j] ?? 0)) ** 2, 0));
}

/** Matérn covariance with ν = 5/2: twice differentiable, as most objectives are at best. */
export function matern(r: number, lengthScale: number): number {
  const s = (Math.sqrt(5) * r) / lengthScale;
  return (1 + s + (s * s) / 3) * Math.exp(-s);
}

type Candidate = { readonly process: GaussianProcess; readonly evidence: number };

function candidateOf(
  points: readonly (readonly number[])[],
  values: readonly number[],
  lengthScale: number,
  noise: number,
) {
  const n = points.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n) || 1;
  const standardised = values.map((value) => (value - mean) / deviation);
  const covariance = new Float64Array(n * n);
  points.forEach((a, i) => {
    points.forEach((b, j) => {
      covariance[i * n + j] = matern(distance(a, b), lengthScale) + (i === j ? noise : 0);
    });
  });
  const factor = choleskyOf(covariance, n);
  if (factor.outcome === 'dependent') return undefined;
  const weights = choleskySolve(factor, standardised);
  const fit = standardised.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0);
  let logDeterminant = 0;
  for (let i = 0; i < n; i += 1) logDeterminant += 2 * Math.log(factor.values[i * n + i] as number); // i < n
  const process = { points, lengthScale, mean, deviation, factor, weights };
  return { process, evidence: -0.5 * (fit + logDeterminant) };
}

/**
 * Gaussian process with the length scale and noise under which the values are most likely.
 *
 * @param points in the unit cube
 * @throws       RangeError without points
 * @see          Rasmussen & Williams (2006), Gaussian Processes for Machine Learning, algorithm 2.1
 */
export function fitProcess(points: readonly (readonly number[])[], values: readonly number[]): GaussianProcess {
  let best: Candidate | undefined;
  for (const lengthScale of LENGTH_SCALES) {
    for (const noise of NOISES) {
      const candidate = candidateOf(points, values, lengthScale, noise);
      if (candidate && (best === undefined || candidate.evidence > best.evidence)) best = candidate;
    }
  }
  if (best === undefined) throw new RangeError('a Gaussian process needs at least one point');
  return best.process;
}

/** Mean and standard deviation of the function at a point. */
export function predictProcess(
  process: GaussianProcess,
  point: readonly number[],
): { readonly mean: number; readonly deviation: number } {
  const { points, lengthScale, factor, weights } = process;
  const likeness = Float64Array.from(points, (other) => matern(distance(point, other), lengthScale));
  const mean = likeness.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0);
  const explained = lowerSolve(factor, likeness).reduce((sum, value) => sum + value * value, 0);
  const deviation = Math.sqrt(Math.max(1 - explained, 0));
  return { mean: process.mean + process.deviation * mean, deviation: process.deviation * deviation };
}

/**
 * Expected improvement on the best value so far, for maximisation.
 *
 * @see Jones, Schonlau & Welch (1998), Journal of Global Optimization 13, 455–492
 */
export function expectedImprovement(process: GaussianProcess, point: readonly number[], best: number): number {
  const { mean, deviation } = predictProcess(process, point);
  if (deviation === 0) return Math.max(mean - best, 0);
  const z = (mean - best) / deviation;
  return (mean - best) * normalCdf(z) + deviation * normalDensity(z);
}
