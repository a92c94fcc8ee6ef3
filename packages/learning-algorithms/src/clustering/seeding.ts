import type { Rng } from '@cairn/kernel';
import { type Rows, squaredDistance } from '../numbers/dense.ts';

/** Index drawn in proportion to the weights; the last one where rounding leaves a rest. */
function drawIndex(weights: Float64Array, total: number, rng: Rng): number {
  let rest = rng.next() * total;
  for (let i = 0; i < weights.length; i += 1) {
    rest -= weights[i] as number; // i < length
    if (rest < 0) return i;
  }
  return weights.length - 1;
}

/** What the squared distances to the nearest centre would be with row `candidate` as a further centre. */
function nearer(
  { rows, width, cells }: Rows,
  nearest: Float64Array,
  candidate: number,
): { next: Float64Array; total: number } {
  const next = new Float64Array(rows);
  let total = 0;
  for (let i = 0; i < rows; i += 1) {
    const d = Math.min(nearest[i] as number, squaredDistance(cells, i * width, cells, candidate * width, width)); // i < rows
    next[i] = d;
    total += d;
  }
  return { next, total };
}

/**
 * First centres far apart: each further one is the best of 2 + ln k rows drawn with probability proportional to their
 * squared distance from the centres so far.
 *
 * @returns k × width numbers
 * @see     Arthur & Vassilvitskii (2007), k-means++: The advantages of careful seeding, SODA, 1027–1035
 */
export function plusPlusCentres(data: Rows, k: number, rng: Rng): Float64Array {
  const { rows, width, cells } = data;
  const trials = 2 + Math.floor(Math.log(k));
  const centres = new Float64Array(k * width);
  let chosen = rng.below(rows);
  let { next: nearest, total } = nearer(data, new Float64Array(rows).fill(Number.POSITIVE_INFINITY), chosen);
  centres.set(cells.subarray(chosen * width, (chosen + 1) * width));
  for (let c = 1; c < k; c += 1) {
    let best: { next: Float64Array; total: number } | undefined;
    for (let t = 0; t < trials; t += 1) {
      const candidate = drawIndex(nearest, total, rng);
      const tried = nearer(data, nearest, candidate);
      if (best !== undefined && tried.total >= best.total) continue;
      best = tried;
      chosen = candidate;
    }
    ({ next: nearest, total } = best ?? { next: nearest, total });
    centres.set(cells.subarray(chosen * width, (chosen + 1) * width), c * width);
  }
  return centres;
}

/** k different rows at random. */
export function randomCentres({ rows, width, cells }: Rows, k: number, rng: Rng): Float64Array {
  const order = Array.from({ length: rows }, (_, i) => i);
  const centres = new Float64Array(k * width);
  for (let c = 0; c < k; c += 1) {
    const pick = c + rng.below(rows - c);
    const row = order[pick] as number; // pick < rows, and so is c
    order[pick] = order[c] as number;
    centres.set(cells.subarray(row * width, (row + 1) * width), c * width);
  }
  return centres;
}
