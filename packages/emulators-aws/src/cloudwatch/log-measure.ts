import type { StandardUnit } from '@aws-sdk/client-cloudwatch-logs';

/** A measure that a metric filter of CloudWatch Logs made of a log event. */
export interface LogMeasure {
  readonly namespace: string;
  readonly metricName: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly value: number;
  readonly unit: StandardUnit;
  /** Time of the event, in milliseconds since 1970. */
  readonly at: number;
}
