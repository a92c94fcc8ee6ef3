import { type Boosted, type BoostOptions, boost } from './boosting/boost.ts';
import type { RoundReport } from './boosting/watching.ts';
import type { BoostedTrees } from './model/model-schema.ts';
import type { BoostingParameters } from './parameters/boosting-parameters.ts';
import { type Plan, planTraining } from './plan.ts';
import { teamOfOne } from './team.ts';
import { type TrainingSet, trainingFaults } from './training-set.ts';
import { type KernelChoice, putData, startMachine } from './workbench.ts';

export type BoostingTask = {
  readonly train: TrainingSet;
  readonly validation?: TrainingSet;
  readonly parameters: BoostingParameters;
  /** Whether metrics of the training rows are computed too, at the price of a pass over them each round. */
  readonly isTrainWatched?: boolean;
};

export type Trained =
  | { readonly outcome: 'trained'; readonly model: BoostedTrees }
  /** One sentence each: what is wrong with the data. */
  | { readonly outcome: 'faults'; readonly messages: readonly string[] };

export function modelOf({ train, parameters }: BoostingTask, { trees, ...boosted }: Boosted): BoostedTrees {
  const { objective } = parameters;
  const treesPerRound = objective.startsWith('multi:') ? parameters.num_class : 1;
  const { names: featureNames } = train.table;
  return { schema: 'boosted-trees/1', objective, treesPerRound, featureNames, ...boosted, trees };
}

export function planOf({ train, validation, parameters }: BoostingTask, workers: number): Plan {
  const rows = [train.table.rows, validation?.table.rows ?? 0] as const;
  return planTraining(rows, train.table.columns.length, parameters, workers, train.weights !== undefined);
}

/**
 * Gradient-boosted trees over histograms, grown level by level, in this thread.
 *
 * Where features have at most `max_bin` distinct values the trees are those of XGBoost's `hist` but for rounding.
 * Gradients are rounded so little that every sum of them is exact; so the same seed gives the same bytes with and
 * without WebAssembly, and with any number of threads.
 *
 * @param task    labels and weights in the order of the table's rows
 * @param options `onRound` is told the metrics after each round
 * @see           Chen & Guestrin (2016), XGBoost: A scalable tree boosting system, KDD
 */
export function trainBoostedTrees(
  task: BoostingTask,
  options: { readonly onRound?: (report: RoundReport) => void; readonly kernel?: KernelChoice } = {},
): Trained {
  const { train, validation, parameters } = task;
  const messages = trainingFaults(train, validation, parameters);
  if (messages.length > 0) return { outcome: 'faults', messages };
  const plan = planOf(task, 1);
  const { kernel, views } = startMachine(plan.bytes, false, options.kernel ?? 'automatic');
  putData(views, plan, parameters, train, validation);
  const bench = { plan, parameters, kernel, views, team: teamOfOne() };
  const boostOptions: BoostOptions = {
    isTrainWatched: task.isTrainWatched ?? false,
    ...(options.onRound ? { onRound: options.onRound } : {}),
  };
  return { outcome: 'trained', model: modelOf(task, boost(bench, boostOptions)) };
}
