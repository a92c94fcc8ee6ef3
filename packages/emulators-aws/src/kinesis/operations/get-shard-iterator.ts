import type { GetShardIteratorInput, GetShardIteratorOutput } from '@aws-sdk/client-kinesis';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { notSupported } from '../errors.ts';
import { writeIterator } from '../iterator.ts';
import { serialAt } from '../positions.ts';
import { getShard } from '../shards.ts';
import type { KinesisState } from '../state.ts';
import { getServingStream, onStream } from '../streams.ts';

export const getShardIterator = operation<KinesisState, Sent<GetShardIteratorInput>, GetShardIteratorOutput>({
  fidelity: 'real',
  needs: onStream('GetShardIterator'),
  handle: (input, call) => {
    if (input.DryRun) throw notSupported('DryRun');
    const stream = getServingStream(call, input);
    const shard = getShard(call, stream, input.ShardId);
    const { ShardIteratorType: type, StartingSequenceNumber: sequenceNumber, Timestamp: timestamp } = input;
    const serial = serialAt(call, stream, shard, { type, sequenceNumber, timestamp });
    return { ShardIterator: writeIterator(stream, shard, serial, call.now()) };
  },
});
