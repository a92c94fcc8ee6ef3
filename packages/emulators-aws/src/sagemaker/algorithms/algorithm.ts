import type { Table } from '@cairn/learning-algorithms';
import type { ChannelData } from '../data/dataset.ts';

export const ALGORITHM_NAMES = [
  'xgboost',
  'linear-learner',
  'kmeans',
  'pca',
  'randomcutforest',
  'isolation-forest',
  'forecasting',
] as const;

export type AlgorithmName = (typeof ALGORITHM_NAMES)[number];

/** What a training gets to see and where it tells how it goes on. Everything else would make it unrepeatable. */
export interface TrainingInput {
  readonly hyperparameters: Readonly<Record<string, string>>;
  readonly channels: Readonly<Record<string, ChannelData>>;
  log(line: string): void;
  /** Metrics under the names that the algorithm documents, such as `validation:auc`. */
  metric(name: string, value: number): void;
}

/** One row's answer; the first member is what a CSV answer shows. */
export type Prediction = Readonly<Record<string, number | readonly number[]>>;

/** A trained model that answers. */
export interface Predictor {
  readonly algorithm: AlgorithmName;
  /** Features of a row. */
  readonly width: number;
  /** Of the list in a JSON answer. */
  readonly listName: 'predictions' | 'projections' | 'scores';
  readonly defaultAccept: 'text/csv' | 'application/json';
  /** Throws RangeError when the table does not fit. */
  predict(table: Table): readonly Prediction[];
}

export interface Algorithm {
  readonly name: AlgorithmName;
  /** Name of the model file in model.tar.gz. */
  readonly fileName: string;
  /** Metrics that tuning may take for its objective, and which way they are better. */
  readonly objectives: Readonly<Record<string, 'Maximize' | 'Minimize'>>;
  /** Trains and returns the model file's text. Throws UserFault or RangeError for what the user can mend. */
  train(input: TrainingInput): string;
  /** A model from its file; throws UserFault when it is none. */
  load(text: string): Predictor;
}
