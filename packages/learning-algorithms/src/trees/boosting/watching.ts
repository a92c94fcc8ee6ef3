import { evaluate } from '../evaluation/evaluate.ts';
import { isGreaterBetter, type MetricName } from '../evaluation/metrics.ts';
import { exponential } from '../kernel/exponential.ts';
import { type BoostingParameters, isMulticlass, type Objective } from '../parameters/boosting-parameters.ts';
import type { SetPlan } from '../plan.ts';
import type { Workbench } from '../workbench.ts';
import { softmax } from './gradients.ts';

/** One metric after a round. */
export type Watched = {
  readonly set: 'train' | 'validation';
  readonly metric: MetricName;
  readonly value: number;
};

/** What a round led to; rounds count from 0. */
export type RoundReport = { readonly round: number; readonly metrics: readonly Watched[] };

/** The margin of a prediction, as in `base_score`. */
export function marginOf(objective: Objective, prediction: number): number {
  if (objective === 'binary:logistic') return -Math.log(1 / prediction - 1);
  return objective === 'count:poisson' ? Math.log(prediction) : prediction;
}

/** The prediction of one margin, for objectives with one tree a round. */
export function predictionOf(objective: Objective, margin: number): number {
  if (objective === 'binary:logistic') return 1 / (1 + exponential(Math.min(Math.max(-margin, -110), 110)));
  return objective === 'count:poisson' ? exponential(Math.min(Math.max(margin, -110), 110)) : margin;
}

/** Predictions of a data set from its margins: class by class. */
function predicted({ views, plan, parameters }: Workbench, { margins, rows }: SetPlan): Float32Array {
  const values = views.f32.slice(margins / 4, margins / 4 + rows * plan.trees);
  if (!isMulticlass(parameters.objective)) return values.map((margin) => predictionOf(parameters.objective, margin));
  const p = new Float32Array(plan.trees);
  for (let i = 0; i < rows; i += 1) {
    for (let k = 0; k < p.length; k += 1) p[k] = values[k * rows + i] as number; // within classes × rows
    softmax(p);
    for (let k = 0; k < p.length; k += 1) values[k * rows + i] = p[k] as number;
  }
  return values;
}

function watchSet(bench: Workbench, set: Watched['set']): Watched[] {
  const plan = bench.plan[set];
  const { f32 } = bench.views;
  const part = (at: number) => f32.subarray(at / 4, at / 4 + plan.rows);
  const scored = { predictions: predicted(bench, plan), labels: part(plan.labels), weights: part(plan.weights) };
  return bench.parameters.eval_metric.map((metric) => {
    return { set, metric, value: evaluate(metric, { ...scored, classes: bench.plan.trees }) };
  });
}

/** All metrics of the sets that are watched; the last one decides on stopping. */
export function watch(bench: Workbench, isTrainWatched: boolean): Watched[] {
  const train = isTrainWatched ? watchSet(bench, 'train') : [];
  return bench.plan.validation.rows > 0 ? [...train, ...watchSet(bench, 'validation')] : train;
}

/** Remembers the best round and says when enough rounds brought nothing better. */
export function earlyStopping({ early_stopping_rounds, eval_metric }: BoostingParameters) {
  const metric = eval_metric.at(-1) ?? 'rmse'; // there is always one
  const sign = isGreaterBetter(metric) ? -1 : 1;
  let best = Number.POSITIVE_INFINITY;
  let bestRound = 0;
  const isOver = (round: number, value: number): boolean => {
    if (sign * value < best) {
      best = sign * value;
      bestRound = round;
    }
    return early_stopping_rounds !== undefined && round - bestRound >= early_stopping_rounds;
  };
  return { isOver, bestRound: () => bestRound };
}
