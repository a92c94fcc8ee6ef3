import type { DeliveryStreamStatus, ExtendedS3DestinationConfiguration } from '@aws-sdk/client-firehose';
import type { BlobRef, Call } from '@cairn/emulator-kit';
import type { Sent } from '../iam/sent.ts';

/** Data Firehose of one account and region. Plain data only. */
export interface FirehoseState {
  readonly streams: Map<string, DeliveryStream>;
}

export type FirehoseCall = Call<FirehoseState>;

export type Destination = Sent<ExtendedS3DestinationConfiguration>;

export interface DeliveryStream {
  readonly name: string;
  readonly arn: string;
  readonly createdAt: number;
  status: DeliveryStreamStatus;
  readonly source: KinesisSource | undefined;
  readonly destination: Destination;
  readonly tags: Map<string, string>;
  /** What has come and is not delivered yet. */
  buffer: Buffered[];
  /** Of the reminder to deliver what is in the buffer. */
  timerId: number | undefined;
  /** Batches that could not be delivered, and are tried again for a day. */
  readonly undelivered: Map<string, Undelivered>;
}

export interface KinesisSource {
  readonly streamArn: string;
  readonly roleArn: string;
  /** Sequence number of the last record that was taken, by shard. */
  readonly positions: Map<string, string>;
}

export interface Buffered {
  readonly data: Uint8Array | BlobRef;
  readonly size: number;
  readonly arrivedAt: number;
}

export interface Undelivered {
  readonly id: string;
  readonly records: readonly Buffered[];
  readonly since: number;
  tries: number;
}

export const emptyState = (): FirehoseState => ({ streams: new Map() });
