import type { EncryptionType } from '@aws-sdk/client-kinesis';
import { type BlobRef, memoryPayload, type ServiceError } from '@cairn/emulator-kit';
import { report } from '../messaging/metrics.ts';
import { wake } from '../messaging/waiting.ts';
import { invalidArgument, rateExceeded, validation } from './errors.ts';
import { hashOf, parseHashKey } from './hash-keys.ts';
import { sequenceNumber } from './sequence-number.ts';
import { shardFor, trim } from './shards.ts';
import type { KinesisCall, Shard, StoredRecord, Stream } from './state.ts';
import { chargeWrite } from './stream-bill.ts';
import { take, WRITE_RATE } from './throughput.ts';

/** Records up to this size stand in the state; larger ones are kept apart. */
const INLINE_BYTES = 16 * 1024;

/** A record as producers send it. */
export interface NewRecord {
  readonly Data: Uint8Array;
  readonly PartitionKey?: string | undefined;
  readonly ExplicitHashKey?: string | undefined;
}

/** A record that may be written: its key is there, its size allowed, its data put where it stays. */
export interface ReadyRecord {
  readonly partitionKey: string;
  readonly hashKey: string;
  readonly size: number;
  readonly data: Uint8Array | BlobRef;
}

/** @throws ServiceError ValidationException or InvalidArgumentException for a record that no stream takes */
export async function readyRecord(
  call: KinesisCall,
  stream: Stream,
  record: NewRecord,
  place: string,
): Promise<ReadyRecord> {
  const { Data: bytes, PartitionKey: partitionKey, ExplicitHashKey: explicit } = record;
  if (partitionKey === undefined) {
    throw validation(
      `1 validation error detected: Value null at '${place}partitionKey' failed to satisfy constraint: Member must not be null`,
    );
  }
  const size = bytes.length + Buffer.byteLength(partitionKey);
  if (size > stream.maxRecordBytes) {
    throw invalidArgument(
      `The record at '${place || 'data'}' has ${size} bytes with its partition key; stream ${stream.name} takes ${stream.maxRecordBytes}.`,
    );
  }
  const hashKey = explicit === undefined ? hashOf(partitionKey) : parseHashKey(explicit, 'ExplicitHashKey');
  const isSmall = bytes.length <= INLINE_BYTES;
  const data = isSmall ? Uint8Array.from(bytes) : await call.blobs.keep(memoryPayload(bytes));
  return { partitionKey, hashKey, size, data };
}

export type Written =
  | { readonly outcome: 'written'; readonly shard: Shard; readonly record: StoredRecord }
  | { readonly outcome: 'refused'; readonly error: ServiceError };

/** Appends a record to the shard of its hash key, unless the shard has taken all it can in this second. */
export function write(call: KinesisCall, stream: Stream, { hashKey, ...ready }: ReadyRecord): Written {
  const shard = shardFor(stream, hashKey);
  const now = call.now();
  const isLimited = stream.mode === 'PROVISIONED';
  if (isLimited && !take(shard.writes, WRITE_RATE, ready.size, now)) {
    return { outcome: 'refused', error: rateExceeded(shard.id, stream.name, call.accountId) };
  }
  const serial = shard.nextSerial;
  shard.nextSerial += 1;
  const isEncrypted = stream.encryption !== undefined;
  const record = { ...ready, serial, isEncrypted, arrivedAt: now, sequenceNumber: sequenceNumber(shard, serial, now) };
  trim(stream, shard, now);
  shard.records.push(record);
  return { outcome: 'written', shard, record };
}

/** Tells readers that wait, other services, CloudWatch and the bill of what was written. */
export function announce(
  call: KinesisCall,
  stream: Stream,
  operation: 'PutRecord' | 'PutRecords',
  written: readonly Written[],
): void {
  const taken = written.flatMap((one) => (one.outcome === 'written' ? [one] : []));
  const bytes = taken.reduce((sum, { record }) => sum + record.size, 0);
  for (const shard of new Set(taken.map(({ shard }) => shard))) wake(shard);
  for (const { record } of taken) chargeWrite(call, stream, record.size);
  if (taken.length > 0) call.emit('kinesis:records', { streamArn: stream.arn });
  const refused = written.length - taken.length;
  report(
    call,
    'AWS/Kinesis',
    { StreamName: stream.name },
    {
      IncomingRecords: [taken.length, 'Count'],
      IncomingBytes: [bytes, 'Bytes'],
      [`${operation}.Bytes`]: [bytes, 'Bytes'],
      [`${operation}.Success`]: [taken.length > 0 ? 1 : 0, 'Count'],
      WriteProvisionedThroughputExceeded: [refused, 'Count'],
      ...(operation === 'PutRecords'
        ? {
            'PutRecords.TotalRecords': [written.length, 'Count'],
            'PutRecords.SuccessfulRecords': [taken.length, 'Count'],
            'PutRecords.ThrottledRecords': [refused, 'Count'],
          }
        : {}),
    },
  );
}

export const encryptionType = (stream: Stream): { EncryptionType?: EncryptionType } =>
  stream.encryption ? { EncryptionType: stream.encryption.type } : {};
