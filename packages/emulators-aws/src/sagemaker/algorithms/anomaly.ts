import { seededRng } from '@cairn/kernel';
import {
  averagePrecision,
  fitIsolationForest,
  fitRandomCutForest,
  type IsolationForest,
  isolationScores,
  type RandomCutForest,
  randomCutScores,
  type Table,
} from '@cairn/learning-algorithms';
import type { LabelledTable } from '../data/rows.ts';
import { UserFault } from '../data/user-fault.ts';
import type { Algorithm, Prediction, Predictor, TrainingInput } from './algorithm.ts';
import { type Hyperparameters, IGNORED, type Rules, readHyperparameters } from './hyperparameters.ts';
import { readLabelled, readModel, readUnlabelled, requireChannels, requireWidth } from './reading.ts';

const RULES: Rules = {
  feature_dim: { kind: 'integer', least: 1, most: 10_000 },
  num_trees: { kind: 'integer', least: 50, most: 1000 },
  num_samples_per_tree: { kind: 'integer', least: 1, most: 2048 },
  eval_metrics: IGNORED,
  seed: { kind: 'integer', least: 0 },
};

/**
 * F1 of the rule that SageMaker's documentation recommends: what scores above three standard deviations from the mean
 * is an anomaly.
 */
function f1Of(labels: readonly number[], scores: Float64Array): number {
  const mean = scores.reduce((sum, s) => sum + s, 0) / scores.length;
  const deviation = Math.sqrt(scores.reduce((sum, s) => sum + (s - mean) ** 2, 0) / scores.length);
  const isFlagged = (i: number) => (scores[i] ?? 0) > mean + 3 * deviation;
  const hits = labels.filter((label, i) => label === 1 && isFlagged(i)).length;
  const wrong = labels.filter((label, i) => (label === 1) !== isFlagged(i)).length;
  return hits === 0 ? 0 : (2 * hits) / (2 * hits + wrong);
}

function report(input: TrainingInput, { labels }: LabelledTable, scores: Float64Array): void {
  if (!(labels.includes(0) && labels.includes(1))) {
    input.log('The test channel holds one class only, so that nothing can be measured on it.');
    return;
  }
  input.metric('test:f1', f1Of(labels, scores));
  input.metric('test:average_precision', averagePrecision(labels, scores));
}

interface Kind<Model> {
  fit(table: Table, parameters: Hyperparameters): Model;
  scores(model: Model, table: Table): Float64Array;
}

function trainForest<Model>(input: TrainingInput, { fit, scores }: Kind<Model>): string {
  requireChannels(input, ['train', 'test']);
  const parameters = readHyperparameters(RULES, input.hyperparameters, input.log);
  const data = readUnlabelled(input, 'train');
  if (!data) throw new UserFault('Missing required channel: train.');
  requireWidth(data.table, parameters.number('feature_dim'));
  const model = fit(data.table, parameters);
  const test = readLabelled(input, 'test');
  if (test) report(input, test, scores(model, test.table));
  return JSON.stringify(model);
}

const asPredictions = (scores: Float64Array): Prediction[] => Array.from(scores, (score) => ({ score }));

const sizes = ({ number }: Hyperparameters) => ({
  num_trees: number('num_trees') ?? 100,
  num_samples_per_tree: number('num_samples_per_tree') ?? 256,
});
const rngOf = ({ number }: Hyperparameters) => seededRng(`forest:${number('seed') ?? 0}`);

const common = { listName: 'scores', defaultAccept: 'application/json' } as const satisfies Partial<Predictor>;
const OBJECTIVES = { 'test:f1': 'Maximize', 'test:average_precision': 'Maximize' } as const;

export const randomCutForest: Algorithm = {
  name: 'randomcutforest',
  fileName: 'model_algo-1',
  objectives: OBJECTIVES,
  train: (input) =>
    trainForest<RandomCutForest>(input, {
      fit: (table, parameters) => fitRandomCutForest(table, sizes(parameters), rngOf(parameters)),
      scores: randomCutScores,
    }),
  load: (text) => {
    const model = readModel<RandomCutForest>(text, 'random-cut-forest');
    const predict = (table: Table) => asPredictions(randomCutScores(model, table));
    return { algorithm: 'randomcutforest', width: model.names.length, ...common, predict };
  },
};

export const isolationForest: Algorithm = {
  name: 'isolation-forest',
  fileName: 'model.json',
  objectives: OBJECTIVES,
  train: (input) =>
    trainForest<IsolationForest>(input, {
      fit: (table, parameters) => fitIsolationForest(table, sizes(parameters), rngOf(parameters)),
      scores: isolationScores,
    }),
  load: (text) => {
    const model = readModel<IsolationForest>(text, 'isolation-forest');
    const predict = (table: Table) => asPredictions(isolationScores(model, table));
    return { algorithm: 'isolation-forest', width: model.names.length, ...common, predict };
  },
};
