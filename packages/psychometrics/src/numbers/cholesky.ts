/** A symmetric matrix or its factor: order × order numbers, row by row. */
export type SquareMatrix = { readonly order: number; readonly values: Float64Array };

/**
 * A pivot below this share of its own diagonal entry is rounding error, not information: the columns are as good as
 * linearly dependent.
 */
const LEAST_PIVOT = 1e-13;

function productOfRows(values: Float64Array, first: number, second: number, length: number): number {
  let sum = 0;
  for (let k = 0; k < length; k += 1) sum += Number(values[first + k]) * Number(values[second + k]);
  return sum;
}

/**
 * Cholesky factor L, lower triangular with L·Lᵀ = `matrix`.
 *
 * @param matrix symmetric; only the lower triangle is read
 * @returns      undefined if the matrix is not positive definite
 */
export function choleskyOf({ order, values }: SquareMatrix): SquareMatrix | undefined {
  const factor = new Float64Array(order * order);
  for (let i = 0; i < order; i += 1) {
    const row = i * order;
    for (let j = 0; j < i; j += 1) {
      const left = Number(values[row + j]) - productOfRows(factor, row, j * order, j);
      factor[row + j] = left / Number(factor[j * order + j]);
    }
    const entry = Number(values[row + i]);
    const pivot = entry - productOfRows(factor, row, row, i);
    if (!(pivot > LEAST_PIVOT * entry)) return undefined;
    factor[row + i] = Math.sqrt(pivot);
  }
  return { order, values: factor };
}

/** Solves L·y = right, given the factor L: coordinates in which a covariance L·Lᵀ is the identity. */
export function lowerSolve({ order, values }: SquareMatrix, right: ArrayLike<number>): Float64Array {
  const y = Float64Array.from(right);
  for (let i = 0; i < order; i += 1) {
    const row = i * order;
    let sum = y[i] as number; // i < order, here and below
    for (let k = 0; k < i; k += 1) sum -= (values[row + k] as number) * (y[k] as number);
    y[i] = sum / (values[row + i] as number);
  }
  return y;
}

/** Solves L·Lᵀ·x = right, given the factor L. */
export function choleskySolve({ order, values }: SquareMatrix, right: ArrayLike<number>): Float64Array {
  const x = lowerSolve({ order, values }, right);
  for (let i = order - 1; i >= 0; i -= 1) {
    let sum = Number(x[i]);
    for (let k = i + 1; k < order; k += 1) sum -= Number(values[k * order + i]) * Number(x[k]);
    x[i] = sum / Number(values[i * order + i]);
  }
  return x;
}

/** Rows of the inverse of L, transposed: row j holds column j of L⁻¹, so that products run along rows. */
function invertedFactor({ order, values }: SquareMatrix): Float64Array {
  const columns = new Float64Array(order * order);
  for (let j = 0; j < order; j += 1) {
    for (let i = j; i < order; i += 1) {
      let sum = i === j ? 1 : 0;
      for (let k = j; k < i; k += 1) sum -= Number(values[i * order + k]) * Number(columns[j * order + k]);
      columns[j * order + i] = sum / Number(values[i * order + i]);
    }
  }
  return columns;
}

/** The inverse of a symmetric positive definite matrix; undefined if it is not positive definite. */
export function inverseOf(matrix: SquareMatrix): SquareMatrix | undefined {
  const factor = choleskyOf(matrix);
  if (factor === undefined) return undefined;
  const { order } = matrix;
  const columns = invertedFactor(factor);
  const values = new Float64Array(order * order);
  for (let i = 0; i < order; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      const entry = productOfRows(columns, i * order + i, j * order + i, order - i);
      values[i * order + j] = entry;
      values[j * order + i] = entry;
    }
  }
  return { order, values };
}
