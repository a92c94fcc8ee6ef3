import type { DeleteEventSourceMappingRequest, EventSourceMappingConfiguration } from '@aws-sdk/client-lambda';
import { operation } from '@cairn/emulator-kit';
import { describeMapping } from '../mappings/describe.ts';
import { getMapping, mappingNeed } from '../mappings/find.ts';
import type { LambdaState } from '../state.ts';

export const deleteEventSourceMapping = operation<
  LambdaState,
  DeleteEventSourceMappingRequest,
  EventSourceMappingConfiguration
>({
  fidelity: 'real',
  needs: (input, call) => mappingNeed(call, 'DeleteEventSourceMapping', input.UUID),
  handle: (input, call) => {
    const mapping = getMapping(call, input.UUID);
    call.state.mappings.delete(mapping.uuid);
    if (mapping.wakeTimer !== undefined) call.cancel(mapping.wakeTimer);
    return describeMapping(call, mapping, 'Deleting');
  },
});
