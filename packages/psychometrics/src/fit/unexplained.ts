import { choleskyOf, type SquareMatrix } from '../numbers/cholesky.ts';

/** Solves L·y = right: coordinates in which the covariance is the identity. */
function whitened({ order, values }: SquareMatrix, right: Float64Array): Float64Array {
  const y = new Float64Array(order);
  for (let i = 0; i < order; i += 1) {
    const row = i * order;
    let sum = right[i] as number; // i < order, here and below
    for (let k = 0; k < i; k += 1) sum -= (values[row + k] as number) * (y[k] as number);
    y[i] = sum / (values[row + i] as number);
  }
  return y;
}

function dot(x: Float64Array, y: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; i += 1) sum += (x[i] as number) * (y[i] as number); // of one length
  return sum;
}

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
  const white = columns.map((column) => whitened(factor, column));
  const order = columns.length;
  const inner = new Float64Array(order * order);
  white.forEach((column, i) => {
    white.forEach((other, j) => {
      inner[i * order + j] = dot(column, other);
    });
  });
  const innerFactor = choleskyOf({ order, values: inner });
  if (innerFactor === undefined) return undefined;
  const direction = whitened(factor, residual);
  const explained = whitened(
    innerFactor,
    Float64Array.from(white, (column) => dot(column, direction)),
  );
  return dot(direction, direction) - dot(explained, explained);
}
