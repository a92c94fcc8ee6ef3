/** Eigenvalues in descending order; eigenvector k is row k of `vectors` (order × order numbers). */
export type Eigen = { readonly values: Float64Array; readonly vectors: Float64Array };

const SWEEP_LIMIT = 60;

type Rotation = { readonly p: number; readonly q: number; readonly cos: number; readonly sin: number };

/** The plane rotation that makes entry (p, q) zero. */
function rotationOf(matrix: Float64Array, order: number, p: number, q: number): Rotation {
  const apart = (matrix[q * order + q] as number) - (matrix[p * order + p] as number); // both below order
  const ratio = apart / (2 * (matrix[p * order + q] as number));
  const tangent = Math.sign(ratio || 1) / (Math.abs(ratio) + Math.hypot(ratio, 1));
  const cos = 1 / Math.hypot(tangent, 1);
  return { p, q, cos, sin: tangent * cos };
}

/** Combines two lines of numbers, `step` apart from one to the next. */
function turn(cells: Float64Array, order: number, first: number, second: number, step: number, { cos, sin }: Rotation) {
  for (let k = 0; k < order; k += 1) {
    const a = cells[first + k * step] as number; // within the matrix
    const b = cells[second + k * step] as number;
    cells[first + k * step] = cos * a - sin * b;
    cells[second + k * step] = sin * a + cos * b;
  }
}

function offDiagonal(matrix: Float64Array, order: number): number {
  let sum = 0;
  for (let p = 0; p < order; p += 1) {
    for (let q = p + 1; q < order; q += 1) sum += (matrix[p * order + q] as number) ** 2;
  }
  return sum;
}

function sweep(matrix: Float64Array, vectors: Float64Array, order: number): void {
  for (let p = 0; p < order; p += 1) {
    for (let q = p + 1; q < order; q += 1) {
      if (matrix[p * order + q] === 0) continue;
      const rotation = rotationOf(matrix, order, p, q);
      turn(matrix, order, p * order, q * order, 1, rotation);
      turn(matrix, order, p, q, order, rotation);
      turn(vectors, order, p * order, q * order, 1, rotation);
    }
  }
}

/**
 * Eigenvalues and eigenvectors of a symmetric matrix by Jacobi's rotations: slower than a tridiagonal method, but
 * small eigenvalues keep their relative accuracy.
 *
 * @param symmetric order × order numbers
 * @see             Golub & Van Loan (2013), Matrix Computations, 4th ed., § 8.5
 */
export function symmetricEigen(symmetric: Float64Array, order: number): Eigen {
  const matrix = symmetric.slice();
  const vectors = new Float64Array(order * order);
  for (let k = 0; k < order; k += 1) vectors[k * order + k] = 1;
  const size = matrix.reduce((sum, value) => sum + value * value, 0);
  for (let s = 0; s < SWEEP_LIMIT && offDiagonal(matrix, order) > 1e-30 * size; s += 1) sweep(matrix, vectors, order);
  const diagonal = Array.from({ length: order }, (_, k) => matrix[k * order + k] as number); // k < order
  const ranking = diagonal.map((_, k) => k).sort((a, b) => (diagonal[b] as number) - (diagonal[a] as number));
  const sorted = new Float64Array(order * order);
  ranking.forEach((from, to) => {
    sorted.set(vectors.subarray(from * order, (from + 1) * order), to * order);
  });
  return { values: Float64Array.from(ranking, (k) => diagonal[k] as number), vectors: sorted };
}
