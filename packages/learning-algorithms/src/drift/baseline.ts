import { momentsOf } from '../numbers/moments.ts';
import { kindOf, numbersOf, type TextTable } from '../preparation/text-table.ts';
import { type QuantileSketch, quantileSketch } from './quantile-sketch.ts';
import { countValues } from './two-samples.ts';

/** Types that SageMaker Model Monitor tells apart. */
export type InferredType = 'Integral' | 'Fractional' | 'String' | 'Unknown';

type Presence = { readonly num_present: number; readonly num_missing: number };

export type NumericalStatistics = {
  readonly common: Presence;
  readonly mean: number;
  readonly sum: number;
  readonly std_dev: number;
  readonly min: number;
  readonly max: number;
  readonly distribution: {
    readonly kll: {
      readonly buckets: readonly {
        readonly lower_bound: number;
        readonly upper_bound: number;
        readonly count: number;
      }[];
      readonly sketch: QuantileSketch;
    };
  };
};

export type StringStatistics = {
  readonly common: Presence;
  readonly distinct_count: number;
  readonly distribution: {
    readonly categorical: { readonly buckets: readonly { readonly value: string; readonly count: number }[] };
  };
};

export type FeatureStatistics =
  | {
      readonly name: string;
      readonly inferred_type: 'Integral' | 'Fractional';
      readonly numerical_statistics: NumericalStatistics;
    }
  | {
      readonly name: string;
      readonly inferred_type: 'String' | 'Unknown';
      readonly string_statistics: StringStatistics;
    };

/** The content of statistics.json. */
export type Statistics = {
  readonly version: 0;
  readonly dataset: { readonly item_count: number };
  readonly features: readonly FeatureStatistics[];
};

export type FeatureConstraints = {
  readonly name: string;
  readonly inferred_type: InferredType;
  /** Least share of values that are present. */
  readonly completeness: number;
  readonly num_constraints?: { readonly is_non_negative: boolean };
  readonly string_constraints?: { readonly domains: readonly string[] };
};

export type MonitoringConfig = {
  readonly evaluate_constraints: 'Enabled' | 'Disabled';
  readonly emit_metrics: 'Enabled' | 'Disabled';
  /** Least share of values that are of the inferred type. */
  readonly datatype_check_threshold: number;
  /** Least share of values that are in the domain. */
  readonly domain_content_threshold: number;
  readonly distribution_constraints: {
    readonly perform_comparison: 'Enabled' | 'Disabled';
    /** Largest distance of the distribution functions. */
    readonly comparison_threshold: number;
    /** `Robust` takes off what samples of these sizes differ by chance. */
    readonly comparison_method: 'Simple' | 'Robust';
    /** Largest distance of the shares of a text column. */
    readonly categorical_comparison_threshold: number;
    readonly categorical_drift_method: 'LInfinity' | 'ChiSquared';
  };
};

/** The content of constraints.json. */
export type Constraints = {
  readonly version: 0;
  readonly features: readonly FeatureConstraints[];
  readonly monitoring_config: MonitoringConfig;
};

const BUCKETS = 10;
/** A text column with more values than this has no domain: names and free text. */
const DOMAIN_LIMIT = 20;

/** What the constraints ask for unless an author changes them. */
export const DEFAULT_MONITORING: MonitoringConfig = {
  evaluate_constraints: 'Enabled',
  emit_metrics: 'Enabled',
  datatype_check_threshold: 1,
  domain_content_threshold: 1,
  distribution_constraints: {
    perform_comparison: 'Enabled',
    comparison_threshold: 0.1,
    comparison_method: 'Robust',
    categorical_comparison_threshold: 0.1,
    categorical_drift_method: 'LInfinity',
  },
};

/** The narrowest type that all present values have. */
export function inferType(column: readonly string[]): InferredType {
  const kinds = new Set(column.map(kindOf));
  if (kinds.has('text')) return 'String';
  if (kinds.has('fractional')) return 'Fractional';
  return kinds.has('integral') ? 'Integral' : 'Unknown';
}

function bucketsOf(values: Float64Array, min: number, max: number) {
  const width = (max - min) / BUCKETS;
  const counts = new Array<number>(BUCKETS).fill(0);
  for (const value of values) {
    const at = width === 0 ? 0 : Math.min(Math.floor((value - min) / width), BUCKETS - 1);
    counts[at] = (counts[at] as number) + 1; // at < BUCKETS
  }
  return counts.map((count, k) => ({ lower_bound: min + k * width, upper_bound: min + (k + 1) * width, count }));
}

function numericalStatistics(column: readonly string[]): NumericalStatistics {
  const values = numbersOf(column).filter((value) => !Number.isNaN(value));
  const { count, mean, squares, min, max } = momentsOf(values);
  return {
    common: { num_present: count, num_missing: column.length - count },
    mean,
    sum: mean * count,
    std_dev: Math.sqrt(squares / count),
    min,
    max,
    distribution: { kll: { buckets: bucketsOf(values, min, max), sketch: quantileSketch(values) } },
  };
}

function stringStatistics(column: readonly string[]): StringStatistics {
  const present = column.filter((value) => kindOf(value) !== 'missing');
  const counts = [...countValues(present)].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    common: { num_present: present.length, num_missing: column.length - present.length },
    distinct_count: counts.length,
    distribution: { categorical: { buckets: counts.map(([value, count]) => ({ value, count })) } },
  };
}

/** @see https://docs.aws.amazon.com/sagemaker/latest/dg/model-monitor-interpreting-statistics.html */
export function describeTable(table: TextTable): Statistics {
  const features = table.names.map((name, j): FeatureStatistics => {
    const column = table.columns[j] ?? [];
    const type = inferType(column);
    return type === 'Integral' || type === 'Fractional'
      ? { name, inferred_type: type, numerical_statistics: numericalStatistics(column) }
      : { name, inferred_type: type, string_statistics: stringStatistics(column) };
  });
  return { version: 0, dataset: { item_count: table.rows }, features };
}

function constraintsOf(feature: FeatureStatistics): FeatureConstraints {
  const { name, inferred_type } = feature;
  const isNumeric = 'numerical_statistics' in feature;
  const { num_present, num_missing } = isNumeric
    ? feature.numerical_statistics.common
    : feature.string_statistics.common;
  const completeness = num_present / Math.max(num_present + num_missing, 1);
  const common = { name, inferred_type, completeness };
  if (isNumeric) return { ...common, num_constraints: { is_non_negative: feature.numerical_statistics.min >= 0 } };
  const { distinct_count, distribution } = feature.string_statistics;
  const isDomain = distinct_count <= DOMAIN_LIMIT && 2 * distinct_count <= num_present;
  if (!isDomain) return common;
  return { ...common, string_constraints: { domains: distribution.categorical.buckets.map(({ value }) => value) } };
}

/**
 * The constraints that a baseline suggests.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/model-monitor-byoc-constraints.html
 */
export function suggestConstraints(statistics: Statistics): Constraints {
  return { version: 0, features: statistics.features.map(constraintsOf), monitoring_config: DEFAULT_MONITORING };
}
