/** Count, mean and spread of the values that are not missing. */
export type Moments = {
  readonly count: number;
  /** NaN without values, like all that follows. */
  readonly mean: number;
  /** Sum of squared deviations from the mean. */
  readonly squares: number;
  readonly min: number;
  readonly max: number;
};

/** Two passes, so that a large mean does not swallow a small variance. NaN counts as missing. */
export function momentsOf(values: ArrayLike<number>): Moments {
  let count = 0;
  let sum = 0;
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] as number; // i < length
    if (Number.isNaN(value)) continue;
    count += 1;
    sum += value;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  if (count === 0) return { count, mean: Number.NaN, squares: Number.NaN, min: Number.NaN, max: Number.NaN };
  const mean = sum / count;
  let squares = 0;
  for (let i = 0; i < values.length; i += 1) {
    const deviation = (values[i] as number) - mean;
    if (!Number.isNaN(deviation)) squares += deviation * deviation;
  }
  return { count, mean, squares, min, max };
}

/** Arithmetic mean; NaN of nothing. */
export const meanOf = (values: ArrayLike<number>): number => momentsOf(values).mean;

/** Standard deviation with n − 1 in the denominator; NaN of fewer than two values. */
export function sampleDeviation(values: ArrayLike<number>): number {
  const { count, squares } = momentsOf(values);
  return count < 2 ? Number.NaN : Math.sqrt(squares / (count - 1));
}
