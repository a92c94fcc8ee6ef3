import type { BoostedTrees, Tree } from './model-schema.ts';

/** The trees that predictions use. */
export function usedTrees({ trees, treesPerRound, usedRounds }: BoostedTrees): readonly Tree[] {
  return trees.slice(0, usedRounds * treesPerRound);
}
