import type { BufferingHints, CreateDeliveryStreamInput } from '@aws-sdk/client-firehose';
import { invalidArgument, notSupported } from './errors.ts';
import { checkPrefixes } from './prefix.ts';
import type { Destination } from './state.ts';

const DEFAULT_SIZE_MEBIBYTES = 5;
const DEFAULT_INTERVAL_SECONDS = 300;
const MEBIBYTE = 1_048_576;

/** Destinations that Firehose has and the sandbox has not. */
const OTHERS = [
  'RedshiftDestinationConfiguration',
  'ElasticsearchDestinationConfiguration',
  'AmazonopensearchserviceDestinationConfiguration',
  'AmazonOpenSearchServerlessDestinationConfiguration',
  'SplunkDestinationConfiguration',
  'HttpEndpointDestinationConfiguration',
  'SnowflakeDestinationConfiguration',
  'IcebergDestinationConfiguration',
] as const;

/** The bucket that a stream delivers to. Throws InvalidArgumentException for what the sandbox cannot do. */
export function destinationOf(input: CreateDeliveryStreamInput): Destination {
  const other = OTHERS.find((name) => input[name] !== undefined);
  if (other) throw notSupported(other);
  const { S3DestinationConfiguration: simple, ExtendedS3DestinationConfiguration: extended } = input;
  if ((simple === undefined) === (extended === undefined)) {
    throw invalidArgument('Exactly one destination configuration is supported for a Firehose');
  }
  const destination = (extended ?? simple) as Destination; // the wire refuses one without role and bucket
  checkDestination(destination);
  return destination;
}

function checkDestination(destination: Destination): void {
  if (destination.DataFormatConversionConfiguration?.Enabled) throw notSupported('Conversion to Parquet or ORC');
  if (destination.DynamicPartitioningConfiguration?.Enabled) throw notSupported('Dynamic partitioning');
  if (destination.S3BackupMode === 'Enabled') throw notSupported('A backup of the source records');
  const compression = destination.CompressionFormat ?? 'UNCOMPRESSED';
  if (compression !== 'UNCOMPRESSED' && compression !== 'GZIP') throw notSupported(`Compression by ${compression}`);
  checkProcessors(destination);
  checkHints(destination.BufferingHints);
  checkPrefixes(destination.Prefix ?? '', destination.ErrorOutputPrefix ?? '');
  checkTimeZone(destination.CustomTimeZone);
}

function checkProcessors({ ProcessingConfiguration: processing }: Destination): void {
  if (!processing?.Enabled) return;
  const unknown = (processing.Processors ?? []).find(
    ({ Type }) => Type !== 'Lambda' && Type !== 'AppendDelimiterToRecord',
  );
  if (unknown) throw notSupported(`The processor ${unknown.Type}`);
}

function checkHints(hints: BufferingHints | undefined): void {
  if (hints && (hints.SizeInMBs === undefined) !== (hints.IntervalInSeconds === undefined)) {
    throw invalidArgument('SizeInMBs and IntervalInSeconds of BufferingHints must be given together.');
  }
}

function checkTimeZone(zone: string | undefined): void {
  if (!zone) return;
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: zone });
  } catch {
    throw invalidArgument(`CustomTimeZone ${zone} is not a time zone.`);
  }
}

export interface Limits {
  readonly bytes: number;
  readonly milliseconds: number;
}

/** Whichever is reached first sets a delivery off. */
export const bufferLimits = ({ BufferingHints: hints }: Destination): Limits => ({
  bytes: (hints?.SizeInMBs ?? DEFAULT_SIZE_MEBIBYTES) * MEBIBYTE,
  milliseconds: (hints?.IntervalInSeconds ?? DEFAULT_INTERVAL_SECONDS) * 1000,
});

export const timeZoneOf = ({ CustomTimeZone: zone }: Destination): string => zone || 'UTC';
