import { choleskyOf, lowerSolve, type SquareMatrix } from '../numbers/cholesky.ts';
import { dotProduct } from '../numbers/vectors.ts';

/**
 * The squared length of `residual` in the metric of a covariance, without what the columns can explain:
 * r′(Ξ⁻¹ − Ξ⁻¹Δ(Δ′Ξ⁻¹Δ)⁻¹Δ′Ξ⁻¹)r.
 *
 * @returns undefined if the covariance is singular or the columns depend on one another
 */
export function unexplained(
  covariance: SquareMatrix,
  residual: Float64Array,
  columns: readonly Float64Array[],
): number | undefined {
  const factor = choleskyOf(covariance);
  if (factor === undefined) return undefined;
  const white = columns.map((column) => lowerSolve(factor, column));
  const order = columns.length;
  const inner = new Float64Array(order * order);
  white.forEach((column, i) => {
    white.forEach((other, j) => {
      inner[i * order + j] = dotProduct(column, other);
    });
  });
  const innerFactor = choleskyOf({ order, values: inner });
  if (innerFactor === undefined) return undefined;
  const direction = lowerSolve(factor, residual);
  const explained = lowerSolve(
    innerFactor,
    Float64Array.from(white, (column) => dotProduct(column, direction)),
  );
  return dotProduct(direction, direction) - dotProduct(explained, explained);
}
