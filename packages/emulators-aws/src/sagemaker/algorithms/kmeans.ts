import { seededRng } from '@cairn/kernel';
import { assignClusters, fitKMeans, type KMeansModel, type Table } from '@cairn/learning-algorithms';
import { UserFault } from '../data/user-fault.ts';
import type { Algorithm, TrainingInput } from './algorithm.ts';
import { IGNORED, type Rules, readHyperparameters } from './hyperparameters.ts';
import { readModel, readUnlabelled, requireChannels, requireWidth } from './reading.ts';

const RULES: Rules = {
  k: { kind: 'integer', least: 1, isRequired: true },
  feature_dim: { kind: 'integer', least: 1, isRequired: true },
  init_method: { kind: 'choice', values: ['random', 'kmeans++'] },
  local_lloyd_max_iter: { kind: 'integer', least: 1 },
  local_lloyd_num_trials: { kind: 'integer', least: 1 },
  local_lloyd_tol: { kind: 'number', least: 0 },
  local_lloyd_init_method: IGNORED,
  mini_batch_size: IGNORED,
  epochs: IGNORED,
  eval_metrics: IGNORED,
  extra_center_factor: IGNORED,
  half_life_time_size: IGNORED,
  seed: { kind: 'integer', least: 0 },
};

function report(input: TrainingInput, name: string, model: KMeansModel, table: Table): void {
  const { distances } = assignClusters(model, table);
  const ssd = distances.reduce((sum, d) => sum + d * d, 0);
  input.log(`#quality_metric: host=algo-1, ${name} msd <loss>=${ssd / table.rows}`);
  input.metric(`${name}:msd`, ssd / table.rows);
  input.metric(`${name}:ssd`, ssd);
}

function train(input: TrainingInput): string {
  requireChannels(input, ['train', 'test']);
  const { number, text } = readHyperparameters(RULES, input.hyperparameters, input.log);
  const data = readUnlabelled(input, 'train');
  if (!data) throw new UserFault('Missing required channel: train.');
  requireWidth(data.table, number('feature_dim'));
  const model = fitKMeans(
    data.table,
    {
      k: number('k') ?? 1,
      init_method: text('init_method') === 'random' ? 'random' : 'kmeans++',
      local_lloyd_max_iter: number('local_lloyd_max_iter') ?? 300,
      local_lloyd_num_trials: number('local_lloyd_num_trials') ?? 10,
      local_lloyd_tol: number('local_lloyd_tol') ?? 1e-4,
    },
    seededRng(`kmeans:${number('seed') ?? 0}`),
  );
  const test = readUnlabelled(input, 'test');
  for (const [name, set] of Object.entries({ train: data, test })) if (set) report(input, name, model, set.table);
  return JSON.stringify(model);
}

export const kmeans: Algorithm = {
  name: 'kmeans',
  fileName: 'model_algo-1',
  objectives: { 'train:msd': 'Minimize', 'train:ssd': 'Minimize', 'test:msd': 'Minimize', 'test:ssd': 'Minimize' },
  train,
  load: (text) => {
    const model = readModel<KMeansModel>(text, 'k-means');
    return {
      algorithm: 'kmeans',
      width: model.names.length,
      listName: 'predictions',
      defaultAccept: 'application/json',
      predict: (table) => {
        const { labels, distances } = assignClusters(model, table);
        return Array.from(labels, (closest_cluster, i) => ({
          closest_cluster,
          distance_to_cluster: distances[i] ?? Number.NaN,
        }));
      },
    };
  },
};
