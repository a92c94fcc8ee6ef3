import {
  EventBridgeClient,
  ListTargetsByRuleCommand,
  PutRuleCommand,
  PutTargetsCommand,
  RemoveTargetsCommand,
} from '@aws-sdk/client-eventbridge';
import {
  CreateStreamCommand,
  DeleteStreamCommand,
  GetRecordsCommand,
  GetShardIteratorCommand,
  KinesisClient,
  PutRecordCommand,
} from '@aws-sdk/client-kinesis';
import {
  CreateTopicCommand,
  DeleteTopicCommand,
  ListSubscriptionsByTopicCommand,
  SNSClient,
  SubscribeCommand,
} from '@aws-sdk/client-sns';
import {
  CreateQueueCommand,
  DeleteQueueCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OpenSandbox, openSandbox } from '../testing.ts';

const START = Date.now();
let box: OpenSandbox;

beforeAll(async () => {
  box = await openSandbox({ id: 'restore', wall: () => START });
});
afterAll(() => box.close());

async function fill() {
  const [kinesis, sqs, sns, events] = [
    box.client(KinesisClient),
    box.client(SQSClient),
    box.client(SNSClient),
    box.client(EventBridgeClient),
  ];
  await kinesis.send(new CreateStreamCommand({ StreamName: 's', ShardCount: 1 }));
  await box.advance(1000);
  const large = Buffer.alloc(100_000, 7); // kept apart from the state
  await kinesis.send(new PutRecordCommand({ StreamName: 's', PartitionKey: 'k', Data: large }));
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: 'q' }));
  const MessageAttributes = { bytes: { DataType: 'Binary', BinaryValue: new Uint8Array([1, 2, 3]) } };
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'kept', MessageAttributes }));
  const { TopicArn } = await sns.send(new CreateTopicCommand({ Name: 't' }));
  const Endpoint = `arn:aws:sqs:us-east-1:${box.tenant.accountId}:q`;
  await sns.send(new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint }));
  await events.send(new PutRuleCommand({ Name: 'r', ScheduleExpression: 'rate(1 minute)' }));
  await events.send(new PutTargetsCommand({ Rule: 'r', Targets: [{ Id: '1', Arn: TopicArn }] }));
  return { kinesis, sqs, sns, events, QueueUrl, TopicArn };
}

it('an account that is put back has its records, messages, subscriptions and rules again', async () => {
  const { kinesis, sqs, sns, events, QueueUrl, TopicArn } = await fill();
  const snapshot = box.tenant.snapshot();
  await kinesis.send(new DeleteStreamCommand({ StreamName: 's' }));
  await sqs.send(new DeleteQueueCommand({ QueueUrl }));
  await sns.send(new DeleteTopicCommand({ TopicArn }));
  await events.send(new RemoveTargetsCommand({ Rule: 'r', Ids: ['1'] }));
  await box.advance(1000);
  await expect(sqs.send(new ReceiveMessageCommand({ QueueUrl }))).rejects.toMatchObject({ name: 'QueueDoesNotExist' });

  box.sandbox.restore(box.tenant, snapshot);

  const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MessageAttributeNames: ['All'] }));
  const position = { StreamName: 's', ShardId: '0', ShardIteratorType: 'TRIM_HORIZON' as const };
  const { ShardIterator } = await kinesis.send(new GetShardIteratorCommand(position));
  const { Records } = await kinesis.send(new GetRecordsCommand({ ShardIterator }));
  const { Subscriptions } = await sns.send(new ListSubscriptionsByTopicCommand({ TopicArn }));
  const { Targets } = await events.send(new ListTargetsByRuleCommand({ Rule: 'r' }));

  expect(Messages).toMatchObject([{ Body: 'kept', MessageAttributes: { bytes: { DataType: 'Binary' } } }]);
  expect(Records?.map(({ Data }) => Data?.length)).toEqual([100_000]);
  expect(Subscriptions).toHaveLength(1);
  expect(Targets).toEqual([{ Id: '1', Arn: TopicArn }]);
});

it('no fault of the sandbox came up on the way', () => {
  expect(box.bugs).toEqual([]);
});
