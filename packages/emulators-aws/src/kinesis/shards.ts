import { shardGone, shardNotFound } from './errors.ts';
import type { Allowance, HashRange, KinesisCall, Shard, Stream } from './state.ts';

const HOUR_MILLISECONDS = 3_600_000;

export interface Parents {
  readonly parentId?: string | undefined;
  readonly adjacentParentId?: string | undefined;
}

export function addShard(stream: Stream, { first, last }: HashRange, createdAt: number, parents: Parents = {}): Shard {
  const index = stream.shards.length;
  const shard: Shard = {
    id: shardIdOf(index),
    index,
    first,
    last,
    parentId: parents.parentId,
    adjacentParentId: parents.adjacentParentId,
    createdAt,
    closedAt: undefined,
    nextSerial: 1,
    records: [],
    writes: untouched(),
    reads: untouched(),
  };
  stream.shards.push(shard);
  return shard;
}

/** Fills up at first use, since it was last touched in 1970. */
const untouched = (): Allowance => ({ units: 0, bytes: 0, at: 0 });

const shardIdOf = (index: number): string => `shardId-${String(index).padStart(12, '0')}`;

export const openShards = ({ shards }: Stream): readonly Shard[] =>
  shards.filter(({ closedAt }) => closedAt === undefined);

/** The open shard that takes records of a hash key. */
export function shardFor(stream: Stream, hashKey: string): Shard {
  const found = stream.shards.find(
    ({ closedAt, first, last }) => closedAt === undefined && first <= hashKey && hashKey <= last,
  );
  if (!found) throw new RangeError(`no open shard of ${stream.name} holds ${hashKey}`);
  return found;
}

export const retentionMilliseconds = ({ retentionHours }: Stream): number => retentionHours * HOUR_MILLISECONDS;

/** Shards that can still be read: a closed one goes when its last record is past the retention period. */
export function readableShards(stream: Stream, now: number): readonly Shard[] {
  const kept = retentionMilliseconds(stream);
  return stream.shards.filter(({ closedAt }) => closedAt === undefined || closedAt + kept > now);
}

/** `shardId-000000000001`, also written as `1`. Throws ResourceNotFoundException. */
export function getShard(call: KinesisCall, stream: Stream, shardId: string): Shard {
  const digits = /^(?:shardId-)?(\d+)$/.exec(shardId)?.[1];
  if (digits === undefined) throw shardNotFound(shardId, stream.name, call.accountId);
  const shard = readableShards(stream, call.now()).find(({ index }) => index === Number(digits));
  if (!shard) throw shardGone(shardId, stream.name, call.accountId);
  return shard;
}

export const childrenOf = (stream: Stream, { id }: Shard): readonly Shard[] =>
  stream.shards.filter(({ parentId, adjacentParentId }) => parentId === id || adjacentParentId === id);

/** Forgets records that are older than the retention period. */
export function trim(stream: Stream, shard: Shard, now: number): void {
  const oldest = now - retentionMilliseconds(stream);
  const kept = shard.records.findIndex(({ arrivedAt }) => arrivedAt > oldest);
  if (kept !== 0) shard.records.splice(0, kept < 0 ? shard.records.length : kept);
}
