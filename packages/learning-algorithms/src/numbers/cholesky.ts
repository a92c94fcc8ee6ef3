/** A pivot below this share of its diagonal entry is rounding error: the columns are as good as linearly dependent. */
const LEAST_PIVOT = 1e-12;

/** A lower triangular factor, or the index of the first column that depends linearly on those before it. */
export type Factoring =
  | { readonly outcome: 'factor'; readonly order: number; readonly values: Float64Array }
  | { readonly outcome: 'dependent'; readonly column: number };

export type Factor = Extract<Factoring, { outcome: 'factor' }>;

/**
 * Cholesky factor L with L·Lᵀ = the symmetric matrix, order × order numbers row by row; only its lower triangle is read.
 *
 * @see Golub & Van Loan (2013), Matrix Computations, 4th ed., § 4.2
 */
export function choleskyOf(matrix: Float64Array, order: number): Factoring {
  const values = new Float64Array(order * order);
  for (let i = 0; i < order; i += 1) {
    for (let j = 0; j < i; j += 1) {
      const sum = (matrix[i * order + j] as number) - productOfRows(values, order, i, j); // below order², as all here
      values[i * order + j] = sum / (values[j * order + j] as number);
    }
    const entry = matrix[i * order + i] as number;
    const pivot = entry - productOfRows(values, order, i, i);
    if (!(pivot > LEAST_PIVOT * Math.abs(entry))) return { outcome: 'dependent', column: i };
    values[i * order + i] = Math.sqrt(pivot);
  }
  return { outcome: 'factor', order, values };
}

/** Product of the rows i and j of the factor, up to the diagonal of row j. */
function productOfRows(values: Float64Array, order: number, i: number, j: number): number {
  let sum = 0;
  for (let k = 0; k < j; k += 1) sum += (values[i * order + k] as number) * (values[j * order + k] as number);
  return sum;
}

/** Solves L·y = right. */
export function lowerSolve({ order, values }: Factor, right: ArrayLike<number>): Float64Array {
  const y = Float64Array.from(right);
  for (let i = 0; i < order; i += 1) {
    let sum = y[i] as number; // i < order, here and below
    for (let k = 0; k < i; k += 1) sum -= (values[i * order + k] as number) * (y[k] as number);
    y[i] = sum / (values[i * order + i] as number);
  }
  return y;
}

/** Solves L·Lᵀ·x = right. */
export function choleskySolve(factor: Factor, right: ArrayLike<number>): Float64Array {
  const { order, values } = factor;
  const x = lowerSolve(factor, right);
  for (let i = order - 1; i >= 0; i -= 1) {
    let sum = x[i] as number; // i < order, here and below
    for (let k = i + 1; k < order; k += 1) sum -= (values[k * order + i] as number) * (x[k] as number);
    x[i] = sum / (values[i * order + i] as number);
  }
  return x;
}
