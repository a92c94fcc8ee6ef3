import type { UpdateShardCountInput, UpdateShardCountOutput } from '@aws-sdk/client-kinesis';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { begin } from '../changes.ts';
import { invalidArgument, limitExceeded } from '../errors.ts';
import { evenRanges } from '../hash-keys.ts';
import { demandShards } from '../quotas.ts';
import { demandProvisioned } from '../resharding.ts';
import { openShards } from '../shards.ts';
import type { KinesisState, Stream } from '../state.ts';
import { getActiveStream, onStream } from '../streams.ts';

const DAY_MILLISECONDS = 86_400_000;
const MAX_SCALINGS_A_DAY = 10;

export const updateShardCount = operation<KinesisState, Sent<UpdateShardCountInput>, UpdateShardCountOutput>({
  fidelity: 'simplified',
  differs:
    'The new shards are there at once, without the intermediate ones that AWS makes; one that takes over from more than two names the two that it shares most with.',
  needs: onStream('UpdateShardCount'),
  handle: (input, call) => {
    const stream = getActiveStream(call, input);
    demandProvisioned(stream);
    const current = openShards(stream).length;
    const target = input.TargetShardCount;
    demandStep(current, target);
    demandCalm(stream, call.now());
    demandShards(call, target - current);
    stream.scalings.push(call.now());
    stream.status = 'UPDATING';
    begin(call, stream, { kind: 'ranges', ranges: evenRanges(target) });
    return {
      StreamName: stream.name,
      StreamARN: stream.arn,
      CurrentShardCount: current,
      TargetShardCount: target,
    };
  },
});

/** At most to the double, at least to the half. */
function demandStep(current: number, target: number): void {
  const detail = `Current open shard count: ${current}, target shard count: ${target}`;
  if (target > current * 2) {
    throw invalidArgument(`UpdateShardCount cannot scale up over double your current open shard count. ${detail}`);
  }
  if (target < current / 2) {
    throw invalidArgument(`UpdateShardCount cannot scale down below half your current open shard count. ${detail}`);
  }
}

function demandCalm({ name, scalings }: Stream, now: number): void {
  const recent = scalings.filter((at) => at > now - DAY_MILLISECONDS);
  scalings.splice(0, scalings.length, ...recent);
  if (recent.length < MAX_SCALINGS_A_DAY) return;
  throw limitExceeded(
    `Stream ${name} was scaled ${MAX_SCALINGS_A_DAY} times in the last 24 hours, which is the limit.`,
  );
}
