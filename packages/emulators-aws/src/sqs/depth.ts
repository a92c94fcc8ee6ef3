import { report } from '../messaging/metrics.ts';
import { findReferred, type QueueReference } from './queues.ts';
import type { Queue, SqsCall } from './state.ts';

export const DEPTH_TIMER = 'depth';

const MINUTE_MILLISECONDS = 60_000;
/** SQS developer guide: metrics of a queue are sent each minute until six hours after it was used last. */
const ACTIVE_MILLISECONDS = 6 * 60 * MINUTE_MILLISECONDS;

/** The queue is used: CloudWatch gets its depth each minute from now on. */
export function isActive(call: SqsCall, queue: Queue): void {
  queue.usedAt = call.now();
  if (queue.isMeasured) return;
  queue.isMeasured = true;
  remindOfDepth(call, queue);
}

function remindOfDepth(call: SqsCall, { name, createdAt }: Queue): void {
  const reference: QueueReference = { name, createdAt };
  call.later(MINUTE_MILLISECONDS, DEPTH_TIMER, reference);
}

export function measureDepth(call: SqsCall, reference: QueueReference): void {
  const queue = findReferred(call, reference);
  if (!queue) return;
  const { visible, hidden, delayed } = countMessages(queue, call.now());
  report(
    call,
    'AWS/SQS',
    { QueueName: queue.name },
    {
      ApproximateNumberOfMessagesVisible: [visible, 'Count'],
      ApproximateNumberOfMessagesNotVisible: [hidden, 'Count'],
      ApproximateNumberOfMessagesDelayed: [delayed, 'Count'],
      ApproximateAgeOfOldestMessage: [ageOfOldest(queue, call.now()) / 1000, 'Seconds'],
    },
  );
  queue.isMeasured = call.now() - queue.usedAt < ACTIVE_MILLISECONDS;
  if (queue.isMeasured) remindOfDepth(call, queue);
}

const ageOfOldest = ({ messages }: Queue, now: number): number =>
  messages.reduce((age, { sentAt }) => Math.max(age, now - sentAt), 0);

export interface Counts {
  readonly visible: number;
  /** Received and not deleted yet. */
  readonly hidden: number;
  readonly delayed: number;
}

export function countMessages({ messages }: Queue, now: number): Counts {
  const waiting = messages.filter(({ visibleAt }) => visibleAt > now);
  const hidden = waiting.filter(({ receivedAt }) => receivedAt !== undefined).length;
  return { visible: messages.length - waiting.length, hidden, delayed: waiting.length - hidden };
}
