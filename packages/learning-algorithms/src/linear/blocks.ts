import { requireComplete } from '../numbers/dense.ts';
import { momentsOf } from '../numbers/moments.ts';
import type { Column, Table } from '../table/table.ts';

/** Rows in a block: a block of 32 columns and its weighted copy stay in the second-level cache. */
export const BLOCK_ROWS = 256;
/** Columns are padded with zeros to a multiple of this, so that the inner product kernel has no edges. */
const TILE = 4;

/**
 * Standardised features in blocks of rows: within block b, cell (i, j) stands at
 * `(b * order + j) * BLOCK_ROWS + i`. Rows and columns that only pad are zero.
 */
export type Blocks = {
  readonly rows: number;
  /** Features without the intercept. */
  readonly width: number;
  /** Columns of a block: features, the intercept's column of ones, zeros. */
  readonly order: number;
  readonly count: number;
  readonly cells: Float64Array;
  /** Feature j is (x − centre[j]) / scale[j]. */
  readonly centre: Float64Array;
  readonly scale: Float64Array;
  /** Index of the column of ones; undefined in a model without intercept. */
  readonly intercept: number | undefined;
};

type Scaling = { readonly centre: number; readonly scale: number };

/** A column that does not vary becomes zeros: its coefficient is zero, or the caller finds it dependent. */
function scalingOf(column: Column, hasIntercept: boolean): Scaling {
  const { count, mean, squares } = momentsOf(column);
  const centre = hasIntercept ? mean : 0;
  const spread = Math.sqrt(squares / count + (hasIntercept ? 0 : mean * mean));
  const isConstant = spread <= 1e-13 * Math.abs(mean) || spread === 0;
  return { centre, scale: isConstant ? 1 : spread };
}

function fillColumn(cells: Float64Array, column: Column, j: number, order: number, { centre, scale }: Scaling): void {
  const factor = 1 / scale;
  for (let start = 0; start < column.length; start += BLOCK_ROWS) {
    const base = start * order + j * BLOCK_ROWS;
    const end = Math.min(BLOCK_ROWS, column.length - start);
    for (let r = 0; r < end; r += 1) cells[base + r] = ((column[start + r] as number) - centre) * factor; // below length
  }
}

/**
 * Features as the solvers read them: standardised, because Cholesky factors and step lengths then need no care for
 * units. The penalties of a model that is not normalised are scaled instead.
 *
 * @throws RangeError if a cell is missing
 */
export function blocksOf(table: Table, hasIntercept: boolean): Blocks {
  requireComplete(table, 'a linear model');
  const width = table.columns.length;
  const order = Math.ceil((width + (hasIntercept ? 1 : 0)) / TILE) * TILE;
  const count = Math.ceil(table.rows / BLOCK_ROWS);
  const cells = new Float64Array(count * order * BLOCK_ROWS);
  const scalings = table.columns.map((column) => scalingOf(column, hasIntercept));
  table.columns.forEach((column, j) => {
    fillColumn(cells, column, j, order, scalings[j] as Scaling); // one a column
  });
  if (hasIntercept) fillColumn(cells, new Float64Array(table.rows).fill(1), width, order, { centre: 0, scale: 1 });
  const centre = Float64Array.from(scalings, (s) => s.centre);
  const scale = Float64Array.from(scalings, (s) => s.scale);
  return { rows: table.rows, width, order, count, cells, centre, scale, intercept: hasIntercept ? width : undefined };
}

/** scores[r] = Σ_j coefficients[j] · cell (r, j) for the rows of one block; `scores` has BLOCK_ROWS entries. */
export function blockScores(blocks: Blocks, block: number, coefficients: Float64Array, scores: Float64Array): void {
  scores.fill(0);
  const { cells, order } = blocks;
  for (let j = 0; j < order; j += TILE) {
    const b0 = coefficients[j] as number; // one a column, and columns come in fours
    const b1 = coefficients[j + 1] as number;
    const b2 = coefficients[j + 2] as number;
    const b3 = coefficients[j + 3] as number;
    const base = (block * order + j) * BLOCK_ROWS;
    for (let r = 0; r < BLOCK_ROWS; r += 1) {
      const at = base + r; // within the block, as everywhere here
      const low = b0 * (cells[at] as number) + b1 * (cells[at + BLOCK_ROWS] as number);
      const high = b2 * (cells[at + 2 * BLOCK_ROWS] as number) + b3 * (cells[at + 3 * BLOCK_ROWS] as number);
      scores[r] = (scores[r] as number) + low + high;
    }
  }
}

/** gradient[j] += Σ_r residuals[r] · cell (r, j). */
export function addProducts(blocks: Blocks, block: number, residuals: Float64Array, gradient: Float64Array): void {
  const { cells, order } = blocks;
  for (let j = 0; j < order; j += TILE) {
    const base = (block * order + j) * BLOCK_ROWS;
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    for (let r = 0; r < BLOCK_ROWS; r += 1) {
      const at = base + r;
      const residual = residuals[r] as number;
      s0 += residual * (cells[at] as number);
      s1 += residual * (cells[at + BLOCK_ROWS] as number);
      s2 += residual * (cells[at + 2 * BLOCK_ROWS] as number);
      s3 += residual * (cells[at + 3 * BLOCK_ROWS] as number);
    }
    gradient[j] = (gradient[j] as number) + s0;
    gradient[j + 1] = (gradient[j + 1] as number) + s1;
    gradient[j + 2] = (gradient[j + 2] as number) + s2;
    gradient[j + 3] = (gradient[j + 3] as number) + s3;
  }
}
