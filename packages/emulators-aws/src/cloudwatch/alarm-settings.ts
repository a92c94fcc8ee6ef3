import type { PutMetricAlarmInput } from '@aws-sdk/client-cloudwatch';
import type { Sent } from '../iam/sent.ts';
import { CLOUDWATCH_ALARM_MONTH, CLOUDWATCH_FAST_ALARM_MONTH, HOURS_PER_MONTH } from '../prices.ts';
import { checkActions } from './actions.ts';
import { invalidCombination, invalidValue, missingParameter, notSupported, validation } from './errors.ts';
import { isPlainOperator } from './evaluation.ts';
import { checkPeriod } from './periods.ts';
import { planQueries } from './queries.ts';
import { metricName } from './series.ts';
import type { AlarmMetric, CloudWatchCall, MetricAlarm, MissingData } from './state.ts';
import { statisticReader } from './statistics.ts';

export type AlarmInput = Sent<PutMetricAlarmInput>;

/** What a metric alarm is told to do, without its name and state. */
export type AlarmSettings = Pick<
  MetricAlarm,
  'metric' | 'evaluationPeriods' | 'datapointsToAlarm' | 'threshold' | 'comparison' | 'missingData' | 'lowSampleCount'
>;

const TREATMENTS: Readonly<Record<string, MissingData>> = {
  breaching: 'breaching',
  notBreaching: 'notBreaching',
  ignore: 'ignore',
  missing: 'missing',
};
const DAY_SECONDS = 86_400;
const WEEK_SECONDS = 7 * DAY_SECONDS;
const MOST_ACTIONS = 5;
const UNSUPPORTED = ['EvaluationCriteria', 'EvaluationInterval', 'EvaluationWindow', 'WarmUpConfiguration'] as const;

/** Checks PutMetricAlarm's input. Throws ValidationError and its kin. */
export function settingsOf(input: AlarmInput): AlarmSettings {
  for (const member of UNSUPPORTED) if (input[member] !== undefined) throw notSupported(`${member} of an alarm`);
  checkAllActions(input);
  const metric = input.Metrics ? mathMetric(input) : singleMetric(input);
  const { EvaluationPeriods: evaluationPeriods, DatapointsToAlarm: datapointsToAlarm } = input;
  if (evaluationPeriods === undefined) throw missingParameter('The parameter EvaluationPeriods is required.');
  if (datapointsToAlarm !== undefined && datapointsToAlarm > evaluationPeriods) {
    throw validation('DatapointsToAlarm must not be greater than EvaluationPeriods.');
  }
  checkSpan(evaluationPeriods * metric.periodSeconds, metric.periodSeconds);
  return {
    metric,
    evaluationPeriods,
    datapointsToAlarm,
    ...comparisonOf(input),
    missingData: treatmentOf(input.TreatMissingData),
    lowSampleCount: lowSampleCountOf(input),
  };
}

export function checkAllActions(
  input: Pick<AlarmInput, 'AlarmActions' | 'OKActions' | 'InsufficientDataActions'>,
): void {
  for (const member of ['AlarmActions', 'OKActions', 'InsufficientDataActions'] as const) {
    const actions = input[member] ?? [];
    if (actions.length > MOST_ACTIONS) {
      throw invalidValue(`The collection ${member} must not have a size greater than ${MOST_ACTIONS}.`);
    }
    checkActions(actions);
  }
}

function comparisonOf({ ComparisonOperator: comparison, Threshold: threshold, ThresholdMetricId: band }: AlarmInput) {
  if (comparison === undefined) throw missingParameter('The parameter ComparisonOperator is required.');
  if (band !== undefined || !isPlainOperator(comparison)) throw notSupported('An alarm on anomaly detection');
  if (threshold === undefined) throw missingParameter('The parameter Threshold is required.');
  if (!Number.isFinite(threshold)) throw invalidValue(`The value ${threshold} for parameter Threshold is invalid.`);
  return { comparison, threshold };
}

function treatmentOf(given: string | undefined): MissingData | undefined {
  if (given === undefined) return undefined;
  const treatment = TREATMENTS[given];
  if (treatment) return treatment;
  throw validation(`Option ${given} is not supported for Treat Missing Data parameter.`);
}

function lowSampleCountOf({ EvaluateLowSampleCountPercentile: given }: AlarmInput): string | undefined {
  if (given === undefined || given === 'evaluate') return given;
  if (given === 'ignore') throw notSupported('EvaluateLowSampleCountPercentile ignore');
  throw validation(`Option ${given} is not supported for parameter EvaluateLowSampleCountPercentile.`);
}

function checkSpan(spanSeconds: number, periodSeconds: number): void {
  const most = periodSeconds < 3600 ? DAY_SECONDS : WEEK_SECONDS;
  if (spanSeconds <= most) return;
  throw validation(
    `Metrics cannot be checked across more than ${most === DAY_SECONDS ? 'a day' : 'a week'} (EvaluationPeriods * Period must be <= ${most}).`,
  );
}

function singleMetric(input: AlarmInput): AlarmMetric {
  const { MetricName, Namespace, Period: periodSeconds, Statistic, ExtendedStatistic } = input;
  if (MetricName === undefined || Namespace === undefined) {
    throw validation('The parameters MetricName and Namespace must both be specified, or Metrics instead of them.');
  }
  if (periodSeconds === undefined) throw missingParameter('The parameter Period is required.');
  if (periodSeconds < 10) throw validation('Period must be 10, 20, 30 or a multiple of 60.');
  checkPeriod(periodSeconds, 'Period');
  const statistic = Statistic ?? ExtendedStatistic;
  if (statistic === undefined) throw missingParameter('One of Statistic and ExtendedStatistic must be specified.');
  if (Statistic !== undefined && ExtendedStatistic !== undefined) {
    throw invalidCombination('The parameters Statistic and ExtendedStatistic are mutually exclusive.');
  }
  statisticReader(statistic);
  return {
    kind: 'single',
    metric: metricName(Namespace, MetricName, input.Dimensions),
    periodSeconds,
    unit: input.Unit,
    statistic: Statistic,
    extendedStatistic: ExtendedStatistic,
  };
}

const OF_SINGLE = [
  'MetricName',
  'Namespace',
  'Dimensions',
  'Period',
  'Unit',
  'Statistic',
  'ExtendedStatistic',
] as const;

function mathMetric(input: AlarmInput): AlarmMetric {
  const { Metrics: queries = [] } = input;
  for (const member of OF_SINGLE) {
    if (input[member] === undefined) continue;
    throw invalidCombination(
      `The parameters Metrics and ${member} are mutually exclusive and you have specified both.`,
    );
  }
  const plan = planQueries(queries, 'Metrics');
  const returned = plan.queries.filter(({ isReturned }) => isReturned);
  if (returned.length !== 1) {
    throw validation('Exactly one element of the metrics list should return data.');
  }
  return { kind: 'math', queries, periodSeconds: plan.periodSeconds };
}

/** An alarm is paid for each metric that it looks at. */
export function meterAlarm(call: CloudWatchCall, arn: string, { metric }: AlarmSettings): void {
  const metrics = metric.kind === 'math' ? metric.queries.filter(({ MetricStat }) => MetricStat).length : 1;
  const charge = metric.periodSeconds < 60 ? CLOUDWATCH_FAST_ALARM_MONTH : CLOUDWATCH_ALARM_MONTH;
  call.startMeter(arn, charge, Math.max(1, metrics) / HOURS_PER_MONTH);
}
