import type { Rng } from '@cairn/kernel';
import type { Cell } from './allocation.ts';
import type { Candidate } from './candidate.ts';

/** Candidates that may stand in for one another: same task, same kind. */
type Pool = { readonly chosen: Candidate[]; readonly spare: Candidate[] };

const ratingOf = ({ questions }: Candidate): number => questions.reduce((sum, { angoff }) => sum + angoff, 0);

export function meanRating(candidates: readonly Candidate[]): number {
  const questions = candidates.reduce((count, candidate) => count + candidate.questions.length, 0);
  return questions === 0 ? 0 : candidates.reduce((sum, candidate) => sum + ratingOf(candidate), 0) / questions;
}

/** Trades one candidate of a pool for a spare one if that brings the sum of ratings nearer to the target. */
function trade({ chosen, spare }: Pool, lack: number): number {
  for (const [i, out] of chosen.entries()) {
    for (const [j, into] of spare.entries()) {
      const gain = ratingOf(into) - ratingOf(out);
      if (Math.abs(lack - gain) >= Math.abs(lack) - 1e-9) continue;
      chosen[i] = into;
      spare[j] = out;
      return gain;
    }
  }
  return 0;
}

/** No better than this matters: a hundredth in the mean rating moves the cut by one percent. */
const CLOSE_ENOUGH = 0.01;

/**
 * Draws each cell's candidates, then trades some within their cells until the mean rating is near the target, so that
 * one form is about as hard as another. Few trades are needed, so different draws stay different.
 */
export function chooseCells(
  cells: readonly Cell[],
  candidates: readonly Candidate[],
  targetMean: number,
  rng: Rng,
): Candidate[] {
  const pools = cells.map(({ task, kind, count }): Pool => {
    const members = rng.shuffle(candidates.filter((one) => one.kind === kind && one.tasks[0] === task));
    return { chosen: members.slice(0, count), spare: members.slice(count) };
  });
  const chosen = () => pools.flatMap((pool) => pool.chosen);
  const size = chosen().length;
  let lack = targetMean * size - chosen().reduce((sum, candidate) => sum + ratingOf(candidate), 0);
  for (const pool of rng.shuffle(pools)) {
    if (Math.abs(lack) <= CLOSE_ENOUGH * size) break;
    lack -= trade(pool, lack);
  }
  return chosen();
}
