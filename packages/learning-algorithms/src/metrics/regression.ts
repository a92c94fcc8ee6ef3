import { momentsOf } from '../numbers/moments.ts';
import { quantile, sortedPresent } from '../numbers/order.ts';

export type RegressionReport = {
  readonly meanSquaredError: number;
  readonly rootMeanSquaredError: number;
  readonly meanAbsoluteError: number;
  readonly medianAbsoluteError: number;
  readonly largestError: number;
  /** Mean |error| / |actual|, a share; undefined if an actual value is 0. */
  readonly meanAbsolutePercentageError: number | undefined;
  /** Share of the variance explained; undefined if the actual values do not vary. */
  readonly rSquared: number | undefined;
  /** Mean of predicted − actual. */
  readonly bias: number;
};

/**
 * Errors of a regression.
 *
 * @throws RangeError without rows, or if lengths differ
 */
export function regressionReport(actual: ArrayLike<number>, predicted: ArrayLike<number>): RegressionReport {
  const rows = actual.length;
  if (rows === 0 || rows !== predicted.length)
    throw new RangeError(`${rows} actual values for ${predicted.length} predictions`);
  const errors = Float64Array.from(predicted, (value, i) => value - (actual[i] as number)); // as long as each other
  const sizes = errors.map(Math.abs);
  const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / rows;
  const shares = sizes.map((size, i) => size / Math.abs(actual[i] as number));
  const meanSquaredError = mean(errors.map((error) => error * error));
  const { squares } = momentsOf(actual);
  return {
    meanSquaredError,
    rootMeanSquaredError: Math.sqrt(meanSquaredError),
    meanAbsoluteError: mean(sizes),
    medianAbsoluteError: quantile(sortedPresent(sizes), 0.5),
    largestError: sizes.reduce((most, size) => Math.max(most, size), 0),
    meanAbsolutePercentageError: Array.from(actual).includes(0) ? undefined : mean(shares),
    rSquared: squares === 0 ? undefined : 1 - (meanSquaredError * rows) / squares,
    bias: mean(errors),
  };
}
