import { findColumn, kindOf, type TextTable } from '../preparation/text-table.ts';
import {
  type Constraints,
  describeTable,
  type FeatureConstraints,
  type FeatureStatistics,
  type InferredType,
  type MonitoringConfig,
  type Statistics,
} from './baseline.ts';
import { categoryShares } from './distances.ts';
import { sketchDistance, sketchSize } from './quantile-sketch.ts';
import { type Counts, chiSquareTest } from './two-samples.ts';

/** One entry of constraint_violations.json. */
export type Violation = {
  readonly feature_name: string;
  readonly constraint_check_type:
    | 'data_type_check'
    | 'completeness_check'
    | 'baseline_drift_check'
    | 'missing_column_check'
    | 'extra_column_check'
    | 'categorical_values_check';
  readonly description: string;
};

/** The content of constraint_violations.json. */
export type ConstraintViolations = { readonly violations: readonly Violation[] };

const percent = (share: number): string => `${Math.round(share * 1e4) / 100}%`;
const short = (value: number): number => Math.round(value * 1e4) / 1e4;

/** Missing or additional columns: one entry for all of them. */
function columnViolations(table: TextTable, { features }: Constraints): Violation[] {
  const expected = new Set(features.map(({ name }) => name));
  const missing = [...expected].filter((name) => !table.names.includes(name));
  const extra = table.names.filter((name) => !expected.has(name));
  const counts = `Number of columns in current dataset: ${table.names.length}, Number of columns in baseline constraints: ${expected.size}`;
  const found: Violation[] = [];
  if (missing.length > 0) {
    const description = `There are missing columns in current dataset: ${missing.join(', ')}. ${counts}`;
    found.push({ feature_name: 'Missing columns', constraint_check_type: 'missing_column_check', description });
  }
  if (extra.length > 0) {
    const description = `There are extra columns in current dataset: ${extra.join(', ')}. ${counts}`;
    found.push({ feature_name: 'Extra columns', constraint_check_type: 'extra_column_check', description });
  }
  return found;
}

/** A whole number is a fraction too, and everything is a text. */
function isOfType(value: string, type: InferredType): boolean {
  const kind = kindOf(value);
  if (type === 'Integral') return kind === 'integral';
  return type === 'Fractional' ? kind === 'integral' || kind === 'fractional' : true;
}

function typeViolation(
  feature: FeatureConstraints,
  present: readonly string[],
  { datatype_check_threshold: least }: MonitoringConfig,
) {
  const { inferred_type: type } = feature;
  const share = present.filter((value) => isOfType(value, type)).length / Math.max(present.length, 1);
  if (present.length === 0 || share >= least) return undefined;
  return `Data type match requirement is not met. Expected data type: ${type}, Expected match: ${percent(least)}. Observed: Only ${percent(share)} of data is ${type}.`;
}

function completenessViolation(
  { completeness }: FeatureConstraints,
  present: number,
  rows: number,
): string | undefined {
  const share = present / Math.max(rows, 1);
  if (rows === 0 || share >= completeness) return undefined;
  return `Completeness requirement is not met. Expected completeness: ${percent(completeness)}. Observed: ${percent(share)} of values are present.`;
}

function domainViolation(
  feature: FeatureConstraints,
  present: readonly string[],
  { domain_content_threshold: least }: MonitoringConfig,
) {
  const domains = feature.string_constraints?.domains;
  if (domains === undefined || present.length === 0) return undefined;
  const known = new Set(domains);
  const unknown = present.filter((value) => !known.has(value));
  const share = 1 - unknown.length / present.length;
  if (share >= least) return undefined;
  const examples = [...new Set(unknown)].slice(0, 3).join(', ');
  return `Values outside of the baseline's domain: ${examples}. Expected match: ${percent(least)}. Observed: Only ${percent(share)} of data is in the domain.`;
}

/** What two samples of these sizes differ by chance, as Deequ, the library behind Model Monitor, takes off. */
const chanceGap = (first: number, second: number): number => 1.8 * Math.sqrt((first + second) / (first * second));

const countsOf = (buckets: readonly { readonly value: string; readonly count: number }[]): Counts =>
  new Map(buckets.map(({ value, count }) => [value, count]));

/** Largest difference between the shares of a category, or 1 − p of the chi-square test. */
function categoricalDistance(first: Counts, second: Counts, method: 'LInfinity' | 'ChiSquared'): number {
  if (method === 'ChiSquared') return 1 - chiSquareTest(first, second).pValue;
  const shares = categoryShares(first, second);
  return Math.max(...shares.first.map((share, k) => Math.abs(share - (shares.second[k] ?? 0))));
}

type Distance = { readonly distance: number; readonly threshold: number };

function distanceOf(before: FeatureStatistics, now: FeatureStatistics, config: MonitoringConfig): Distance | undefined {
  const rules = config.distribution_constraints;
  if ('numerical_statistics' in before && 'numerical_statistics' in now) {
    const first = before.numerical_statistics.distribution.kll.sketch;
    const second = now.numerical_statistics.distribution.kll.sketch;
    const gap = rules.comparison_method === 'Robust' ? chanceGap(sketchSize(first), sketchSize(second)) : 0;
    return { distance: Math.max(0, sketchDistance(first, second) - gap), threshold: rules.comparison_threshold };
  }
  if (!('string_statistics' in before && 'string_statistics' in now)) return undefined;
  const first = countsOf(before.string_statistics.distribution.categorical.buckets);
  const second = countsOf(now.string_statistics.distribution.categorical.buckets);
  if (first.size === 0 || second.size === 0) return undefined;
  const distance = categoricalDistance(first, second, rules.categorical_drift_method);
  return { distance, threshold: rules.categorical_comparison_threshold };
}

/**
 * How far each column of a batch is from the baseline, for columns that can be compared.
 *
 * @returns by column: distance of the distribution functions, or of the shares of a text column, as `checkBatch` holds
 *          them against its thresholds; in [0, 1]
 */
export function driftDistances(
  baseline: Statistics,
  batch: Statistics,
  config: MonitoringConfig,
): ReadonlyMap<string, number> {
  const distances = new Map<string, number>();
  for (const before of baseline.features) {
    const now = batch.features.find(({ name }) => name === before.name);
    const found = now && distanceOf(before, now, config);
    if (found !== undefined) distances.set(before.name, found.distance);
  }
  return distances;
}

/** Columns without a domain (names, free text) always differ, so that a comparison of their values says nothing. */
function driftViolation(
  feature: FeatureConstraints,
  baseline: Statistics,
  batch: Statistics,
  config: MonitoringConfig,
) {
  if (config.distribution_constraints.perform_comparison === 'Disabled') return undefined;
  if (feature.inferred_type === 'String' && feature.string_constraints === undefined) return undefined;
  const before = baseline.features.find(({ name }) => name === feature.name);
  const now = batch.features.find(({ name }) => name === feature.name);
  const found = before && now && distanceOf(before, now, config);
  if (found === undefined || found.distance <= found.threshold) return undefined;
  return `Baseline drift distance: ${short(found.distance)} exceeds threshold: ${found.threshold}`;
}

/**
 * Compares a batch with a baseline, as SageMaker Model Monitor does.
 *
 * @param statistics  of the baseline
 * @param constraints of the baseline, as suggested or as an author changed them
 * @see               https://docs.aws.amazon.com/sagemaker/latest/dg/model-monitor-interpreting-violations.html
 */
export function checkBatch(table: TextTable, statistics: Statistics, constraints: Constraints): ConstraintViolations {
  const config = constraints.monitoring_config;
  if (config.evaluate_constraints === 'Disabled') return { violations: [] };
  const batch = describeTable(table);
  const violations = constraints.features.flatMap((feature): Violation[] => {
    const column = findColumn(table, feature.name);
    if (column === undefined) return [];
    const present = column.filter((value) => kindOf(value) !== 'missing');
    const checks = {
      data_type_check: typeViolation(feature, present, config),
      completeness_check: completenessViolation(feature, present.length, column.length),
      baseline_drift_check: driftViolation(feature, statistics, batch, config),
      categorical_values_check: domainViolation(feature, present, config),
    } as const;
    const types = [
      'data_type_check',
      'completeness_check',
      'baseline_drift_check',
      'categorical_values_check',
    ] as const;
    return types.flatMap((type) => {
      const description = checks[type];
      return description === undefined
        ? []
        : [{ feature_name: feature.name, constraint_check_type: type, description }];
    });
  });
  return { violations: [...columnViolations(table, constraints), ...violations] };
}
