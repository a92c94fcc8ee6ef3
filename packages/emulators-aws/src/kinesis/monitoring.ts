import type { EnhancedMonitoringOutput, MetricsName } from '@aws-sdk/client-kinesis';
import type { KinesisCall } from './state.ts';
import { getActiveStream, type NamesStream } from './streams.ts';

const SHARD_METRICS: readonly MetricsName[] = [
  'IncomingBytes',
  'IncomingRecords',
  'OutgoingBytes',
  'OutgoingRecords',
  'WriteProvisionedThroughputExceeded',
  'ReadProvisionedThroughputExceeded',
  'IteratorAgeMilliseconds',
];

/** ALL stands for each of them. */
export const namedMetrics = (names: readonly MetricsName[]): readonly MetricsName[] =>
  names.includes('ALL') ? SHARD_METRICS : names;

export function changeMonitoring(
  call: KinesisCall,
  input: NamesStream,
  change: (current: readonly MetricsName[]) => readonly MetricsName[],
): EnhancedMonitoringOutput {
  const stream = getActiveStream(call, input);
  const current = [...stream.shardMetrics];
  const desired = change(current);
  stream.shardMetrics.clear();
  for (const metric of desired) stream.shardMetrics.add(metric);
  return {
    StreamName: stream.name,
    StreamARN: stream.arn,
    CurrentShardLevelMetrics: current,
    DesiredShardLevelMetrics: [...stream.shardMetrics],
  };
}
