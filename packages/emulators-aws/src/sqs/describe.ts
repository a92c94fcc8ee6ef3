import type { Message as MessageOutput, MessageSystemAttributeName } from '@aws-sdk/client-sqs';
import { attributesMd5, md5 } from './digest.ts';
import { receiptHandle } from './receipts.ts';
import type { Attributes, Message, Queue } from './state.ts';

export interface Asked {
  readonly systemNames: readonly string[];
  readonly names: readonly string[];
}

/** A received message with the attributes that were asked for. */
export function describeMessage(queue: Queue, message: Message, { systemNames, names }: Asked): MessageOutput {
  const attributes = namedAttributes(message.attributes, names);
  const system = systemAttributes(message, systemNames);
  const digest = attributesMd5(attributes);
  return {
    MessageId: message.id,
    ReceiptHandle: receiptHandle(queue, message),
    MD5OfBody: md5(message.body),
    Body: message.body,
    ...(Object.keys(system).length === 0 ? {} : { Attributes: system }),
    ...(digest === undefined ? {} : { MD5OfMessageAttributes: digest, MessageAttributes: attributes }),
  };
}

/** By name, by `prefix.*`, or `All`. */
function namedAttributes(attributes: Attributes, names: readonly string[]): Record<string, Attributes[string]> {
  const isAsked = (name: string) =>
    names.some(
      (asked) => asked === 'All' || asked === name || (asked.endsWith('.*') && name.startsWith(asked.slice(0, -2))),
    );
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => isAsked(name)));
}

function systemAttributes(
  message: Message,
  names: readonly string[],
): Partial<Record<MessageSystemAttributeName, string>> {
  const all = {
    SenderId: message.senderId,
    SentTimestamp: String(message.sentAt),
    ApproximateReceiveCount: String(message.receiveCount),
    ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt),
    SequenceNumber: message.sequenceNumber,
    MessageDeduplicationId: message.deduplicationId,
    MessageGroupId: message.groupId,
    AWSTraceHeader: message.traceHeader,
    DeadLetterQueueSourceArn: message.sourceArn,
  };
  const asked = Object.entries(all).filter(
    ([name, value]) => value !== undefined && (names.includes('All') || names.includes(name)),
  );
  return Object.fromEntries(asked);
}
