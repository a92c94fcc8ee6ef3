import { parseArn } from '../messaging/arn.ts';
import { invalidAttributeValue } from './errors.ts';
import type { Queue, SqsCall, SqsState } from './state.ts';

export interface RedrivePolicy {
  readonly deadLetterTargetArn: string;
  readonly maxReceiveCount: number;
}

interface RedriveAllowPolicy {
  readonly redrivePermission: string;
  readonly sourceQueueArns?: readonly string[];
}

const PERMISSIONS = ['allowAll', 'denyAll', 'byQueue'];
const MAX_RECEIVE_COUNT = 1000;
const MAX_SOURCES = 10;

/** Throws InvalidAttributeValue unless the policy names a queue of this kind that lets this one use it. */
export function checkRedrivePolicy(call: SqsCall, json: string, { arn, isFifo }: Pick<Queue, 'arn' | 'isFifo'>): void {
  if (json === '') return;
  const policy = parseRedrivePolicy(json);
  if (!policy) {
    throw invalidAttributeValue(
      'RedrivePolicy',
      `It must be a JSON object with deadLetterTargetArn and maxReceiveCount from 1 to ${MAX_RECEIVE_COUNT}.`,
    );
  }
  const target = findByArn(call.state, policy.deadLetterTargetArn);
  if (!target) {
    throw invalidAttributeValue('RedrivePolicy', `Dead letter target does not exist: ${policy.deadLetterTargetArn}.`);
  }
  if (target.isFifo !== isFifo) {
    throw invalidAttributeValue(
      'RedrivePolicy',
      'The dead-letter queue must be of the same type as the source: both FIFO or both standard.',
    );
  }
  if (!isAllowed(target, arn)) {
    throw invalidAttributeValue(
      'RedrivePolicy',
      `The RedriveAllowPolicy of ${target.name} does not let this queue use it.`,
    );
  }
}

export function checkRedriveAllowPolicy(json: string): void {
  if (json === '') return;
  const policy = parseJson<RedriveAllowPolicy>(json);
  const sources = policy?.sourceQueueArns;
  const isByQueue = policy?.redrivePermission === 'byQueue';
  const isWhole = PERMISSIONS.includes(policy?.redrivePermission ?? '') && isByQueue === (sources !== undefined);
  if (!isWhole || (sources && (!Array.isArray(sources) || sources.length > MAX_SOURCES))) {
    throw invalidAttributeValue(
      'RedriveAllowPolicy',
      'redrivePermission is allowAll, denyAll, or byQueue with up to 10 sourceQueueArns.',
    );
  }
}

/** The dead-letter queue of a queue and how often a message may be received before it goes there. */
export function deadLetters(
  state: SqsState,
  queue: Queue,
): { readonly queue: Queue; readonly max: number } | undefined {
  const policy = parseRedrivePolicy(queue.attributes.get('RedrivePolicy') ?? '');
  const target = policy && findByArn(state, policy.deadLetterTargetArn);
  return policy && target ? { queue: target, max: policy.maxReceiveCount } : undefined;
}

/** Queues that send what they cannot get rid of to `queue`. */
export const sourcesOf = (state: SqsState, queue: Queue): readonly Queue[] =>
  [...state.queues.values()].filter((source) => deadLetters(state, source)?.queue === queue);

export function findByArn({ queues }: SqsState, arn: string): Queue | undefined {
  const queue = queues.get(parseArn(arn)?.resource ?? '');
  return queue?.arn === arn ? queue : undefined;
}

function isAllowed(target: Queue, sourceArn: string): boolean {
  const policy = parseJson<RedriveAllowPolicy>(target.attributes.get('RedriveAllowPolicy') ?? '');
  if (!policy || policy.redrivePermission === 'allowAll') return true;
  return policy.redrivePermission === 'byQueue' && (policy.sourceQueueArns ?? []).includes(sourceArn);
}

/** `maxReceiveCount` may be a text, as old consoles wrote it. */
function parseRedrivePolicy(json: string): RedrivePolicy | undefined {
  const { deadLetterTargetArn, maxReceiveCount } = parseJson<Partial<RedrivePolicy>>(json) ?? {};
  const count = Number(maxReceiveCount);
  if (typeof deadLetterTargetArn !== 'string' || !Number.isInteger(count)) return undefined;
  return count >= 1 && count <= MAX_RECEIVE_COUNT ? { deadLetterTargetArn, maxReceiveCount: count } : undefined;
}

/** The members of a JSON object, to be looked at one by one; undefined when it is none. */
function parseJson<Shape>(json: string): Partial<Shape> | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? (value as Partial<Shape>) : undefined; // callers check each member
  } catch {
    return undefined;
  }
}
