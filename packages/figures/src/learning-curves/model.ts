import { type Rng, seededRng } from '@cairn/kernel';

export const BEGIN = {
  /** Rows to learn from. */
  rows: 60,
  /** Size of a step along the gradient. */
  learningRate: 0.005,
  /** Epochs without a better validation loss before training stops. */
  patience: 10,
  seed: 5,
};
export type Setting = typeof BEGIN;

export const EPOCHS = 120;
/** Of the model; only the first few carry the signal, with falling weight. */
const FEATURES = 40;
const NOISE = 1;
/** Each epoch looks at another part of the validation rows, as where all of them would take too long: so this loss wanders. */
const VALIDATION_ROWS = 1500;
const VALIDATION_PART = 300;
const BATCH = 10;

type Row = { readonly x: readonly number[]; readonly y: number };

/** True weights 1, 1/2, 1/3 … on the first eight features, nothing on the rest. */
const WEIGHTS: readonly number[] = Array.from({ length: FEATURES }, (_, at) => (at < 8 ? 1 / (at + 1) : 0));

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

function drawRows(count: number, rng: Rng): Row[] {
  return Array.from({ length: count }, () => {
    const x = Array.from({ length: FEATURES }, () => rng.normal());
    return { x, y: dot(x, WEIGHTS) + NOISE * rng.normal() };
  });
}

export const meanSquaredError = (rows: readonly Row[], weights: readonly number[]): number =>
  rows.reduce((sum, { x, y }) => sum + (dot(x, weights) - y) ** 2, 0) / Math.max(1, rows.length);

/** One step of stochastic gradient descent on the mean squared error of a batch. */
export function stepOn(batch: readonly Row[], weights: readonly number[], learningRate: number): number[] {
  const errors = batch.map(({ x, y }) => dot(x, weights) - y);
  return weights.map((weight, at) => {
    const slope = batch.reduce((sum, { x }, row) => sum + 2 * (errors[row] ?? 0) * (x[at] ?? 0), 0);
    return weight - (learningRate * slope) / batch.length;
  });
}

export type EpochLoss = { readonly epoch: number; readonly training: number; readonly validation: number };

const chunksOf = <T>(values: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(values.length / size) }, (_, at) => values.slice(at * size, (at + 1) * size));

/** Losses after each epoch; the first entry stands before any training. */
export function train({ rows, learningRate, seed }: Omit<Setting, 'patience'>): EpochLoss[] {
  const training = drawRows(rows, seededRng(`training:${seed}`));
  const validation = drawRows(VALIDATION_ROWS, seededRng('validation'));
  const place = seededRng(`part:${seed}`);
  const partOfValidation = () => {
    const from = place.below(VALIDATION_ROWS - VALIDATION_PART);
    return validation.slice(from, from + VALIDATION_PART);
  };
  const order = seededRng(`order:${seed}`);
  let weights: readonly number[] = new Array<number>(FEATURES).fill(0);
  const losses: EpochLoss[] = [];
  const note = (epoch: number) =>
    losses.push({
      epoch,
      training: meanSquaredError(training, weights),
      validation: meanSquaredError(partOfValidation(), weights),
    });
  note(0);
  for (let epoch = 1; epoch <= EPOCHS; epoch += 1) {
    for (const batch of chunksOf(order.shuffle(training), BATCH)) weights = stepOn(batch, weights, learningRate);
    note(epoch);
    if (!((losses.at(-1)?.validation ?? 0) < 1e6)) break; // it diverges: further numbers say nothing
  }
  return losses;
}

export type Stop = {
  /** The epoch whose weights are kept. */
  readonly best: EpochLoss;
  /** The epoch after which training ended. */
  readonly last: EpochLoss;
  /** Whether patience ran out before the epochs did. */
  readonly isEarly: boolean;
};

const START: EpochLoss = { epoch: 0, training: 0, validation: 0 };

/** Early stopping: ends once `patience` epochs in a row brought no better validation loss, and keeps the best. */
export function stopOf(losses: readonly EpochLoss[], patience: number): Stop {
  let best = losses[0] ?? START;
  for (const loss of losses) {
    if (loss.validation < best.validation) best = loss;
    if (loss.epoch - best.epoch >= patience) return { best, last: loss, isEarly: loss.epoch < EPOCHS };
  }
  return { best, last: losses.at(-1) ?? START, isEarly: false };
}
