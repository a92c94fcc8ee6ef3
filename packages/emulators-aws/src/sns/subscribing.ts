import { parseArn } from '../messaging/arn.ts';
import { checkJson } from './attributes.ts';
import { invalidParameter, notSupported } from './errors.ts';
import { checkFilterPolicy } from './filter.ts';
import type { SnsCall, Subscription, Topic } from './state.ts';

/** Protocols with a subscriber inside the account: names of services in ARNs. */
const INSIDE = ['sqs', 'lambda', 'firehose'];
const OUTSIDE = ['email', 'email-json', 'http', 'https'];

const SETTABLE = [
  'DeliveryPolicy',
  'FilterPolicy',
  'FilterPolicyScope',
  'RawMessageDelivery',
  'RedrivePolicy',
  'SubscriptionRoleArn',
];

export type Given = Readonly<Record<string, string>>;

/** Throws InvalidParameter for an endpoint that the protocol does not have. */
export function checkEndpoint(topic: Topic, protocol: string, endpoint: string): void {
  if (isInside(protocol)) checkInside(topic, protocol, endpoint);
  else checkOutside(protocol, endpoint);
}

function checkInside(topic: Topic, protocol: string, endpoint: string): void {
  if (parseArn(endpoint)?.service !== protocol) {
    throw invalidParameter(protocol === 'sqs' ? 'SQS endpoint ARN' : `${protocol} endpoint ARN`);
  }
  if (topic.isFifo && protocol !== 'sqs') {
    throw invalidParameter('Invalid protocol type', `FIFO topics deliver to SQS queues; ${protocol} is not one`);
  }
}

function checkOutside(protocol: string, endpoint: string): void {
  if (protocol === 'sms' || protocol === 'application') throw notSupported(`The protocol ${protocol}`);
  if (!OUTSIDE.includes(protocol)) throw invalidParameter('Amazon SNS does not support this protocol string', protocol);
  if (protocol.startsWith('http')) {
    if (!endpoint.startsWith(`${protocol}://`)) throw invalidParameter('Endpoint must match the specified protocol');
  } else if (!/^[^@\s]+@[^@\s]+$/.test(endpoint)) throw invalidParameter('Email address');
}

export const isInside = (protocol: string): boolean => INSIDE.includes(protocol);

/** Throws InvalidParameter for an attribute that no subscription has, or a value it cannot have. */
export function checkSubscriptionAttributes(given: Given, present: ReadonlyMap<string, string>): void {
  for (const [name, value] of Object.entries(given)) {
    if (!SETTABLE.includes(name)) throw invalidParameter('AttributeName', `a subscription has no attribute ${name}`);
    checkAttribute(name, value);
  }
  const scope = given.FilterPolicyScope ?? present.get('FilterPolicyScope') ?? 'MessageAttributes';
  const policy = given.FilterPolicy ?? present.get('FilterPolicy');
  if (policy !== undefined) checkFilterPolicy(policy, scope);
}

function checkAttribute(name: string, value: string): void {
  if (name === 'RawMessageDelivery' && !/^(true|false)$/i.test(value)) {
    throw invalidParameter('RawMessageDelivery', `Invalid value [${value}]. Must be true or false.`);
  }
  if (name === 'FilterPolicyScope' && value !== 'MessageAttributes' && value !== 'MessageBody') {
    throw invalidParameter(
      'FilterPolicyScope',
      `Invalid value [${value}]. Please use either MessageBody or MessageAttributes`,
    );
  }
  if (name === 'DeliveryPolicy') checkJson(name, value);
  if (name === 'RedrivePolicy') checkRedrivePolicy(value);
}

function checkRedrivePolicy(json: string): void {
  if (json === '') return;
  checkJson('RedrivePolicy', json);
  const target = JSON.parse(json)?.deadLetterTargetArn;
  if (typeof target !== 'string' || parseArn(target)?.service !== 'sqs') {
    throw invalidParameter('RedrivePolicy', 'deadLetterTargetArn must be the ARN of an SQS queue');
  }
}

export function setSubscriptionAttributes({ attributes }: Subscription, given: Given): void {
  for (const [name, value] of Object.entries(given)) {
    if (value === '') attributes.delete(name);
    else attributes.set(name, name === 'RawMessageDelivery' ? value.toLowerCase() : value);
  }
}

export function subscriptionAttributes(
  call: SnsCall,
  topic: Topic,
  subscription: Subscription,
): Record<string, string> {
  const { attributes } = subscription;
  return {
    RawMessageDelivery: 'false',
    ...(attributes.has('FilterPolicy') ? { FilterPolicyScope: 'MessageAttributes' } : {}),
    ...Object.fromEntries(attributes),
    SubscriptionArn: subscription.arn,
    TopicArn: topic.arn,
    Owner: call.accountId,
    Protocol: subscription.protocol,
    Endpoint: subscription.endpoint,
    ConfirmationWasAuthenticated: String(subscription.isConfirmed),
    PendingConfirmation: String(!subscription.isConfirmed),
    SubscriptionPrincipal: call.principal.arn,
  };
}

/** As the listings show it: one that waits has no ARN yet. */
export const describeSubscription = (
  call: SnsCall,
  topic: Topic,
  { arn, protocol, endpoint, isConfirmed }: Subscription,
) => ({
  SubscriptionArn: isConfirmed ? arn : 'PendingConfirmation',
  Owner: call.accountId,
  Protocol: protocol,
  Endpoint: endpoint,
  TopicArn: topic.arn,
});
