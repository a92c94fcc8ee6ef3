import { binFeatures } from '../binning/bins.ts';
import { growTree } from '../growing/grow-tree.ts';
import type { Growth } from '../growing/histograms.ts';
import { regularizationOf } from '../growing/weights.ts';
import type { Tree } from '../model/model-schema.ts';
import { LANES } from '../plan.ts';
import type { Workbench } from '../workbench.ts';
import { gradientStep } from './gradients.ts';
import { addTree, startMargins } from './margins.ts';
import { sampleFeatures, sampleRows } from './sampling.ts';
import { earlyStopping, marginOf, type RoundReport, watch } from './watching.ts';

export type Boosted = {
  readonly trees: readonly Tree[];
  readonly usedRounds: number;
  readonly baseMargin: number;
};

export type BoostOptions = {
  /** Whether metrics of the training rows are computed too. */
  readonly isTrainWatched: boolean;
  /** Called in the team's first thread. */
  readonly onRound?: (report: RoundReport) => void;
};

/** Groups of four features with at least one that the tree may use. */
function groupsOf(ofTree: Uint8Array): number[] {
  const groups = Array.from({ length: ofTree.length / LANES }, (_, g) => g);
  return groups.filter((g) => ofTree.subarray(g * LANES, (g + 1) * LANES).includes(1));
}

/** Grows tree k of a round from its gradients and adds it to the margins. */
function addedTree(bench: Workbench, base: Pick<Growth, 'bench' | 'bins' | 'rules'>, round: number, k: number): Tree {
  const { plan, team } = bench;
  const number = round * plan.trees + k;
  const sampled = sampleRows(bench, number);
  const features = sampleFeatures(bench, number);
  team.wait();
  const growth: Growth = {
    ...base,
    pairs: plan.pairs + 8 * k * plan.train.rows,
    sampled,
    ofTree: features.ofTree,
    groups: groupsOf(features.ofTree),
  };
  const grown = growTree(growth, features.at);
  addTree(bench, grown, k, sampled);
  team.wait();
  return grown.tree;
}

/** The first thread computes the metrics, for all. NaN where nothing is watched. */
function watchRound(bench: Workbench, round: number, { isTrainWatched, onRound }: BoostOptions): number {
  const { plan, team, views } = bench;
  const isWatched = isTrainWatched || plan.validation.rows > 0;
  if (!isWatched && onRound === undefined) return Number.NaN;
  const shared = plan.partials / 8 + team.size;
  if (team.index === 0) {
    const metrics = watch(bench, isTrainWatched);
    views.f64[shared] = metrics.at(-1)?.value ?? Number.NaN;
    onRound?.({ round, metrics });
  }
  if (!isWatched) return Number.NaN;
  team.wait();
  return views.f64[shared] as number; // written before the wait
}

/**
 * Trains on the data in the bench's memory. Every thread of the team calls this with the same arguments and gets the
 * same trees, whatever the number of threads.
 */
export function boost(bench: Workbench, options: BoostOptions): Boosted {
  const { parameters, plan, team } = bench;
  const bins = binFeatures(bench);
  const baseMargin = Math.fround(marginOf(parameters.objective, Math.fround(parameters.base_score)));
  startMargins(bench, baseMargin);
  const gradients = gradientStep(bench, parameters.objective);
  const stopping = earlyStopping(parameters);
  const base = { bench, bins, rules: regularizationOf(parameters) };
  const trees: Tree[] = [];
  team.wait();
  for (let round = 0; round < parameters.num_round; round += 1) {
    gradients();
    for (let k = 0; k < plan.trees; k += 1) trees.push(addedTree(bench, base, round, k));
    if (stopping.isOver(round, watchRound(bench, round, options))) break;
  }
  const stopsEarly = parameters.early_stopping_rounds !== undefined;
  const usedRounds = stopsEarly ? stopping.bestRound() + 1 : trees.length / plan.trees;
  return { trees, usedRounds, baseMargin };
}
