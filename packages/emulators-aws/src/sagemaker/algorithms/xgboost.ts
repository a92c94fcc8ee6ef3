import {
  type BoostedTrees,
  type BoostingParameters,
  loadBoostedTrees,
  METRICS,
  parseBoostingParameters,
  predict,
  type RoundReport,
  saveBoostedTrees,
  type Table,
  type TrainingSet,
  trainBoostedTrees,
} from '@cairn/learning-algorithms';
import { readDataset, widened } from '../data/dataset.ts';
import type { LabelledTable } from '../data/rows.ts';
import { UserFault } from '../data/user-fault.ts';
import type { Algorithm, Prediction, TrainingInput } from './algorithm.ts';
import { withoutOwn } from './hyperparameters.ts';
import { requireChannels } from './reading.ts';

/** The library's "eta must be …" in the words of SageMaker's containers: "Hyperparameter eta: must be …". */
const inContainerWords = (message: string): string => `Hyperparameter ${message.replace(/^(\S+) /, '$1: ')}`;

function parametersOf(given: Readonly<Record<string, string>>): BoostingParameters {
  const own = withoutOwn(given);
  if (own.num_round === undefined) throw new UserFault('Missing required hyperparameter: num_round.');
  const parsed = parseBoostingParameters(own);
  if (parsed.outcome === 'faults') throw new UserFault(parsed.messages.map(inContainerWords).join(' '));
  return parsed.parameters;
}

function readChannel({ channels }: TrainingInput, name: string): LabelledTable | undefined {
  const data = channels[name];
  return data && readDataset(name, data, { defaultType: 'text/libsvm', labelSize: 1 });
}

/** Both channels as wide as the wider one, where rows of LIBSVM leave the last features out. */
function setsOf(input: TrainingInput): { train: TrainingSet; validation?: TrainingSet } {
  const train = readChannel(input, 'train');
  if (!train) throw new UserFault('Missing required channel: train.');
  const validation = readChannel(input, 'validation');
  if (!validation) return { train };
  if (!input.channels.train?.contentType?.includes('csv')) {
    const width = Math.max(train.table.columns.length, validation.table.columns.length);
    return { train: widened(train, width), validation: widened(validation, width) };
  }
  return { train, validation };
}

/** `[12]#011train-auc:0.9#011validation-auc:0.8`, the line that XGBoost's container writes after a round. */
function reportRound({ log, metric }: TrainingInput, { round, metrics }: RoundReport): void {
  log(
    [`[${round}]`, ...metrics.map(({ set, metric: name, value }) => `${set}-${name}:${value.toFixed(5)}`)].join('#011'),
  );
  for (const { set, metric: name, value } of metrics) metric(`${set}:${name}`, value);
}

function train(input: TrainingInput): string {
  requireChannels(input, ['train', 'validation']);
  const parameters = parametersOf(input.hyperparameters);
  const sets = setsOf(input);
  const { rows, columns } = sets.train.table;
  input.log(`[INFO] Train matrix has ${rows} rows and ${columns.length} columns`);
  if (sets.validation) input.log(`[INFO] Validation matrix has ${sets.validation.table.rows} rows`);
  const trained = trainBoostedTrees(
    { ...sets, parameters, isTrainWatched: true },
    { onRound: (report) => reportRound(input, report) },
  );
  if (trained.outcome === 'faults') throw new UserFault(trained.messages.join(' '));
  return saveBoostedTrees(trained.model);
}

function answers(model: BoostedTrees, table: Table): Prediction[] {
  const all = predict(model, table);
  const per = all.length / Math.max(table.rows, 1);
  return Array.from({ length: table.rows }, (_, i) => ({
    score: per === 1 ? (all[i] ?? Number.NaN) : Array.from(all.subarray(i * per, (i + 1) * per)),
  }));
}

const isGreaterBetter = (name: string): boolean => name === 'auc' || name === 'aucpr';

export const xgboost: Algorithm = {
  name: 'xgboost',
  fileName: 'xgboost-model',
  objectives: Object.fromEntries(
    METRICS.flatMap((name) =>
      ['train', 'validation'].map((set) => [`${set}:${name}`, isGreaterBetter(name) ? 'Maximize' : 'Minimize']),
    ),
  ),
  train,
  load: (text) => {
    const loaded = loadBoostedTrees(text);
    if (loaded.outcome === 'fault') throw new UserFault(loaded.message);
    const { model } = loaded;
    return {
      algorithm: 'xgboost',
      width: model.featureNames.length,
      listName: 'predictions',
      defaultAccept: 'text/csv',
      predict: (table) => answers(model, table),
    };
  },
};
