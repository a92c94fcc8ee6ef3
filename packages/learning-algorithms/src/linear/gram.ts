import { BLOCK_ROWS, type Blocks } from './blocks.ts';

/** Two rows by four columns of the product at once: eight sums stay in registers for six loads. */
function addTile(
  gram: Float64Array,
  order: number,
  i: number,
  j: number,
  a: Float64Array,
  b: Float64Array,
  at: number,
) {
  const first = i * BLOCK_ROWS;
  const second = at + j * BLOCK_ROWS;
  let s00 = 0;
  let s01 = 0;
  let s02 = 0;
  let s03 = 0;
  let s10 = 0;
  let s11 = 0;
  let s12 = 0;
  let s13 = 0;
  for (let r = 0; r < BLOCK_ROWS; r += 1) {
    const a0 = a[first + r] as number; // within the block, here and below
    const a1 = a[first + BLOCK_ROWS + r] as number;
    const b0 = b[second + r] as number;
    const b1 = b[second + BLOCK_ROWS + r] as number;
    const b2 = b[second + 2 * BLOCK_ROWS + r] as number;
    const b3 = b[second + 3 * BLOCK_ROWS + r] as number;
    s00 += a0 * b0;
    s01 += a0 * b1;
    s02 += a0 * b2;
    s03 += a0 * b3;
    s10 += a1 * b0;
    s11 += a1 * b1;
    s12 += a1 * b2;
    s13 += a1 * b3;
  }
  const row = i * order + j;
  addFour(gram, row, s00, s01, s02, s03);
  addFour(gram, row + order, s10, s11, s12, s13);
}

function addFour(gram: Float64Array, at: number, s0: number, s1: number, s2: number, s3: number): void {
  gram[at] = (gram[at] as number) + s0;
  gram[at + 1] = (gram[at + 1] as number) + s1;
  gram[at + 2] = (gram[at + 2] as number) + s2;
  gram[at + 3] = (gram[at + 3] as number) + s3;
}

/**
 * Adds Xᵀ·diag(weights)·X of one block to the lower triangle of `gram` (order × order). Entries right of the diagonal
 * within a tile are written too and mean nothing.
 *
 * @param scratch order × BLOCK_ROWS numbers, overwritten with the weighted cells
 */
export function addGram(
  blocks: Blocks,
  block: number,
  weights: Float64Array,
  gram: Float64Array,
  scratch: Float64Array,
) {
  const { order, cells } = blocks;
  const start = block * order * BLOCK_ROWS;
  for (let j = 0; j < order; j += 1) {
    const base = j * BLOCK_ROWS;
    for (let r = 0; r < BLOCK_ROWS; r += 1) {
      scratch[base + r] = (cells[start + base + r] as number) * (weights[r] as number);
    }
  }
  for (let i = 0; i < order; i += 2) {
    for (let j = 0; j <= i + 1; j += 4) addTile(gram, order, i, j, scratch, cells, start);
  }
}
