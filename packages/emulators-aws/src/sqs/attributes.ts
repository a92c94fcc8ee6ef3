import { parsePolicy } from '../iam/engine/index.ts';
import { invalidAttributeName, invalidAttributeValue, invalidParameter } from './errors.ts';
import { checkRedriveAllowPolicy, checkRedrivePolicy } from './redrive.ts';
import type { Queue, SqsCall } from './state.ts';

/** SQS API reference, SetQueueAttributes: whole numbers with their bounds. */
const NUMBERS: Readonly<Record<string, readonly [min: number, max: number]>> = {
  DelaySeconds: [0, 900],
  MaximumMessageSize: [1024, 1_048_576],
  MessageRetentionPeriod: [60, 1_209_600],
  ReceiveMessageWaitTimeSeconds: [0, 20],
  VisibilityTimeout: [0, 43_200],
  KmsDataKeyReusePeriodSeconds: [60, 86_400],
};

const WORDS: Readonly<Record<string, readonly string[]>> = {
  FifoQueue: ['true'],
  ContentBasedDeduplication: ['true', 'false'],
  DeduplicationScope: ['messageGroup', 'queue'],
  FifoThroughputLimit: ['perQueue', 'perMessageGroupId'],
  SqsManagedSseEnabled: ['true', 'false'],
};

const FIFO_ONLY = ['FifoQueue', 'ContentBasedDeduplication', 'DeduplicationScope', 'FifoThroughputLimit'];

const DEFAULTS: Readonly<Record<string, string>> = {
  DelaySeconds: '0',
  MaximumMessageSize: '1048576',
  MessageRetentionPeriod: '345600',
  ReceiveMessageWaitTimeSeconds: '0',
  VisibilityTimeout: '30',
};

const FIFO_DEFAULTS: Readonly<Record<string, string>> = {
  FifoQueue: 'true',
  ContentBasedDeduplication: 'false',
  DeduplicationScope: 'queue',
  FifoThroughputLimit: 'perQueue',
};

export type Given = Readonly<Record<string, string>>;

/** Throws InvalidAttributeName or InvalidAttributeValue for what no queue of this kind takes. */
export function checkAttributes(call: SqsCall, given: Given, queue: Pick<Queue, 'arn' | 'isFifo'>): void {
  for (const [name, value] of Object.entries(given)) {
    if (FIFO_ONLY.includes(name) && !queue.isFifo) throw invalidAttributeName(name);
    checkValue(call, name, value, queue);
  }
  if (given.FifoThroughputLimit === 'perMessageGroupId' && given.DeduplicationScope === 'queue') {
    throw invalidAttributeValue('FifoThroughputLimit', 'perMessageGroupId needs DeduplicationScope messageGroup.');
  }
  if (given.SqsManagedSseEnabled === 'true' && given.KmsMasterKeyId) {
    throw invalidAttributeValue(
      'SqsManagedSseEnabled',
      'You can use one type of server-side encryption (SSE) at one time.',
    );
  }
}

function checkValue(call: SqsCall, name: string, value: string, queue: Pick<Queue, 'arn' | 'isFifo'>): void {
  const bounds = NUMBERS[name];
  const words = WORDS[name];
  if (bounds) {
    if (!/^\d+$/.test(value) || Number(value) < bounds[0] || Number(value) > bounds[1])
      throw invalidAttributeValue(name);
  } else if (words) {
    if (!words.includes(value)) throw invalidAttributeValue(name);
  } else if (name === 'Policy') checkPolicy(value);
  else if (name === 'RedrivePolicy') checkRedrivePolicy(call, value, queue);
  else if (name === 'RedriveAllowPolicy') checkRedriveAllowPolicy(value);
  else if (name !== 'KmsMasterKeyId') throw invalidAttributeName(name);
}

function checkPolicy(json: string): void {
  if (json === '') return;
  const parsed = parsePolicy(json, 'resource');
  if (parsed.outcome !== 'faults') return;
  const [fault] = parsed.faults;
  throw invalidParameter(
    `Value ${json.slice(0, 200)} for parameter Policy is invalid. Reason: ${fault?.path ?? ''}: ${fault?.message ?? ''}`,
  );
}

/** Sets attributes; an empty policy takes it away. */
export function setAttributes(call: SqsCall, queue: Queue, given: Given): void {
  for (const [name, value] of Object.entries(given)) {
    if (value === '') queue.attributes.delete(name);
    else queue.attributes.set(name, value);
  }
  queue.modifiedAt = call.now();
}

export function attributeOf({ attributes, isFifo }: Queue, name: string): string | undefined {
  return attributes.get(name) ?? DEFAULTS[name] ?? (isFifo ? FIFO_DEFAULTS[name] : undefined);
}

export const numberOf = (queue: Queue, name: keyof typeof DEFAULTS): number => Number(attributeOf(queue, name));

/** Milliseconds of an attribute that is given in seconds. */
export const durationOf = (queue: Queue, name: keyof typeof DEFAULTS): number => numberOf(queue, name) * 1000;

/** All that is set or has a default. */
export function settledAttributes(queue: Queue): Record<string, string> {
  const { KmsMasterKeyId: key } = Object.fromEntries(queue.attributes);
  return {
    ...DEFAULTS,
    ...(queue.isFifo ? FIFO_DEFAULTS : {}),
    ...(key === undefined
      ? { SqsManagedSseEnabled: 'true' }
      : { SqsManagedSseEnabled: 'false', KmsDataKeyReusePeriodSeconds: '300' }),
    ...Object.fromEntries(queue.attributes),
  };
}
