import type { GetRecordsInput, GetRecordsOutput } from '@aws-sdk/client-kinesis';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { report } from '../../messaging/metrics.ts';
import { invalidArgument, notSupported, rateExceeded } from '../errors.ts';
import { demandFresh, readIterator, writeIterator } from '../iterator.ts';
import { type Batch, batchFrom, describeChildren, describeRecords, MAX_RECORDS } from '../reading.ts';
import { getShard } from '../shards.ts';
import type { KinesisCall, KinesisState, Shard, Stream } from '../state.ts';
import { chargeRead } from '../stream-bill.ts';
import { getServingStream, servingNeeds } from '../streams.ts';
import { mayRead, tookBytes } from '../throughput.ts';

export const getRecords = operation<KinesisState, Sent<GetRecordsInput>, GetRecordsOutput>({
  fidelity: 'simplified',
  differs: 'Reads that other services of the account make do not count against the five a second of a shard.',
  needs: (input, call) => servingNeeds('GetRecords', 'kms:Decrypt')(streamOf(input), call),
  handle: async (input, call) => {
    if (input.DryRun) throw notSupported('DryRun');
    const iterator = readIterator(input.ShardIterator);
    const stream = getServingStream(call, streamOf(input));
    if (stream.createdAt !== iterator.createdAt) throw invalidArgument('Invalid ShardIterator.');
    demandFresh(iterator, call.now());
    const shard = getShard(call, stream, String(iterator.shardIndex));
    demandRead(call, stream, shard);
    const batch = batchFrom(stream, shard, iterator.serial, input.Limit ?? MAX_RECORDS, call.now());
    tookBytes(shard.reads, batch.bytes);
    chargeRead(call, stream, batch.bytes);
    announceRead(call, stream, batch);
    return {
      Records: await describeRecords(call, batch.records),
      MillisBehindLatest: batch.millisBehindLatest,
      ...(batch.isEnd
        ? { ChildShards: describeChildren(stream, shard) }
        : { NextShardIterator: writeIterator(stream, shard, batch.next, call.now()) }),
    };
  },
});

/** The iterator knows its stream; an ARN beside it must be of the same. */
const streamOf = ({ ShardIterator: iterator, StreamARN: arn, StreamId: id }: GetRecordsInput) => ({
  StreamName: readIterator(iterator ?? '').streamName,
  StreamARN: arn,
  StreamId: id,
});

function demandRead(call: KinesisCall, stream: Stream, shard: Shard): void {
  const isInside = call.principal.kind === 'service' || call.principal.accessKeyId === undefined;
  if (isInside || mayRead(shard.reads, call.now())) return;
  report(call, 'AWS/Kinesis', { StreamName: stream.name }, { ReadProvisionedThroughputExceeded: [1, 'Count'] });
  throw rateExceeded(shard.id, stream.name, call.accountId);
}

function announceRead(call: KinesisCall, stream: Stream, { records, bytes, millisBehindLatest }: Batch): void {
  const oldest = records[0];
  report(
    call,
    'AWS/Kinesis',
    { StreamName: stream.name },
    {
      'GetRecords.Records': [records.length, 'Count'],
      'GetRecords.Bytes': [bytes, 'Bytes'],
      'GetRecords.Success': [1, 'Count'],
      'GetRecords.IteratorAgeMilliseconds': [
        oldest && millisBehindLatest > 0 ? call.now() - oldest.arrivedAt : 0,
        'Milliseconds',
      ],
    },
  );
}
