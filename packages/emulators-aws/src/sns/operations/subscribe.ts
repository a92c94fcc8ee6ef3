import type { SubscribeInput, SubscribeResponse } from '@aws-sdk/client-sns';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { invalidParameter } from '../errors.ts';
import type { SnsCall, SnsState, Subscription, Topic } from '../state.ts';
import {
  checkEndpoint,
  checkSubscriptionAttributes,
  type Given,
  isInside,
  setSubscriptionAttributes,
} from '../subscribing.ts';
import { getTopic, topicNeed } from '../topics.ts';

type Input = Sent<SubscribeInput>;

export const subscribe = operation<SnsState, Input, SubscribeResponse>({
  fidelity: 'simplified',
  differs:
    'Queues, functions and Firehose streams of the account are delivered to; e-mail and web addresses stay pending, since nothing leaves the sandbox.',
  needs: ({ TopicArn: arn, Protocol: protocol, Endpoint: endpoint = '' }, call) =>
    topicNeed(call, 'Subscribe', arn, { 'sns:Protocol': protocol, 'sns:Endpoint': endpoint }),
  handle: (input, call) => {
    const topic = getTopic(call, input.TopicArn);
    const { Protocol: protocol, Endpoint: endpoint = '', Attributes: attributes = {} } = input;
    checkEndpoint(topic, protocol, endpoint);
    checkSubscriptionAttributes(attributes, new Map());
    demandRole(call, protocol, attributes);
    const existing = [...topic.subscriptions.values()].find(
      (one) => one.protocol === protocol && one.endpoint === endpoint,
    );
    if (existing) demandSame(existing, attributes);
    const subscription = existing ?? add(call, topic, input);
    const isShown = subscription.isConfirmed || input.ReturnSubscriptionArn === true;
    return { SubscriptionArn: isShown ? subscription.arn : 'pending confirmation' };
  },
});

function add(
  call: SnsCall,
  topic: Topic,
  { Protocol: protocol, Endpoint: endpoint = '', Attributes: given = {} }: Input,
): Subscription {
  const subscription: Subscription = {
    arn: `${topic.arn}:${call.ids.uuid()}`,
    topicName: topic.name,
    protocol,
    endpoint,
    attributes: new Map(),
    isConfirmed: isInside(protocol),
    lastFailure: undefined,
  };
  setSubscriptionAttributes(subscription, given);
  topic.subscriptions.set(subscription.arn, subscription);
  return subscription;
}

function demandSame({ attributes }: Subscription, given: Given): void {
  if (Object.entries(given).every(([name, value]) => attributes.get(name) === value)) return;
  throw invalidParameter('Attributes', 'Subscription already exists with different attributes');
}

/** Firehose is written to with a role, which the caller hands over. */
function demandRole(call: SnsCall, protocol: string, { SubscriptionRoleArn: role }: Given): void {
  if (protocol !== 'firehose') return;
  if (!role) throw invalidParameter('SubscriptionRoleArn', 'it is required for Firehose delivery streams');
  call.demand({ action: 'iam:PassRole', resource: role, context: { 'iam:PassedToService': 'sns.amazonaws.com' } });
}
