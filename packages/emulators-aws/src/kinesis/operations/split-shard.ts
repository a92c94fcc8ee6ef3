import type { SplitShardInput } from '@aws-sdk/client-kinesis';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { begin } from '../changes.ts';
import { invalidArgument } from '../errors.ts';
import { after, before, parseHashKey, toDecimal } from '../hash-keys.ts';
import { demandShards } from '../quotas.ts';
import { demandOpen, demandProvisioned } from '../resharding.ts';
import { getShard, openShards } from '../shards.ts';
import type { KinesisState } from '../state.ts';
import { getActiveStream, onStream } from '../streams.ts';

export const splitShard = operation<KinesisState, Sent<SplitShardInput>, void>({
  fidelity: 'real',
  needs: onStream('SplitShard'),
  handle: (input, call) => {
    const stream = getActiveStream(call, input);
    demandProvisioned(stream);
    const shard = getShard(call, stream, input.ShardToSplit);
    demandOpen(call, stream, shard);
    const first = parseHashKey(input.NewStartingHashKey, 'NewStartingHashKey');
    if (first <= after(shard.first) || first >= shard.last) {
      throw invalidArgument(
        `NewStartingHashKey ${input.NewStartingHashKey} used in SplitShard() on shard ${shard.id} in stream ${stream.name} under account ${call.accountId} is not both greater than one plus the shard's StartingHashKey ${toDecimal(shard.first)} and less than the shard's EndingHashKey ${toDecimal(shard.last)}.`,
      );
    }
    demandShards(call, 1);
    const others = openShards(stream).filter((other) => other !== shard);
    const halves = [
      { first: shard.first, last: before(first) },
      { first, last: shard.last },
    ];
    stream.status = 'UPDATING';
    const ranges = [...others.map((other) => ({ first: other.first, last: other.last })), ...halves];
    begin(call, stream, { kind: 'ranges', ranges });
  },
});
