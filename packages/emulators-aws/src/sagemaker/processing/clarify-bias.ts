import {
  type BiasMetric,
  numbersOf,
  postTrainingBias,
  preTrainingBias,
  type TextTable,
  tableOf,
} from '@cairn/learning-algorithms';
import type { Predictor } from '../algorithms/algorithm.ts';
import { UserFault } from '../data/user-fault.ts';
import { columnValues, nameOfColumn, numericFeatures } from './clarify-columns.ts';
import type { AnalysisConfig } from './clarify-config.ts';
import { scoresOf } from './clarify-scores.ts';

export interface FacetBias {
  readonly facet: string;
  readonly value: string;
  readonly metrics: readonly BiasMetric[];
}

type Facet = AnalysisConfig['facet'][number];

/** Whether each value is one of those named, or above the one threshold where the column is continuous. */
function matches(column: readonly string[], values: readonly (string | number)[], what: string): boolean[] {
  const texts = values.map(String);
  if (column.some((value) => texts.includes(value))) return column.map((value) => texts.includes(value));
  const numbers = numbersOf(column);
  const threshold = Number(values[0]);
  if (values.length === 1 && Number.isFinite(threshold) && numbers.every((n) => !Number.isNaN(n))) {
    return Array.from(numbers, (n) => n > threshold);
  }
  throw new UserFault(`${what}: none of ${texts.join(', ')} occurs in the column.`);
}

/** Facet values that a configuration leaves out are all that occur. */
function facetValues(column: readonly string[], { value_or_threshold }: Facet): (string | number)[][] {
  return value_or_threshold ? [value_or_threshold] : [...new Set(column)].sort().map((value) => [value]);
}

function eachFacet(
  config: AnalysisConfig,
  table: TextTable,
  measure: (isDisadvantaged: boolean[]) => BiasMetric[],
): FacetBias[] {
  if (config.facet.length === 0) throw new UserFault('Bias metrics need a facet: name it in analysis_config.json.');
  return config.facet.flatMap((facet) => {
    const name = nameOfColumn(table, facet.name_or_index);
    const column = columnValues(table, name);
    return facetValues(column, facet).map((values) => ({
      facet: name,
      value: values.join(','),
      metrics: measure(matches(column, values, `Facet ${name}`)),
    }));
  });
}

const groupsOf = ({ group_variable }: AnalysisConfig, table: TextTable) =>
  group_variable === undefined ? {} : { groups: columnValues(table, nameOfColumn(table, group_variable)) };

function chosen(metrics: readonly BiasMetric[], methods: 'all' | readonly string[]): BiasMetric[] {
  return metrics.filter(({ name }) => methods === 'all' || methods.includes(name));
}

/** Bias in the labels themselves. */
export function biasBefore(config: AnalysisConfig, table: TextTable, label: string): FacetBias[] {
  const labels = columnValues(table, label);
  const wanted = config.label_values_or_threshold ?? [1];
  const isPositive = matches(labels, wanted, `Label ${label}`);
  const positive = wanted.map(String).some((value) => labels.includes(value)) ? wanted.map(String) : ['1'];
  // A threshold makes two classes of a continuous label.
  const classes = positive[0] === '1' && !labels.includes('1') ? isPositive.map((is) => (is ? '1' : '0')) : labels;
  const methods = config.methods.pre_training_bias?.methods ?? 'all';
  return eachFacet(config, table, (isDisadvantaged) =>
    chosen(preTrainingBias({ labels: classes, positive, isDisadvantaged, ...groupsOf(config, table) }), methods),
  );
}

/** Bias in what a model predicts. */
export function biasAfter(config: AnalysisConfig, table: TextTable, label: string, model: Predictor): FacetBias[] {
  const actual = matches(columnValues(table, label), config.label_values_or_threshold ?? [1], `Label ${label}`);
  const features = tableOf(numericFeatures(table, label, config.excluded_columns).map(({ values }) => values));
  const threshold = config.predictor?.probability_threshold ?? 0.5;
  const predicted = scoresOf(model, features).map((score) => score >= threshold);
  const methods = config.methods.post_training_bias?.methods ?? 'all';
  return eachFacet(config, table, (isDisadvantaged) => {
    const data = { actual, predicted, isDisadvantaged, features, ...groupsOf(config, table) };
    return chosen(postTrainingBias(data), methods);
  });
}
