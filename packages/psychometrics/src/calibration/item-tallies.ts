import { SCORE_VALUES, type Tallies } from './e-step/tallies.ts';

/** What the answers to one item look like before any model. */
export type ItemTally = {
  /** Weight of each score, 0 … the highest that occurs (at least 1). */
  readonly observed: Float64Array;
  readonly answers: number;
  readonly hasMissing: boolean;
};

export function itemTallies({ scores }: Tallies): ItemTally[] {
  return Array.from({ length: scores.length / SCORE_VALUES }, (_, item) => {
    const all = scores.subarray(item * SCORE_VALUES, (item + 1) * SCORE_VALUES);
    const possible = all.subarray(0, SCORE_VALUES - 1);
    let highest = 1;
    possible.forEach((weight, score) => {
      if (weight > 0) highest = Math.max(highest, score);
    });
    const observed = possible.slice(0, highest + 1);
    return {
      observed,
      answers: observed.reduce((sum, weight) => sum + weight, 0),
      hasMissing: (all[SCORE_VALUES - 1] ?? 0) > 0,
    };
  });
}
