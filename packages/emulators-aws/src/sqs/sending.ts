import { createHash } from 'node:crypto';
import type { SendMessageResult } from '@aws-sdk/client-sqs';
import { report } from '../messaging/metrics.ts';
import { wake } from '../messaging/waiting.ts';
import { attributeOf, durationOf } from './attributes.ts';
import { checkMessage, type NewMessage, sizeOf } from './checks.ts';
import { isActive } from './depth.ts';
import { attributesMd5, md5 } from './digest.ts';
import { chargeRequest, findReferred, type QueueReference } from './queues.ts';
import type { Duplicate, Message, Queue, SqsCall } from './state.ts';

/** SQS developer guide: a message with a deduplication id seen in the last five minutes is taken and not delivered. */
const DEDUPLICATION_MILLISECONDS = 300_000;

export const VISIBLE_TIMER = 'visible';

/** Puts a message into a queue. Throws what SQS answers to one that the queue does not take. */
export function send(call: SqsCall, queue: Queue, given: NewMessage): SendMessageResult {
  checkMessage(queue, given);
  const size = sizeOf(given);
  chargeRequest(call, queue, size);
  const { messageId, sequenceNumber } = findDuplicate(call, queue, given) ?? append(call, queue, given, size);
  const digest = attributesMd5(given.MessageAttributes ?? {});
  const trace = given.MessageSystemAttributes?.AWSTraceHeader;
  const systemDigest = trace && attributesMd5({ AWSTraceHeader: trace });
  return {
    MessageId: messageId,
    MD5OfMessageBody: md5(given.MessageBody),
    ...(digest === undefined ? {} : { MD5OfMessageAttributes: digest }),
    ...(systemDigest === undefined ? {} : { MD5OfMessageSystemAttributes: systemDigest }),
    ...(queue.isFifo ? { SequenceNumber: sequenceNumber } : {}),
  };
}

function append(call: SqsCall, queue: Queue, given: NewMessage, size: number): Duplicate {
  const now = call.now();
  const delay = given.DelaySeconds === undefined ? durationOf(queue, 'DelaySeconds') : given.DelaySeconds * 1000;
  const sequenceNumber = nextSequenceNumber(queue);
  const message: Message = {
    id: call.ids.uuid(),
    body: given.MessageBody,
    attributes: given.MessageAttributes ?? {},
    traceHeader: given.MessageSystemAttributes?.AWSTraceHeader?.StringValue,
    senderId: call.principal.userId,
    groupId: given.MessageGroupId,
    deduplicationId: queue.isFifo ? deduplicationIdOf(given) : undefined,
    sequenceNumber: queue.isFifo ? sequenceNumber : undefined,
    sourceArn: undefined,
    sentAt: now,
    visibleAt: now + delay,
    receiveCount: 0,
    firstReceivedAt: undefined,
    receivedAt: undefined,
  };
  queue.messages.push(message);
  isActive(call, queue);
  const sent = { at: now, messageId: message.id, sequenceNumber };
  if (queue.isFifo) queue.duplicates.set(duplicateKey(queue, given), sent);
  report(
    call,
    'AWS/SQS',
    { QueueName: queue.name },
    {
      NumberOfMessagesSent: [1, 'Count'],
      SentMessageSize: [size, 'Bytes'],
    },
  );
  if (delay > 0) remind(call, queue, delay);
  else announce(call, queue);
  return sent;
}

/** Twenty digits that grow; without meaning otherwise. */
export function nextSequenceNumber(queue: Queue): string {
  queue.nextSequence += 1;
  return String(18_850_000_000_000_000_000n + BigInt(queue.nextSequence) * 256n);
}

/** Tells who waits, and services that listen, that a message can be received. */
export function announce(call: SqsCall, queue: Queue): void {
  wake(queue);
  call.emit('sqs:message', { queueArn: queue.arn });
}

/** Announces again in `milliseconds`, when messages that are hidden now come back. */
export function remind(call: SqsCall, { name, createdAt }: Queue, milliseconds: number): void {
  const reference: QueueReference = { name, createdAt };
  call.later(milliseconds, VISIBLE_TIMER, reference);
}

export function becameVisible(call: SqsCall, reference: QueueReference): void {
  const queue = findReferred(call, reference);
  if (queue?.messages.some(({ visibleAt }) => visibleAt <= call.now())) announce(call, queue);
}

function findDuplicate(call: SqsCall, queue: Queue, given: NewMessage): Duplicate | undefined {
  if (!queue.isFifo) return undefined;
  const since = call.now() - DEDUPLICATION_MILLISECONDS;
  for (const [key, { at }] of queue.duplicates) {
    if (at > since) break; // the map is in the order of time
    queue.duplicates.delete(key);
  }
  return queue.duplicates.get(duplicateKey(queue, given));
}

function duplicateKey(queue: Queue, given: NewMessage): string {
  const isByGroup = attributeOf(queue, 'DeduplicationScope') === 'messageGroup';
  return `${isByGroup ? given.MessageGroupId : ''}/${deduplicationIdOf(given)}`;
}

const deduplicationIdOf = ({ MessageDeduplicationId: id, MessageBody: body }: NewMessage): string =>
  id ?? createHash('sha256').update(body).digest('hex');
