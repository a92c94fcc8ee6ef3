import {
  CloudWatchClient,
  GetMetricDataCommand,
  GetMetricStatisticsCommand,
  ListMetricsCommand,
  type MetricDatum,
  PutMetricDataCommand,
} from '@aws-sdk/client-cloudwatch';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type OpenSandbox, openSandbox } from '../testing.ts';

const MINUTE = 60_000;
/** A whole hour, so that periods are easy to see. */
const START = Date.UTC(2026, 0, 5, 12);

let box: OpenSandbox;
let cloudwatch: CloudWatchClient;

beforeAll(async () => {
  vi.setSystemTime(START + 30 * MINUTE); // clients sign with the machine's time
  box = await openSandbox({ id: 'metrics' });
  cloudwatch = box.client(CloudWatchClient);
});
afterAll(async () => {
  expect(box.bugs).toEqual([]);
  await box.close();
  vi.useRealTimers();
});

const at = (minute: number) => new Date(START + minute * MINUTE);
const put = (Namespace: string, ...MetricData: MetricDatum[]) =>
  cloudwatch.send(new PutMetricDataCommand({ Namespace, MetricData }));
const statistics = (Namespace: string, MetricName: string, more: object = {}) =>
  cloudwatch.send(
    new GetMetricStatisticsCommand({
      Namespace,
      MetricName,
      StartTime: at(0),
      EndTime: at(30),
      Period: 300,
      Statistics: ['SampleCount', 'Sum', 'Average', 'Minimum', 'Maximum'],
      ...more,
    }),
  );

describe('PutMetricData', () => {
  it('takes single values, values with counts, and statistic sets into one period', async () => {
    await put(
      'Forms',
      { MetricName: 'Latency', Timestamp: at(5), Value: 10, Unit: 'Milliseconds' },
      { MetricName: 'Latency', Timestamp: at(6), Values: [20, 30], Counts: [2, 1], Unit: 'Milliseconds' },
      {
        MetricName: 'Latency',
        Timestamp: at(7),
        StatisticValues: { SampleCount: 4, Sum: 100, Minimum: 5, Maximum: 60 },
        Unit: 'Milliseconds',
      },
    );

    const { Datapoints } = await statistics('Forms', 'Latency');

    expect(Datapoints).toEqual([
      { Timestamp: at(5), Unit: 'Milliseconds', SampleCount: 8, Sum: 180, Average: 22.5, Minimum: 5, Maximum: 60 },
    ]);
  });

  it('reads requests that the client compresses', async () => {
    const many = Array.from({ length: 500 }, (_, n) => ({ MetricName: 'Many', Timestamp: at(1), Value: n }));

    await put('Compressed', ...many);

    const { Datapoints } = await statistics('Compressed', 'Many');
    expect(Datapoints).toMatchObject([{ SampleCount: 500, Maximum: 499 }]);
  });

  it.each([
    ['of two forms at once', { Value: 1, Values: [1] }, 'InvalidParameterCombinationException', 'mutually exclusive'],
    ['of no form', {}, 'MissingRequiredParameterException', 'At least one'],
    ['with counts for other values', { Values: [1, 2], Counts: [1] }, 'InvalidParameterValueException', 'same size'],
    [
      'older than two weeks',
      { Value: 1, Timestamp: new Date(START - 15 * 86_400_000) },
      'InvalidParameterValueException',
      'two weeks',
    ],
    [
      'three hours ahead',
      { Value: 1, Timestamp: at(250) },
      'InvalidParameterValueException',
      'two hours in the future',
    ],
  ])('refuses a measure %s', async (_, datum, name, part) => {
    const message = expect.stringContaining(part);

    await expect(put('Bad', { MetricName: 'M', ...datum })).rejects.toMatchObject({ name, message });
  });

  it("refuses AWS's own namespaces", async () => {
    await expect(put('AWS/Mine', { MetricName: 'M', Value: 1 })).rejects.toMatchObject({
      name: 'InvalidParameterValueException',
      message: 'The value AWS/Mine for parameter Namespace is invalid.',
    });
  });
});

describe('statistics', () => {
  it('know percentiles and trimmed means of what was sent one by one', async () => {
    const values = Array.from({ length: 100 }, (_, n) => ({ MetricName: 'Time', Timestamp: at(10), Value: n + 1 }));
    await put('Tail', ...values);

    const { Datapoints } = await statistics('Tail', 'Time', {
      Statistics: undefined,
      ExtendedStatistics: ['p50', 'p99', 'tm90', 'IQM'],
    });

    expect(Datapoints?.[0]?.ExtendedStatistics).toEqual({ p50: 50, p99: 99, tm90: 45.5, IQM: 50.5 });
  });

  it('have no percentiles of statistic sets', async () => {
    await put('Tail', {
      MetricName: 'Set',
      Timestamp: at(10),
      StatisticValues: { SampleCount: 2, Sum: 3, Minimum: 1, Maximum: 2 },
    });

    const { Datapoints } = await statistics('Tail', 'Set', { ExtendedStatistics: ['p50'] });

    expect(Datapoints?.[0]).toMatchObject({ Sum: 3 });
    expect(Datapoints?.[0]).not.toHaveProperty('ExtendedStatistics');
  });

  it('keep dimensions apart and list them', async () => {
    const named = (Value: string) => [{ Name: 'Endpoint', Value }];
    await put(
      'Split',
      { MetricName: 'Calls', Dimensions: named('a'), Timestamp: at(3), Value: 1 },
      { MetricName: 'Calls', Dimensions: named('b'), Timestamp: at(3), Value: 5 },
    );

    const { Datapoints } = await statistics('Split', 'Calls', { Dimensions: named('b') });
    const { Metrics } = await cloudwatch.send(
      new ListMetricsCommand({ Namespace: 'Split', Dimensions: [{ Name: 'Endpoint', Value: 'a' }] }),
    );

    expect(Datapoints).toMatchObject([{ Sum: 5 }]);
    expect((await statistics('Split', 'Calls')).Datapoints).toEqual([]);
    expect(Metrics).toEqual([{ Namespace: 'Split', MetricName: 'Calls', Dimensions: named('a') }]);
  });

  it('refuse more than 1,440 points', async () => {
    const failing = statistics('Split', 'Calls', { StartTime: new Date(START - 2 * 86_400_000), Period: 60 });

    await expect(failing).rejects.toMatchObject({ name: 'InvalidParameterCombinationException' });
  });
});

describe('metric math', () => {
  const metric = (Id: string, MetricName: string, ReturnData = false) => ({
    Id,
    ReturnData,
    MetricStat: { Metric: { Namespace: 'Math', MetricName }, Period: 60, Stat: 'Sum' },
  });
  const calculate = async (Expression: string) => {
    const { MetricDataResults = [] } = await cloudwatch.send(
      new GetMetricDataCommand({
        StartTime: at(0),
        EndTime: at(4),
        ScanBy: 'TimestampAscending',
        MetricDataQueries: [metric('errors', 'Errors'), metric('calls', 'Calls'), { Id: 'e', Expression }],
      }),
    );
    return MetricDataResults.map(({ Values }) => Values)[0];
  };

  beforeAll(() =>
    put(
      'Math',
      ...[1, 2, 3].map((value, minute) => ({ MetricName: 'Errors', Timestamp: at(minute), Value: value })),
      ...[10, 10, 20, 40].map((value, minute) => ({ MetricName: 'Calls', Timestamp: at(minute), Value: value })),
    ),
  );

  it.each([
    ['100 * errors / calls', [10, 20, 15]],
    ['-(errors + 1) * 2', [-4, -6, -8]],
    ['2 ^ 3 ^ 0 + errors * 0', [2, 2, 2]],
    ['SUM([errors, calls])', [11, 12, 23, 40]],
    ['MAX(METRICS())', [10, 10, 20, 40]],
    ['errors / SUM(errors)', [1 / 6, 2 / 6, 3 / 6]],
    ['FILL(errors, 0)', [1, 2, 3, 0]],
    ['FILL(errors, REPEAT)', [1, 2, 3, 3]],
    ['RATE(calls) * 60', [0, 10, 20]],
    ['IF(calls > 15 && errors < 5, errors, 0)', [0, 0, 3]],
    ['IF(errors > 1, errors)', [2, 3]],
  ])('%s', async (expression, expected) => {
    expect(await calculate(expression)).toEqual(expected);
  });

  it.each([
    ['errors +', 'Unexpected end'],
    ['nothing * 2', 'the id nothing is not among the queries'],
    ['SUM(errors)', 'must return a time series'],
    ['ANOMALY_DETECTION_BAND(errors)', 'is not supported in this sandbox'],
    ["SEARCH('x', 'Sum')", 'is not supported in this sandbox'],
    ['SELECT AVG(x) FROM y', 'is not supported in this sandbox'],
  ])('says what is wrong with %s', async (expression, part) => {
    await expect(calculate(expression)).rejects.toMatchObject({ message: expect.stringContaining(part) });
  });

  it('gives long answers in pages', async () => {
    const values: number[] = [];
    const status: (string | undefined)[] = [];
    let NextToken: string | undefined;
    do {
      const page = await cloudwatch.send(
        new GetMetricDataCommand({
          StartTime: at(0),
          EndTime: at(4),
          ScanBy: 'TimestampAscending',
          MaxDatapoints: 3,
          MetricDataQueries: [metric('errors', 'Errors', true), metric('calls', 'Calls', true)],
          NextToken,
        }),
      );
      for (const { Values = [], StatusCode } of page.MetricDataResults ?? []) {
        values.push(...Values);
        status.push(StatusCode);
      }
      NextToken = page.NextToken;
    } while (NextToken !== undefined);

    expect(values).toEqual([1, 2, 3, 10, 10, 20, 40]);
    expect(status).toEqual(['Complete', 'PartialData', 'Complete']);
  });
});

describe('after weeks', () => {
  it('minutes are rolled up into five of them, and then into hours', async () => {
    const later = await openSandbox({ id: 'weeks' });
    const client = later.client(CloudWatchClient);
    const values = [1, 2, 3].map((Value, minute) => ({ MetricName: 'Old', Timestamp: at(minute), Value }));
    await client.send(new PutMetricDataCommand({ Namespace: 'Roll', MetricData: values }));
    const read = async (Period: number) => {
      const { Datapoints } = await client.send(
        new GetMetricStatisticsCommand({
          ...{ Namespace: 'Roll', MetricName: 'Old', StartTime: at(0), EndTime: at(60), Period },
          Statistics: ['Sum'],
          ExtendedStatistics: ['p50'],
        }),
      );
      return Datapoints?.map(({ Sum, ExtendedStatistics }) => [Sum, ExtendedStatistics?.p50]);
    };

    expect(await read(60)).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
    await later.advance(16 * 86_400_000);
    expect(await read(60)).toEqual([]);
    expect(await read(300)).toEqual([[6, 2]]);
    await later.advance(50 * 86_400_000);
    expect(await read(300)).toEqual([]);
    expect(await read(3600)).toEqual([[6, 2]]);
    expect(later.bugs).toEqual([]);
    await later.close();
  });
});
