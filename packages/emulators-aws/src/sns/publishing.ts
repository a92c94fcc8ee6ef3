import { createHash } from 'node:crypto';
import type { MessageAttributeValue } from '@aws-sdk/client-sns';
import { report } from '../messaging/metrics.ts';
import { SNS_PUBLISH } from '../prices.ts';
import { deliver } from './delivery.ts';
import { invalidParameter } from './errors.ts';
import { isWanted } from './filter.ts';
import type { Published, SnsCall, Topic } from './state.ts';

export interface NewMessage {
  readonly Message: string;
  readonly Subject?: string | undefined;
  readonly MessageStructure?: string | undefined;
  readonly MessageAttributes?: Readonly<Record<string, MessageAttributeValue>> | undefined;
  readonly MessageDeduplicationId?: string | undefined;
  readonly MessageGroupId?: string | undefined;
}

export interface Receipt {
  readonly messageId: string;
  readonly sequenceNumber: string | undefined;
}

const MAX_BYTES = 262_144;
const UNIT_BYTES = 64 * 1024;
const DEDUPLICATION_MILLISECONDS = 300_000;
/** ASCII without line breaks, beginning with a letter, digit or punctuation mark. */
const SUBJECT = /^[!-~][ -~]{0,98}$/;
const TYPE = /^(String|Number|Binary)(\..+)?$/;

export const sizeOf = ({ Message: message, MessageAttributes: attributes = {} }: NewMessage): number =>
  Object.entries(attributes).reduce(
    (sum, [name, { DataType = '', StringValue = '', BinaryValue }]) =>
      sum + Buffer.byteLength(name + DataType) + (BinaryValue?.length ?? Buffer.byteLength(StringValue)),
    Buffer.byteLength(message),
  );

/** Sends a message to all who want it, after the answer. Throws InvalidParameter for one that the topic does not take. */
export function publish(call: SnsCall, topic: Topic, given: NewMessage): Receipt {
  checkMessage(topic, given);
  const size = sizeOf(given);
  call.charge(SNS_PUBLISH, Math.max(1, Math.ceil(size / UNIT_BYTES)));
  const known = topic.isFifo ? findDuplicate(call, topic, given) : undefined;
  if (known) return known;
  const published = publishedOf(call, topic, given);
  if (topic.isFifo) remember(call, topic, published);
  const subscriptions = [...topic.subscriptions.values()].filter(({ isConfirmed }) => isConfirmed);
  const wanting = subscriptions.filter((subscription) => isWanted(subscription, published));
  report(
    call,
    'AWS/SNS',
    { TopicName: topic.name },
    {
      NumberOfMessagesPublished: [1, 'Count'],
      PublishSize: [size, 'Bytes'],
      ...(wanting.length < subscriptions.length
        ? { NumberOfNotificationsFilteredOut: [subscriptions.length - wanting.length, 'Count'] }
        : {}),
    },
  );
  for (const subscription of wanting) {
    call.background((later) => deliver(later, topic, subscription.arn, published));
  }
  return published;
}

function publishedOf(call: SnsCall, topic: Topic, given: NewMessage): Published {
  return {
    messageId: call.ids.uuid(),
    at: call.now(),
    message: given.Message,
    subject: given.Subject,
    byProtocol: given.MessageStructure === 'json' ? textsOf(given.Message) : undefined,
    attributes: given.MessageAttributes ?? {},
    groupId: given.MessageGroupId,
    deduplicationId: topic.isFifo ? deduplicationIdOf(given) : undefined,
    sequenceNumber: topic.isFifo ? nextSequenceNumber(topic) : undefined,
  };
}

function nextSequenceNumber(topic: Topic): string {
  topic.nextSequence += 1;
  return String(10_000_000_000_000_000_000n + BigInt(topic.nextSequence) * 1000n);
}

function checkMessage(topic: Topic, given: NewMessage): void {
  if (given.Message === '') throw invalidParameter('Empty message');
  if (sizeOf(given) > MAX_BYTES) throw invalidParameter('Message too long');
  if (given.Subject !== undefined && !SUBJECT.test(given.Subject)) throw invalidParameter('Subject');
  if (given.MessageStructure !== undefined && given.MessageStructure !== 'json') {
    throw invalidParameter('MessageStructure', 'the only structure is json');
  }
  if (given.MessageStructure === 'json' && textsOf(given.Message).default === undefined) {
    throw invalidParameter('Message Structure - No default entry in JSON message body');
  }
  for (const [name, attribute] of Object.entries(given.MessageAttributes ?? {})) checkAttribute(name, attribute);
  if (topic.isFifo) checkFifo(topic, given);
  else if (given.MessageDeduplicationId !== undefined) {
    throw invalidParameter(
      'MessageDeduplicationId',
      'The request includes MessageDeduplicationId parameter that is not valid for this topic type',
    );
  }
}

function checkAttribute(
  name: string,
  { DataType: type = '', StringValue: text, BinaryValue: bytes }: MessageAttributeValue,
): void {
  if (!TYPE.test(type)) {
    throw invalidParameter(
      'MessageAttributes',
      `The message attribute '${name}' has an invalid message attribute type, the set of supported type prefixes is Binary, Number, and String.`,
    );
  }
  if (type.startsWith('Binary') ? !bytes?.length : !text) {
    throw invalidParameter(
      'MessageAttributes',
      `The message attribute '${name}' must contain non-empty message attribute value for message attribute type '${type}'.`,
    );
  }
  if (type.startsWith('Number') && !Number.isFinite(Number(text))) {
    throw invalidParameter('MessageAttributes', `Could not cast message attribute '${name}' value to number.`);
  }
}

function checkFifo({ attributes }: Topic, { MessageGroupId: group, MessageDeduplicationId: id }: NewMessage): void {
  if (group === undefined) {
    throw invalidParameter('MessageGroupId', 'The MessageGroupId parameter is required for FIFO topics');
  }
  if (id === undefined && attributes.get('ContentBasedDeduplication') !== 'true') {
    throw invalidParameter(
      'MessageDeduplicationId',
      'The topic should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly',
    );
  }
}

/** The texts by protocol of a message in JSON. Throws InvalidParameter when it is none. */
function textsOf(message: string): Readonly<Record<string, string>> {
  try {
    const texts: unknown = JSON.parse(message);
    const entries = typeof texts === 'object' && texts !== null ? Object.entries(texts) : [];
    return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  } catch {
    throw invalidParameter('Message Structure - JSON message body failed to parse');
  }
}

const deduplicationIdOf = ({ MessageDeduplicationId: id, Message: message }: NewMessage): string =>
  id ?? createHash('sha256').update(message).digest('hex');

function findDuplicate(call: SnsCall, { duplicates }: Topic, given: NewMessage): Receipt | undefined {
  const since = call.now() - DEDUPLICATION_MILLISECONDS;
  for (const [id, { at }] of duplicates) {
    if (at > since) break; // the map is in the order of time
    duplicates.delete(id);
  }
  return duplicates.get(deduplicationIdOf(given));
}

function remember(
  call: SnsCall,
  { duplicates }: Topic,
  { deduplicationId, messageId, sequenceNumber }: Published,
): void {
  duplicates.set(deduplicationId ?? '', { at: call.now(), messageId, sequenceNumber: sequenceNumber ?? '' });
}
