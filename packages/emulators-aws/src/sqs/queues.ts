import type { Need } from '@cairn/emulator-kit';
import { resourceTags } from '../messaging/needs.ts';
import { SQS_FIFO_REQUEST, SQS_STANDARD_REQUEST } from '../prices.ts';
import { noSuchQueue } from './errors.ts';
import type { Queue, SqsCall } from './state.ts';

export interface NamesQueue {
  readonly QueueUrl?: string | undefined;
}

/** `http://127.0.0.1:4566/111122223333/name`; clients of old write to that address itself. */
export const queueUrl = ({ endpoint, accountId }: SqsCall, name: string): string => `${endpoint}/${accountId}/${name}`;

const URL_END = /(?:^|\/)(\d{12})\/([A-Za-z0-9_-]+(?:\.fifo)?)\/?$/;

/** Throws QueueDoesNotExist. A bare name does too, as in AWS. */
export function getQueue(call: SqsCall, { QueueUrl: url = '' }: NamesQueue): Queue {
  const queue = findQueue(call, url);
  if (!queue) throw noSuchQueue();
  return queue;
}

function findQueue(call: SqsCall, url: string): Queue | undefined {
  const [, accountId, name] = URL_END.exec(url) ?? [];
  if (name === undefined) return call.state.queues.get(url);
  return accountId === call.accountId ? call.state.queues.get(name) : undefined;
}

/** Permission for `sqs:<action>` on the queue that a request names. */
export const onQueue =
  (action: string) =>
  ({ QueueUrl: url = '' }: NamesQueue, call: SqsCall): Need => {
    const queue = findQueue(call, url);
    if (!queue) return { action: `sqs:${action}`, resource: call.arn(URL_END.exec(url)?.[2] ?? url) };
    return queueNeed(call, queue, action);
  };

export function queueNeed(call: SqsCall, queue: Queue, action: string): Need {
  const policy = queue.attributes.get('Policy');
  return {
    action: `sqs:${action}`,
    resource: queue.arn,
    resourceAccountId: call.accountId,
    context: resourceTags(queue.tags),
    ...(policy === undefined ? {} : { resourcePolicy: { id: `queue policy of ${queue.name}`, json: policy } }),
  };
}

/** A request counts once for each 64 KiB of payload. */
const REQUEST_BYTES = 64 * 1024;

export const chargeRequest = (call: SqsCall, { isFifo }: Queue, bytes = 0): void =>
  call.charge(isFifo ? SQS_FIFO_REQUEST : SQS_STANDARD_REQUEST, Math.max(1, Math.ceil(bytes / REQUEST_BYTES)));

/** A queue as a reminder holds it: one that was deleted and made anew is another. */
export interface QueueReference {
  readonly name: string;
  readonly createdAt: number;
}

export function findReferred({ state }: SqsCall, { name, createdAt }: QueueReference): Queue | undefined {
  const queue = state.queues.get(name);
  return queue?.createdAt === createdAt ? queue : undefined;
}
