import { gunzipSync } from 'node:zlib';
import { CloudWatchClient, GetMetricStatisticsCommand } from '@aws-sdk/client-cloudwatch';
import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  DeleteLogStreamCommand,
  DeleteMetricFilterCommand,
  DescribeLogGroupsCommand,
  DescribeLogStreamsCommand,
  DescribeMetricFiltersCommand,
  DescribeSubscriptionFiltersCommand,
  FilterLogEventsCommand,
  GetLogEventsCommand,
  ListTagsForResourceCommand,
  PutLogEventsCommand,
  PutMetricFilterCommand,
  PutRetentionPolicyCommand,
  PutSubscriptionFilterCommand,
  TagResourceCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { CreateRoleCommand, IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import {
  CreateStreamCommand,
  GetRecordsCommand,
  GetShardIteratorCommand,
  KinesisClient,
} from '@aws-sdk/client-kinesis';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type OpenSandbox, openSandbox } from '../testing.ts';

const START = Date.UTC(2026, 0, 5, 12);
const DAY = 86_400_000;
const logGroupName = '/app/web';
const logStreamName = 'one';

let box: OpenSandbox;
let logs: CloudWatchLogsClient;

beforeEach(async () => {
  vi.setSystemTime(START); // clients sign with the machine's time
  box = await openSandbox({ id: 'logs' });
  logs = box.client(CloudWatchLogsClient);
  await logs.send(new CreateLogGroupCommand({ logGroupName, tags: { team: 'ml' } }));
  await logs.send(new CreateLogStreamCommand({ logGroupName, logStreamName }));
});
afterEach(async () => {
  expect(box.bugs).toEqual([]);
  await box.close();
  vi.useRealTimers();
});

const put = (messages: readonly string[], from = START - 60_000) =>
  logs.send(
    new PutLogEventsCommand({
      logGroupName,
      logStreamName,
      logEvents: messages.map((message, index) => ({ timestamp: from + index * 1000, message })),
    }),
  );
const texts = (events: readonly { message?: string | undefined }[] = []) => events.map(({ message }) => message);

describe('groups and streams', () => {
  it('are made once, described and tagged', async () => {
    const again = logs.send(new CreateLogGroupCommand({ logGroupName }));
    await expect(again).rejects.toMatchObject({
      name: 'ResourceAlreadyExistsException',
      message: 'The specified log group already exists',
    });

    const { logGroups = [] } = await logs.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: '/app' }));
    const resourceArn = logGroups[0]?.logGroupArn ?? '';
    await logs.send(new TagResourceCommand({ resourceArn, tags: { stage: 'lab' } }));

    expect(logGroups).toMatchObject([{ logGroupName, creationTime: START, arn: `${resourceArn}:*`, storedBytes: 0 }]);
    const { tags } = await logs.send(new ListTagsForResourceCommand({ resourceArn }));
    expect(tags).toEqual({ team: 'ml', stage: 'lab' });
  });

  it('tell when something came last', async () => {
    await put(['a', 'b']);

    const { logStreams } = await logs.send(
      new DescribeLogStreamsCommand({ logGroupName, orderBy: 'LastEventTime', descending: true }),
    );

    expect(logStreams).toMatchObject([
      {
        logStreamName,
        firstEventTimestamp: START - 60_000,
        lastEventTimestamp: START - 59_000,
        lastIngestionTime: START,
      },
    ]);
  });

  it('that are missing are not found', async () => {
    const failing = logs.send(new GetLogEventsCommand({ logGroupName, logStreamName: 'absent' }));

    await expect(failing).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: 'The specified log stream does not exist.',
    });
    await logs.send(new DeleteLogStreamCommand({ logGroupName, logStreamName }));
    await expect(put(['late'])).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});

describe('events', () => {
  it('are read page by page, and the last token leads to what comes later', async () => {
    await put(['1', '2', '3']);
    const read = (nextToken?: string) =>
      logs.send(new GetLogEventsCommand({ logGroupName, logStreamName, startFromHead: true, limit: 2, nextToken }));

    const first = await read();
    const second = await read(first.nextForwardToken);
    const third = await read(second.nextForwardToken);
    await put(['4'], START - 1000);
    const fourth = await read(third.nextForwardToken);

    expect([first, second, third, fourth].map(({ events }) => texts(events))).toEqual([['1', '2'], ['3'], [], ['4']]);
    expect(third.nextForwardToken).toBe(second.nextForwardToken);
    const back = await read(fourth.nextBackwardToken);
    expect(texts(back.events)).toEqual(['2', '3']);
  });

  it('that are too old or too new are told and left out', async () => {
    const { rejectedLogEventsInfo } = await logs.send(
      new PutLogEventsCommand({
        logGroupName,
        logStreamName,
        logEvents: [
          { timestamp: START - 14 * DAY - 1, message: 'old' },
          { timestamp: START - 13.5 * DAY, message: 'fine' },
        ],
      }),
    );

    expect(rejectedLogEventsInfo).toEqual({ tooOldLogEventEndIndex: 1 });
    const { events } = await logs.send(new FilterLogEventsCommand({ logGroupName }));
    expect(texts(events)).toEqual(['fine']);
  });

  it('must come in order and within a day', async () => {
    const send = (...times: number[]) => {
      const logEvents = times.map((timestamp) => ({ timestamp, message: 'x' }));
      return logs.send(new PutLogEventsCommand({ logGroupName, logStreamName, logEvents }));
    };

    await expect(send(START, START - 1)).rejects.toMatchObject({ message: expect.stringContaining('chronological') });
    await expect(send(START - 2 * DAY, START)).rejects.toMatchObject({ message: expect.stringContaining('24 hours') });
  });

  it('go when their retention ends', async () => {
    await logs.send(new PutRetentionPolicyCommand({ logGroupName, retentionInDays: 3 }));
    await put(['short-lived']);

    await box.advance(4 * DAY);

    const { events } = await logs.send(new FilterLogEventsCommand({ logGroupName }));
    const { logGroups } = await logs.send(new DescribeLogGroupsCommand({}));
    expect(events).toEqual([]);
    expect(logGroups).toMatchObject([{ retentionInDays: 3, storedBytes: 0 }]);
    const odd = logs.send(new PutRetentionPolicyCommand({ logGroupName, retentionInDays: 4 }));
    await expect(odd).rejects.toMatchObject({ name: 'InvalidParameterException' });
  });

  it('are found by a pattern, over pages', async () => {
    await put(['{"level":"error","ms":5}', '{"level":"info","ms":90}', '{"level":"error","ms":200}']);
    const find = (more: object) => logs.send(new FilterLogEventsCommand({ logGroupName, ...more }));

    const { events } = await find({ filterPattern: '{ $.level = "error" && $.ms > 100 }' });
    const first = await find({ limit: 2 });
    const second = await find({ limit: 2, nextToken: first.nextToken });

    expect(texts(events)).toEqual(['{"level":"error","ms":200}']);
    expect([first.events?.length, second.events?.length, second.nextToken]).toEqual([2, 1, undefined]);
  });
});

describe('a metric filter', () => {
  it('feeds a metric with the value of a field', async () => {
    await logs.send(
      new PutMetricFilterCommand({
        logGroupName,
        filterName: 'latency',
        filterPattern: '{ $.ms = * }',
        metricTransformations: [{ metricName: 'Latency', metricNamespace: 'App', metricValue: '$.ms' }],
      }),
    );
    await put(['{"ms":5}', '{"ms":200}', 'no number here']);
    await box.settled();

    const { Datapoints } = await box.client(CloudWatchClient).send(
      new GetMetricStatisticsCommand({
        ...{ Namespace: 'App', MetricName: 'Latency', Period: 3600, Statistics: ['Sum', 'SampleCount'] },
        StartTime: new Date(START - 3_600_000),
        EndTime: new Date(START + 60_000),
      }),
    );
    const { metricFilters } = await logs.send(new DescribeMetricFiltersCommand({ logGroupName }));

    expect(Datapoints).toMatchObject([{ Sum: 205, SampleCount: 2 }]);
    expect(metricFilters).toMatchObject([{ filterName: 'latency', logGroupName }]);
    await logs.send(new DeleteMetricFilterCommand({ logGroupName, filterName: 'latency' }));
    const gone = logs.send(new DeleteMetricFilterCommand({ logGroupName, filterName: 'latency' }));
    await expect(gone).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});

describe('a subscription filter', () => {
  const role = async (...actions: string[]) => {
    const iam = box.client(IAMClient);
    const Statement = [{ Effect: 'Allow', Principal: { Service: 'logs.amazonaws.com' }, Action: 'sts:AssumeRole' }];
    const { Role } = await iam.send(
      new CreateRoleCommand({
        RoleName: 'to-stream',
        AssumeRolePolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement }),
      }),
    );
    const rights = [{ Effect: 'Allow', Action: actions, Resource: '*' }];
    await iam.send(
      new PutRolePolicyCommand({
        RoleName: 'to-stream',
        PolicyName: 'rights',
        PolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: rights }),
      }),
    );
    return Role?.Arn;
  };
  const subscribe = (roleArn: string | undefined) =>
    logs.send(
      new PutSubscriptionFilterCommand({
        logGroupName,
        filterName: 'errors',
        filterPattern: 'ERROR',
        destinationArn: `arn:aws:kinesis:us-east-1:${box.tenant.accountId}:stream/logs`,
        roleArn,
      }),
    );

  it('sends what it takes to a stream, compressed', async () => {
    const kinesis = box.client(KinesisClient);
    await kinesis.send(new CreateStreamCommand({ StreamName: 'logs', ShardCount: 1 }));
    await box.advance(60_000);

    await subscribe(await role('kinesis:PutRecord'));
    await put(['ERROR one', 'INFO two']);
    await box.settled();

    const { ShardIterator } = await kinesis.send(
      new GetShardIteratorCommand({
        ...{ StreamName: 'logs', ShardId: 'shardId-000000000000', ShardIteratorType: 'TRIM_HORIZON' },
      }),
    );
    const { Records = [] } = await kinesis.send(new GetRecordsCommand({ ShardIterator }));
    const sent = Records.map(({ Data = new Uint8Array() }) => JSON.parse(gunzipSync(Data).toString()));
    expect(sent.map(({ messageType }) => messageType)).toEqual(['CONTROL_MESSAGE', 'DATA_MESSAGE']);
    expect(sent[1]).toMatchObject({ logGroup: logGroupName, logEvents: [{ message: 'ERROR one' }] });
    const { subscriptionFilters } = await logs.send(new DescribeSubscriptionFiltersCommand({ logGroupName }));
    expect(subscriptionFilters).toMatchObject([{ filterName: 'errors', filterPattern: 'ERROR' }]);
  });

  it('is refused when its role may not write to the stream', async () => {
    await box.client(KinesisClient).send(new CreateStreamCommand({ StreamName: 'logs', ShardCount: 1 }));
    await box.advance(60_000);

    await expect(subscribe(await role('kinesis:ListStreams'))).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: expect.stringContaining('Could not deliver test message'),
    });
  });
});
