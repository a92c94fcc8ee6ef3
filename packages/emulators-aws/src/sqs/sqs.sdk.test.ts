import { CloudWatchClient, GetMetricStatisticsCommand } from '@aws-sdk/client-cloudwatch';
import {
  ChangeMessageVisibilityCommand,
  CreateQueueCommand,
  type CreateQueueCommandInput,
  DeleteMessageBatchCommand,
  DeleteMessageCommand,
  DeleteQueueCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ListQueuesCommand,
  ListQueueTagsCommand,
  PurgeQueueCommand,
  ReceiveMessageCommand,
  type ReceiveMessageCommandInput,
  SendMessageBatchCommand,
  SendMessageCommand,
  type SendMessageCommandInput,
  SetQueueAttributesCommand,
  SQSClient,
  StartMessageMoveTaskCommand,
  TagQueueCommand,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenSandbox, openSandbox } from '../testing.ts';

/** The account's time stands still but for what a test lets pass. */
const START = Date.now();
let box: OpenSandbox;
let client: SQSClient;

beforeAll(async () => {
  box = await openSandbox({ id: 'sqs', wall: () => START });
  client = box.client(SQSClient);
});
afterAll(() => box.close());

let made = 0;
async function newQueue(Attributes: CreateQueueCommandInput['Attributes'] = {}): Promise<string> {
  made += 1;
  const QueueName = `jobs-${made}${Attributes.FifoQueue ? '.fifo' : ''}`;
  return (await client.send(new CreateQueueCommand({ QueueName, Attributes }))).QueueUrl ?? '';
}

const send = (QueueUrl: string, MessageBody: string, more: Partial<SendMessageCommandInput> = {}) =>
  client.send(new SendMessageCommand({ QueueUrl, MessageBody, ...more }));

const receive = async (QueueUrl: string, more: Partial<ReceiveMessageCommandInput> = {}) =>
  (await client.send(new ReceiveMessageCommand({ QueueUrl, ...more }))).Messages ?? [];

const bodies = async (QueueUrl: string, more: Partial<ReceiveMessageCommandInput> = {}) =>
  (await receive(QueueUrl, { MaxNumberOfMessages: 10, ...more })).map(({ Body }) => Body);

const remove = (QueueUrl: string, ReceiptHandle: string | undefined) =>
  client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));

const arnOf = async (QueueUrl: string) =>
  (await client.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }))).Attributes?.QueueArn ??
  '';

describe('a queue', () => {
  it('is found by its name, has attributes with their defaults, and is listed', async () => {
    const QueueUrl = await newQueue({ DelaySeconds: '0', VisibilityTimeout: '45' });
    const QueueName = QueueUrl.split('/').at(-1);

    const found = await client.send(new GetQueueUrlCommand({ QueueName }));
    const { Attributes } = await client.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }));
    const { QueueUrls } = await client.send(new ListQueuesCommand({ QueueNamePrefix: 'jobs' }));

    expect(found.QueueUrl).toBe(QueueUrl);
    expect(Attributes).toMatchObject({
      VisibilityTimeout: '45',
      MessageRetentionPeriod: '345600',
      ApproximateNumberOfMessages: '0',
      QueueArn: `arn:aws:sqs:us-east-1:${box.tenant.accountId}:${QueueName}`,
    });
    expect(QueueUrls).toContain(QueueUrl);
  });

  it('made again alike is the same, made otherwise is refused', async () => {
    const QueueUrl = await newQueue({ VisibilityTimeout: '45' });
    const again = (VisibilityTimeout: string) =>
      client.send(new CreateQueueCommand({ QueueName: QueueUrl.split('/').at(-1), Attributes: { VisibilityTimeout } }));

    expect((await again('45')).QueueUrl).toBe(QueueUrl);
    await expect(again('46')).rejects.toMatchObject({ name: 'QueueNameExists' });
  });

  it.each([
    ['a number out of bounds', { DelaySeconds: '901' }, 'InvalidAttributeValue'],
    ['no number', { VisibilityTimeout: 'soon' }, 'InvalidAttributeValue'],
    ['a FIFO setting on a standard queue', { ContentBasedDeduplication: 'true' }, 'InvalidAttributeName'],
    [
      'a dead-letter queue that is not there',
      { RedrivePolicy: '{"deadLetterTargetArn":"arn:x","maxReceiveCount":3}' },
      'InvalidAttributeValue',
    ],
  ])('refuses %s', async (_, Attributes, name) => {
    await expect(client.send(new CreateQueueCommand({ QueueName: 'refused', Attributes }))).rejects.toMatchObject({
      name,
    });
  });

  it('that is not there is missed, and its name rests for a minute after it was deleted', async () => {
    const QueueUrl = await newQueue();
    await client.send(new DeleteQueueCommand({ QueueUrl }));
    const create = () => client.send(new CreateQueueCommand({ QueueName: QueueUrl.split('/').at(-1) }));

    await expect(send(QueueUrl, 'late')).rejects.toMatchObject({ name: 'QueueDoesNotExist' });
    await expect(create()).rejects.toMatchObject({ name: 'QueueDeletedRecently' });
    await box.advance(60_000);
    await expect(create()).resolves.toMatchObject({ QueueUrl });
  });

  it('keeps tags', async () => {
    const QueueUrl = await newQueue();
    await client.send(new TagQueueCommand({ QueueUrl, Tags: { team: 'ml' } }));

    expect((await client.send(new ListQueueTagsCommand({ QueueUrl }))).Tags).toEqual({ team: 'ml' });
  });
});

describe('a message', () => {
  it('arrives with its digests and attributes, is hidden while it is worked on, and is gone once deleted', async () => {
    const QueueUrl = await newQueue();
    const MessageAttributes = {
      kind: { DataType: 'String', StringValue: 'order' },
      weight: { DataType: 'Number', StringValue: '3.5' },
      blob: { DataType: 'Binary', BinaryValue: new Uint8Array([1, 2, 3]) },
    };
    await send(QueueUrl, 'hello', { MessageAttributes });

    const [message] = await receive(QueueUrl, { MessageAttributeNames: ['All'], MessageSystemAttributeNames: ['All'] });
    const hidden = await receive(QueueUrl);
    await remove(QueueUrl, message?.ReceiptHandle);
    await box.advance(60_000);

    expect(message).toMatchObject({
      Body: 'hello',
      MD5OfBody: '5d41402abc4b2a76b9719d911017c592',
      MessageAttributes,
      Attributes: { ApproximateReceiveCount: '1', SentTimestamp: expect.stringMatching(/^\d{13}$/) },
    });
    expect(hidden).toEqual([]);
    expect(await receive(QueueUrl)).toEqual([]);
  });

  it('comes back after its visibility timeout, and an older receipt deletes nothing', async () => {
    const QueueUrl = await newQueue({ VisibilityTimeout: '10' });
    await send(QueueUrl, 'job');
    const [first] = await receive(QueueUrl);
    await box.advance(11_000);
    const [second] = await receive(QueueUrl, { MessageSystemAttributeNames: ['ApproximateReceiveCount'] });

    await remove(QueueUrl, first?.ReceiptHandle);
    await box.advance(11_000);

    expect(second?.Attributes).toEqual({ ApproximateReceiveCount: '2' });
    expect(await bodies(QueueUrl)).toEqual(['job']);
    await expect(remove(QueueUrl, 'nonsense')).rejects.toMatchObject({ name: 'ReceiptHandleIsInvalid' });
  });

  it('can be given back at once, or kept longer', async () => {
    const QueueUrl = await newQueue();
    await send(QueueUrl, 'job');
    const change = (ReceiptHandle: string | undefined, VisibilityTimeout: number) =>
      client.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout }));
    const [first] = await receive(QueueUrl);

    await change(first?.ReceiptHandle, 0);
    const [second] = await receive(QueueUrl);
    await change(second?.ReceiptHandle, 120);
    await box.advance(100_000);

    expect(second?.Body).toBe('job');
    expect(await receive(QueueUrl)).toEqual([]);
    await expect(change(first?.ReceiptHandle, 5)).rejects.toThrow('not available for visibility timeout change');
    await expect(change(second?.ReceiptHandle, 50_000)).rejects.toThrow('Must be between 0 and 43200');
  });

  it('may be delayed, and expires', async () => {
    const QueueUrl = await newQueue({ MessageRetentionPeriod: '60' });
    await send(QueueUrl, 'later', { DelaySeconds: 30 });

    expect(await bodies(QueueUrl)).toEqual([]);
    await box.advance(31_000);
    expect(await bodies(QueueUrl, { VisibilityTimeout: 0 })).toEqual(['later']);
    await box.advance(30_000);
    expect(await bodies(QueueUrl)).toEqual([]);
  });

  it('may not be empty, too long, or hold what XML cannot', async () => {
    const QueueUrl = await newQueue({ MaximumMessageSize: '1024' });

    await expect(send(QueueUrl, 'x'.repeat(1025))).rejects.toThrow('Message must be shorter than 1024 bytes');
    await expect(send(QueueUrl, 'bell\u0007')).rejects.toMatchObject({ name: 'InvalidMessageContents' });
    await expect(send(QueueUrl, 'x', { DelaySeconds: 1000 })).rejects.toThrow('DelaySeconds');
  });

  it('wakes a consumer that waits, and one that waits in vain goes after its time', async () => {
    const QueueUrl = await newQueue();
    const waiting = bodies(QueueUrl, { WaitTimeSeconds: 20 });
    await send(QueueUrl, 'at last');

    expect(await waiting).toEqual(['at last']);
    const vain = bodies(QueueUrl, { WaitTimeSeconds: 20 });
    await new Promise((resolve) => setTimeout(resolve, 20)); // the request is on its way
    await box.advance(20_000);
    expect(await vain).toEqual([]);
  });
});

describe('batches', () => {
  it('take what is right and say what is wrong', async () => {
    const QueueUrl = await newQueue({ MaximumMessageSize: '1024' });
    const Entries = [
      { Id: 'a', MessageBody: 'one' },
      { Id: 'b', MessageBody: 'x'.repeat(2000) },
    ];

    const sent = await client.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
    const messages = await receive(QueueUrl, { MaxNumberOfMessages: 10 });
    const deleted = await client.send(
      new DeleteMessageBatchCommand({
        QueueUrl,
        Entries: messages.map(({ ReceiptHandle }, index) => ({ Id: `m${index}`, ReceiptHandle })),
      }),
    );

    expect(sent.Successful?.map(({ Id }) => Id)).toEqual(['a']);
    expect(sent.Failed).toMatchObject([{ Id: 'b', SenderFault: true, Code: 'InvalidParameterValue' }]);
    expect(deleted.Successful).toEqual([{ Id: 'm0' }]);
  });

  it.each([
    ['no entry', [], 'EmptyBatchRequest'],
    [
      'eleven',
      Array.from({ length: 11 }, (_, i) => ({ Id: `m${i}`, MessageBody: 'x' })),
      'TooManyEntriesInBatchRequest',
    ],
    [
      'one id twice',
      [
        { Id: 'a', MessageBody: 'x' },
        { Id: 'a', MessageBody: 'y' },
      ],
      'BatchEntryIdsNotDistinct',
    ],
    ['an id with a space', [{ Id: 'a b', MessageBody: 'x' }], 'InvalidBatchEntryId'],
  ])('are refused with %s', async (_, Entries, name) => {
    const QueueUrl = await newQueue();

    await expect(client.send(new SendMessageBatchCommand({ QueueUrl, Entries }))).rejects.toMatchObject({ name });
  });

  it('a purge empties the queue, once a minute', async () => {
    const QueueUrl = await newQueue();
    await send(QueueUrl, 'one');
    await client.send(new PurgeQueueCommand({ QueueUrl }));

    expect(await bodies(QueueUrl)).toEqual([]);
    await expect(client.send(new PurgeQueueCommand({ QueueUrl }))).rejects.toMatchObject({
      name: 'PurgeQueueInProgress',
    });
  });
});

describe('a dead-letter queue', () => {
  it('gets what was received too often, and gives it back to its source', async () => {
    const dead = await newQueue();
    const RedrivePolicy = JSON.stringify({ deadLetterTargetArn: await arnOf(dead), maxReceiveCount: 2 });
    const QueueUrl = await newQueue({ RedrivePolicy, VisibilityTimeout: '0' });
    await send(QueueUrl, 'poison');

    const tries = [await bodies(QueueUrl), await bodies(QueueUrl), await bodies(QueueUrl)];
    const [letter] = await receive(dead, {
      MessageSystemAttributeNames: ['DeadLetterQueueSourceArn'],
      VisibilityTimeout: 0,
    });
    await client.send(new StartMessageMoveTaskCommand({ SourceArn: await arnOf(dead) }));

    expect(tries).toEqual([['poison'], ['poison'], []]);
    expect(letter).toMatchObject({ Body: 'poison', Attributes: { DeadLetterQueueSourceArn: await arnOf(QueueUrl) } });
    expect(await bodies(dead)).toEqual([]);
    expect(await bodies(QueueUrl)).toEqual(['poison']);
  });

  it('may say who uses it', async () => {
    const dead = await newQueue({ RedriveAllowPolicy: '{"redrivePermission":"denyAll"}' });
    const RedrivePolicy = JSON.stringify({ deadLetterTargetArn: await arnOf(dead), maxReceiveCount: 2 });

    await expect(newQueue({ RedrivePolicy })).rejects.toMatchObject({ name: 'InvalidAttributeValue' });
  });
});

describe('a FIFO queue', () => {
  const fifo = { FifoQueue: 'true', ContentBasedDeduplication: 'true' };

  it('takes a message once in five minutes', async () => {
    const QueueUrl = await newQueue(fifo);
    const first = await send(QueueUrl, 'same', { MessageGroupId: 'g' });
    const second = await send(QueueUrl, 'same', { MessageGroupId: 'g' });
    await box.advance(301_000);
    await send(QueueUrl, 'same', { MessageGroupId: 'g' });

    expect(second.MessageId).toBe(first.MessageId);
    expect(await bodies(QueueUrl)).toEqual(['same', 'same']);
  });

  it('keeps the order within a group: while one is worked on, the others of it wait', async () => {
    const QueueUrl = await newQueue(fifo);
    for (const [body, MessageGroupId] of [
      ['a1', 'a'],
      ['a2', 'a'],
      ['b1', 'b'],
    ]) {
      await send(QueueUrl, body ?? '', { MessageGroupId });
    }

    const [first] = await receive(QueueUrl);
    const others = await bodies(QueueUrl);
    await remove(QueueUrl, first?.ReceiptHandle);

    expect(first?.Body).toBe('a1');
    expect(others).toEqual(['b1']);
    expect(await bodies(QueueUrl)).toEqual(['a2']);
  });

  it('needs a group, and a receipt that has not expired', async () => {
    const QueueUrl = await newQueue(fifo);
    await expect(send(QueueUrl, 'x')).rejects.toThrow('The request must contain the parameter MessageGroupId.');
    await send(QueueUrl, 'x', { MessageGroupId: 'g' });
    const [message] = await receive(QueueUrl, { VisibilityTimeout: 5 });
    await box.advance(6000);

    await expect(remove(QueueUrl, message?.ReceiptHandle)).rejects.toThrow('The receipt handle has expired');
  });
});

it('a queue policy that denies is heard', async () => {
  const QueueUrl = await newQueue();
  const Statement = [{ Effect: 'Deny', Principal: '*', Action: 'sqs:SendMessage', Resource: await arnOf(QueueUrl) }];
  const Policy = JSON.stringify({ Version: '2012-10-17', Statement });
  await client.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { Policy } }));

  await expect(send(QueueUrl, 'x')).rejects.toMatchObject({ name: expect.stringMatching(/^AccessDenied/) });
});

it('the depth of a queue in use goes to CloudWatch each minute', async () => {
  const QueueUrl = await newQueue();
  await send(QueueUrl, 'one');
  await send(QueueUrl, 'two');
  await box.advance(120_000);

  const { Datapoints = [] } = await box.client(CloudWatchClient).send(
    new GetMetricStatisticsCommand({
      Namespace: 'AWS/SQS',
      MetricName: 'ApproximateNumberOfMessagesVisible',
      Dimensions: [{ Name: 'QueueName', Value: QueueUrl.split('/').at(-1) }],
      StartTime: new Date(box.tenant.clock.now() - 300_000),
      EndTime: new Date(box.tenant.clock.now() + 60_000),
      Period: 300,
      Statistics: ['Maximum', 'SampleCount'],
    }),
  );
  expect(Datapoints.map(({ Maximum }) => Maximum)).toContain(2);
});

it('no fault of the sandbox came up on the way', () => {
  expect(box.bugs).toEqual([]);
});
