import type { _Record, ChildShard } from '@aws-sdk/client-kinesis';
import { toDecimal } from './hash-keys.ts';
import { childrenOf, trim } from './shards.ts';
import type { KinesisCall, Shard, StoredRecord, Stream } from './state.ts';

/** Kinesis API reference, GetRecords: 10 MB or 10,000 records a call. */
const MAX_BYTES = 10 * 1024 * 1024;
export const MAX_RECORDS = 10_000;

export interface Batch {
  readonly records: readonly StoredRecord[];
  readonly bytes: number;
  /** Serial to go on at. */
  readonly next: number;
  readonly millisBehindLatest: number;
  /** Whether the shard is closed and `records` are its last. */
  readonly isEnd: boolean;
}

/** Records from `serial` on, as many as one answer may hold. Serials have no gaps, so that a place is a subtraction. */
export function batchFrom(stream: Stream, shard: Shard, serial: number, limit: number, now: number): Batch {
  trim(stream, shard, now);
  const first = shard.records[0]?.serial ?? shard.nextSerial;
  const start = Math.max(0, serial - first);
  let bytes = 0;
  let end = start;
  for (; end < shard.records.length && end - start < limit; end += 1) {
    const size = shard.records[end]?.size ?? 0;
    if (end > start && bytes + size > MAX_BYTES) break;
    bytes += size;
  }
  const records = shard.records.slice(start, end);
  const unread = shard.records[end];
  return {
    records,
    bytes,
    next: Math.max(serial, first) + records.length,
    millisBehindLatest: unread ? Math.max(0, now - unread.arrivedAt) : 0,
    isEnd: shard.closedAt !== undefined && unread === undefined,
  };
}

/** Records as readers get them. */
export function describeRecords(call: KinesisCall, records: readonly StoredRecord[]): Promise<_Record[]> {
  return Promise.all(
    records.map(async ({ sequenceNumber, arrivedAt, partitionKey, data, isEncrypted }) => ({
      SequenceNumber: sequenceNumber,
      ApproximateArrivalTimestamp: new Date(arrivedAt),
      PartitionKey: partitionKey,
      Data: data instanceof Uint8Array ? data : await call.blobs.open(data).bytes(),
      ...(isEncrypted ? { EncryptionType: 'KMS' as const } : {}),
    })),
  );
}

/** The shards that took over from a closed one. */
export const describeChildren = (stream: Stream, shard: Shard): ChildShard[] =>
  childrenOf(stream, shard).map(({ id, parentId, adjacentParentId, first, last }) => ({
    ShardId: id,
    ParentShards: [parentId, adjacentParentId].filter((parent) => parent !== undefined),
    HashKeyRange: { StartingHashKey: toDecimal(first), EndingHashKey: toDecimal(last) },
  }));
