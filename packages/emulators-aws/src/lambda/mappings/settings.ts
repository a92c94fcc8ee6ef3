import type { CreateEventSourceMappingRequest, UpdateEventSourceMappingRequest } from '@aws-sdk/client-lambda';
import { invalidParameter, notSupported } from '../errors.ts';
import type { Mapping, MappingSettings } from '../state.ts';

type Input = CreateEventSourceMappingRequest | UpdateEventSourceMappingRequest;
type Kind = Mapping['kind'];

const MOST_RECORDS = 10_000;
/** What one ReceiveMessage brings, and all that FIFO queues take. */
const SQS_RECORDS = 10;

const DEFAULTS: Readonly<Record<Kind, MappingSettings>> = {
  kinesis: {
    batchSize: 100,
    windowSeconds: 0,
    bisects: false,
    maximumRetries: -1,
    maximumAgeSeconds: -1,
    parallelization: 1,
    reportsItemFailures: false,
    onFailureArn: undefined,
    maximumConcurrency: undefined,
  },
  sqs: {
    batchSize: SQS_RECORDS,
    windowSeconds: 0,
    bisects: false,
    maximumRetries: -1,
    maximumAgeSeconds: -1,
    parallelization: 1,
    reportsItemFailures: false,
    onFailureArn: undefined,
    maximumConcurrency: undefined,
  },
};

/** Lays what a request gives over what was there. Throws InvalidParameterValueException. */
export function mappingSettings(
  kind: Kind,
  sourceArn: string,
  input: Input,
  before: MappingSettings = DEFAULTS[kind],
): MappingSettings {
  refuseUnsupported(input);
  if (kind === 'sqs') refuseStreamMembers(input);
  const onFailure = input.DestinationConfig ? input.DestinationConfig.OnFailure?.Destination : before.onFailureArn;
  const settings = {
    batchSize: input.BatchSize ?? before.batchSize,
    windowSeconds: input.MaximumBatchingWindowInSeconds ?? before.windowSeconds,
    bisects: input.BisectBatchOnFunctionError ?? before.bisects,
    maximumRetries: input.MaximumRetryAttempts ?? before.maximumRetries,
    maximumAgeSeconds: input.MaximumRecordAgeInSeconds ?? before.maximumAgeSeconds,
    parallelization: input.ParallelizationFactor ?? before.parallelization,
    reportsItemFailures: input.FunctionResponseTypes
      ? input.FunctionResponseTypes.includes('ReportBatchItemFailures')
      : before.reportsItemFailures,
    onFailureArn: onFailure || undefined,
    maximumConcurrency: input.ScalingConfig ? input.ScalingConfig.MaximumConcurrency : before.maximumConcurrency,
  };
  checkBatch(kind, sourceArn, settings);
  checkDestination(settings.onFailureArn);
  return settings;
}

function checkBatch(
  kind: Kind,
  sourceArn: string,
  { batchSize, windowSeconds, maximumAgeSeconds }: MappingSettings,
): void {
  const isFifo = sourceArn.endsWith('.fifo');
  if (batchSize > MOST_RECORDS || (isFifo && batchSize > SQS_RECORDS)) {
    throw invalidParameter(
      `Batch size ${batchSize} is more than the maximum of ${isFifo ? SQS_RECORDS : MOST_RECORDS}.`,
    );
  }
  if (isFifo && windowSeconds > 0) throw invalidParameter('Batching window is not supported for FIFO queues.');
  if (kind === 'sqs' && batchSize > SQS_RECORDS && windowSeconds < 1) {
    throw invalidParameter(
      'Maximum batch window in seconds must be greater than 0 if maximum batch size is greater than 10',
    );
  }
  if (maximumAgeSeconds !== -1 && maximumAgeSeconds < 60) {
    throw invalidParameter('MaximumRecordAgeInSeconds must be -1, or between 60 and 604800.');
  }
}

function checkDestination(arn: string | undefined): void {
  if (arn !== undefined && !/^arn:aws[a-z-]*:(sqs|sns):/.test(arn)) {
    throw notSupported('An on-failure destination other than an SQS queue or an SNS topic');
  }
}

function refuseStreamMembers(input: Input): void {
  const members = [
    'BisectBatchOnFunctionError',
    'MaximumRetryAttempts',
    'MaximumRecordAgeInSeconds',
    'ParallelizationFactor',
  ] as const;
  const given = members.find((name) => input[name] !== undefined);
  if (given !== undefined)
    throw invalidParameter(`Unsupported ${given} parameter for given event source mapping type.`);
  if (input.DestinationConfig?.OnFailure?.Destination) {
    throw invalidParameter('Unsupported DestinationConfig parameter for given event source mapping type.');
  }
}

const UNSUPPORTED = [
  'FilterCriteria',
  'SourceAccessConfigurations',
  'KMSKeyArn',
  'MetricsConfig',
  'ProvisionedPollerConfig',
  'AmazonManagedKafkaEventSourceConfig',
  'SelfManagedKafkaEventSourceConfig',
  'DocumentDBEventSourceConfig',
] as const;

function refuseUnsupported(input: Input): void {
  const given = UNSUPPORTED.find((name) => input[name] !== undefined);
  if (given !== undefined) throw notSupported(given);
  if ((input.TumblingWindowInSeconds ?? 0) > 0) throw notSupported('TumblingWindowInSeconds');
}
