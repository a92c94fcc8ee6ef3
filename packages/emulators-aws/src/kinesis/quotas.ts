import { limitExceeded } from './errors.ts';
import type { KinesisCall } from './state.ts';
import { provisionedShards } from './streams.ts';

/** Kinesis developer guide, "Quotas and limits". */
export const MAX_ON_DEMAND_STREAMS = 50;
export const MAX_CONSUMERS = 20;
export const MIN_RETENTION_HOURS = 24;
export const MAX_RETENTION_HOURS = 8760;
export const ON_DEMAND_SHARDS = 4;

const LARGE_REGIONS = ['us-east-1', 'us-west-2', 'eu-west-1'];

export const shardLimit = (region: string): number => (LARGE_REGIONS.includes(region) ? 20_000 : 6_000);

/** Throws LimitExceededException when `added` more shards would be too many for the account. */
export function demandShards(call: KinesisCall, added: number): void {
  const current = provisionedShards(call.state);
  const limit = shardLimit(call.region);
  if (current + added <= limit) return;
  throw limitExceeded(
    `This request would exceed the shard limit for the account ${call.accountId} in ${call.region}. Current shard count for the account: ${current}. Limit: ${limit}. Number of additional shards that would have resulted from this request: ${added}. Refer to the AWS Service Limits page (https://docs.aws.amazon.com/general/latest/gr/aws_service_limits.html) for current limits and how to request higher limits.`,
  );
}
