import type { EventSourceMappingConfiguration, GetEventSourceMappingRequest } from '@aws-sdk/client-lambda';
import { operation } from '@cairn/emulator-kit';
import { describeMapping } from '../mappings/describe.ts';
import { getMapping, mappingNeed } from '../mappings/find.ts';
import type { LambdaState } from '../state.ts';

export const getEventSourceMapping = operation<
  LambdaState,
  GetEventSourceMappingRequest,
  EventSourceMappingConfiguration
>({
  fidelity: 'real',
  needs: (input, call) => mappingNeed(call, 'GetEventSourceMapping', input.UUID),
  handle: (input, call) => describeMapping(call, getMapping(call, input.UUID)),
});
