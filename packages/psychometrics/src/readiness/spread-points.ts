import { normalQuantile } from './normal.ts';

/** `count` points of `dimensions` standard normal deviates, spread evenly rather than at random; row by row. */
export type SpreadPoints = { readonly count: number; readonly dimensions: number; readonly deviates: Float64Array };

/** The positive root of x^(dimensions + 1) = x + 1: the golden ratio for one dimension. */
function generalizedGoldenRatio(dimensions: number): number {
  let ratio = 2;
  for (let i = 0; i < 60; i += 1) ratio = (1 + ratio) ** (1 / (dimensions + 1));
  return ratio;
}

/**
 * An additive recurrence with powers of a generalized golden ratio, mirrored: each point comes with its opposite, so
 * that odd moments vanish exactly. The same points every time, so that the difference of two results is smooth.
 *
 * @param count even
 * @see   Roberts (2018), The unreasonable effectiveness of quasirandom sequences
 */
export function spreadPoints(count: number, dimensions: number): SpreadPoints {
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
  return { count, dimensions, deviates };
}
