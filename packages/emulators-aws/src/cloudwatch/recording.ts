import type { MetricDatum, StandardUnit } from '@aws-sdk/client-cloudwatch';
import type { Datum } from '../messaging/metrics.ts';
import { CLOUDWATCH_METRIC_MONTH, HOURS_PER_MONTH } from '../prices.ts';
import type { Observation } from './distribution.ts';
import { invalidCombination, invalidValue, missingParameter } from './errors.ts';
import type { LogMeasure } from './log-measure.ts';
import { type Measure, metricName, write } from './series.ts';
import type { CloudWatchCall } from './state.ts';

const HOUR_MILLISECONDS = 3_600_000;
const OLDEST_MILLISECONDS = 14 * 24 * HOUR_MILLISECONDS;
const NEWEST_MILLISECONDS = 2 * HOUR_MILLISECONDS;
const MOST_VALUES = 150;
const MOST_DIMENSIONS = 30;
/** 2^360, the range that CloudWatch takes. */
const GREATEST = 2 ** 360;

/** A measure of a request, checked. `place` is its name in errors: `MetricData.member.1`. */
export function measureOf(call: CloudWatchCall, namespace: string, datum: MetricDatum, place: string): Measure {
  const { MetricName: name = '', Dimensions: dimensions = [], Unit = 'None', StorageResolution = 60 } = datum;
  if (dimensions.length > MOST_DIMENSIONS) {
    throw invalidValue(`The collection ${place}.Dimensions must not have a size greater than ${MOST_DIMENSIONS}.`);
  }
  if (StorageResolution !== 1 && StorageResolution !== 60) {
    throw invalidValue(`The parameter ${place}.StorageResolution must be 1 or 60.`);
  }
  return {
    metric: metricName(namespace, name, dimensions),
    unit: Unit,
    at: instantOf(call, datum, place),
    observation: observationOf(datum, place),
    isHighResolution: StorageResolution === 1,
  };
}

function instantOf(call: CloudWatchCall, { Timestamp }: MetricDatum, place: string): number {
  const now = call.now();
  const at = Timestamp?.getTime() ?? now;
  if (at < now - OLDEST_MILLISECONDS) {
    throw invalidValue(`The parameter ${place}.Timestamp must specify a time within the past two weeks.`);
  }
  if (at > now + NEWEST_MILLISECONDS) {
    throw invalidValue(`The parameter ${place}.Timestamp must specify a time no more than two hours in the future.`);
  }
  return at;
}

function observationOf(datum: MetricDatum, place: string): Observation {
  const given = (['Value', 'Values', 'StatisticValues'] as const).filter((member) => datum[member] !== undefined);
  const [first, second] = given;
  if (first === undefined) {
    throw missingParameter(
      `At least one of the parameters ${place}.Value, ${place}.Values and ${place}.StatisticValues must be specified.`,
    );
  }
  if (second !== undefined) {
    throw invalidCombination(
      `The parameters ${place}.${first} and ${place}.${second} are mutually exclusive and you have specified both.`,
    );
  }
  if (first === 'StatisticValues') return statisticSet(datum, place);
  return first === 'Value'
    ? { kind: 'values', values: [finite(datum.Value, `${place}.Value`)], counts: [1] }
    : valuesAndCounts(datum, place);
}

function statisticSet({ StatisticValues: set }: MetricDatum, place: string): Observation {
  const member = (name: 'SampleCount' | 'Sum' | 'Minimum' | 'Maximum') =>
    finite(set?.[name], `${place}.StatisticValues.${name}`);
  const min = member('Minimum');
  const max = member('Maximum');
  if (min > max) throw invalidValue(`The value of ${place}.StatisticValues.Minimum must not exceed that of Maximum.`);
  return { kind: 'set', count: member('SampleCount'), sum: member('Sum'), min, max };
}

function valuesAndCounts({ Values: values = [], Counts: counts }: MetricDatum, place: string): Observation {
  if (values.length > MOST_VALUES) {
    throw invalidValue(`The collection ${place}.Values must not have a size greater than ${MOST_VALUES}.`);
  }
  if (counts && counts.length !== values.length) {
    throw invalidValue(`The parameters ${place}.Values and ${place}.Counts must be of the same size.`);
  }
  const times = counts ?? values.map(() => 1);
  for (const [index, value] of values.entries()) finite(value, `${place}.Values.member.${index + 1}`);
  for (const [index, count] of times.entries()) {
    if (!(finite(count, `${place}.Counts.member.${index + 1}`) > 0)) {
      throw invalidValue(`The value ${count} for parameter ${place}.Counts.member.${index + 1} is invalid.`);
    }
  }
  return { kind: 'values', values, counts: times };
}

function finite(value: number | undefined, place: string): number {
  if (value === undefined) throw missingParameter(`The parameter ${place} is required.`);
  if (Number.isFinite(value) && Math.abs(value) <= GREATEST) return value;
  throw invalidValue(`The value ${value} for parameter ${place} is invalid.`);
}

/** Stores a measure and counts the hour of a custom metric for the bill; AWS's own metrics are free. */
export function record(call: CloudWatchCall, measure: Measure): void {
  const series = write(call.state, call.now(), measure);
  const hour = Math.floor(call.now() / HOUR_MILLISECONDS);
  if (series.billedHour === hour || series.namespace.startsWith('AWS/')) return;
  series.billedHour = hour;
  call.charge(CLOUDWATCH_METRIC_MONTH, 1 / HOURS_PER_MONTH);
}

/** A measure that another service of the account reports by itself. */
export function recordDatum(call: CloudWatchCall, datum: Datum): void {
  const unit: StandardUnit = datum.unit;
  record(call, {
    metric: metricName(datum.namespace, datum.metricName, datum.dimensions),
    unit,
    at: call.now(),
    observation: { kind: 'values', values: [datum.value], counts: [1] },
    isHighResolution: false,
  });
}

/** What metric filters of CloudWatch Logs found. */
export function recordLogMeasures(call: CloudWatchCall, measures: readonly LogMeasure[]): void {
  for (const { namespace, metricName: name, dimensions, value, unit, at } of measures) {
    const pairs = Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value }));
    record(call, {
      metric: metricName(namespace, name, pairs),
      unit,
      at,
      observation: { kind: 'values', values: [value], counts: [1] },
      isHighResolution: false,
    });
  }
}
