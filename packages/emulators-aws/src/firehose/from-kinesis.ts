import type { GetRecordsOutput, GetShardIteratorOutput, ListShardsOutput } from '@aws-sdk/client-kinesis';
import { type Principal, ServiceError } from '@cairn/emulator-kit';
import { report } from '../messaging/metrics.ts';
import { takeIn } from './buffering.ts';
import type { DeliveryStream, FirehoseCall, KinesisSource } from './state.ts';

/** Streams whose source is being read; true when there is news to read once more. Never outlives its work. */
const reading = new WeakMap<DeliveryStream, boolean>();

export interface News {
  readonly streamArn: string;
}

/** A Kinesis stream has new records: what delivers from it reads them, behind the answer. */
export function hearNews(call: FirehoseCall, { streamArn }: News): void {
  for (const stream of call.state.streams.values()) {
    if (stream.source?.streamArn === streamArn && stream.status === 'ACTIVE') readSource(call, stream);
  }
}

/** Reads what a stream's source has and has not been taken yet. */
export function readSource(call: FirehoseCall, stream: DeliveryStream): void {
  const { source } = stream;
  if (!source) return;
  if (reading.has(stream)) {
    reading.set(stream, true);
    return;
  }
  reading.set(stream, false);
  call.background(async (later) => {
    try {
      await readAll(later, stream, source);
    } finally {
      const isMore = reading.get(stream);
      reading.delete(stream);
      if (isMore) readSource(later, stream);
    }
  });
}

async function readAll(call: FirehoseCall, stream: DeliveryStream, source: KinesisSource): Promise<void> {
  try {
    const role = call.assume(source.roleArn, 'firehose.amazonaws.com', stream.name);
    const input = { StreamARN: source.streamArn };
    const { Shards: shards = [] } = await call.invoke<ListShardsOutput>('kinesis', 'ListShards', input, role);
    for (const { ShardId: shardId = '' } of shards) await readShard(call, stream, source, { role, shardId });
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    // A role without rights, a stream that is gone: the journal has the refusal; the next record tries again.
    report(
      call,
      'AWS/Firehose',
      { DeliveryStreamName: stream.name },
      { 'DataReadFromKinesisStream.Errors': [1, 'Count'] },
    );
  }
}

interface Place {
  readonly role: Principal;
  readonly shardId: string;
}

async function readShard(
  call: FirehoseCall,
  stream: DeliveryStream,
  source: KinesisSource,
  { role, shardId }: Place,
): Promise<void> {
  const input = { StreamARN: source.streamArn, ShardId: shardId, ...startOf(stream, source, shardId) };
  const first = await call.invoke<GetShardIteratorOutput>('kinesis', 'GetShardIterator', input, role);
  for (let iterator = first.ShardIterator; iterator !== undefined; ) {
    const page: GetRecordsOutput = await call.invoke('kinesis', 'GetRecords', { ShardIterator: iterator }, role);
    const records = page.Records ?? [];
    const last = records.at(-1);
    if (!last) return;
    source.positions.set(shardId, last.SequenceNumber ?? '');
    await takeIn(
      call,
      stream,
      records.map(({ Data }) => Data ?? new Uint8Array()),
    );
    report(
      call,
      'AWS/Firehose',
      { DeliveryStreamName: stream.name },
      { 'DataReadFromKinesisStream.Records': [records.length, 'Count'] },
    );
    iterator = page.NextShardIterator;
  }
}

/** Behind what was taken before, or from when the delivery stream was made. */
function startOf({ createdAt }: DeliveryStream, { positions }: KinesisSource, shardId: string) {
  const after = positions.get(shardId);
  return after === undefined
    ? { ShardIteratorType: 'AT_TIMESTAMP', Timestamp: new Date(createdAt) }
    : { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', StartingSequenceNumber: after };
}
