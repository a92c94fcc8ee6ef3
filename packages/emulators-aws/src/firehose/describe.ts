import type { DeliveryStreamDescription, DestinationDescription, SourceDescription } from '@aws-sdk/client-firehose';
import { bufferLimits } from './destination.ts';
import type { DeliveryStream, Destination } from './state.ts';

const MEBIBYTE = 1_048_576;

export const describeStream = (stream: DeliveryStream): DeliveryStreamDescription => ({
  DeliveryStreamName: stream.name,
  DeliveryStreamARN: stream.arn,
  DeliveryStreamStatus: stream.status,
  DeliveryStreamType: typeOf(stream),
  VersionId: '1',
  CreateTimestamp: new Date(stream.createdAt),
  ...sourceOf(stream),
  Destinations: [describeDestination(stream.destination)],
  HasMoreDestinations: false,
});

export const typeOf = ({ source }: DeliveryStream) =>
  source ? ('KinesisStreamAsSource' as const) : ('DirectPut' as const);

function sourceOf({ source, createdAt }: DeliveryStream): { Source?: SourceDescription } {
  if (!source) return {};
  const described = {
    KinesisStreamARN: source.streamArn,
    RoleARN: source.roleArn,
    DeliveryStartTimestamp: new Date(createdAt),
  };
  return { Source: { KinesisStreamSourceDescription: described } };
}

function describeDestination(destination: Destination): DestinationDescription {
  const { S3BackupConfiguration: _, ...shown } = destination;
  const { bytes, milliseconds } = bufferLimits(destination);
  const common = {
    RoleARN: shown.RoleARN,
    BucketARN: shown.BucketARN,
    BufferingHints: { SizeInMBs: bytes / MEBIBYTE, IntervalInSeconds: milliseconds / 1000 },
    CompressionFormat: shown.CompressionFormat ?? ('UNCOMPRESSED' as const),
    EncryptionConfiguration: shown.EncryptionConfiguration ?? { NoEncryptionConfig: 'NoEncryption' as const },
    CloudWatchLoggingOptions: shown.CloudWatchLoggingOptions ?? { Enabled: false },
  };
  const prefixes = {
    ...(shown.Prefix === undefined ? {} : { Prefix: shown.Prefix }),
    ...(shown.ErrorOutputPrefix === undefined ? {} : { ErrorOutputPrefix: shown.ErrorOutputPrefix }),
  };
  return {
    DestinationId: 'destinationId-000000000001',
    S3DestinationDescription: { ...common, ...prefixes },
    ExtendedS3DestinationDescription: { ...shown, ...common, S3BackupMode: 'Disabled' },
  };
}
