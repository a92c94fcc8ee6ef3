import type { DescribeStreamInput, DescribeStreamOutput } from '@aws-sdk/client-kinesis';
import { operation } from '@cairn/emulator-kit';
import { describeShard, describeStreamBase } from '../describe.ts';
import { readableShards } from '../shards.ts';
import type { KinesisState } from '../state.ts';
import { getStream, onStream } from '../streams.ts';

const DEFAULT_SHARDS = 100;

export const describeStream = operation<KinesisState, DescribeStreamInput, DescribeStreamOutput>({
  fidelity: 'real',
  needs: onStream('DescribeStream'),
  handle: (input, call) => {
    const stream = getStream(call, input);
    const from = input.ExclusiveStartShardId ?? '';
    const left = stream.status === 'CREATING' ? [] : readableShards(stream, call.now()).filter(({ id }) => id > from);
    const shards = left.slice(0, input.Limit ?? DEFAULT_SHARDS);
    return {
      StreamDescription: {
        ...describeStreamBase(stream),
        Shards: shards.map(describeShard),
        HasMoreShards: shards.length < left.length,
      },
    };
  },
});
