import type {
  Consumer as ConsumerOutput,
  EnhancedMetrics,
  Shard as ShardOutput,
  StreamDescriptionSummary,
} from '@aws-sdk/client-kinesis';
import { toDecimal } from './hash-keys.ts';
import { endingSequenceNumber, startingSequenceNumber } from './sequence-number.ts';
import { openShards } from './shards.ts';
import type { Consumer, Shard, Stream } from './state.ts';

export const describeShard = (shard: Shard): ShardOutput => ({
  ShardId: shard.id,
  ...(shard.parentId === undefined ? {} : { ParentShardId: shard.parentId }),
  ...(shard.adjacentParentId === undefined ? {} : { AdjacentParentShardId: shard.adjacentParentId }),
  HashKeyRange: { StartingHashKey: toDecimal(shard.first), EndingHashKey: toDecimal(shard.last) },
  SequenceNumberRange: {
    StartingSequenceNumber: startingSequenceNumber(shard),
    ...(shard.closedAt === undefined ? {} : { EndingSequenceNumber: endingSequenceNumber(shard, shard.closedAt) }),
  },
});

/** What DescribeStream and DescribeStreamSummary say alike. */
export const describeStreamBase = (stream: Stream) => ({
  StreamName: stream.name,
  StreamARN: stream.arn,
  StreamStatus: stream.status,
  StreamModeDetails: { StreamMode: stream.mode },
  RetentionPeriodHours: stream.retentionHours,
  StreamCreationTimestamp: new Date(stream.createdAt),
  EnhancedMonitoring: [shardMetrics(stream)],
  EncryptionType: stream.encryption?.type ?? ('NONE' as const),
  ...(stream.encryption ? { KeyId: stream.encryption.keyId } : {}),
});

export const describeSummary = (stream: Stream): StreamDescriptionSummary => ({
  ...describeStreamBase(stream),
  OpenShardCount: openShards(stream).length,
  ConsumerCount: stream.consumers.size,
  MaxRecordSizeInKiB: stream.maxRecordBytes / 1024,
  ...(stream.mode === 'ON_DEMAND' ? { RecordDistributionStrategy: 'USER_PARTITION_KEY' } : {}),
});

const shardMetrics = (stream: Stream): EnhancedMetrics => ({ ShardLevelMetrics: [...stream.shardMetrics].sort() });

export const describeConsumer = ({ name, arn, status, createdAt }: Consumer): ConsumerOutput => ({
  ConsumerName: name,
  ConsumerARN: arn,
  ConsumerStatus: status,
  ConsumerCreationTimestamp: new Date(createdAt),
});
