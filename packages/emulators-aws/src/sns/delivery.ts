import { memoryPayload, type Principal, ServiceError } from '@cairn/emulator-kit';
import { parseArn } from '../messaging/arn.ts';
import { report } from '../messaging/metrics.ts';
import { attributesIn, lambdaEvent, notification } from './notification.ts';
import type { Published, SnsCall, Subscription, Topic } from './state.ts';

/**
 * Delivers a message to one subscriber, as SNS itself and so by what the queue's or function's policy allows. What
 * cannot be delivered goes to the subscription's dead-letter queue; the failure stays with the subscription.
 */
export async function deliver(
  call: SnsCall,
  topic: Topic,
  subscriptionArn: string,
  published: Published,
): Promise<void> {
  const subscription = topic.subscriptions.get(subscriptionArn);
  if (!subscription) return; // unsubscribed meanwhile
  try {
    await send(call, topic, subscription, published);
    report(call, 'AWS/SNS', { TopicName: topic.name }, { NumberOfNotificationsDelivered: [1, 'Count'] });
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    subscription.lastFailure = { at: call.now(), message: error.message };
    report(call, 'AWS/SNS', { TopicName: topic.name }, { NumberOfNotificationsFailed: [1, 'Count'] });
    await bury(call, topic, subscription, published, error);
  }
}

function send(call: SnsCall, topic: Topic, subscription: Subscription, published: Published): Promise<unknown> {
  const as = snsPrincipal(call, topic);
  switch (subscription.protocol) {
    case 'sqs':
      return call.invoke('sqs', 'SendMessage', queueMessage(call, topic, subscription, published), as);
    case 'lambda': {
      const event = lambdaEvent(call, topic, subscription, published);
      const Payload = memoryPayload(JSON.stringify(event));
      return call.invoke(
        'lambda',
        'Invoke',
        { FunctionName: subscription.endpoint, InvocationType: 'Event', Payload },
        as,
      );
    }
    default:
      return sendToFirehose(call, topic, subscription, published);
  }
}

/** The service, as the policies of queues and functions see who delivers. */
function snsPrincipal({ accountId }: SnsCall, { arn }: Topic): Principal {
  const name = 'sns.amazonaws.com';
  return { kind: 'service', arn: name, accountId, userId: name, sourceArn: arn };
}

const isRaw = ({ attributes }: Subscription): boolean => attributes.get('RawMessageDelivery') === 'true';

const textFor = ({ byProtocol, message }: Published, { protocol }: Subscription): string =>
  byProtocol?.[protocol] ?? byProtocol?.default ?? message;

/** Raw delivery sends the message itself and hands on its attributes; otherwise it comes in an envelope. */
function queueMessage(call: SnsCall, topic: Topic, subscription: Subscription, published: Published) {
  const text = textFor(published, subscription);
  const raw = isRaw(subscription);
  return {
    QueueUrl: queueUrlOf(call, subscription.endpoint),
    MessageBody: raw ? text : JSON.stringify(notification(call, topic, subscription, { ...published, message: text })),
    ...(raw ? { MessageAttributes: attributesIn(published.attributes) } : {}),
    ...(published.groupId === undefined ? {} : { MessageGroupId: published.groupId }),
    ...(published.deduplicationId === undefined ? {} : { MessageDeduplicationId: published.deduplicationId }),
  };
}

export const queueUrlOf = (call: SnsCall, arn: string): string =>
  `${call.endpoint}/${parseArn(arn)?.accountId}/${parseArn(arn)?.resource}`;

function sendToFirehose(
  call: SnsCall,
  topic: Topic,
  subscription: Subscription,
  published: Published,
): Promise<unknown> {
  const text = textFor(published, subscription);
  const body = isRaw(subscription)
    ? text
    : JSON.stringify(notification(call, topic, subscription, { ...published, message: text }));
  const role = call.assume(subscription.attributes.get('SubscriptionRoleArn') ?? '', 'sns.amazonaws.com', 'sns');
  const name = parseArn(subscription.endpoint)?.resource.replace(/^deliverystream\//, '') ?? '';
  const input = { DeliveryStreamName: name, Record: { Data: Buffer.from(`${body}\n`) } };
  return call.invoke('firehose', 'PutRecord', input, role);
}

async function bury(
  call: SnsCall,
  topic: Topic,
  subscription: Subscription,
  published: Published,
  error: ServiceError,
): Promise<void> {
  const policy = subscription.attributes.get('RedrivePolicy');
  if (policy === undefined) return;
  const { deadLetterTargetArn: arn } = JSON.parse(policy); // checked when it was set
  const input = {
    ...queueMessage(call, topic, subscription, published),
    QueueUrl: queueUrlOf(call, String(arn)),
    MessageAttributes: {
      ErrorCode: { DataType: 'String', StringValue: error.code },
      ErrorMessage: { DataType: 'String', StringValue: error.message.slice(0, 1000) || error.code },
    },
  };
  try {
    await call.invoke('sqs', 'SendMessage', input, snsPrincipal(call, topic));
  } catch (failure) {
    // The dead-letter queue is gone or closed as well: the message is lost, as in AWS. The journal keeps both refusals.
    if (!(failure instanceof ServiceError)) throw failure;
  }
}
