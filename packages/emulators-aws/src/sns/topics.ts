import type { Need } from '@cairn/emulator-kit';
import { parseArn } from '../messaging/arn.ts';
import { resourceTags } from '../messaging/needs.ts';
import { invalidParameter, subscriptionNotFound, topicNotFound } from './errors.ts';
import type { SnsCall, Subscription, Topic } from './state.ts';

/** Throws NotFound, or InvalidParameter for a text that is no topic's ARN. */
export function getTopic(call: SnsCall, arn: string, parameter = 'TopicArn'): Topic {
  if (parseArn(arn)?.service !== 'sns') throw invalidParameter(parameter);
  const topic = findTopic(call, arn);
  if (!topic) throw topicNotFound();
  return topic;
}

export function findTopic(call: SnsCall, arn: string): Topic | undefined {
  const topic = call.state.topics.get(parseArn(arn)?.resource ?? '');
  return topic?.arn === arn ? topic : undefined;
}

export interface Subscribed {
  readonly topic: Topic;
  readonly subscription: Subscription;
}

/** Throws NotFound. */
export function getSubscription(call: SnsCall, arn: string): Subscribed {
  const topic = call.state.topics.get(topicNameIn(arn));
  const subscription = topic?.subscriptions.get(arn);
  if (!topic || !subscription) throw subscriptionNotFound();
  return { topic, subscription };
}

const topicNameIn = (subscriptionArn: string): string => parseArn(subscriptionArn)?.resource.split(':')[0] ?? '';

interface NamesTopic {
  readonly TopicArn?: string | undefined;
}

/** Permission for `sns:<action>` on the topic that a request names. */
export const onTopic =
  (action: string) =>
  ({ TopicArn: arn = '' }: NamesTopic, call: SnsCall): Need =>
    topicNeed(call, action, arn);

/** Actions on a subscription are permitted on its topic. */
export const onSubscription =
  (action: string) =>
  ({ SubscriptionArn: arn = '' }: { readonly SubscriptionArn?: string | undefined }, call: SnsCall): Need =>
    topicNeed(call, action, call.arn(topicNameIn(arn)));

export function topicNeed(call: SnsCall, action: string, arn: string, context: Need['context'] = {}): Need {
  const topic = findTopic(call, arn);
  if (!topic) return { action: `sns:${action}`, resource: arn, context };
  return {
    action: `sns:${action}`,
    resource: topic.arn,
    resourceAccountId: call.accountId,
    context: { ...resourceTags(topic.tags), ...sourceOwner(call), ...context },
    resourcePolicy: { id: `topic policy of ${topic.name}`, json: policyOf(call, topic) },
  };
}

/** Set for alarms of the account, which the policy of a new topic lets in; other services must be let in by name. */
const sourceOwner = ({ principal, accountId }: SnsCall): Record<string, string> =>
  principal.arn === 'cloudwatch.amazonaws.com' ? { 'aws:SourceOwner': accountId } : {};

/** The policy that was set, or the one that SNS gives each new topic. */
export function policyOf({ accountId }: SnsCall, { arn, attributes }: Topic): string {
  const own = attributes.get('Policy');
  if (own !== undefined) return own;
  const actions = ['GetTopicAttributes', 'SetTopicAttributes', 'AddPermission', 'RemovePermission', 'DeleteTopic'];
  return JSON.stringify({
    Version: '2008-10-17',
    Id: '__default_policy_ID',
    Statement: [
      {
        Sid: '__default_statement_ID',
        Effect: 'Allow',
        Principal: { AWS: '*' },
        Action: [...actions, 'Subscribe', 'ListSubscriptionsByTopic', 'Publish'].map((action) => `SNS:${action}`),
        Resource: arn,
        Condition: { StringEquals: { 'AWS:SourceOwner': accountId } },
      },
    ],
  });
}
