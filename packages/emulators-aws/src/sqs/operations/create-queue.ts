import type { CreateQueueRequest, CreateQueueResult } from '@aws-sdk/client-sqs';
import { operation, ServiceError } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { requestTags } from '../../messaging/needs.ts';
import { attributeOf, checkAttributes, type Given, setAttributes } from '../attributes.ts';
import { invalidParameter } from '../errors.ts';
import { queueUrl } from '../queues.ts';
import type { Queue, SqsCall, SqsState } from '../state.ts';
import { addTags } from '../tags.ts';

const NAME = /^[A-Za-z0-9_-]{1,80}$/;
const FIFO_SUFFIX = '.fifo';
const DELETED_MILLISECONDS = 60_000;

export const createQueue = operation<SqsState, Sent<CreateQueueRequest>, CreateQueueResult>({
  fidelity: 'simplified',
  differs: 'A KMS key on a queue is remembered; it is not asked for permission.',
  needs: ({ QueueName: name, tags = {} }, call) => ({
    action: 'sqs:CreateQueue',
    resource: call.arn(name),
    context: requestTags(Object.entries(tags)),
  }),
  handle: ({ QueueName: name, Attributes: attributes = {}, tags = {} }, call) => {
    const isFifo = attributes.FifoQueue === 'true';
    checkName(name, isFifo);
    const given = Object.fromEntries(Object.entries(attributes).filter(([key]) => key !== 'FifoQueue' || isFifo));
    checkAttributes(call, given, { arn: call.arn(name), isFifo });
    const existing = call.state.queues.get(name);
    if (existing) demandSame(existing, given);
    else demandFree(call, name);
    if (!existing) call.state.queues.set(name, newQueue(call, { name, isFifo, given, tags }));
    return { QueueUrl: queueUrl(call, name) };
  },
});

function newQueue(call: SqsCall, { name, isFifo, given, tags }: Made): Queue {
  const queue: Queue = {
    name,
    arn: call.arn(name),
    isFifo,
    createdAt: call.now(),
    modifiedAt: call.now(),
    attributes: new Map(),
    tags: new Map(),
    messages: [],
    duplicates: new Map(),
    nextSequence: 0,
    purgedAt: undefined,
    usedAt: call.now(),
    isMeasured: false,
  };
  setAttributes(call, queue, given);
  addTags(queue, tags);
  return queue;
}

interface Made {
  readonly name: string;
  readonly isFifo: boolean;
  readonly given: Given;
  readonly tags: Readonly<Record<string, string>>;
}

function checkName(name: string, isFifo: boolean): void {
  const hasSuffix = name.endsWith(FIFO_SUFFIX);
  const stem = hasSuffix && isFifo ? name.slice(0, -FIFO_SUFFIX.length) : name;
  if (isFifo && (!hasSuffix || !NAME.test(stem) || name.length > 80)) {
    throw invalidParameter(
      'The name of a FIFO queue can only include alphanumeric characters, hyphens, or underscores, must end with .fifo suffix and be 1 to 80 in length.',
    );
  }
  if (!isFifo && !NAME.test(name)) {
    throw invalidParameter('Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length');
  }
}

/** The same request again answers the queue that is there; another one is refused. */
function demandSame(queue: Queue, given: Given): void {
  const different = Object.entries(given).find(([name, value]) => (attributeOf(queue, name) ?? '') !== value);
  if (!different) return;
  throw new ServiceError(
    'QueueNameExists',
    `A queue already exists with the same name and a different value for attribute ${different[0]}`,
  );
}

function demandFree(call: SqsCall, name: string): void {
  const deletedAt = call.state.deletedAt.get(name);
  if (deletedAt !== undefined && call.now() - deletedAt < DELETED_MILLISECONDS) {
    throw new ServiceError(
      'QueueDeletedRecently',
      'You must wait 60 seconds after deleting a queue before you can create another with the same name.',
    );
  }
  call.state.deletedAt.delete(name);
}
