import { choleskyOf, choleskySolve } from '../numbers/cholesky.ts';

/** A 2 × 2 system by Cramer's rule, the step of every two-parameter item; undefined if not positive definite. */
function solvePair([a = 0, b = 0, , d = 0]: Float64Array, [x = 0, y = 0]: Float64Array): Float64Array | undefined {
  const determinant = a * d - b * b;
  if (!(a > 0 && determinant > 1e-12 * a * d)) return undefined;
  return Float64Array.of((d * x - b * y) / determinant, (a * y - b * x) / determinant);
}

function solveWithRidge(matrix: Float64Array, right: Float64Array, ridge: number): Float64Array | undefined {
  const order = right.length;
  const values = matrix.slice();
  for (let i = 0; i < order; i += 1) values[i * order + i] = (values[i * order + i] ?? 0) + ridge;
  if (order === 2) return solvePair(values, right);
  const factor = choleskyOf({ order, values });
  return factor && choleskySolve(factor, right);
}

/**
 * x with matrix · x = right, for a symmetric matrix (flat, row-major). What keeps the matrix from being positive definite
 * is made up on its diagonal, which turns a Newton step towards the gradient.
 */
export function solveSymmetric(matrix: Float64Array, right: Float64Array): Float64Array {
  const order = right.length;
  let largest = 0;
  for (let i = 0; i < order; i += 1) largest = Math.max(largest, Math.abs(matrix[i * order + i] ?? 0));
  if (!(largest > 0 && largest < Number.POSITIVE_INFINITY)) return new Float64Array(order);
  for (let ridge = 0; ridge < 1e12 * largest; ridge = ridge === 0 ? 1e-10 * largest : 10 * ridge) {
    const x = solveWithRidge(matrix, right, ridge);
    if (x) return x;
  }
  return new Float64Array(order);
}
