import { parsePolicy } from '../iam/engine/index.ts';
import { invalidParameter } from './errors.ts';
import type { SnsCall, Topic } from './state.ts';
import { policyOf } from './topics.ts';

const SETTABLE = [
  'DeliveryPolicy',
  'DisplayName',
  'Policy',
  'KmsMasterKeyId',
  'SignatureVersion',
  'TracingConfig',
  'ContentBasedDeduplication',
  'FifoThroughputScope',
];

/** Delivery status logging: remembered, nothing is written to CloudWatch Logs. */
const FEEDBACK =
  /^(HTTP|Firehose|Lambda|SQS|Application)(SuccessFeedbackRoleArn|FailureFeedbackRoleArn|SuccessFeedbackSampleRate)$/;

/** Throws InvalidParameter for what no topic of this kind takes. */
export function checkTopicAttribute(name: string, value: string, isFifo: boolean): void {
  if (!SETTABLE.includes(name) && !FEEDBACK.test(name)) throw invalidParameter('AttributeName');
  if ((name === 'ContentBasedDeduplication' || name === 'FifoThroughputScope') && !isFifo) {
    throw invalidParameter('AttributeName', `${name} is for FIFO topics only`);
  }
  if (name === 'Policy') checkPolicy(value);
  if (name === 'DeliveryPolicy') checkJson(name, value);
  if (name === 'DisplayName' && value.length > 100) throw invalidParameter('DisplayName', 'at most 100 characters');
}

function checkPolicy(json: string): void {
  if (json === '') return;
  const parsed = parsePolicy(json, 'resource');
  if (parsed.outcome === 'policy') return;
  const [fault] = parsed.faults;
  throw invalidParameter('Policy', `${fault?.path ?? ''}: ${fault?.message ?? ''}`);
}

export function checkJson(name: string, json: string): void {
  try {
    if (json !== '') JSON.parse(json);
  } catch {
    throw invalidParameter(name, 'the value is not JSON');
  }
}

export function setTopicAttribute({ attributes }: Topic, name: string, value: string): void {
  if (value === '') attributes.delete(name);
  else attributes.set(name, value);
}

export function topicAttributes(call: SnsCall, topic: Topic): Record<string, string> {
  const confirmed = [...topic.subscriptions.values()].filter(({ isConfirmed }) => isConfirmed).length;
  return {
    DisplayName: '',
    ...(topic.isFifo ? { FifoTopic: 'true', ContentBasedDeduplication: 'false' } : {}),
    ...Object.fromEntries(topic.attributes),
    TopicArn: topic.arn,
    Owner: call.accountId,
    Policy: policyOf(call, topic),
    SubscriptionsConfirmed: String(confirmed),
    SubscriptionsPending: String(topic.subscriptions.size - confirmed),
    SubscriptionsDeleted: String(topic.deletedSubscriptions),
    EffectiveDeliveryPolicy: JSON.stringify(DELIVERY_POLICY),
  };
}

/** What SNS does about web addresses that do not answer (SNS developer guide, "Message delivery retries"). */
const DELIVERY_POLICY = {
  http: {
    defaultHealthyRetryPolicy: {
      minDelayTarget: 20,
      maxDelayTarget: 20,
      numRetries: 3,
      numMaxDelayRetries: 0,
      numNoDelayRetries: 0,
      numMinDelayRetries: 0,
      backoffFunction: 'linear',
    },
    disableSubscriptionOverrides: false,
  },
};
