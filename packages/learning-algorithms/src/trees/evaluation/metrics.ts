/** XGBoost's names of the evaluation metrics that training can watch. */
export const METRICS = [
  'logloss',
  'error',
  'auc',
  'aucpr',
  'rmse',
  'mae',
  'mlogloss',
  'merror',
  'poisson-nloglik',
] as const;

export type MetricName = (typeof METRICS)[number];

/** The greater the better, or the smaller. */
export function isGreaterBetter(metric: MetricName): boolean {
  return metric === 'auc' || metric === 'aucpr';
}
