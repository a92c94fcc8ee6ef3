import type { Rng } from '@cairn/kernel';
import { type CalibratedItem, categoryCurve } from '../items/calibrated-item.ts';
import { responsesOf } from '../responses/responses.ts';

function answer(theta: number, item: CalibratedItem, rng: Rng): number {
  let left = rng.next();
  return categoryCurve(theta, item).probabilities.findIndex((p) => {
    left -= p;
    return left < 0;
  });
}

/** Persons from N(0, 1) who answer as the items say. */
export function simulate(items: readonly CalibratedItem[], persons: number, rng: Rng) {
  const thetas = Array.from({ length: persons }, () => rng.normal());
  const rows = thetas.map((theta) => items.map((item) => Math.max(0, answer(theta, item, rng))));
  return { thetas, responses: responsesOf(rows) };
}

export const twenty = Array.from({ length: 20 }, (_, i): CalibratedItem => {
  return { kind: 'dichotomous', a: 0.8 + (i % 4) * 0.3, b: -1.8 + i * 0.19, c: 0 };
});
export const mixed: CalibratedItem[] = [
  ...twenty.slice(0, 8),
  { kind: 'graded', a: 1.3, thresholds: [-1, 0, 1.1] },
  { kind: 'graded', a: 0.9, thresholds: [-0.5, 0.8] },
  { kind: 'partial-credit', a: 1, thresholds: [-0.7, 0.2, 0.9] },
];

export const moments = (values: readonly number[]) => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return { mean, variance };
};
