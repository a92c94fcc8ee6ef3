import { ServiceError } from '@cairn/emulator-kit';
import { report } from '../messaging/metrics.ts';
import { waitFor } from '../messaging/waiting.ts';
import { durationOf } from './attributes.ts';
import { isActive } from './depth.ts';
import { deadLetters } from './redrive.ts';
import { announce, nextSequenceNumber, remind } from './sending.ts';
import type { Message, Queue, SqsCall } from './state.ts';

const MAX_IN_FLIGHT = 120_000;

export interface Receive {
  readonly limit: number;
  readonly visibilityMilliseconds: number;
  readonly waitMilliseconds: number;
}

/** Messages that can be received now, or as soon as there are some within the time to wait. They are hidden then. */
export async function receive(call: SqsCall, queue: Queue, request: Receive): Promise<readonly Message[]> {
  const deadline = call.now() + request.waitMilliseconds;
  for (;;) {
    const messages = takeVisible(call, queue, request);
    const left = deadline - call.now();
    if (messages.length > 0 || left <= 0 || call.state.queues.get(queue.name) !== queue) return messages;
    await waitFor(call, queue, Math.min(left, untilNextVisible(queue, call.now())));
    if (request.waitMilliseconds > 0 && deadline - call.now() > request.waitMilliseconds) return []; // the clock went back
  }
}

/** Drops what is older than the queue keeps messages. */
export function expire(queue: Queue, now: number): void {
  const since = now - durationOf(queue, 'MessageRetentionPeriod');
  if (queue.messages.some(({ sentAt }) => sentAt <= since)) {
    queue.messages = queue.messages.filter(({ sentAt }) => sentAt > since);
  }
}

function takeVisible(call: SqsCall, queue: Queue, { limit, visibilityMilliseconds }: Receive): readonly Message[] {
  const now = call.now();
  expire(queue, now);
  moveDeadLetters(call, queue, now);
  demandRoom(queue, now);
  const taken: Message[] = [];
  const blocked = queue.isFifo ? groupsInFlight(queue, now) : new Set<string | undefined>();
  for (const message of queue.messages) {
    if (taken.length === limit) break;
    if (message.visibleAt > now || (queue.isFifo && blocked.has(message.groupId))) continue;
    taken.push(message);
  }
  for (const message of taken) {
    message.receiveCount += 1;
    message.firstReceivedAt ??= now;
    message.receivedAt = now;
    message.visibleAt = now + visibilityMilliseconds;
  }
  if (taken.length > 0) {
    if (visibilityMilliseconds > 0) remind(call, queue, visibilityMilliseconds);
    report(call, 'AWS/SQS', { QueueName: queue.name }, { NumberOfMessagesReceived: [taken.length, 'Count'] });
    isActive(call, queue);
  }
  return taken;
}

/** While a message of a group is with a consumer, or waits to come, the others of the group wait too. */
const groupsInFlight = ({ messages }: Queue, now: number): Set<string | undefined> =>
  new Set(messages.filter(({ visibleAt }) => visibleAt > now).map(({ groupId }) => groupId));

function untilNextVisible({ messages }: Queue, now: number): number {
  const hidden = messages.map(({ visibleAt }) => visibleAt - now).filter((left) => left > 0);
  return hidden.reduce((least, left) => Math.min(least, left), Number.POSITIVE_INFINITY);
}

function demandRoom({ messages }: Queue, now: number): void {
  if (messages.length < MAX_IN_FLIGHT) return;
  if (messages.filter(({ visibleAt }) => visibleAt > now).length < MAX_IN_FLIGHT) return;
  throw new ServiceError('OverLimit', 'Too many messages in flight.');
}

/** Messages that were received as often as allowed go to the dead-letter queue in place of being received again. */
function moveDeadLetters(call: SqsCall, queue: Queue, now: number): void {
  const target = deadLetters(call.state, queue);
  if (!target) return;
  const isDead = ({ receiveCount, visibleAt }: Message) => receiveCount >= target.max && visibleAt <= now;
  const dead = queue.messages.filter(isDead);
  if (dead.length === 0) return;
  queue.messages = queue.messages.filter((message) => !isDead(message));
  moveTo(call, target.queue, dead, queue.arn);
}

/** A standard queue keeps the time of sending, so that a message may expire soon after; a FIFO queue begins anew. */
export function moveTo(
  call: SqsCall,
  target: Queue,
  messages: readonly Message[],
  sourceArn: string | undefined,
): void {
  for (const message of messages) {
    target.messages.push({
      ...message,
      sourceArn,
      sentAt: target.isFifo ? call.now() : message.sentAt,
      sequenceNumber: target.isFifo ? nextSequenceNumber(target) : undefined,
      visibleAt: call.now(),
      receivedAt: undefined,
    });
  }
  if (messages.length === 0) return;
  isActive(call, target);
  announce(call, target);
}
