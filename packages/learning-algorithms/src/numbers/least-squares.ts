/**
 * Coefficients with the least squared error, by Householder reflections: normal equations would square the condition
 * of the matrix, and nearly dependent columns would cost most of the digits.
 *
 * @param columns each with one value a row, at least as many rows as columns
 * @param right   one value a row
 * @returns       one coefficient a column
 * @throws        RangeError if the columns are dependent
 * @see           Golub & Van Loan, Matrix Computations, 5.3
 */
export function leastSquares(columns: readonly ArrayLike<number>[], right: ArrayLike<number>): Float64Array {
  const left = columns.map((column) => Float64Array.from(column));
  const rest = Float64Array.from(right);
  const diagonal = left.map((column, k) => {
    const pivot = reflectionOf(column, k);
    for (const other of [...left.slice(k + 1), rest]) reflect(other, column, k);
    return pivot;
  });
  return backSubstituted(left, diagonal, rest);
}

/** Turns the column below `k` into the vector of its reflection, and returns what it becomes on the diagonal. */
function reflectionOf(column: Float64Array, k: number): number {
  let squares = 0;
  for (let row = k; row < column.length; row += 1) squares += at(column, row) ** 2;
  const norm = Math.sqrt(squares);
  if (!(norm > 0)) throw new RangeError('the columns are dependent');
  const pivot = at(column, k) > 0 ? -norm : norm;
  column[k] = at(column, k) - pivot;
  return pivot;
}

function reflect(target: Float64Array, vector: Float64Array, k: number): void {
  let along = 0;
  let squares = 0;
  for (let row = k; row < vector.length; row += 1) {
    along += at(vector, row) * at(target, row);
    squares += at(vector, row) ** 2;
  }
  const twice = (2 * along) / squares; // the vector is longer than nothing: its column was
  for (let row = k; row < vector.length; row += 1) target[row] = at(target, row) - twice * at(vector, row);
}

function backSubstituted(left: readonly Float64Array[], diagonal: readonly number[], rest: Float64Array): Float64Array {
  const found = new Float64Array(left.length);
  for (let k = left.length - 1; k >= 0; k -= 1) {
    let value = at(rest, k);
    for (let later = k + 1; later < left.length; later += 1) value -= at(left[later] ?? rest, k) * at(found, later);
    found[k] = value / (diagonal[k] ?? Number.NaN);
  }
  return found;
}

/** Every index here is within its array. */
function at(values: Float64Array, index: number): number {
  return values[index] as number;
}
