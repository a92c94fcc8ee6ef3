import { tableOf } from '@cairn/learning-algorithms';
import type { Predictor } from '../algorithms/algorithm.ts';
import { UserFault } from '../data/user-fault.ts';
import type { NumericFeature } from './clarify-columns.ts';
import type { AnalysisConfig } from './clarify-config.ts';
import { scoresOf } from './clarify-scores.ts';
import { shapleyValues } from './shapley.ts';

export interface Explanation {
  readonly global_shap_values: Readonly<Record<string, number>>;
  readonly expected_value: number;
  /** The CSV of every row's values. */
  readonly local: string;
}

type ShapConfig = NonNullable<AnalysisConfig['methods']['shap']>;

function meanOf(values: ArrayLike<number>): number {
  const present = Array.from(values).filter((value) => !Number.isNaN(value));
  return present.reduce((sum, value) => sum + value, 0) / Math.max(present.length, 1);
}

function middleOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = sorted.length / 2;
  return ((sorted[Math.ceil(at) - 1] ?? 0) + (sorted[Math.floor(at)] ?? 0)) / 2;
}

const AGGREGATES: Readonly<Record<ShapConfig['agg_method'], (values: readonly number[]) => number>> = {
  mean_abs: (values) => meanOf(values.map(Math.abs)),
  median: middleOf,
  mean_sq: (values) => meanOf(values.map((value) => value * value)),
};

/** Global and local Shapley values of a model's score against one baseline row. */
export function explain(config: ShapConfig, features: readonly NumericFeature[], model: Predictor): Explanation {
  const table = tableOf(features.map(({ values }) => values));
  const baseline = config.baseline?.[0] ?? features.map(({ values }) => meanOf(values));
  if (baseline.length !== features.length) {
    throw new UserFault(`The SHAP baseline has ${baseline.length} values for ${features.length} features.`);
  }
  // num_samples counts model calls, as Clarify's does; one order of the features takes one for each feature.
  const orders = Math.max(2, Math.ceil(config.num_samples / Math.max(features.length, 1)));
  const { expected, rows } = shapleyValues(table, (points) => scoresOf(model, points), {
    baseline,
    orders,
    seed: config.seed,
  });
  const aggregate = AGGREGATES[config.agg_method];
  const global = features.map(({ name }, j) => [name, aggregate(rows.map((row) => row[j] ?? 0))] as const);
  const header = features.map(({ name }) => `${name}_label0`).join(',');
  return {
    global_shap_values: Object.fromEntries(global),
    expected_value: expected,
    local: config.save_local_shap_values ? `${[header, ...rows.map((row) => row.join(','))].join('\n')}\n` : '',
  };
}
