import { RECORD_BYTES } from './kernel/kernel.ts';
import { type BoostingParameters, treesPerRound } from './parameters/boosting-parameters.ts';

/** Features whose bins lie in one 32-bit word. */
export const LANES = 4;
/** Bins and one for missing values. */
const MOST_ENTRIES = 257;
export const PAIR_BYTES = 16;
/** Histograms kept for subtraction take at most so much; beyond, both children are counted. */
const HISTOGRAM_BUDGET = 2 ** 28;

/** Of each data set: where its f32 columns, labels, weights and margins lie, one after the other. */
export type SetPlan = {
  readonly rows: number;
  readonly columns: number;
  readonly labels: number;
  readonly weights: number;
  /** Margins of one tree a round after the other's. */
  readonly margins: number;
};

/** Where everything lies in the one memory that all threads of a training share: byte offsets. */
export type Plan = {
  readonly features: number;
  readonly groups: number;
  readonly trees: number;
  readonly workers: number;
  /** Whether training rows count differently. */
  readonly isWeighted: boolean;
  readonly train: SetPlan;
  readonly validation: SetPlan;
  /** A group's words, one a row, after the other's. */
  readonly bins: number;
  /** Weights times scale_pos_weight where the label is 1: what gradients are multiplied by. */
  readonly gradientWeights: number;
  /** (gradient, hessian) of each row for one tree of the round after the other. */
  readonly pairs: number;
  /** Row numbers, node by node, and place to part them: each thread has its own, of `rowBytes`, and does the same. */
  readonly rows: number;
  readonly spare: number;
  readonly rowBytes: number;
  /** One byte a row: whether this tree sees it. */
  readonly sampled: number;
  /** `max_bin` f32 a feature. */
  readonly cuts: number;
  /** Of each feature, i32: bins; whether values are missing. */
  readonly binCounts: number;
  readonly missing: number;
  /** A value below each feature's least, f32. */
  readonly minima: number;
  readonly slots: number;
  readonly slotBytes: number;
  readonly histograms: number;
  /** One group's histograms for each worker. */
  readonly scratch: number;
  readonly scratchBytes: number;
  /** A split record for each node and each group, of two levels: one is written while the other is read. */
  readonly records: number;
  /** Nodes of a level at most. */
  readonly widest: number;
  /** f64 gradient and hessian of the root. */
  readonly rootSum: number;
  /** f64, one a worker and one more. */
  readonly partials: number;
  /** i32: barrier and queue of the team. */
  readonly control: number;
  readonly bytes: number;
};

function arena() {
  let top = 64;
  const place = (bytes: number) => {
    const at = top;
    top = Math.ceil((top + bytes) / 64) * 64; // a cache line of its own
    return at;
  };
  return { place, top: () => top };
}

type Place = ReturnType<typeof arena>['place'];

function planSet(place: Place, rows: number, features: number, trees: number): SetPlan {
  return {
    rows,
    columns: place(4 * rows * features),
    labels: place(4 * rows),
    weights: place(4 * rows),
    margins: place(4 * rows * trees),
  };
}

function planRows(place: Place, rows: number, groups: number, trees: number, workers: number) {
  const rowBytes = 64 * Math.ceil(rows / 16);
  return {
    bins: place(4 * rows * groups),
    gradientWeights: place(4 * rows),
    pairs: place(8 * rows * trees),
    rows: place(workers * rowBytes),
    spare: place(workers * rowBytes),
    rowBytes,
    sampled: place(rows),
  };
}

function planHistograms(place: Place, groups: number, rows: number, depth: number, workers: number) {
  const scratchBytes = LANES * MOST_ENTRIES * PAIR_BYTES;
  const slotBytes = groups * scratchBytes;
  const wanted = Math.min(2 ** Math.max(0, depth - 2), rows);
  const slots = Math.max(1, Math.min(wanted, Math.floor(HISTOGRAM_BUDGET / slotBytes)));
  const widest = Math.min(2 ** (depth - 1), rows); // nodes of a level that may split
  return {
    slots,
    slotBytes,
    histograms: place(slots * slotBytes),
    scratchBytes: 2 * scratchBytes,
    scratch: place(2 * workers * scratchBytes),
    records: place(2 * widest * groups * RECORD_BYTES),
    widest,
    rootSum: place(16),
  };
}

/** @param rows [train, validation] */
export function planTraining(
  rows: readonly [number, number],
  features: number,
  parameters: BoostingParameters,
  workers: number,
  isWeighted: boolean,
): Plan {
  const { place, top } = arena();
  const groups = Math.ceil(features / LANES);
  const trees = treesPerRound(parameters);
  const plan = {
    features,
    groups,
    trees,
    workers,
    isWeighted,
    train: planSet(place, rows[0], features, trees),
    validation: planSet(place, rows[1], features, trees),
    ...planRows(place, rows[0], groups, trees, workers),
    cuts: place(4 * parameters.max_bin * features),
    binCounts: place(4 * features),
    missing: place(4 * features),
    minima: place(4 * features),
    ...planHistograms(place, groups, rows[0], parameters.max_depth, workers),
    partials: place(8 * (workers + 1)),
    control: place(64),
  };
  return { ...plan, bytes: top() };
}
