import type { MetricName } from '../evaluation/metrics.ts';

export const OBJECTIVES = [
  'binary:logistic',
  'reg:squarederror',
  'count:poisson',
  'multi:softprob',
  'multi:softmax',
] as const;

export type Objective = (typeof OBJECTIVES)[number];

/** −1: the prediction may only fall as the feature grows; 1: only rise; 0: free. */
export type Monotonicity = -1 | 0 | 1;

/** XGBoost's parameters by XGBoost's names, meanings and (but for `num_round`) defaults. */
export type BoostingParameters = {
  readonly objective: Objective;
  /** Classes of a multi objective; 1 otherwise. */
  readonly num_class: number;
  readonly num_round: number;
  readonly max_depth: number;
  readonly eta: number;
  readonly gamma: number;
  readonly lambda: number;
  readonly alpha: number;
  readonly min_child_weight: number;
  readonly max_delta_step: number;
  readonly subsample: number;
  readonly colsample_bytree: number;
  readonly colsample_bylevel: number;
  readonly scale_pos_weight: number;
  readonly max_bin: number;
  /** A prediction of the objective's kind, so a probability for binary:logistic. */
  readonly base_score: number;
  /** Rounds without a better last metric before training stops; undefined = never. */
  readonly early_stopping_rounds: number | undefined;
  readonly eval_metric: readonly MetricName[];
  readonly seed: number;
  /** One a feature, in order; features beyond its end are free. */
  readonly monotone_constraints: readonly Monotonicity[];
};

/** How many trees a round grows. */
export function treesPerRound({ objective, num_class }: BoostingParameters): number {
  return isMulticlass(objective) ? num_class : 1;
}

export function isMulticlass(objective: Objective): boolean {
  return objective === 'multi:softprob' || objective === 'multi:softmax';
}

/** Whether splits need more than the gain of free leaf weights. */
export function hasBoundedWeights({ monotone_constraints, max_delta_step }: BoostingParameters): boolean {
  return max_delta_step > 0 || monotone_constraints.some((sign) => sign !== 0);
}
