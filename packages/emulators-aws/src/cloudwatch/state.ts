import type {
  ComparisonOperator,
  HistoryItemType,
  MetricDataQuery,
  StandardUnit,
  StateValue,
  Statistic,
} from '@aws-sdk/client-cloudwatch';
import type { Call } from '@cairn/emulator-kit';

/** CloudWatch metrics and alarms of one account and region. Plain data only. */
export interface CloudWatchState {
  /** By `seriesKey`, the one written last at the end. */
  readonly series: Map<string, Series>;
  readonly alarms: Map<string, Alarm>;
  readonly dashboards: Map<string, Dashboard>;
  /** Of all alarms, oldest first; alarms that were deleted keep theirs. */
  readonly history: HistoryItem[];
  /** The reminder to look at the alarms; undefined while there are none. */
  tickTimer: number | undefined;
}

export type CloudWatchCall = Call<CloudWatchState>;

export interface DimensionPair {
  readonly Name: string;
  readonly Value: string;
}

export interface MetricName {
  readonly namespace: string;
  readonly name: string;
  /** In the order of their names. */
  readonly dimensions: readonly DimensionPair[];
}

/** What was measured under one name, dimensions and unit. */
export interface Series extends MetricName {
  readonly unit: StandardUnit;
  /** Buckets by their length in seconds, then by their start in seconds since 1970. */
  readonly tiers: ReadonlyMap<number, Map<number, Bucket>>;
  lastWrittenAt: number;
  /** The hour it was paid for last. */
  billedHour: number;
  rolledUpAt: number;
}

/** What fell into one stretch of time. */
export interface Bucket {
  count: number;
  sum: number;
  min: number;
  max: number;
  /** How often each value came; empty when a statistic set left them unknown. */
  readonly values: Map<number, number>;
  isDistributionKnown: boolean;
}

export type MissingData = 'missing' | 'ignore' | 'breaching' | 'notBreaching';

/** What metric and composite alarms have in common. */
interface AlarmBase {
  readonly name: string;
  readonly arn: string;
  description: string | undefined;
  areActionsEnabled: boolean;
  readonly okActions: readonly string[];
  readonly alarmActions: readonly string[];
  readonly insufficientDataActions: readonly string[];
  configuredAt: number;
  state: StateValue;
  stateReason: string;
  stateReasonData: string | undefined;
  stateUpdatedAt: number;
  stateTransitionedAt: number;
  readonly tags: Map<string, string>;
}

export interface MetricAlarm extends AlarmBase {
  readonly kind: 'metric';
  readonly metric: AlarmMetric;
  readonly evaluationPeriods: number;
  readonly datapointsToAlarm: number | undefined;
  readonly threshold: number;
  readonly comparison: ComparisonOperator;
  /** As it was given; undefined is `missing`. */
  readonly missingData: MissingData | undefined;
  readonly lowSampleCount: string | undefined;
}

export type AlarmMetric =
  | {
      readonly kind: 'single';
      readonly metric: MetricName;
      readonly periodSeconds: number;
      readonly unit: StandardUnit | undefined;
      readonly statistic: Statistic | undefined;
      readonly extendedStatistic: string | undefined;
    }
  | { readonly kind: 'math'; readonly queries: readonly MetricDataQuery[]; readonly periodSeconds: number };

export interface CompositeAlarm extends AlarmBase {
  readonly kind: 'composite';
  readonly rule: string;
}

export type Alarm = MetricAlarm | CompositeAlarm;

export interface HistoryItem {
  readonly alarmName: string;
  readonly alarmKind: Alarm['kind'];
  readonly at: number;
  readonly type: HistoryItemType;
  readonly summary: string;
  readonly data: string;
}

export interface Dashboard {
  readonly name: string;
  readonly arn: string;
  readonly body: string;
  readonly modifiedAt: number;
}

export const emptyState = (): CloudWatchState => ({
  series: new Map(),
  alarms: new Map(),
  dashboards: new Map(),
  history: [],
  tickTimer: undefined,
});
