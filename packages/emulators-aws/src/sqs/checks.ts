import type { MessageAttributeValue } from '@aws-sdk/client-sqs';
import { ServiceError } from '@cairn/emulator-kit';
import { numberOf } from './attributes.ts';
import { invalidParameter, invalidValue, missingParameter } from './errors.ts';
import type { Attributes, Queue } from './state.ts';

/** A message as senders give it. */
export interface NewMessage {
  readonly MessageBody: string;
  readonly DelaySeconds?: number | undefined;
  readonly MessageAttributes?: Readonly<Record<string, MessageAttributeValue>> | undefined;
  readonly MessageSystemAttributes?: Readonly<Partial<Record<string, MessageAttributeValue>>> | undefined;
  readonly MessageDeduplicationId?: string | undefined;
  readonly MessageGroupId?: string | undefined;
}

const MAX_ATTRIBUTES = 10;
const ATTRIBUTE_NAME = /^(?!aws\.|amazon\.|\.)[A-Za-z0-9_.-]{1,256}(?<!\.)$/i;
const TYPE = /^(String|Number|Binary)(\..+)?$/;
const FIFO_ID = /^[A-Za-z0-9!"#$%&'()*+,\-./:;<=>?@[\\\]^_`{|}~]{1,128}$/;
const CONTENT = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;

/** Bytes of body and attributes, which share one limit. */
export function sizeOf({ MessageBody: body, MessageAttributes: attributes = {} }: NewMessage): number {
  const sizes = Object.entries(attributes).map(([name, { DataType = '', StringValue = '', BinaryValue }]) => {
    return (
      Buffer.byteLength(name) + Buffer.byteLength(DataType) + (BinaryValue?.length ?? Buffer.byteLength(StringValue))
    );
  });
  return sizes.reduce((sum, size) => sum + size, Buffer.byteLength(body));
}

/** Throws what SQS answers to a message that the queue does not take. */
export function checkMessage(queue: Queue, message: NewMessage): void {
  const { MessageBody: body, DelaySeconds: delay } = message;
  if (!body) throw missingParameter('MessageBody');
  if (!CONTENT.test(body)) {
    throw new ServiceError(
      'InvalidMessageContents',
      'Invalid characters found. Valid unicode characters are #x9 | #xA | #xD | #x20 to #xD7FF | #xE000 to #xFFFD | #x10000 to #x10FFFF',
    );
  }
  const limit = numberOf(queue, 'MaximumMessageSize');
  if (sizeOf(message) > limit) {
    throw invalidParameter(`One or more parameters are invalid. Reason: Message must be shorter than ${limit} bytes.`);
  }
  if (delay !== undefined && (delay < 0 || delay > 900)) {
    throw invalidValue(delay, 'DelaySeconds', 'DelaySeconds must be >= 0 and <= 900.');
  }
  checkMessageAttributes(message.MessageAttributes ?? {});
  if (queue.isFifo) checkFifo(queue, message);
  else if (message.MessageDeduplicationId !== undefined) {
    throw invalidValue(
      message.MessageDeduplicationId,
      'MessageDeduplicationId',
      'The request includes a parameter that is not valid for this queue type.',
    );
  }
}

function checkFifo(
  queue: Queue,
  { MessageGroupId: group, MessageDeduplicationId: id, DelaySeconds: delay }: NewMessage,
): void {
  if (group === undefined) throw missingParameter('MessageGroupId');
  if (delay !== undefined && delay > 0) {
    throw invalidValue(delay, 'DelaySeconds', 'The request include parameter that is not valid for this queue type.');
  }
  for (const [name, value] of Object.entries({ MessageGroupId: group, MessageDeduplicationId: id })) {
    if (value !== undefined && !FIFO_ID.test(value)) {
      throw invalidValue(
        value,
        name,
        `${name} can only include alphanumeric and punctuation characters. 1 to 128 in length.`,
      );
    }
  }
  if (id === undefined && queue.attributes.get('ContentBasedDeduplication') !== 'true') {
    throw invalidParameter(
      'The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly',
    );
  }
}

function checkMessageAttributes(attributes: Attributes): void {
  const entries = Object.entries(attributes);
  if (entries.length > MAX_ATTRIBUTES) {
    throw invalidParameter(
      `Number of message attributes [${entries.length}] exceeds the allowed maximum [${MAX_ATTRIBUTES}].`,
    );
  }
  for (const [name, attribute] of entries) {
    if (!ATTRIBUTE_NAME.test(name)) {
      throw invalidParameter(
        `Message (user) attribute name '${name}' is not valid: it may have letters, digits, '_', '-' and '.', and must not begin with AWS. or Amazon.`,
      );
    }
    checkMessageAttribute(name, attribute);
  }
}

function checkMessageAttribute(name: string, attribute: MessageAttributeValue): void {
  const { DataType: type = '', StringValue: text, BinaryValue: bytes } = attribute;
  if (attribute.StringListValues?.length || attribute.BinaryListValues?.length) {
    throw invalidParameter('Message attribute list values in SendMessage operation are not supported.');
  }
  const base = TYPE.exec(type)?.[1];
  if (base === undefined) {
    throw invalidParameter(
      `The message attribute '${name}' has an invalid message attribute type, the set of supported type prefixes is Binary, Number, and String.`,
    );
  }
  const isEmpty = base === 'Binary' ? !bytes?.length : !text;
  if (isEmpty) {
    throw invalidParameter(
      `The message attribute '${name}' must contain non-empty message attribute value for message attribute type '${type}'.`,
    );
  }
  if (base === 'Number' && !Number.isFinite(Number(text))) {
    throw invalidParameter(`Could not cast message attribute '${name}' value to number.`);
  }
}
