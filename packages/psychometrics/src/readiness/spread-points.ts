import { choleskyOf, type SquareMatrix } from '../numbers/cholesky.ts';
import { normalQuantile } from './normal.ts';

/** `count` points of `dimensions` standard normal deviates, spread evenly rather than at random; row by row. */
export type SpreadPoints = { readonly count: number; readonly dimensions: number; readonly deviates: Float64Array };

/** The positive root of x^(dimensions + 1) = x + 1: the golden ratio for one dimension. */
function generalizedGoldenRatio(dimensions: number): number {
  let ratio = 2;
  for (let i = 0; i < 60; i += 1) ratio = (1 + ratio) ** (1 / (dimensions + 1));
  return ratio;
}

function mirroredSequence(count: number, dimensions: number): Float64Array {
  const ratio = generalizedGoldenRatio(dimensions);
  const deviates = new Float64Array(count * dimensions);
  for (let pair = 0; pair < count / 2; pair += 1) {
    for (let j = 0; j < dimensions; j += 1) {
      const place = (0.5 + (pair + 1) * ratio ** -(j + 1)) % 1;
      const z = normalQuantile(Math.min(1 - 1e-9, Math.max(1e-9, place)));
      deviates[2 * pair * dimensions + j] = z;
      deviates[(2 * pair + 1) * dimensions + j] = -z;
    }
  }
  return deviates;
}

function secondMoments(deviates: Float64Array, count: number, dimensions: number): SquareMatrix {
  const values = new Float64Array(dimensions * dimensions);
  for (let p = 0; p < count; p += 1) {
    const z = deviates.subarray(p * dimensions, (p + 1) * dimensions);
    for (let k = 0; k < values.length; k += 1) {
      values[k] = (values[k] ?? 0) + ((z[Math.floor(k / dimensions)] ?? 0) * (z[k % dimensions] ?? 0)) / count;
    }
  }
  return { order: dimensions, values };
}

/** Makes the covariance of the points the identity: each row z becomes L⁻¹z, with L·Lᵀ the covariance that they had. */
function whiten(deviates: Float64Array, count: number, dimensions: number): void {
  const factor = choleskyOf(secondMoments(deviates, count, dimensions));
  if (factor === undefined) throw new RangeError(`${count} points are too few for ${dimensions} dimensions`);
  for (let p = 0; p < count; p += 1) {
    const z = deviates.subarray(p * dimensions, (p + 1) * dimensions);
    for (let i = 0; i < dimensions; i += 1) {
      let sum = z[i] ?? 0;
      for (let j = 0; j < i; j += 1) sum -= (factor.values[i * dimensions + j] ?? 0) * (z[j] ?? 0);
      z[i] = sum / (factor.values[i * dimensions + i] ?? 1);
    }
  }
}

/**
 * An additive recurrence with powers of a generalized golden ratio, mirrored and whitened: means, odd moments and the
 * covariance are exactly those of a normal distribution. The same points every time, so that the difference of two
 * results is smooth.
 *
 * @param count even, and well above twice the dimensions
 * @throws      RangeError for too few points
 * @see         Roberts (2018), The unreasonable effectiveness of quasirandom sequences
 */
export function spreadPoints(count: number, dimensions: number): SpreadPoints {
  const deviates = mirroredSequence(count, dimensions);
  whiten(deviates, count, dimensions);
  return { count, dimensions, deviates };
}
