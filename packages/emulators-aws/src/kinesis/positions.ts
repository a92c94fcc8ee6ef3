import type { ShardIteratorType } from '@aws-sdk/client-kinesis';
import { invalidArgument } from './errors.ts';
import { isOfShard, parseSequenceNumber } from './sequence-number.ts';
import { trim } from './shards.ts';
import type { KinesisCall, Shard, Stream } from './state.ts';

/** Where a reader wants to begin. */
export interface Position {
  readonly type: ShardIteratorType;
  readonly sequenceNumber: string | undefined;
  readonly timestamp: Date | undefined;
}

/** Serial of the first record to read. Throws InvalidArgumentException when members do not fit together. */
export function serialAt(call: KinesisCall, stream: Stream, shard: Shard, position: Position): number {
  trim(stream, shard, call.now());
  checkMembers(position);
  switch (position.type) {
    case 'TRIM_HORIZON':
      return shard.records[0]?.serial ?? shard.nextSerial;
    case 'LATEST':
      return shard.nextSerial;
    case 'AT_TIMESTAMP':
      return serialAtTime(call, shard, position.timestamp ?? new Date(0));
    case 'AT_SEQUENCE_NUMBER':
      return serialOf(call, stream, shard, position.sequenceNumber ?? '');
    case 'AFTER_SEQUENCE_NUMBER':
      return serialOf(call, stream, shard, position.sequenceNumber ?? '') + 1;
  }
}

function checkMembers({ type, sequenceNumber, timestamp }: Position): void {
  const needsNumber = type === 'AT_SEQUENCE_NUMBER' || type === 'AFTER_SEQUENCE_NUMBER';
  if (needsNumber !== (sequenceNumber !== undefined)) {
    const found = sequenceNumber === undefined ? 'no StartingSequenceNumber' : 'also a StartingSequenceNumber';
    throw invalidArgument(
      `Must either specify (1) AT_SEQUENCE_NUMBER or AFTER_SEQUENCE_NUMBER and StartingSequenceNumber or (2) TRIM_HORIZON or LATEST and no StartingSequenceNumber. Request specified ${type} and ${found}.`,
    );
  }
  if ((type === 'AT_TIMESTAMP') !== (timestamp !== undefined)) {
    const found = timestamp === undefined ? 'no Timestamp' : 'also a Timestamp';
    throw invalidArgument(
      `Must specify a Timestamp with AT_TIMESTAMP and with no other type. Request specified ${type} and ${found}.`,
    );
  }
}

function serialAtTime(call: KinesisCall, shard: Shard, timestamp: Date): number {
  const now = call.now();
  if (timestamp.getTime() > now) {
    throw invalidArgument(
      `The timestampInMillis parameter cannot be greater than the currentTimestampInMillis. timestampInMillis: ${timestamp.getTime()}, currentTimestampInMillis: ${now}`,
    );
  }
  return shard.records.find(({ arrivedAt }) => arrivedAt >= timestamp.getTime())?.serial ?? shard.nextSerial;
}

function serialOf(call: KinesisCall, { name }: Stream, shard: Shard, sequenceNumber: string): number {
  const parts = parseSequenceNumber(sequenceNumber);
  const place = `StartingSequenceNumber ${sequenceNumber} used in GetShardIterator on shard ${shard.id} in stream ${name} under account ${call.accountId} is invalid`;
  if (!parts) throw invalidArgument(`${place}.`);
  if (parts.shardIndex !== shard.index) {
    const other = `shardId-${String(parts.shardIndex).padStart(12, '0')}`;
    throw invalidArgument(
      `Invalid StartingSequenceNumber. It encodes ${other}, while it was used in a call to a shard with ${shard.id}`,
    );
  }
  if (!isOfShard(parts, shard)) throw invalidArgument(`${place} because it did not come from this stream.`);
  return Math.min(parts.serial, shard.nextSerial); // a closed shard's ending number is above all its serials
}
