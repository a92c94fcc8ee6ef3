import type { DescribeAlarmsForMetricInput, DescribeAlarmsForMetricOutput } from '@aws-sdk/client-cloudwatch';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { describeMetricAlarm } from '../describe.ts';
import { metricName, seriesKey } from '../series.ts';
import type { AlarmMetric, CloudWatchState } from '../state.ts';

type Input = Sent<DescribeAlarmsForMetricInput>;

export const describeAlarmsForMetric = operation<CloudWatchState, Input, DescribeAlarmsForMetricOutput>({
  fidelity: 'real',
  handle: (input, { state }) => ({
    MetricAlarms: [...state.alarms.values()].flatMap((alarm) =>
      alarm.kind === 'metric' && isMeant(alarm.metric, input) ? describeMetricAlarm(alarm) : [],
    ),
  }),
});

function isMeant(metric: AlarmMetric, input: Input): boolean {
  if (metric.kind !== 'single') return false;
  const { Namespace, MetricName, Dimensions, Statistic, ExtendedStatistic, Period, Unit } = input;
  const wanted = metricName(Namespace, MetricName, Dimensions);
  return (
    seriesKey(metric.metric, 'None') === seriesKey(wanted, 'None') &&
    (Statistic === undefined || metric.statistic === Statistic) &&
    (ExtendedStatistic === undefined || metric.extendedStatistic === ExtendedStatistic) &&
    (Period === undefined || metric.periodSeconds === Period) &&
    (Unit === undefined || metric.unit === Unit)
  );
}
