import {
  CreateTopicCommand,
  DeleteTopicCommand,
  GetSubscriptionAttributesCommand,
  GetTopicAttributesCommand,
  ListSubscriptionsByTopicCommand,
  ListTagsForResourceCommand,
  ListTopicsCommand,
  PublishBatchCommand,
  PublishCommand,
  type PublishCommandInput,
  SetSubscriptionAttributesCommand,
  SetTopicAttributesCommand,
  SNSClient,
  SubscribeCommand,
  type SubscribeCommandInput,
  TagResourceCommand,
  UnsubscribeCommand,
} from '@aws-sdk/client-sns';
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SetQueueAttributesCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenSandbox, openSandbox } from '../testing.ts';

const START = Date.now();
let box: OpenSandbox;
let sns: SNSClient;
let sqs: SQSClient;

beforeAll(async () => {
  box = await openSandbox({ id: 'sns', wall: () => START });
  sns = box.client(SNSClient);
  sqs = box.client(SQSClient);
});
afterAll(() => box.close());

let made = 0;
async function newTopic(more: object = {}, suffix = ''): Promise<string> {
  made += 1;
  return (await sns.send(new CreateTopicCommand({ Name: `news-${made}${suffix}`, ...more }))).TopicArn ?? '';
}

interface TestQueue {
  readonly url: string;
  readonly arn: string;
}

async function newQueue(Attributes = {}, suffix = ''): Promise<TestQueue> {
  made += 1;
  const { QueueUrl: url = '' } = await sqs.send(
    new CreateQueueCommand({ QueueName: `inbox-${made}${suffix}`, Attributes }),
  );
  const asked = new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['QueueArn'] });
  return { url, arn: (await sqs.send(asked)).Attributes?.QueueArn ?? '' };
}

/** Lets SNS send to a queue, for one topic. */
async function open({ url, arn }: TestQueue, topicArn: string): Promise<void> {
  const Policy = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Service: 'sns.amazonaws.com' },
        Action: 'sqs:SendMessage',
        Resource: arn,
        Condition: { ArnEquals: { 'aws:SourceArn': topicArn } },
      },
    ],
  });
  await sqs.send(new SetQueueAttributesCommand({ QueueUrl: url, Attributes: { Policy } }));
}

async function subscribed(Attributes: SubscribeCommandInput['Attributes'] = {}) {
  const TopicArn = await newTopic();
  const queue = await newQueue();
  await open(queue, TopicArn);
  const subscribe = new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint: queue.arn, Attributes });
  const { SubscriptionArn = '' } = await sns.send(subscribe);
  return { TopicArn, queue, SubscriptionArn };
}

const publish = async (TopicArn: string, Message: string, more: Partial<PublishCommandInput> = {}) => {
  const output = await sns.send(new PublishCommand({ TopicArn, Message, ...more }));
  await box.settled();
  return output;
};

const received = async ({ url }: TestQueue) => {
  const receive = new ReceiveMessageCommand({ QueueUrl: url, MaxNumberOfMessages: 10, MessageAttributeNames: ['All'] });
  return (await sqs.send(receive)).Messages ?? [];
};

const texts = async (queue: TestQueue): Promise<string[]> =>
  (await received(queue)).map(({ Body = '' }) => JSON.parse(Body).Message);

describe('a topic', () => {
  it('is made once by a name, listed, described and deleted', async () => {
    const TopicArn = await newTopic();
    const again = await sns.send(new CreateTopicCommand({ Name: TopicArn.split(':').at(-1) }));
    await sns.send(new SetTopicAttributesCommand({ TopicArn, AttributeName: 'DisplayName', AttributeValue: 'News' }));
    const { Attributes } = await sns.send(new GetTopicAttributesCommand({ TopicArn }));
    const { Topics } = await sns.send(new ListTopicsCommand({}));

    expect(again.TopicArn).toBe(TopicArn);
    expect(Attributes).toMatchObject({ DisplayName: 'News', Owner: box.tenant.accountId, SubscriptionsConfirmed: '0' });
    expect(Topics).toContainEqual({ TopicArn });
    await sns.send(new DeleteTopicCommand({ TopicArn }));
    await expect(publish(TopicArn, 'late')).rejects.toMatchObject({ name: 'NotFoundException' });
  });

  it('keeps tags, and has a name of letters, digits, - and _', async () => {
    const TopicArn = await newTopic({ Tags: [{ Key: 'team', Value: 'ml' }] });
    await sns.send(new TagResourceCommand({ ResourceArn: TopicArn, Tags: [{ Key: 'stage', Value: 'dev' }] }));

    expect((await sns.send(new ListTagsForResourceCommand({ ResourceArn: TopicArn }))).Tags).toEqual([
      { Key: 'team', Value: 'ml' },
      { Key: 'stage', Value: 'dev' },
    ]);
    await expect(sns.send(new CreateTopicCommand({ Name: 'a b' }))).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: 'Invalid parameter: Topic Name',
    });
  });
});

describe('a message', () => {
  it('reaches a queue in an envelope', async () => {
    const { TopicArn, queue } = await subscribed();
    const MessageAttributes = { kind: { DataType: 'String', StringValue: 'order' } };
    const { MessageId } = await publish(TopicArn, 'hello', { Subject: 'Greeting', MessageAttributes });

    const [message] = await received(queue);

    expect(JSON.parse(message?.Body ?? '')).toMatchObject({
      Type: 'Notification',
      MessageId,
      TopicArn,
      Subject: 'Greeting',
      Message: 'hello',
      MessageAttributes: { kind: { Type: 'String', Value: 'order' } },
    });
  });

  it('reaches it raw, with its attributes, when the subscription asks for that', async () => {
    const { TopicArn, queue } = await subscribed({ RawMessageDelivery: 'true' });
    const MessageAttributes = { kind: { DataType: 'String', StringValue: 'order' } };
    await publish(TopicArn, 'hello', { MessageAttributes });

    expect(await received(queue)).toMatchObject([{ Body: 'hello', MessageAttributes }]);
  });

  it('never reaches a queue whose policy keeps SNS out: it goes to the dead-letter queue', async () => {
    const TopicArn = await newTopic();
    const [closed, dead] = [await newQueue(), await newQueue()];
    await open(dead, TopicArn);
    const RedrivePolicy = JSON.stringify({ deadLetterTargetArn: dead.arn });
    const Attributes = { RedrivePolicy };
    await sns.send(new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint: closed.arn, Attributes }));

    await publish(TopicArn, 'lost');

    expect(await received(closed)).toEqual([]);
    expect(await texts(dead)).toEqual(['lost']);
    const refused = box.tenant.journal.entries.filter(
      ({ operation, errorCode }) => operation === 'SendMessage' && errorCode,
    );
    expect(refused.at(-1)?.errorMessage).toContain('sqs:SendMessage');
  });

  it('may differ by protocol', async () => {
    const { TopicArn, queue } = await subscribed();
    const Message = JSON.stringify({ default: 'for all', sqs: 'for queues' });
    await publish(TopicArn, Message, { MessageStructure: 'json' });

    expect(await texts(queue)).toEqual(['for queues']);
    await expect(publish(TopicArn, '{"sqs":"x"}', { MessageStructure: 'json' })).rejects.toThrow('No default entry');
  });

  it('is refused when it is empty or too long, and text messages are said not to be sent', async () => {
    const TopicArn = await newTopic();

    await expect(publish(TopicArn, '')).rejects.toThrow('Empty message');
    await expect(publish(TopicArn, 'x'.repeat(262_145))).rejects.toThrow('Message too long');
    await expect(sns.send(new PublishCommand({ PhoneNumber: '+15550100', Message: 'x' }))).rejects.toThrow(
      'is not supported in this sandbox',
    );
  });

  it('may come in a batch', async () => {
    const { TopicArn, queue } = await subscribed();
    const PublishBatchRequestEntries = [
      { Id: 'a', Message: 'one' },
      { Id: 'b', Message: '' },
    ];
    const output = await sns.send(new PublishBatchCommand({ TopicArn, PublishBatchRequestEntries }));
    await box.settled();

    expect(output.Successful?.map(({ Id }) => Id)).toEqual(['a']);
    expect(output.Failed).toMatchObject([{ Id: 'b', SenderFault: true }]);
    expect(await texts(queue)).toEqual(['one']);
  });
});

describe('a filter policy', () => {
  it('looks at attributes', async () => {
    const FilterPolicy = JSON.stringify({ kind: ['order'], amount: [{ numeric: ['>=', 100] }], tags: ['rush'] });
    const { TopicArn, queue } = await subscribed({ FilterPolicy });
    const attributes = (kind: string, amount: string) => ({
      MessageAttributes: {
        kind: { DataType: 'String', StringValue: kind },
        amount: { DataType: 'Number', StringValue: amount },
        tags: { DataType: 'String.Array', StringValue: '["rush","gift"]' },
      },
    });
    await publish(TopicArn, 'small', attributes('order', '99'));
    await publish(TopicArn, 'large', attributes('order', '100'));
    await publish(TopicArn, 'other', attributes('refund', '500'));

    expect(await texts(queue)).toEqual(['large']);
  });

  it('looks at the body', async () => {
    const FilterPolicy = JSON.stringify({ order: { city: [{ prefix: 'B' }] } });
    const { TopicArn, queue } = await subscribed({ FilterPolicy, FilterPolicyScope: 'MessageBody' });
    const wanted = '{"order":{"city":"Bern"}}';
    for (const message of [wanted, '{"order":{"city":"Rome"}}', 'no json']) await publish(TopicArn, message);

    expect(await texts(queue)).toEqual([wanted]);
  });

  it('that is wrong is refused with the place', async () => {
    const { SubscriptionArn } = await subscribed();
    const set = (AttributeValue: string) =>
      sns.send(
        new SetSubscriptionAttributesCommand({ SubscriptionArn, AttributeName: 'FilterPolicy', AttributeValue }),
      );

    await expect(set('{"kind":"order"}')).rejects.toThrow('"kind" must be an object or an array');
    await expect(set('{"order":{"city":["x"]}}')).rejects.toThrow('does not support nested');
  });
});

describe('a subscription', () => {
  it('of an e-mail address stays pending, and ends when it is taken back', async () => {
    const { TopicArn, SubscriptionArn } = await subscribed();
    const Endpoint = 'ann@example.com';
    const output = await sns.send(new SubscribeCommand({ TopicArn, Protocol: 'email', Endpoint }));
    const list = async () =>
      ((await sns.send(new ListSubscriptionsByTopicCommand({ TopicArn }))).Subscriptions ?? []).map(
        ({ SubscriptionArn: arn }) => arn,
      );

    expect(output.SubscriptionArn).toBe('pending confirmation');
    expect((await list()).sort()).toEqual(['PendingConfirmation', SubscriptionArn].sort());
    expect((await sns.send(new GetSubscriptionAttributesCommand({ SubscriptionArn }))).Attributes).toMatchObject({
      Protocol: 'sqs',
      PendingConfirmation: 'false',
    });
    await sns.send(new UnsubscribeCommand({ SubscriptionArn }));
    expect(await list()).toEqual(['PendingConfirmation']);
  });

  it.each([
    ['a queue by its URL', 'sqs', 'http://127.0.0.1/1/q'],
    ['an unknown protocol', 'pigeon', 'coop'],
    ['an address without @', 'email', 'ann'],
  ])('of %s is refused', async (_, Protocol, Endpoint) => {
    const TopicArn = await newTopic();

    await expect(sns.send(new SubscribeCommand({ TopicArn, Protocol, Endpoint }))).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
  });
});

it('a FIFO topic sends to FIFO queues, once in five minutes', async () => {
  const TopicArn = await newTopic({ Attributes: { FifoTopic: 'true', ContentBasedDeduplication: 'true' } }, '.fifo');
  const queue = await newQueue({ FifoQueue: 'true' }, '.fifo');
  await open(queue, TopicArn);
  await sns.send(new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint: queue.arn }));

  await publish(TopicArn, 'same', { MessageGroupId: 'g' });
  await publish(TopicArn, 'same', { MessageGroupId: 'g' });

  expect(await texts(queue)).toEqual(['same']);
  await expect(publish(TopicArn, 'x')).rejects.toThrow('MessageGroupId');
});

it('no fault of the sandbox came up on the way', () => {
  expect(box.bugs).toEqual([]);
});
