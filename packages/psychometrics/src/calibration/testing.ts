import { type Rng, seededRng } from '@cairn/kernel';
import { type CalibratedItem, categoryCurve } from '../items/calibrated-item.ts';
import { NOT_PRESENTED, type Responses } from '../responses/responses.ts';
import { calibrate } from './calibrate.ts';
import type { Calibrated } from './calibration.ts';
import type { CalibrationOptions } from './options.ts';

/** Slopes about 1, difficulties about 0; with `guessing`, chances from 0.1 to 0.3. */
export function drawItems(count: number, rng: Rng, guessing = false): CalibratedItem[] {
  return Array.from({ length: count }, () => ({
    kind: 'dichotomous',
    a: Math.exp(0.25 * rng.normal()),
    b: rng.normal(),
    c: guessing ? 0.1 + 0.2 * rng.next() : 0,
  }));
}

export function drawScore(item: CalibratedItem, theta: number, rng: Rng): number {
  const u = rng.next();
  let below = 0;
  const { probabilities } = categoryCurve(theta, item);
  for (const [score, p] of probabilities.entries()) {
    below += p;
    if (u < below) return score;
  }
  return probabilities.length - 1;
}

type Drawing = {
  /** Of each person; N(0, 1) if not given. */
  readonly theta?: (person: number, rng: Rng) => number;
  readonly isShown?: (person: number, item: number, rng: Rng) => boolean;
};

export function drawResponses(
  items: readonly CalibratedItem[],
  persons: number,
  seed: number,
  drawing: Drawing = {},
): Responses {
  const rng = seededRng(seed);
  const scores = new Uint8Array(persons * items.length).fill(NOT_PRESENTED);
  for (let i = 0; i < persons; i += 1) {
    const theta = drawing.theta?.(i, rng) ?? rng.normal();
    items.forEach((item, j) => {
      if (drawing.isShown?.(i, j, rng) ?? true) scores[i * items.length + j] = drawScore(item, theta, rng);
    });
  }
  return { persons, items: items.length, scores };
}

/** Fails with the first problem's sentence if there is no calibration. */
export function calibrated(responses: Responses, options: CalibrationOptions): Calibrated {
  const result = calibrate(responses, options);
  if (result.outcome === 'calibrated') return result;
  throw new Error(result.problems[0]?.message);
}

/** Rows in another order, or chosen: row i of the result is row `order[i]`. */
export function withPersons({ items, scores, weights }: Responses, order: readonly number[]): Responses {
  const rows = order.flatMap((i) => [...scores.subarray(i * items, (i + 1) * items)]);
  const responses = { persons: order.length, items, scores: Uint8Array.from(rows) };
  return weights ? { ...responses, weights: Float64Array.from(order, (i) => weights[i] ?? 1) } : responses;
}

export function withItems({ persons, items, scores }: Responses, order: readonly number[]): Responses {
  const cells = Array.from({ length: persons }, (_, i) => order.map((j) => scores[i * items + j] ?? NOT_PRESENTED));
  return { persons, items: order.length, scores: Uint8Array.from(cells.flat()) };
}

/** Slope and intercept of each item that was calibrated. */
export const slopesAndIntercepts = ({ items }: Calibrated): number[][] =>
  items.map(({ item }) => {
    if (item === undefined) return [];
    return item.kind === 'dichotomous' ? [item.a, -item.a * item.b, item.c] : [item.a, ...item.thresholds];
  });

/** The largest difference between two tables of numbers; NaN if one has a number where the other has none. */
export function furthestApart(a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number {
  if (a.flat().length !== b.flat().length) return Number.NaN;
  return Math.max(0, ...a.flatMap((row, i) => row.map((value, k) => Math.abs(value - (b[i]?.[k] ?? Number.NaN)))));
}
