import type { EncryptionType, MetricsName, StreamMode, StreamStatus } from '@aws-sdk/client-kinesis';
import type { BlobRef, Call } from '@cairn/emulator-kit';

/** Kinesis Data Streams of one account and region. Plain data only. */
export interface KinesisState {
  readonly streams: Map<string, Stream>;
}

export type KinesisCall = Call<KinesisState>;

export interface Stream {
  readonly name: string;
  readonly arn: string;
  readonly createdAt: number;
  status: StreamStatus;
  mode: StreamMode;
  retentionHours: number;
  maxRecordBytes: number;
  /** In the order they were made: a shard's index is the number in its id. */
  readonly shards: Shard[];
  readonly tags: Map<string, string>;
  readonly consumers: Map<string, Consumer>;
  readonly shardMetrics: Set<MetricsName>;
  encryption: StreamEncryption | undefined;
  policy: string | undefined;
  /** When UpdateShardCount was called: ten times in 24 hours are allowed. */
  readonly scalings: number[];
  /** When the mode was changed: twice in 24 hours are allowed. */
  readonly modeSwitches: number[];
}

export interface StreamEncryption {
  readonly type: EncryptionType;
  /** As the caller gave it: an id, an ARN or an alias. */
  readonly keyId: string;
  /** Left out for keys that AWS manages, which need no permission of their own. */
  readonly keyArn: string | undefined;
}

/** Hash keys are 32 hexadecimal digits, so that they compare as texts. */
export interface HashRange {
  readonly first: string;
  readonly last: string;
}

export interface Shard extends HashRange {
  readonly id: string;
  readonly index: number;
  readonly parentId: string | undefined;
  readonly adjacentParentId: string | undefined;
  readonly createdAt: number;
  closedAt: number | undefined;
  /** Serial of the next record: records of a shard are numbered without a gap. */
  nextSerial: number;
  /** Those not trimmed yet, oldest first. */
  readonly records: StoredRecord[];
  readonly writes: Allowance;
  readonly reads: Allowance;
}

/** What is left of a rate, as it stood at `at`. */
export interface Allowance {
  units: number;
  bytes: number;
  at: number;
}

export interface StoredRecord {
  readonly serial: number;
  readonly sequenceNumber: string;
  readonly arrivedAt: number;
  readonly partitionKey: string;
  readonly size: number;
  /** Large ones are kept apart, so that snapshots need not copy them. */
  readonly data: Uint8Array | BlobRef;
  readonly isEncrypted: boolean;
}

export interface Consumer {
  readonly name: string;
  readonly arn: string;
  readonly createdAt: number;
  readonly tags: Map<string, string>;
  status: 'CREATING' | 'ACTIVE' | 'DELETING';
  /** The subscription that is served, by shard: a newer one ends an older one. */
  readonly subscriptions: Map<string, { readonly id: string; readonly since: number }>;
}

export const emptyState = (): KinesisState => ({ streams: new Map() });
