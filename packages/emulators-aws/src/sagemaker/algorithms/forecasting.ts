import { seededRng } from '@cairn/kernel';
import {
  backtest,
  type Forecast,
  type ForecastMethod,
  type ForecastModel,
  fitForecast,
  forecastAhead,
  type Table,
} from '@cairn/learning-algorithms';
import { UserFault } from '../data/user-fault.ts';
import type { Algorithm, Prediction, TrainingInput } from './algorithm.ts';
import { type Hyperparameters, type Rules, readHyperparameters } from './hyperparameters.ts';
import { readModel, readUnlabelled, requireChannels } from './reading.ts';

/** What each method's name stands for; those with a season need `season_length`. */
const METHODS: Readonly<Record<string, (season: number) => ForecastMethod>> = {
  naive: () => ({ kind: 'naive' }),
  'seasonal-naive': (season) => ({ kind: 'seasonal-naive', season }),
  simple: () => ({ kind: 'exponential-smoothing', trend: 'none', seasonal: 'none' }),
  holt: () => ({ kind: 'exponential-smoothing', trend: 'additive', seasonal: 'none' }),
  damped: () => ({ kind: 'exponential-smoothing', trend: 'damped', seasonal: 'none' }),
  'holt-winters': (season) => ({ kind: 'exponential-smoothing', trend: 'additive', seasonal: 'additive', season }),
  'holt-winters-multiplicative': (season) => ({
    kind: 'exponential-smoothing',
    trend: 'additive',
    seasonal: 'multiplicative',
    season,
  }),
};
const SEASONAL = ['seasonal-naive', 'holt-winters', 'holt-winters-multiplicative'];

const RULES: Rules = {
  method: { kind: 'choice', values: Object.keys(METHODS), isRequired: true },
  prediction_length: { kind: 'integer', least: 1, most: 1000, isRequired: true },
  season_length: { kind: 'integer', least: 2, most: 1000 },
  confidence: { kind: 'number', least: 0.5, most: 0.999 },
  num_backtest_windows: { kind: 'integer', least: 1, most: 100 },
};

interface SavedModel {
  readonly kind: 'forecasting';
  readonly model: ForecastModel;
  readonly confidence: number;
}

function methodOf({ text, number }: Hyperparameters): ForecastMethod {
  const name = text('method') ?? 'naive';
  const season = number('season_length');
  if (SEASONAL.includes(name) && season === undefined) {
    throw new UserFault(`Missing required hyperparameter: season_length, which ${name} needs.`);
  }
  return METHODS[name]?.(season ?? 1) ?? { kind: 'naive' };
}

function report(input: TrainingInput, series: Float64Array, method: ForecastMethod, parameters: Hyperparameters): void {
  const { number } = parameters;
  const options = {
    horizon: number('prediction_length') ?? 1,
    windows: number('num_backtest_windows') ?? 1,
    season: number('season_length') ?? 1,
    confidence: number('confidence') ?? 0.9,
  };
  const { mape, smape, mase, quantileLoss, coverage } = backtest(series, method, options, seededRng('backtest'));
  for (const [name, value] of Object.entries({ mape, smape, mase, quantile_loss: quantileLoss, coverage })) {
    if (value !== undefined) input.metric(`test:${name}`, value);
  }
}

function train(input: TrainingInput): string {
  requireChannels(input, ['train']);
  const parameters = readHyperparameters(RULES, input.hyperparameters, input.log);
  const table = readUnlabelled(input, 'train')?.table;
  const series = table?.columns.at(-1);
  if (!table || !series) throw new UserFault('Missing required channel: train.');
  if (table.columns.length > 1) throw new UserFault('Channel train: give one series, one value a row and no header.');
  const method = methodOf(parameters);
  report(input, Float64Array.from(series), method, parameters);
  const saved: SavedModel = {
    kind: 'forecasting',
    model: fitForecast(series, method),
    confidence: parameters.number('confidence') ?? 0.9,
  };
  return JSON.stringify(saved);
}

const asPrediction = ({ mean, low, high }: Forecast): Prediction => ({ mean, low, high });

/** A row holds how many steps ahead are asked for; each step is an answer of its own. */
function answers({ model, confidence }: SavedModel, { columns }: Table): Prediction[] {
  return Array.from(columns[0] ?? []).flatMap((horizon) =>
    forecastAhead(model, horizon, confidence, seededRng('forecast')).map(asPrediction),
  );
}

export const forecasting: Algorithm = {
  name: 'forecasting',
  fileName: 'model.json',
  objectives: {
    'test:mape': 'Minimize',
    'test:smape': 'Minimize',
    'test:mase': 'Minimize',
    'test:quantile_loss': 'Minimize',
    'test:coverage': 'Maximize',
  },
  train,
  load: (text) => {
    const model = readModel<SavedModel>(text, 'forecasting');
    return {
      algorithm: 'forecasting',
      width: 1,
      listName: 'predictions',
      defaultAccept: 'application/json',
      predict: (table) => answers(model, table),
    };
  },
};
