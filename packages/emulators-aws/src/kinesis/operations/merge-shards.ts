import type { MergeShardsInput } from '@aws-sdk/client-kinesis';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { begin } from '../changes.ts';
import { invalidArgument } from '../errors.ts';
import { after } from '../hash-keys.ts';
import { demandOpen, demandProvisioned } from '../resharding.ts';
import { getShard, openShards } from '../shards.ts';
import type { KinesisState } from '../state.ts';
import { getActiveStream, onStream } from '../streams.ts';

export const mergeShards = operation<KinesisState, Sent<MergeShardsInput>, void>({
  fidelity: 'real',
  needs: onStream('MergeShards'),
  handle: (input, call) => {
    const stream = getActiveStream(call, input);
    demandProvisioned(stream);
    const shards = [input.ShardToMerge, input.AdjacentShardToMerge].map((id) => getShard(call, stream, id));
    for (const shard of shards) demandOpen(call, stream, shard);
    const [low, high] = shards.sort((a, b) => (a.first < b.first ? -1 : 1));
    if (!low || !high || low === high || after(low.last) !== high.first) {
      throw invalidArgument(
        `Shards ${input.ShardToMerge} and ${input.AdjacentShardToMerge} in stream ${stream.name} under account ${call.accountId} are not an adjacent pair of shards eligible for merging`,
      );
    }
    const others = openShards(stream).filter((shard) => !shards.includes(shard));
    stream.status = 'UPDATING';
    const ranges = [...others.map(({ first, last }) => ({ first, last })), { first: low.first, last: high.last }];
    begin(call, stream, { kind: 'ranges', ranges });
  },
});
