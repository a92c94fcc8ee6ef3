import { fitLinearLearner, type LinearModel, predictLinear, type Table } from '@cairn/learning-algorithms';
import type { LabelledTable } from '../data/rows.ts';
import { UserFault } from '../data/user-fault.ts';
import type { Algorithm, Prediction, TrainingInput } from './algorithm.ts';
import { FLAG, type Hyperparameters, IGNORED, type Rules, readHyperparameters } from './hyperparameters.ts';
import { LINEAR_OBJECTIVES, likeliest, linearFigures } from './linear-metrics.ts';
import { chooseThreshold } from './linear-threshold.ts';
import { readLabelled, readModel, requireChannels, requireWidth } from './reading.ts';

const CRITERIA = [
  'accuracy',
  'f1',
  'f_beta',
  'precision_at_target_recall',
  'recall_at_target_precision',
  'cross_entropy_loss',
  'loss_function',
];

const solver = (...names: readonly string[]): Rules => Object.fromEntries(names.map((name) => [name, IGNORED]));

const RULES: Rules = {
  predictor_type: {
    kind: 'choice',
    values: ['regressor', 'binary_classifier', 'multiclass_classifier'],
    isRequired: true,
  },
  num_classes: { kind: 'integer', least: 3, most: 1_000_000 },
  feature_dim: { kind: 'integer', least: 1 },
  l1: { kind: 'number', least: 0 },
  wd: { kind: 'number', least: 0 },
  normalize_data: FLAG,
  use_bias: FLAG,
  binary_classifier_model_selection_criteria: { kind: 'choice', values: CRITERIA },
  target_recall: { kind: 'number', least: 0, most: 1 },
  target_precision: { kind: 'number', least: 0, most: 1 },
  f_beta: { kind: 'number', least: 0, isOpen: true },
  ...solver('mini_batch_size', 'epochs', 'learning_rate', 'optimizer', 'beta_1', 'beta_2', 'bias_lr_mult'),
  ...solver('bias_wd_mult', 'num_models', 'num_calibration_samples', 'early_stopping_patience', 'momentum'),
  ...solver('early_stopping_tolerance', 'init_bias', 'init_method', 'init_scale', 'init_sigma', 'loss'),
  ...solver('lr_scheduler_factor', 'lr_scheduler_minimum_lr', 'lr_scheduler_step', 'use_lr_scheduler', 'unbias_data'),
  ...solver('unbias_label', 'normalize_label', 'num_point_for_scaler', 'quantile', 'margin', 'huber_delta'),
};
const WEIGHT_RULE = { kind: 'number', least: 0, isOpen: true } as const;

/** So little that it changes no figure, and enough that separable classes have a solution. */
const AUTO_WD = 1e-5;

type Task = { readonly model: LinearModel; readonly threshold: number };
type SavedModel = LinearModel & { readonly threshold: number };

const weightOf = (text: string | undefined): number | 'balanced' =>
  text === 'balanced' ? 'balanced' : Number(text ?? 1);

function rulesFor({ positive_example_weight_mult: weight }: Readonly<Record<string, string>>): Rules {
  const isWord = weight === 'balanced';
  return { ...RULES, positive_example_weight_mult: isWord ? { kind: 'choice', values: ['balanced'] } : WEIGHT_RULE };
}

function fit({ table, labels }: LabelledTable, parameters: Hyperparameters): LinearModel {
  const { text, number } = parameters;
  const predictor_type = text('predictor_type') as LinearModel['predictor_type']; // a choice of these
  const num_classes = number('num_classes');
  const fitted = fitLinearLearner(table, labels, {
    predictor_type,
    ...(num_classes === undefined ? {} : { num_classes }),
    l1: number('l1') ?? 0,
    wd: number('wd') ?? AUTO_WD,
    normalize_data: (text('normalize_data') ?? 'true') === 'true',
    use_bias: (text('use_bias') ?? 'true') === 'true',
    positive_example_weight_mult: weightOf(text('positive_example_weight_mult')),
  });
  if (fitted.outcome === 'fault') throw new UserFault(fitted.message);
  return fitted.model;
}

const classesOf = ({ predictor_type, coefficients }: LinearModel): number => {
  if (predictor_type === 'regressor') return 1;
  return predictor_type === 'binary_classifier' ? 2 : coefficients.length;
};

function thresholdOf(model: LinearModel, { table, labels }: LabelledTable, { text, number }: Hyperparameters): number {
  if (model.predictor_type !== 'binary_classifier') return 0.5;
  return chooseThreshold(labels, predictLinear(model, table), {
    criterion: text('binary_classifier_model_selection_criteria') ?? 'accuracy',
    targetRecall: number('target_recall') ?? 0.8,
    targetPrecision: number('target_precision') ?? 0.8,
    beta: number('f_beta') ?? 1,
  });
}

function report(input: TrainingInput, name: string, { model, threshold }: Task, data: LabelledTable, beta: number) {
  const scores = predictLinear(model, data.table);
  const figures = linearFigures({ labels: data.labels, scores, classes: classesOf(model), threshold, beta });
  for (const [figure, value] of Object.entries(figures)) {
    if (value === undefined) continue;
    input.log(`#quality_metric: host=algo-1, ${name} ${figure} <score>=${value}`);
    input.metric(`${name}:${figure}`, value);
  }
}

function train(input: TrainingInput): string {
  requireChannels(input, ['train', 'validation', 'test']);
  const parameters = readHyperparameters(rulesFor(input.hyperparameters), input.hyperparameters, input.log);
  const data = readLabelled(input, 'train');
  if (!data) throw new UserFault('Missing required channel: train.');
  requireWidth(data.table, parameters.number('feature_dim'));
  const model = fit(data, parameters);
  input.log(`Solved in ${model.iterations} iterations.`);
  const validation = readLabelled(input, 'validation');
  const test = readLabelled(input, 'test');
  const task = { model, threshold: thresholdOf(model, validation ?? data, parameters) };
  const beta = parameters.number('f_beta') ?? 1;
  for (const [name, set] of Object.entries({ train: data, validation, test })) {
    if (set) report(input, name, task, set, beta);
  }
  const saved: SavedModel = { ...model, threshold: task.threshold };
  return JSON.stringify(saved);
}

function answers(model: SavedModel, table: Table): Prediction[] {
  const scores = predictLinear(model, table);
  const classes = classesOf(model);
  return Array.from({ length: table.rows }, (_, i): Prediction => {
    if (classes > 2) {
      const row = scores.subarray(i * classes, (i + 1) * classes);
      return { score: Array.from(row), predicted_label: likeliest(row) };
    }
    const score = scores[i] ?? Number.NaN;
    return classes === 1 ? { score } : { score, predicted_label: score >= model.threshold ? 1 : 0 };
  });
}

export const linearLearner: Algorithm = {
  name: 'linear-learner',
  fileName: 'model_algo-1',
  objectives: LINEAR_OBJECTIVES,
  train,
  load: (text) => {
    const model = readModel<SavedModel>(text, 'linear-learner');
    return {
      algorithm: 'linear-learner',
      width: model.names.length,
      listName: 'predictions',
      defaultAccept: 'application/json',
      predict: (table) => answers(model, table),
    };
  },
};
