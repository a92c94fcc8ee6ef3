import { CloudWatchClient, PutMetricAlarmCommand, SetAlarmStateCommand } from '@aws-sdk/client-cloudwatch';
import { CloudWatchLogsClient, CreateLogGroupCommand, FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import {
  CreateEventBusCommand,
  DeleteEventBusCommand,
  DeleteRuleCommand,
  DescribeRuleCommand,
  DisableRuleCommand,
  EventBridgeClient,
  ListEventBusesCommand,
  ListRuleNamesByTargetCommand,
  ListRulesCommand,
  ListTagsForResourceCommand,
  ListTargetsByRuleCommand,
  PutEventsCommand,
  type PutEventsRequestEntry,
  PutRuleCommand,
  type PutRuleCommandInput,
  PutTargetsCommand,
  RemoveTargetsCommand,
  type Target,
  TestEventPatternCommand,
} from '@aws-sdk/client-eventbridge';
import { CreateRoleCommand, IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import {
  CreateStreamCommand,
  GetRecordsCommand,
  GetShardIteratorCommand,
  KinesisClient,
} from '@aws-sdk/client-kinesis';
import {
  CreateBucketCommand,
  PutBucketNotificationConfigurationCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenSandbox, openSandbox } from '../testing.ts';

const START = Date.now();
const MINUTE = 60_000;
let box: OpenSandbox;
let client: EventBridgeClient;
let sqs: SQSClient;

beforeAll(async () => {
  box = await openSandbox({ id: 'events', wall: () => START });
  client = box.client(EventBridgeClient);
  sqs = box.client(SQSClient);
});
afterAll(() => box.close());

let made = 0;

/** A queue that lets EventBridge in, or not. */
async function newQueue(isOpen = true) {
  made += 1;
  const name = `events-${made}`;
  const arn = `arn:aws:sqs:us-east-1:${box.tenant.accountId}:${name}`;
  const Statement = [
    { Effect: 'Allow', Principal: { Service: 'events.amazonaws.com' }, Action: 'sqs:SendMessage', Resource: arn },
  ];
  const Attributes = isOpen ? { Policy: JSON.stringify({ Version: '2012-10-17', Statement }) } : {};
  const { QueueUrl = '' } = await sqs.send(new CreateQueueCommand({ QueueName: name, Attributes }));
  return { arn, url: QueueUrl };
}

const received = async (url: string): Promise<string[]> => {
  await box.settled();
  const output = await sqs.send(
    new ReceiveMessageCommand({ QueueUrl: url, MaxNumberOfMessages: 10, VisibilityTimeout: 43_200 }),
  );
  return (output.Messages ?? []).map(({ Body = '' }) => Body);
};

async function newRule(input: Partial<PutRuleCommandInput>, target: Partial<Target> = {}) {
  made += 1;
  const Name = `rule-${made}`;
  const { RuleArn } = await client.send(new PutRuleCommand({ Name, ...input }));
  const queue = await newQueue();
  const EventBusName = input.EventBusName;
  const Targets = [{ Id: 'queue', Arn: queue.arn, ...target }];
  await client.send(new PutTargetsCommand({ Rule: Name, EventBusName, Targets }));
  return { Name, RuleArn, queue };
}

const put = (...Entries: PutEventsRequestEntry[]) => client.send(new PutEventsCommand({ Entries }));

const entry = (Detail: object, more: Partial<PutEventsRequestEntry> = {}): PutEventsRequestEntry => ({
  Source: 'shop',
  DetailType: 'Order',
  Detail: JSON.stringify(Detail),
  ...more,
});

describe('an event', () => {
  it('reaches the targets of the rules it matches, in its envelope', async () => {
    const EventPattern = JSON.stringify({ source: ['shop'], detail: { amount: [{ numeric: ['>', 100] }] } });
    const { queue } = await newRule({ EventPattern });

    const { Entries } = await put(entry({ amount: 99 }), entry({ amount: 101 }, { Resources: ['order/7'] }));
    const [message, ...more] = await received(queue.url);

    expect(more).toEqual([]);
    expect(JSON.parse(message ?? '')).toEqual({
      version: '0',
      id: Entries?.[1]?.EventId,
      'detail-type': 'Order',
      source: 'shop',
      account: box.tenant.accountId,
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      region: 'us-east-1',
      resources: ['order/7'],
      detail: { amount: 101 },
    });
  });

  it('that is wrong is refused by itself', async () => {
    const output = await put(
      entry({}),
      { Source: 'shop', Detail: '{}' },
      entry({}, { Detail: 'no json' }),
      entry({}, { Source: 'aws.s3' }),
      entry({}, { EventBusName: 'nowhere' }),
    );

    expect(output.FailedEntryCount).toBe(4);
    expect(output.Entries?.map(({ ErrorCode }) => ErrorCode)).toEqual([
      undefined,
      'InvalidArgument',
      'MalformedDetail',
      'NotAuthorizedForSource',
      'ResourceNotFoundException',
    ]);
  });

  it('stays on its bus', async () => {
    const EventBusName = 'orders';
    await client.send(new CreateEventBusCommand({ Name: EventBusName }));
    const { queue, Name } = await newRule({ EventBusName, EventPattern: '{"source":["shop"]}' });

    await put(entry({ on: 'default' }));
    await put(entry({ on: 'orders' }, { EventBusName }));

    expect((await received(queue.url)).map((body) => JSON.parse(body).detail.on)).toEqual(['orders']);
    await expect(client.send(new DeleteEventBusCommand({ Name: EventBusName }))).rejects.toThrow('it has rules');
    await client.send(new RemoveTargetsCommand({ Rule: Name, EventBusName, Ids: ['queue'] }));
    await client.send(new DeleteRuleCommand({ Name, EventBusName }));
    await client.send(new DeleteEventBusCommand({ Name: EventBusName }));
    const { EventBuses } = await client.send(new ListEventBusesCommand({}));
    expect(EventBuses?.map(({ Name: name }) => name)).toEqual(['default']);
  });

  it.each<[string, Partial<Target>, unknown]>([
    ['a constant', { Input: '{"go":true}' }, { go: true }],
    ['a part', { InputPath: '$.detail.items[1]' }, 'b'],
    [
      'a template',
      {
        InputTransformer: {
          InputPathsMap: { who: '$.detail.name', items: '$.detail.items', none: '$.detail.none' },
          InputTemplate:
            '{"text": "<who> has <items>", "who": <who>, "items": <items>, "none": <none>, "rule": <aws.events.rule-name>}',
        },
      },
      {
        text: 'Ann "the cat" has ["a","b"]',
        who: 'Ann "the cat"',
        items: ['a', 'b'],
        none: null,
        rule: expect.stringMatching(/^rule-/),
      },
    ],
  ])('may reach a target as %s', async (_, target, expected) => {
    const { queue, Name } = await newRule({ EventPattern: '{"source":["cats"]}' }, target);
    await put(entry({ name: 'Ann "the cat"', items: ['a', 'b'] }, { Source: 'cats' }));
    const [message = ''] = await received(queue.url);
    await client.send(new DisableRuleCommand({ Name }));

    expect(JSON.parse(message)).toEqual(expected);
  });

  it('goes to the dead-letter queue when the target keeps EventBridge out', async () => {
    const [closed, dead] = [await newQueue(false), await newQueue()];
    await newRule({ EventPattern: '{"source":["lost"]}' }, { Arn: closed.arn, DeadLetterConfig: { Arn: dead.arn } });
    await put(entry({}, { Source: 'lost' }));

    expect(await received(closed.url)).toEqual([]);
    expect(JSON.parse((await received(dead.url))[0] ?? '')).toMatchObject({ source: 'lost' });
  });

  it('reaches a stream with the role of the target, if that may write', async () => {
    const kinesis = box.client(KinesisClient);
    await kinesis.send(new CreateStreamCommand({ StreamName: 'audit', ShardCount: 1 }));
    await box.advance(1000);
    const Arn = `arn:aws:kinesis:us-east-1:${box.tenant.accountId}:stream/audit`;
    const iam = box.client(IAMClient);
    const trust = [{ Effect: 'Allow', Principal: { Service: 'events.amazonaws.com' }, Action: 'sts:AssumeRole' }];
    const AssumeRolePolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: trust });
    const made = await iam.send(new CreateRoleCommand({ RoleName: 'to-stream', AssumeRolePolicyDocument }));
    const RoleArn = made.Role?.Arn ?? '';
    const KinesisParameters = { PartitionKeyPath: '$.detail.key' };
    await newRule({ EventPattern: '{"source":["audit"]}' }, { Arn, RoleArn, KinesisParameters });

    await put(entry({ key: 'k', n: 1 }, { Source: 'audit' }));
    await box.settled();
    const may = [{ Effect: 'Allow', Action: 'kinesis:PutRecord', Resource: Arn }];
    const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: may });
    await iam.send(new PutRolePolicyCommand({ RoleName: 'to-stream', PolicyName: 'write', PolicyDocument }));
    await put(entry({ key: 'k', n: 2 }, { Source: 'audit' }));
    await box.settled();

    const position = { StreamName: 'audit', ShardId: '0', ShardIteratorType: 'TRIM_HORIZON' as const };
    const { ShardIterator } = await kinesis.send(new GetShardIteratorCommand(position));
    const { Records = [] } = await kinesis.send(new GetRecordsCommand({ ShardIterator }));
    expect(Records.map(({ PartitionKey }) => PartitionKey)).toEqual(['k']);
    expect(JSON.parse(Buffer.from(Records[0]?.Data ?? []).toString()).detail.n).toBe(2);
  });
});

it('a log group gets a stream for each event', async () => {
  const logs = box.client(CloudWatchLogsClient);
  const logGroupName = '/events/all';
  await logs.send(new CreateLogGroupCommand({ logGroupName }));
  const Arn = `arn:aws:logs:us-east-1:${box.tenant.accountId}:log-group:${logGroupName}`;
  await newRule({ EventPattern: '{"source":["logged"]}' }, { Arn });

  const { Entries } = await put(entry({ n: 1 }, { Source: 'logged' }));
  await box.settled();

  const { events = [] } = await logs.send(new FilterLogEventsCommand({ logGroupName }));
  expect(events.map(({ message = '' }) => JSON.parse(message).id)).toEqual([Entries?.[0]?.EventId]);
});

it('an alarm that changes is an event of aws.cloudwatch', async () => {
  const { queue } = await newRule({ EventPattern: '{"detail-type":["CloudWatch Alarm State Change"]}' });
  const cloudwatch = box.client(CloudWatchClient);
  const AlarmName = 'too-many';
  await cloudwatch.send(
    new PutMetricAlarmCommand({
      AlarmName,
      Namespace: 'Shop',
      MetricName: 'Errors',
      Statistic: 'Sum',
      Period: 60,
      EvaluationPeriods: 1,
      Threshold: 1,
      ComparisonOperator: 'GreaterThanThreshold',
    }),
  );
  await cloudwatch.send(new SetAlarmStateCommand({ AlarmName, StateValue: 'ALARM', StateReason: 'a try' }));

  const events = (await received(queue.url)).map((body) => JSON.parse(body));
  expect(events.at(-1)).toMatchObject({
    source: 'aws.cloudwatch',
    detail: { alarmName: AlarmName, state: { value: 'ALARM', reason: 'a try' } },
  });
});

describe('a schedule', () => {
  it('sends an event each time it falls due, until the rule is disabled', async () => {
    const { queue, Name, RuleArn } = await newRule({ ScheduleExpression: 'rate(5 minutes)' });
    await box.advance(11 * MINUTE);
    const events = (await received(queue.url)).map((body) => JSON.parse(body));
    await client.send(new DisableRuleCommand({ Name }));
    await box.advance(11 * MINUTE);

    expect(events.map((event) => event['detail-type'])).toEqual(['Scheduled Event', 'Scheduled Event']);
    expect(events[0]).toMatchObject({ source: 'aws.events', resources: [RuleArn], detail: {} });
    expect(Date.parse(events[1].time) - Date.parse(events[0].time)).toBe(5 * MINUTE);
    expect(await received(queue.url)).toEqual([]);
  });
});

it('objects of a bucket that tells EventBridge are events of aws.s3', async () => {
  const s3 = box.client(S3Client);
  await s3.send(new CreateBucketCommand({ Bucket: 'told' }));
  const NotificationConfiguration = { EventBridgeConfiguration: {} };
  await s3.send(new PutBucketNotificationConfigurationCommand({ Bucket: 'told', NotificationConfiguration }));
  const EventPattern = JSON.stringify({ source: ['aws.s3'], 'detail-type': ['Object Created'] });
  const { queue } = await newRule({ EventPattern });

  await s3.send(new PutObjectCommand({ Bucket: 'told', Key: 'a.csv', Body: 'x' }));

  const [message = ''] = await received(queue.url);
  expect(JSON.parse(message)).toMatchObject({
    resources: ['arn:aws:s3:::told'],
    detail: { bucket: { name: 'told' }, object: { key: 'a.csv', size: 1 }, reason: 'PutObject' },
  });
});

describe('a rule', () => {
  it('is listed, described with its targets, and cannot be deleted before them', async () => {
    const { Name, queue } = await newRule({
      EventPattern: '{"source":["x"]}',
      Description: 'all x',
      Tags: [{ Key: 'team', Value: 'ml' }],
    });

    const rule = await client.send(new DescribeRuleCommand({ Name }));
    const { Targets } = await client.send(new ListTargetsByRuleCommand({ Rule: Name }));
    const { RuleNames } = await client.send(new ListRuleNamesByTargetCommand({ TargetArn: queue.arn }));
    const { Rules } = await client.send(new ListRulesCommand({ NamePrefix: Name }));
    const { Tags } = await client.send(new ListTagsForResourceCommand({ ResourceARN: rule.Arn }));

    expect(rule).toMatchObject({ Name, State: 'ENABLED', Description: 'all x', EventBusName: 'default' });
    expect(Targets).toEqual([{ Id: 'queue', Arn: queue.arn }]);
    expect(RuleNames).toEqual([Name]);
    expect(Rules?.map(({ Name: name }) => name)).toEqual([Name]);
    expect(Tags).toEqual([{ Key: 'team', Value: 'ml' }]);
    await expect(client.send(new DeleteRuleCommand({ Name }))).rejects.toThrow('has targets');
  });

  it.each<[string, Partial<PutRuleCommandInput>, string]>([
    ['neither pattern nor schedule', {}, 'ValidationException'],
    ['a pattern that is none', { EventPattern: '{"source":"x"}' }, 'InvalidEventPatternException'],
    ['a schedule that is none', { ScheduleExpression: 'rate(1 minutes)' }, 'ValidationException'],
    [
      'a bus that is not there',
      { EventBusName: 'nowhere', EventPattern: '{"source":["x"]}' },
      'ResourceNotFoundException',
    ],
  ])('is refused with %s', async (_, input, name) => {
    await expect(client.send(new PutRuleCommand({ Name: 'refused', ...input }))).rejects.toMatchObject({ name });
  });

  it.each<[string, Partial<Target>, string]>([
    ['no ARN', { Arn: 'queue' }, 'not in correct format'],
    [
      'a service without a way',
      { Arn: 'arn:aws:ecs:us-east-1:111122223333:cluster/x' },
      'is not supported in this sandbox',
    ],
    ['two inputs', { Input: '{}', InputPath: '$' }, 'Only one of'],
  ])('takes no target with %s', async (_, target, message) => {
    await expect(newRule({ EventPattern: '{"source":["x"]}' }, target)).rejects.toThrow(message);
  });

  it('takes no stream without a role', async () => {
    const Arn = `arn:aws:kinesis:us-east-1:${box.tenant.accountId}:stream/x`;

    await expect(newRule({ EventPattern: '{"source":["x"]}' }, { Arn })).rejects.toThrow('RoleArn is required');
  });
});

it('a pattern can be tried out', async () => {
  const base = { id: '1', account: '1', source: 'shop', time: 't', region: 'r', resources: [], 'detail-type': 'Order' };
  const test = (EventPattern: object, Event: object) =>
    client.send(
      new TestEventPatternCommand({ EventPattern: JSON.stringify(EventPattern), Event: JSON.stringify(Event) }),
    );

  expect((await test({ source: [{ wildcard: 's*p' }] }, base)).Result).toBe(true);
  expect((await test({ source: [{ 'anything-but': 'shop' }] }, base)).Result).toBe(false);
  await expect(test({ source: ['shop'] }, { source: 'shop' })).rejects.toThrow('the member id is missing');
});

it('no fault of the sandbox came up on the way', () => {
  expect(box.bugs).toEqual([]);
});
