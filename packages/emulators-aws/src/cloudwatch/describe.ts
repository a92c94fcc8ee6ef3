import type {
  CompositeAlarm as CompositeAlarmShape,
  MetricAlarm as MetricAlarmShape,
} from '@aws-sdk/client-cloudwatch';
import type { Alarm, AlarmMetric, CompositeAlarm, MetricAlarm } from './state.ts';

/** An alarm as DescribeAlarms shows it. */
export function describeMetricAlarm(alarm: MetricAlarm): MetricAlarmShape {
  return {
    ...describeCommon(alarm),
    ...describeMetric(alarm.metric),
    EvaluationPeriods: alarm.evaluationPeriods,
    DatapointsToAlarm: alarm.datapointsToAlarm,
    Threshold: alarm.threshold,
    ComparisonOperator: alarm.comparison,
    TreatMissingData: alarm.missingData,
    EvaluateLowSampleCountPercentile: alarm.lowSampleCount,
  };
}

export const describeCompositeAlarm = (alarm: CompositeAlarm): CompositeAlarmShape => ({
  ...describeCommon(alarm),
  AlarmRule: alarm.rule,
});

function describeCommon(alarm: Alarm) {
  return {
    AlarmName: alarm.name,
    AlarmArn: alarm.arn,
    AlarmDescription: alarm.description,
    AlarmConfigurationUpdatedTimestamp: new Date(alarm.configuredAt),
    ActionsEnabled: alarm.areActionsEnabled,
    OKActions: [...alarm.okActions],
    AlarmActions: [...alarm.alarmActions],
    InsufficientDataActions: [...alarm.insufficientDataActions],
    StateValue: alarm.state,
    StateReason: alarm.stateReason,
    StateReasonData: alarm.stateReasonData,
    StateUpdatedTimestamp: new Date(alarm.stateUpdatedAt),
    StateTransitionedTimestamp: new Date(alarm.stateTransitionedAt),
  };
}

function describeMetric(metric: AlarmMetric) {
  if (metric.kind === 'math') return { Dimensions: [], Metrics: [...metric.queries] };
  return {
    MetricName: metric.metric.name,
    Namespace: metric.metric.namespace,
    Dimensions: [...metric.metric.dimensions],
    Statistic: metric.statistic,
    ExtendedStatistic: metric.extendedStatistic,
    Period: metric.periodSeconds,
    Unit: metric.unit,
  };
}

/** What an alarm watches, as events about it tell. */
export function describeConfiguration(alarm: Alarm): object {
  const description = alarm.description === undefined ? {} : { description: alarm.description };
  if (alarm.kind === 'composite') return { ...description, alarmRule: alarm.rule };
  const { metric } = alarm;
  if (metric.kind === 'math') {
    return {
      ...description,
      metrics: metric.queries.map(({ Id, Expression, Label, ReturnData = true, MetricStat: stat }) => ({
        id: Id,
        ...(Expression === undefined ? {} : { expression: Expression }),
        ...(Label === undefined ? {} : { label: Label }),
        ...(stat ? { metricStat: statOf(stat.Metric, stat.Period, stat.Stat) } : {}),
        returnData: ReturnData,
      })),
    };
  }
  const { namespace, name, dimensions } = metric.metric;
  const named = { Namespace: namespace, MetricName: name, Dimensions: dimensions };
  const stat = metric.statistic ?? metric.extendedStatistic;
  return {
    ...description,
    metrics: [{ id: 'm1', metricStat: statOf(named, metric.periodSeconds, stat), returnData: true }],
  };
}

interface NamedMetric {
  readonly Namespace?: string | undefined;
  readonly MetricName?: string | undefined;
  readonly Dimensions?:
    | readonly { readonly Name: string | undefined; readonly Value: string | undefined }[]
    | undefined;
}

const statOf = (metric: NamedMetric | undefined, period: number | undefined, stat: string | undefined) => ({
  metric: {
    namespace: metric?.Namespace,
    name: metric?.MetricName,
    dimensions: Object.fromEntries((metric?.Dimensions ?? []).map(({ Name = '', Value = '' }) => [Name, Value])),
  },
  period,
  stat,
});
