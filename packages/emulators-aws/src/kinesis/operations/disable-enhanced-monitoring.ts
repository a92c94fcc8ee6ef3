import type { DisableEnhancedMonitoringInput, EnhancedMonitoringOutput } from '@aws-sdk/client-kinesis';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { changeMonitoring, namedMetrics } from '../monitoring.ts';
import type { KinesisState } from '../state.ts';
import { onStream } from '../streams.ts';

export const disableEnhancedMonitoring = operation<
  KinesisState,
  Sent<DisableEnhancedMonitoringInput>,
  EnhancedMonitoringOutput
>({
  fidelity: 'shape-only',
  differs: 'Shard-level metrics are remembered and not written to CloudWatch; stream-level metrics are.',
  needs: onStream('DisableEnhancedMonitoring'),
  handle: (input, call) => {
    const asked = namedMetrics(input.ShardLevelMetrics);
    return changeMonitoring(call, input, (current) => current.filter((metric) => !asked.includes(metric)));
  },
});
