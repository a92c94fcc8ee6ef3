import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../prepare.mjs';

const { seededRng } = await import(pathToFileURL(join(ROOT, 'packages/kernel/dist/index.js')).href);

export const FEATURES = 30;
/** Column with 10 % missing values. */
const SPARSE = 7;
/** Puts the share of positives near 0.73 %. */
const INTERCEPT = -6.85;

function rowOf(rng, out) {
  for (let j = 0; j < FEATURES; j += 1) out[j] = rng.normal();
  out[3] = Math.exp(1.2 * out[3] + 3); // an amount of money
  out[4] = rng.below(24); // an hour
  out[5] = rng.next() < 0.2 ? 1 : 0;
  out[6] = rng.below(6);
  return (
    INTERCEPT +
    0.9 * out[0] +
    0.6 * out[1] * out[2] +
    (out[3] > 60 ? 1.1 : 0) +
    (out[4] < 5 ? 0.9 : 0) +
    1.2 * out[5] * (out[8] > 0.5 ? 1 : 0) +
    0.5 * Math.abs(out[9]) -
    0.4 * out[10]
  );
}

/** A fraud-like table, row by row, with labels: rare positives, interactions, one column with holes. */
export function fraudTable({ rows, seed }) {
  const rng = seededRng(seed);
  const cells = new Float32Array(rows * FEATURES);
  const labels = new Float32Array(rows);
  const row = new Array(FEATURES);
  for (let i = 0; i < rows; i += 1) {
    const logit = rowOf(rng, row);
    labels[i] = rng.next() < 1 / (1 + Math.exp(-logit)) ? 1 : 0;
    if (rng.next() < 0.1) row[SPARSE] = Number.NaN;
    cells.set(row, i * FEATURES);
  }
  return { rows, cells, labels };
}
