import type { _Record, GetRecordsOutput, ListShardsOutput, Shard } from '@aws-sdk/client-kinesis';
import type { Principal } from '@cairn/emulator-kit';
import type { LambdaCall, Mapping, ShardProgress } from '../state.ts';

/** Lambda gives a function 6 MB at most; records are a third longer in base64. */
const MOST_BATCH_BYTES = 4 * 1024 * 1024;

export interface ShardWork {
  readonly mapping: Mapping;
  readonly session: Principal;
  readonly shardId: string;
  readonly progress: ShardProgress;
}

export async function listShards(
  call: LambdaCall,
  { sourceArn }: Mapping,
  session: Principal,
): Promise<readonly Shard[]> {
  const all: Shard[] = [];
  let token: string | undefined;
  do {
    const input = token === undefined ? { StreamARN: sourceArn } : { NextToken: token };
    const page = await call.invoke<ListShardsOutput>('kinesis', 'ListShards', input, session);
    all.push(...(page.Shards ?? []));
    token = page.NextToken;
  } while (token !== undefined);
  return all;
}

export async function iteratorOf(
  call: LambdaCall,
  { mapping, session, shardId, progress }: ShardWork,
): Promise<string> {
  const at = (instant: Date | number) => ({ ShardIteratorType: 'AT_TIMESTAMP', Timestamp: new Date(instant) });
  const positions = {
    TRIM_HORIZON: { ShardIteratorType: 'TRIM_HORIZON' },
    // What came since the mapping was made, also into shards that were split off later.
    LATEST: at(mapping.createdAt),
    AT_TIMESTAMP: at(mapping.positionAt ?? mapping.createdAt),
  };
  const start =
    progress.after === undefined
      ? positions[mapping.position ?? 'LATEST']
      : { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', StartingSequenceNumber: progress.after };
  const input = { StreamARN: mapping.sourceArn, ShardId: shardId, ...start };
  const { ShardIterator } = await call.invoke<{ ShardIterator: string }>('kinesis', 'GetShardIterator', input, session);
  return ShardIterator;
}

export interface Read {
  readonly records: readonly _Record[];
  /** Undefined at the end of a closed shard. */
  readonly next: string | undefined;
  readonly isLatest: boolean;
}

export async function read(
  call: LambdaCall,
  { mapping, session }: ShardWork,
  iterator: string,
  limit: number,
): Promise<Read> {
  const input = { ShardIterator: iterator, Limit: limit, StreamARN: mapping.sourceArn };
  const output = await call.invoke<GetRecordsOutput>('kinesis', 'GetRecords', input, session);
  const all = output.Records ?? [];
  const records = all.slice(0, fitting(all));
  const isWhole = records.length === all.length;
  return {
    records,
    next: output.NextShardIterator,
    isLatest: isWhole && output.NextShardIterator !== undefined && output.MillisBehindLatest === 0,
  };
}

/** How many of the first records fit into an event; one at least. */
function fitting(records: readonly _Record[]): number {
  let bytes = 0;
  const tooMuch = records.findIndex(({ Data }) => {
    bytes += Data?.length ?? 0;
    return bytes > MOST_BATCH_BYTES;
  });
  return tooMuch < 0 ? records.length : Math.max(1, tooMuch);
}

/** Developer guide, "Example Kinesis Data Streams event". */
export function recordOf(
  call: LambdaCall,
  { sourceArn }: Mapping,
  shardId: string,
  roleArn: string,
  record: _Record,
): unknown {
  return {
    kinesis: {
      kinesisSchemaVersion: '1.0',
      partitionKey: record.PartitionKey,
      sequenceNumber: record.SequenceNumber,
      data: Buffer.from(record.Data ?? []).toString('base64'),
      approximateArrivalTimestamp: (record.ApproximateArrivalTimestamp?.getTime() ?? 0) / 1000,
    },
    eventSource: 'aws:kinesis',
    eventVersion: '1.0',
    eventID: `${shardId}:${record.SequenceNumber}`,
    eventName: 'aws:kinesis:record',
    invokeIdentityArn: roleArn,
    awsRegion: call.region,
    eventSourceARN: sourceArn,
  };
}
