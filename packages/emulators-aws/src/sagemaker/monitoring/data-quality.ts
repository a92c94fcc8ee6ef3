import {
  type Constraints,
  checkBatch,
  describeTable,
  driftDistances,
  type Statistics,
  suggestConstraints,
  type TextTable,
  textTable,
  type Violation,
} from '@cairn/learning-algorithms';
import type { CapturedRecord } from './captured-data.ts';
import type { MetricDatum } from './metrics.ts';

export interface DataQualityBaseline {
  readonly statistics: Statistics | undefined;
  readonly constraints: Constraints | undefined;
}

export interface DataQualityReport {
  readonly statistics: Statistics;
  readonly constraints: Constraints;
  readonly violations: readonly Violation[];
  readonly metrics: readonly MetricDatum[];
}

/** Answers stand before features, as the label does in the baseline's data. */
function rowsOf({ inputs, outputs }: CapturedRecord): string[][] {
  if (inputs.length === 0) return outputs.map((row) => [...row]);
  const isPaired = outputs.length === inputs.length;
  return inputs.map((row, i) => [...(isPaired ? (outputs[i] ?? []) : []), ...row]);
}

/** Captured rows have no names: they take those of the baseline, by position. */
function namesFor(width: number, constraints: Constraints | undefined): string[] {
  return Array.from({ length: width }, (_, j) => constraints?.features[j]?.name ?? `_c${j}`);
}

/** Captured data as a table; rows of another length than the first are filled up, or cut. */
export function capturedTable(records: readonly CapturedRecord[], constraints: Constraints | undefined): TextTable {
  const rows = records.flatMap(rowsOf);
  const width = rows[0]?.length ?? 0;
  const even = rows.map((row) => Array.from({ length: width }, (_, j) => row[j] ?? ''));
  return textTable(namesFor(width, constraints), even);
}

function featureMetrics(
  statistics: Statistics,
  { statistics: before, constraints }: DataQualityBaseline,
): MetricDatum[] {
  const distances =
    before && constraints ? driftDistances(before, statistics, constraints.monitoring_config) : new Map();
  return statistics.features.flatMap((feature): MetricDatum[] => {
    const { name } = feature;
    const isNumeric = 'numerical_statistics' in feature;
    const { common } = isNumeric ? feature.numerical_statistics : feature.string_statistics;
    const present = common.num_present / Math.max(1, common.num_present + common.num_missing);
    const drift = distances.get(name);
    return [
      { name: `feature_non_null_${name}`, value: present, feature: name },
      ...(drift === undefined ? [] : [{ name: `feature_baseline_drift_${name}`, value: drift, feature: name }]),
      ...(isNumeric && common.num_present > 0
        ? [{ name: `feature_data_${name}`, value: feature.numerical_statistics.mean, feature: name }]
        : []),
    ];
  });
}

/** Compares captured data with the baseline; without one, the data is described and nothing is held against it. */
export function dataQuality(records: readonly CapturedRecord[], baseline: DataQualityBaseline): DataQualityReport {
  const table = capturedTable(records, baseline.constraints);
  const statistics = describeTable(table);
  const { statistics: before, constraints } = baseline;
  const violations = before && constraints ? checkBatch(table, before, constraints).violations : [];
  const emits = constraints?.monitoring_config.emit_metrics !== 'Disabled';
  return {
    statistics,
    constraints: constraints ?? suggestConstraints(statistics),
    violations,
    metrics: emits ? featureMetrics(statistics, baseline) : [],
  };
}
