import type { _Record } from '@aws-sdk/client-kinesis';
import type { LambdaCall, Mapping, ShardProgress } from '../state.ts';
import { pollerSession } from './access.ts';
import { type BatchOutcome, runBatch } from './batch.ts';
import { buryBatch } from './burying.ts';
import { progressOf } from './progress.ts';
import { iteratorOf, listShards, read, recordOf, type ShardWork } from './shard-reading.ts';

const THROTTLED_MILLISECONDS = 5000;
const LONGEST_BACKOFF_MILLISECONDS = 300_000;

/** Takes what the stream's shards have, each in order. Resolves with the milliseconds after which to look again. */
export async function pollStream(call: LambdaCall, mapping: Mapping): Promise<number | undefined> {
  const session = pollerSession(call, mapping.functionArn);
  const shards = await listShards(call, mapping, session);
  const waits: number[] = [];
  // Parents come before their children, and are read to their end first.
  for (const { ShardId: shardId = '', ParentShardId: parentId } of shards) {
    const progress = progressOf(mapping, shardId);
    const parent = shards.some(({ ShardId }) => ShardId === parentId) ? mapping.shards.get(parentId ?? '') : undefined;
    if (progress.isFinished || (parent && !parent.isFinished)) continue;
    const wait = await drain(call, { mapping, session, shardId, progress });
    if (wait !== undefined) waits.push(wait);
  }
  return waits.length === 0 ? undefined : Math.min(...waits);
}

async function drain(call: LambdaCall, work: ShardWork): Promise<number | undefined> {
  const pause = work.progress.notBefore - call.now();
  if (pause > 0) return pause;
  let step: Step = { kind: 'go-on', iterator: await iteratorOf(call, work) };
  while (step.kind === 'go-on') step = await takeBatch(call, work, step.iterator);
  return step.wait;
}

type Step =
  | { readonly kind: 'go-on'; readonly iterator: string }
  | { readonly kind: 'stop'; readonly wait?: number | undefined };

async function takeBatch(call: LambdaCall, work: ShardWork, iterator: string): Promise<Step> {
  const { mapping, progress } = work;
  const size = progress.split[0] ?? mapping.settings.batchSize;
  const { records, next, isLatest } = await read(call, work, iterator, size);
  if (records.length === 0) {
    progress.isFinished = next === undefined;
    return { kind: 'stop' };
  }
  const isShort = records.length < size && next !== undefined;
  const wait = (isShort ? windowLeft(call, work) : undefined) ?? (await attempt(call, work, records));
  if (wait !== undefined) return { kind: 'stop', wait };
  progress.waitingSince = undefined;
  const isDone = progress.after === records.at(-1)?.SequenceNumber;
  if (isDone && isLatest) return { kind: 'stop' };
  return { kind: 'go-on', iterator: isDone && next !== undefined ? next : await iteratorOf(call, work) };
}

/** Milliseconds until the batching window closes, counted from the first look that found too few records. */
function windowLeft(call: LambdaCall, { mapping: { settings }, progress }: ShardWork): number | undefined {
  if (settings.windowSeconds === 0 || progress.split.length > 0) return undefined;
  progress.waitingSince ??= call.now();
  const left = progress.waitingSince + settings.windowSeconds * 1000 - call.now();
  return left > 0 ? left : undefined;
}

/** One invocation. Resolves with the milliseconds to wait before the next one, if it has to wait. */
async function attempt(call: LambdaCall, work: ShardWork, records: readonly _Record[]): Promise<number | undefined> {
  const { mapping, progress, shardId } = work;
  const { roleArn = '' } = work.session;
  const events = records.map((record) => recordOf(call, mapping, shardId, roleArn, record));
  const ids = records.map(({ SequenceNumber = '' }) => SequenceNumber);
  const outcome = await runBatch(call, mapping, events, ids);
  if (outcome.kind === 'throttled') return THROTTLED_MILLISECONDS;
  if (outcome.kind === 'failed') return failed(call, work, records, outcome);
  moveOn(progress, ids.at(-1));
  return undefined;
}

function moveOn(progress: ShardProgress, after: string | undefined): void {
  progress.after = after;
  progress.attempts = 0;
  progress.split.shift();
  progress.notBefore = 0;
}

async function failed(
  call: LambdaCall,
  work: ShardWork,
  records: readonly _Record[],
  { failed: ids, requestId }: Extract<BatchOutcome, { kind: 'failed' }>,
): Promise<number | undefined> {
  const { mapping, progress } = work;
  const { bisects, maximumRetries } = mapping.settings;
  // A stream goes on at its first failed record: what comes after it comes again.
  const first = records.findIndex(({ SequenceNumber = '' }) => ids.has(SequenceNumber));
  if (first > 0) progress.after = records[first - 1]?.SequenceNumber;
  const left = records.slice(first);
  progress.split[0] = left.length;
  if (bisects && left.length > 1) {
    if (first === 0) progress.split.splice(0, 1, ...halves(left.length));
    return undefined; // splitting is no retry
  }
  progress.attempts += 1;
  const isSpent = maximumRetries >= 0 && progress.attempts > maximumRetries;
  if (isSpent || isTooOld(call, mapping, left)) {
    const condition = isSpent ? 'RetryAttemptsExhausted' : 'RecordAgeExceeded';
    await buryBatch(call, { ...work, requestId, condition, attempts: progress.attempts, records: left });
    moveOn(progress, left.at(-1)?.SequenceNumber);
    return undefined;
  }
  const wait = Math.min(1000 * 2 ** (progress.attempts - 1), LONGEST_BACKOFF_MILLISECONDS);
  progress.notBefore = call.now() + wait;
  return wait;
}

const halves = (size: number): [number, number] => [Math.ceil(size / 2), Math.floor(size / 2)];

function isTooOld(call: LambdaCall, { settings }: Mapping, [oldest]: readonly _Record[]): boolean {
  const arrivedAt = oldest?.ApproximateArrivalTimestamp?.getTime() ?? 0;
  return settings.maximumAgeSeconds >= 0 && call.now() - arrivedAt > settings.maximumAgeSeconds * 1000;
}
