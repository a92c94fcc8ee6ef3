import type { CreateStreamInput } from '@aws-sdk/client-kinesis';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { requestTags } from '../../messaging/needs.ts';
import { begin } from '../changes.ts';
import { invalidArgument, limitExceeded, notSupported, streamExists } from '../errors.ts';
import { evenRanges } from '../hash-keys.ts';
import { demandShards, MAX_ON_DEMAND_STREAMS, MIN_RETENTION_HOURS, ON_DEMAND_SHARDS } from '../quotas.ts';
import { addShard } from '../shards.ts';
import type { KinesisCall, KinesisState, Stream } from '../state.ts';
import { meterStream } from '../stream-bill.ts';
import { addTags } from '../tags.ts';

type Input = Sent<CreateStreamInput>;

export const createStream = operation<KinesisState, Input, void>({
  fidelity: 'simplified',
  differs: "A stream is CREATING for half a second of the account's time; in AWS it takes up to a minute.",
  needs: ({ StreamName: name, Tags: tags = {} }, call) => ({
    action: 'kinesis:CreateStream',
    resource: call.arn(`stream/${name}`),
    context: requestTags(Object.entries(tags)),
  }),
  handle: (input, call) => {
    if (input.WarmThroughputMiBps !== undefined) throw notSupported('Warm throughput');
    if (input.RecordDistributionStrategy === 'AUTO') throw notSupported('The record distribution strategy AUTO');
    if (call.state.streams.has(input.StreamName)) throw streamExists(input.StreamName, call.accountId);
    const stream = newStream(call, input);
    addTags(stream.tags, input.Tags ?? {}, `stream ${stream.name} under account ${call.accountId}`);
    for (const range of evenRanges(shardCount(call, input))) addShard(stream, range, stream.createdAt);
    call.state.streams.set(stream.name, stream);
    meterStream(call, stream);
    begin(call, stream, { kind: 'ready' });
  },
});

function newStream(call: KinesisCall, input: Input): Stream {
  return {
    name: input.StreamName,
    arn: call.arn(`stream/${input.StreamName}`),
    createdAt: call.now(),
    status: 'CREATING',
    mode: input.StreamModeDetails?.StreamMode ?? 'PROVISIONED',
    retentionHours: MIN_RETENTION_HOURS,
    maxRecordBytes: (input.MaxRecordSizeInKiB ?? 1024) * 1024,
    shards: [],
    tags: new Map(),
    consumers: new Map(),
    shardMetrics: new Set(),
    encryption: undefined,
    policy: undefined,
    scalings: [],
    modeSwitches: [],
  };
}

function shardCount(call: KinesisCall, { ShardCount: count, StreamModeDetails: details }: Input): number {
  if (details?.StreamMode !== 'ON_DEMAND') {
    if (count === undefined) throw invalidArgument('ShardCount must be set when StreamMode is PROVISIONED.');
    demandShards(call, count);
    return count;
  }
  if (count !== undefined) throw invalidArgument('ShardCount cannot be set when StreamMode is ON_DEMAND.');
  const others = [...call.state.streams.values()].filter(({ mode }) => mode === 'ON_DEMAND').length;
  if (others >= MAX_ON_DEMAND_STREAMS) {
    throw limitExceeded(`The account ${call.accountId} already has ${MAX_ON_DEMAND_STREAMS} on-demand streams.`);
  }
  return ON_DEMAND_SHARDS;
}
