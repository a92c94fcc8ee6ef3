import { requireColumns, requireComplete } from '../numbers/dense.ts';
import { meanOf } from '../numbers/moments.ts';
import { type Column, type Table, tableOf } from '../table/table.ts';
import { symmetricEigen } from './symmetric-eigen.ts';

/** Hyperparameters under the names of SageMaker's PCA. */
export type PcaOptions = {
  /** At most the number of features. */
  readonly num_components: number;
  /** Centre the features; true. */
  readonly subtract_mean?: boolean;
};

/** A fitted projection: plain data that survives JSON. */
export type PcaModel = {
  readonly kind: 'pca';
  readonly names: readonly string[];
  readonly means: readonly number[];
  /** One row a component, of length 1; its largest loading is positive. */
  readonly components: readonly (readonly number[])[];
  /** Variance along each component (n − 1 in the denominator). */
  readonly explainedVariance: readonly number[];
  /** Its share of the total variance of the features. */
  readonly explainedVarianceRatio: readonly number[];
};

/** Rows that are multiplied at a time: two columns of a part stay in the first-level cache. */
const PART = 1024;

/** Products of the rows of two centred columns. */
function productOf(a: Column, meanA: number, b: Column, meanB: number, start: number, end: number): number {
  let even = 0;
  let odd = 0;
  let i = start;
  for (; i + 1 < end; i += 2) {
    even += ((a[i] as number) - meanA) * ((b[i] as number) - meanB); // i + 1 < end, which is at most the length
    odd += ((a[i + 1] as number) - meanA) * ((b[i + 1] as number) - meanB);
  }
  if (i < end) even += ((a[i] as number) - meanA) * ((b[i] as number) - meanB);
  return even + odd;
}

/** Sums of products of centred columns, width × width. */
function scatterOf({ rows, columns }: Table, means: readonly number[]): Float64Array {
  const width = columns.length;
  const scatter = new Float64Array(width * width);
  for (let start = 0; start < rows; start += PART) {
    const end = Math.min(rows, start + PART);
    for (let p = 0; p < width; p += 1) {
      const a = columns[p] as Column; // p and q are below width
      for (let q = 0; q <= p; q += 1) {
        const product = productOf(a, means[p] ?? 0, columns[q] as Column, means[q] ?? 0, start, end);
        scatter[p * width + q] = (scatter[p * width + q] as number) + product;
      }
    }
  }
  for (let p = 0; p < width; p += 1) {
    for (let q = 0; q < p; q += 1) scatter[q * width + p] = scatter[p * width + q] as number;
  }
  return scatter;
}

/** An eigenvector's sign is free: the largest loading is made positive, so that results repeat. */
function withPositivePeak(vector: readonly number[]): number[] {
  const peak = vector.reduce((most, value) => (Math.abs(value) > Math.abs(most) ? value : most), 0);
  return vector.map((value) => (peak < 0 ? -value : value));
}

/**
 * Principal components from the eigenvectors of the covariance matrix. Features of unlike units should be
 * standardised first.
 *
 * @param table features, at least two rows, no cell missing
 * @throws      RangeError on a bad number of components or a missing cell
 * @see         https://docs.aws.amazon.com/sagemaker/latest/dg/PCA-reference.html
 */
export function fitPca(table: Table, { num_components: count, subtract_mean = true }: PcaOptions): PcaModel {
  requireComplete(table, 'PCA');
  const width = table.columns.length;
  if (!(Number.isInteger(count) && count >= 1 && count <= width)) {
    throw new RangeError(`num_components is ${count}, but must be a whole number from 1 to the ${width} features`);
  }
  if (table.rows < 2) throw new RangeError('PCA needs at least two rows');
  const means = table.columns.map((column) => (subtract_mean ? meanOf(column) : 0));
  const { values, vectors } = symmetricEigen(scatterOf(table, means), width);
  const variances = Array.from(values, (value) => Math.max(value, 0) / (table.rows - 1)); // rounding gives −1e-17
  const total = variances.reduce((sum, value) => sum + value, 0);
  const rows = Array.from({ length: count }, (_, k) =>
    withPositivePeak(Array.from(vectors.subarray(k * width, (k + 1) * width))),
  );
  const explainedVariance = variances.slice(0, count);
  const explainedVarianceRatio = explainedVariance.map((value) => (total === 0 ? 0 : value / total));
  return { kind: 'pca', names: table.names, means, components: rows, explainedVariance, explainedVarianceRatio };
}

/**
 * Coordinates of the rows along the components.
 *
 * @returns columns `pc1`, `pc2`, …
 * @throws  RangeError if the columns differ from the model's or a cell is missing
 */
export function projectRows(model: PcaModel, table: Table): Table {
  requireColumns(table, model.names);
  requireComplete(table, 'PCA');
  const columns = model.components.map((component) => {
    const scores = new Float64Array(table.rows);
    table.columns.forEach((column, j) => {
      const loading = component[j] ?? 0;
      const mean = model.means[j] ?? 0;
      for (let i = 0; i < scores.length; i += 1)
        scores[i] = (scores[i] as number) + loading * ((column[i] as number) - mean); // one a row
    });
    return scores;
  });
  return tableOf(
    columns,
    columns.map((_, k) => `pc${k + 1}`),
  );
}

/**
 * Rows rebuilt from their coordinates: exact with all components, the nearest within the components' span otherwise.
 *
 * @throws RangeError if there is not one column a component
 */
export function rebuildRows(model: PcaModel, scores: Table): Table {
  if (scores.columns.length !== model.components.length) {
    throw new RangeError(`${scores.columns.length} columns of scores for ${model.components.length} components`);
  }
  const columns = model.names.map((_, j) => {
    const column = new Float64Array(scores.rows).fill(model.means[j] ?? 0);
    scores.columns.forEach((values, k) => {
      const loading = model.components[k]?.[j] ?? 0;
      for (let i = 0; i < column.length; i += 1) column[i] = (column[i] as number) + loading * (values[i] as number); // one a row
    });
    return column;
  });
  return tableOf(columns, model.names);
}
