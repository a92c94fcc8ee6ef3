import type { DescribeLimitsInput, DescribeLimitsOutput } from '@aws-sdk/client-kinesis';
import { operation } from '@cairn/emulator-kit';
import { MAX_ON_DEMAND_STREAMS, shardLimit } from '../quotas.ts';
import type { KinesisState } from '../state.ts';
import { provisionedShards } from '../streams.ts';

export const describeLimits = operation<KinesisState, DescribeLimitsInput, DescribeLimitsOutput>({
  fidelity: 'real',
  handle: (_, { state, region }) => ({
    ShardLimit: shardLimit(region),
    OpenShardCount: provisionedShards(state),
    OnDemandStreamCount: [...state.streams.values()].filter(({ mode }) => mode === 'ON_DEMAND').length,
    OnDemandStreamCountLimit: MAX_ON_DEMAND_STREAMS,
  }),
});
