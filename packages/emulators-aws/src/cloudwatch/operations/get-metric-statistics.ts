import type { Datapoint, GetMetricStatisticsInput, GetMetricStatisticsOutput } from '@aws-sdk/client-cloudwatch';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { CLOUDWATCH_REQUEST } from '../../prices.ts';
import { invalidCombination, missingParameter } from '../errors.ts';
import { checkPeriod, requestedStretch } from '../periods.ts';
import { metricName, read, seriesOf } from '../series.ts';
import type { Bucket, CloudWatchState } from '../state.ts';
import { statisticReader } from '../statistics.ts';

const MOST_DATAPOINTS = 1440;

type Input = Sent<GetMetricStatisticsInput>;

export const getMetricStatistics = operation<CloudWatchState, Input, GetMetricStatisticsOutput>({
  fidelity: 'real',
  handle: (input, call) => {
    const { Namespace, MetricName, Dimensions, Unit, Period, Statistics = [], ExtendedStatistics = [] } = input;
    if (Statistics.length + ExtendedStatistics.length === 0) {
      throw missingParameter('At least one of the parameters Statistics and ExtendedStatistics must be specified.');
    }
    checkPeriod(Period, 'Period');
    const stretch = requestedStretch(input.StartTime, input.EndTime, Period, call.now());
    const asked = Math.ceil((stretch.toSeconds - stretch.fromSeconds) / Period);
    if (asked > MOST_DATAPOINTS) {
      throw invalidCombination(
        `You have requested up to ${asked} datapoints, which exceeds the limit of ${MOST_DATAPOINTS}. You may reduce the datapoints requested by increasing Period, or decreasing the time range.`,
      );
    }
    call.charge(CLOUDWATCH_REQUEST, 1);
    const name = metricName(Namespace, MetricName, Dimensions);
    const units = Unit === undefined ? seriesOf(call.state, name, undefined).map(({ unit }) => unit) : [Unit];
    const datapoints = units.flatMap((unit) =>
      [...read(call.state, call.now(), name, unit, stretch)].map(([at, bucket]) => ({
        Timestamp: new Date(at * 1000),
        Unit: unit,
        ...plain(bucket, Statistics),
        ...extended(bucket, ExtendedStatistics),
      })),
    );
    return { Label: MetricName, Datapoints: datapoints };
  },
});

const plain = (bucket: Bucket, names: NonNullable<Input['Statistics']>): Datapoint =>
  Object.fromEntries(names.map((name) => [name, statisticReader(name)(bucket)]));

function extended(bucket: Bucket, names: readonly string[]): Datapoint {
  const values = names.flatMap((name) => {
    const value = statisticReader(name)(bucket);
    return value === undefined ? [] : [[name, value] as const];
  });
  return values.length === 0 ? {} : { ExtendedStatistics: Object.fromEntries(values) };
}
