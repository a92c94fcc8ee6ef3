import { fitPca, type PcaModel, projectRows } from '@cairn/learning-algorithms';
import { UserFault } from '../data/user-fault.ts';
import type { Algorithm, TrainingInput } from './algorithm.ts';
import { FLAG, IGNORED, type Rules, readHyperparameters } from './hyperparameters.ts';
import { readModel, readUnlabelled, requireChannels, requireWidth } from './reading.ts';

const RULES: Rules = {
  feature_dim: { kind: 'integer', least: 1, isRequired: true },
  num_components: { kind: 'integer', least: 1, isRequired: true },
  mini_batch_size: IGNORED,
  algorithm_mode: { kind: 'choice', values: ['regular', 'randomized'] },
  extra_components: IGNORED,
  subtract_mean: FLAG,
};

function train(input: TrainingInput): string {
  requireChannels(input, ['train', 'test']);
  const { number, text } = readHyperparameters(RULES, input.hyperparameters, input.log);
  const data = readUnlabelled(input, 'train');
  if (!data) throw new UserFault('Missing required channel: train.');
  requireWidth(data.table, number('feature_dim'));
  const model = fitPca(data.table, {
    num_components: number('num_components') ?? 1,
    subtract_mean: (text('subtract_mean') ?? 'true') === 'true',
  });
  const shares = model.explainedVarianceRatio.map((share) => share.toFixed(4));
  input.log(`Share of the variance that each component explains: ${shares.join(', ')}`);
  return JSON.stringify(model);
}

export const pca: Algorithm = {
  name: 'pca',
  fileName: 'model_algo-1',
  objectives: {},
  train,
  load: (text) => {
    const model = readModel<PcaModel>(text, 'pca');
    return {
      algorithm: 'pca',
      width: model.names.length,
      listName: 'projections',
      defaultAccept: 'application/json',
      predict: (table) => {
        const projected = projectRows(model, table);
        return Array.from({ length: table.rows }, (_, i) => ({
          projection: projected.columns.map((column) => column[i] ?? Number.NaN),
        }));
      },
    };
  },
};
