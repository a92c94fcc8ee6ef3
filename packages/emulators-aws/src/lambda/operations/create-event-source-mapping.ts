import type { CreateEventSourceMappingRequest, EventSourceMappingConfiguration } from '@aws-sdk/client-lambda';
import { operation } from '@cairn/emulator-kit';
import { requestTags } from '../../messaging/needs.ts';
import { conflict, invalidParameter, notSupported } from '../errors.ts';
import { resolve } from '../functions.ts';
import { demandReadable, pollerSession } from '../mappings/access.ts';
import { describeMapping } from '../mappings/describe.ts';
import { mappingSettings } from '../mappings/settings.ts';
import { wakeMapping } from '../mappings/waking.ts';
import { functionArn, functionNameOf } from '../names.ts';
import type { LambdaCall, LambdaState, Mapping } from '../state.ts';

export const createEventSourceMapping = operation<
  LambdaState,
  CreateEventSourceMappingRequest,
  EventSourceMappingConfiguration
>({
  fidelity: 'simplified',
  differs:
    'Kinesis streams and SQS queues, without filters and tumbling windows. Batches run one after another, whatever ParallelizationFactor and ScalingConfig say. Enabled at once.',
  needs: (input, call) => ({
    action: 'lambda:CreateEventSourceMapping',
    resource: '*',
    context: {
      'lambda:FunctionArn': functionArn(call, functionNameOf(call, input.FunctionName)),
      ...requestTags(Object.entries(input.Tags ?? {})),
    },
  }),
  handle: async (input, call) => {
    const { arn } = resolve(call, input.FunctionName);
    const mapping = newMapping(call, input, arn);
    await demandReadable(call, mapping, pollerSession(call, arn));
    demandUnmapped(call, mapping);
    call.state.mappings.set(mapping.uuid, mapping);
    call.background((later) => wakeMapping(later, mapping));
    return describeMapping(call, mapping, 'Creating');
  },
});

function newMapping(call: LambdaCall, input: CreateEventSourceMappingRequest, arn: string): Mapping {
  const { EventSourceArn: sourceArn = '', StartingPosition: position, StartingPositionTimestamp: positionAt } = input;
  const kind = kindOf(sourceArn);
  if (kind === 'kinesis' && position === undefined) {
    throw invalidParameter(
      "1 validation error detected: Value null at 'startingPosition' failed to satisfy constraint: Member must not be null.",
    );
  }
  if (kind === 'sqs' && position !== undefined) {
    throw invalidParameter('StartingPosition is not valid for SQS event sources.');
  }
  if ((position === 'AT_TIMESTAMP') !== (positionAt !== undefined)) {
    throw invalidParameter('StartingPositionTimestamp goes with StartingPosition AT_TIMESTAMP, and only with it.');
  }
  return {
    uuid: call.ids.uuid(),
    sourceArn,
    kind,
    functionArn: arn,
    createdAt: call.now(),
    lastModified: call.date(),
    isEnabled: input.Enabled ?? true,
    settings: mappingSettings(kind, sourceArn, input),
    position,
    positionAt,
    lastResult: 'No records processed',
    shards: new Map(),
    wakeTimer: undefined,
    tags: new Map(Object.entries(input.Tags ?? {})),
  };
}

function kindOf(sourceArn: string): Mapping['kind'] {
  if (/^arn:aws[a-z-]*:kinesis:[^:]*:[^:]*:stream\/[^/]+$/.test(sourceArn)) return 'kinesis';
  if (/^arn:aws[a-z-]*:sqs:/.test(sourceArn)) return 'sqs';
  throw notSupported(`The event source '${sourceArn}' (only Kinesis streams and SQS queues are)`);
}

function demandUnmapped(call: LambdaCall, { sourceArn, functionArn: arn }: Mapping): void {
  const same = [...call.state.mappings.values()].find((one) => one.sourceArn === sourceArn && one.functionArn === arn);
  if (same) {
    throw conflict(
      `An event source mapping with event source arn (" ${sourceArn} ") and function name (" ${arn} ") already exists. Please update or delete the existing mapping with UUID ${same.uuid}`,
    );
  }
}
