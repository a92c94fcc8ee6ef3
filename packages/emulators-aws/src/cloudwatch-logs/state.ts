import type { LogGroupClass, MetricTransformation, QueryStatus } from '@aws-sdk/client-cloudwatch-logs';
import type { Call } from '@cairn/emulator-kit';

/** CloudWatch Logs of one account and region. Plain data only. */
export interface LogsState {
  readonly groups: Map<string, LogGroup>;
  readonly queries: Map<string, Query>;
}

export type LogsCall = Call<LogsState>;

export interface LogGroup {
  readonly name: string;
  /** Without the `:*` that policies and DescribeLogGroups add. */
  readonly arn: string;
  readonly createdAt: number;
  readonly logClass: LogGroupClass;
  readonly tags: Map<string, string>;
  readonly streams: Map<string, LogStream>;
  readonly metricFilters: Map<string, MetricFilter>;
  readonly subscriptions: Map<string, SubscriptionFilter>;
  kmsKeyId: string | undefined;
  retentionDays: number | undefined;
  /** Bytes kept now, counted as the cloud does: text and 26 more for each event. */
  storedBytes: number;
}

export interface LogStream {
  readonly name: string;
  readonly createdAt: number;
  /** In the order of their time. */
  events: LogEvent[];
  lastIngestedAt: number | undefined;
}

export interface LogEvent {
  /** Unique in its group; later ones are greater. */
  readonly id: string;
  readonly at: number;
  readonly ingestedAt: number;
  readonly message: string;
}

export interface MetricFilter {
  readonly name: string;
  readonly pattern: string;
  readonly transformations: readonly MetricTransformation[];
  readonly createdAt: number;
}

export interface SubscriptionFilter {
  readonly name: string;
  readonly pattern: string;
  readonly destinationArn: string;
  readonly roleArn: string | undefined;
  readonly createdAt: number;
}

export interface Query {
  readonly id: string;
  readonly text: string;
  readonly groupNames: readonly string[];
  readonly createdAt: number;
  status: QueryStatus;
  rows: readonly (readonly QueryField[])[];
  statistics: { readonly matched: number; readonly scanned: number; readonly bytes: number };
}

export interface QueryField {
  readonly field: string;
  readonly value: string;
}

export const emptyState = (): LogsState => ({ groups: new Map(), queries: new Map() });
