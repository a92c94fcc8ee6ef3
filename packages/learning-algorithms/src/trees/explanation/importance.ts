import type { BoostedTrees } from '../model/model-schema.ts';
import { usedTrees } from '../model/used-trees.ts';

/** XGBoost's names: splits; mean and total gain; mean and total cover. */
export type ImportanceKind = 'weight' | 'gain' | 'cover' | 'total_gain' | 'total_cover';

export type Importance = { readonly feature: string; readonly value: number };

function tally(model: BoostedTrees) {
  const sums = model.featureNames.map((feature) => ({ feature, splits: 0, gain: 0, cover: 0 }));
  for (const tree of usedTrees(model)) {
    for (const [node, left] of tree.leftChildren.entries()) {
      const sum = left < 0 ? undefined : sums[tree.splitIndices[node] ?? -1];
      if (sum === undefined) continue;
      sum.splits += 1;
      sum.gain += tree.lossChanges[node] ?? 0;
      sum.cover += tree.sumHessian[node] ?? 0;
    }
  }
  return sums.filter(({ splits }) => splits > 0);
}

type Tally = ReturnType<typeof tally>[number];

const VALUES: Readonly<Record<ImportanceKind, (sum: Tally) => number>> = {
  weight: ({ splits }) => splits,
  gain: ({ gain, splits }) => gain / splits,
  cover: ({ cover, splits }) => cover / splits,
  total_gain: ({ gain }) => gain,
  total_cover: ({ cover }) => cover,
};

/** How much each feature that the model splits on matters to it, the greatest first. */
export function featureImportance(model: BoostedTrees, kind: ImportanceKind): Importance[] {
  const all = tally(model).map((sum) => ({ feature: sum.feature, value: VALUES[kind](sum) }));
  return all.sort((a, b) => b.value - a.value);
}
