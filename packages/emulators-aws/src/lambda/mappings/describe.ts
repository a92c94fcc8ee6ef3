import type { EventSourceMappingConfiguration } from '@aws-sdk/client-lambda';
import type { LambdaCall, Mapping } from '../state.ts';

export const mappingArn = (call: LambdaCall, uuid: string): string => call.arn(`event-source-mapping:${uuid}`);

/** @param state left out: as it stands */
export function describeMapping(call: LambdaCall, mapping: Mapping, state?: string): EventSourceMappingConfiguration {
  const { settings, kind } = mapping;
  return {
    UUID: mapping.uuid,
    EventSourceMappingArn: mappingArn(call, mapping.uuid),
    EventSourceArn: mapping.sourceArn,
    FunctionArn: mapping.functionArn,
    LastModified: mapping.lastModified,
    LastProcessingResult: mapping.lastResult,
    State: state ?? (mapping.isEnabled ? 'Enabled' : 'Disabled'),
    StateTransitionReason: 'USER_INITIATED',
    BatchSize: settings.batchSize,
    MaximumBatchingWindowInSeconds: settings.windowSeconds,
    FunctionResponseTypes: settings.reportsItemFailures ? ['ReportBatchItemFailures'] : [],
    ...(kind === 'kinesis' ? streamMembers(mapping) : {}),
    ...(settings.maximumConcurrency === undefined
      ? {}
      : { ScalingConfig: { MaximumConcurrency: settings.maximumConcurrency } }),
  };
}

function streamMembers({ settings, position, positionAt }: Mapping): EventSourceMappingConfiguration {
  return {
    StartingPosition: position,
    ...(positionAt ? { StartingPositionTimestamp: positionAt } : {}),
    ParallelizationFactor: settings.parallelization,
    BisectBatchOnFunctionError: settings.bisects,
    MaximumRecordAgeInSeconds: settings.maximumAgeSeconds,
    MaximumRetryAttempts: settings.maximumRetries,
    TumblingWindowInSeconds: 0,
    DestinationConfig: {
      OnFailure: settings.onFailureArn === undefined ? {} : { Destination: settings.onFailureArn },
    },
  };
}
