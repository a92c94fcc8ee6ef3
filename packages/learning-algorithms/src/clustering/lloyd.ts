import { type Rows, squaredDistance } from '../numbers/dense.ts';

export type Clustering = {
  /** k × width numbers. */
  readonly centres: Float64Array;
  /** Nearest centre, one a row. */
  readonly labels: Int32Array;
  /** Sum of squared distances to the nearest centre. */
  readonly inertia: number;
  readonly iterations: number;
  readonly isConverged: boolean;
};

export type LloydLimits = {
  readonly iterations: number;
  /** Arrived when the squared moves of all centres sum to no more. */
  readonly tolerance: number;
};

type State = {
  readonly data: Rows;
  readonly k: number;
  readonly centres: Float64Array;
  readonly labels: Int32Array;
  /** At least the distance to the own centre. */
  readonly upper: Float64Array;
  /** At most the distance to any other centre. */
  readonly lower: Float64Array;
  /** The centres once more, as `arrange` lays them out, and room for the distances of one row. */
  readonly panel: Float64Array;
  readonly distances: Float64Array;
  /** Sum and number of each cluster's rows. */
  readonly sums: Float64Array;
  readonly counts: Float64Array;
};

/** Centres that are compared with a row at once. */
const TOGETHER = 4;

/** Centres in groups of four, feature by feature; places that only pad a group are infinitely far. */
function arrange({ data, k, centres, panel }: State): void {
  const { width } = data;
  panel.fill(Number.POSITIVE_INFINITY);
  for (let c = 0; c < k; c += 1) {
    const base = Math.floor(c / TOGETHER) * TOGETHER * width + (c % TOGETHER);
    for (let j = 0; j < width; j += 1) panel[base + j * TOGETHER] = centres[c * width + j] as number; // within the centre
  }
}

/** Squared distances of row i to all centres, into `distances`. */
function compare({ data, panel, distances }: State, i: number): void {
  const { width, cells } = data;
  const row = i * width;
  let at = 0;
  for (let group = 0; group < distances.length; group += TOGETHER) {
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    for (let j = 0; j < width; j += 1) {
      const x = cells[row + j] as number; // within the row, and the panel has TOGETHER numbers a feature
      const d0 = x - (panel[at] as number);
      const d1 = x - (panel[at + 1] as number);
      const d2 = x - (panel[at + 2] as number);
      const d3 = x - (panel[at + 3] as number);
      s0 += d0 * d0;
      s1 += d1 * d1;
      s2 += d2 * d2;
      s3 += d3 * d3;
      at += TOGETHER;
    }
    distances[group] = s0;
    distances[group + 1] = s1;
    distances[group + 2] = s2;
    distances[group + 3] = s3;
  }
}

/** Nearest centre of row i and both bounds, exactly. */
function assignRow(state: State, i: number): void {
  const { k, labels, upper, lower, distances } = state;
  compare(state, i);
  let best = Number.POSITIVE_INFINITY;
  let second = Number.POSITIVE_INFINITY;
  let label = 0;
  for (let c = 0; c < k; c += 1) {
    const d = distances[c] as number; // one a centre
    if (d < best) {
      second = best;
      best = d;
      label = c;
    } else if (d < second) second = d;
  }
  upper[i] = Math.sqrt(best);
  lower[i] = Math.sqrt(second);
  if (labels[i] !== label) changeLabel(state, i, label);
}

/** Moves row i from the sums of its old cluster (none at first: −1) to those of its new one. */
function changeLabel({ data, labels, sums, counts }: State, i: number, label: number): void {
  const { width, cells } = data;
  const old = labels[i] as number; // i < rows; labels are below k
  labels[i] = label;
  counts[label] = (counts[label] as number) + 1;
  if (old >= 0) counts[old] = (counts[old] as number) - 1;
  for (let j = 0; j < width; j += 1) {
    const value = cells[i * width + j] as number; // within the row
    sums[label * width + j] = (sums[label * width + j] as number) + value;
    if (old >= 0) sums[old * width + j] = (sums[old * width + j] as number) - value;
  }
}

/** Half the distance from each centre to its nearest fellow: a row closer to its own than that has no better one. */
function halfGaps({ data, k, centres }: State): Float64Array {
  const gaps = new Float64Array(k).fill(Number.POSITIVE_INFINITY);
  for (let a = 0; a < k; a += 1) {
    for (let b = 0; b < k; b += 1) {
      if (a === b) continue;
      const d = squaredDistance(centres, a * data.width, centres, b * data.width, data.width);
      gaps[a] = Math.min(gaps[a] as number, Math.sqrt(d) / 2); // a < k
    }
  }
  return gaps;
}

/** Rows whose bounds leave a doubt are assigned anew; returns whether one of them changed its cluster. */
function assign(state: State): boolean {
  const { data, centres, labels, upper, lower } = state;
  const gaps = halfGaps(state);
  let hasChanged = false;
  for (let i = 0; i < data.rows; i += 1) {
    const label = labels[i] as number; // i < rows and label < k, here and below
    const bound = Math.max(gaps[label] as number, lower[i] as number);
    if ((upper[i] as number) <= bound) continue;
    upper[i] = Math.sqrt(squaredDistance(data.cells, i * data.width, centres, label * data.width, data.width));
    if ((upper[i] as number) <= bound) continue;
    assignRow(state, i);
    hasChanged ||= labels[i] !== label;
  }
  return hasChanged;
}

/** A cluster without rows takes the row that lies farthest from its own centre. */
function fillEmpty(state: State): void {
  const { data, k, counts } = state;
  for (let c = 0; c < k; c += 1) {
    if (counts[c] !== 0) continue;
    for (let i = 0; i < data.rows; i += 1) assignRow(state, i);
    const far = state.upper.reduce((most, d, i) => (d > (state.upper[most] as number) ? i : most), 0);
    state.sums.fill(0, c * data.width, (c + 1) * data.width); // rounding may have left a rest
    changeLabel(state, far, c);
    state.upper[far] = 0;
    state.lower[far] = 0;
  }
}

/** Centres become the means of their rows; returns how far each moved. */
function moveCentres(state: State): Float64Array {
  const { data, k, centres, sums, counts } = state;
  const { width } = data;
  if (counts.includes(0)) fillEmpty(state);
  const moves = new Float64Array(k);
  for (let c = 0; c < k; c += 1) {
    let squared = 0;
    for (let j = 0; j < width; j += 1) {
      const next = (sums[c * width + j] as number) / Math.max(counts[c] as number, 1); // c < k
      squared += (next - (centres[c * width + j] as number)) ** 2;
      centres[c * width + j] = next;
    }
    moves[c] = Math.sqrt(squared);
  }
  arrange(state);
  return moves;
}

function loosenBounds({ labels, upper, lower }: State, moves: Float64Array): void {
  const farthest = Math.max(...moves);
  for (let i = 0; i < labels.length; i += 1) {
    upper[i] = (upper[i] as number) + (moves[labels[i] as number] as number); // i < rows, labels < k
    lower[i] = (lower[i] as number) - farthest;
  }
}

function inertiaOf({ data, centres, labels }: State): number {
  let inertia = 0;
  for (let i = 0; i < data.rows; i += 1) {
    const label = labels[i] as number; // i < rows
    inertia += squaredDistance(data.cells, i * data.width, centres, label * data.width, data.width);
  }
  return inertia;
}

/**
 * Lloyd's iterations from given centres, with Hamerly's bounds, which skip most distances and change nothing else.
 *
 * @param start k × width numbers
 * @see         Hamerly (2010), Making k-means even faster, SIAM International Conference on Data Mining, 130–140
 */
export function lloyd(data: Rows, k: number, start: Float64Array, limits: LloydLimits): Clustering {
  const { rows } = data;
  const places = Math.ceil(k / TOGETHER) * TOGETHER;
  const state: State = {
    data,
    k,
    centres: start.slice(),
    labels: new Int32Array(rows).fill(-1),
    upper: new Float64Array(rows),
    lower: new Float64Array(rows),
    panel: new Float64Array(places * data.width),
    distances: new Float64Array(places),
    sums: new Float64Array(k * data.width),
    counts: new Float64Array(k),
  };
  arrange(state);
  for (let i = 0; i < rows; i += 1) assignRow(state, i);
  let iterations = 0;
  let isConverged = false;
  while (iterations < limits.iterations && !isConverged) {
    iterations += 1;
    const moves = moveCentres(state);
    loosenBounds(state, moves);
    const hasChanged = assign(state);
    isConverged = !hasChanged || moves.reduce((sum, move) => sum + move * move, 0) <= limits.tolerance;
  }
  return { centres: state.centres, labels: state.labels, inertia: inertiaOf(state), iterations, isConverged };
}
