import type { EventSourceMappingConfiguration, UpdateEventSourceMappingRequest } from '@aws-sdk/client-lambda';
import { operation } from '@cairn/emulator-kit';
import { resolve } from '../functions.ts';
import { demandReadable, pollerSession } from '../mappings/access.ts';
import { describeMapping } from '../mappings/describe.ts';
import { getMapping, mappingNeed } from '../mappings/find.ts';
import { mappingSettings } from '../mappings/settings.ts';
import { wakeMapping } from '../mappings/waking.ts';
import type { LambdaState } from '../state.ts';

export const updateEventSourceMapping = operation<
  LambdaState,
  UpdateEventSourceMappingRequest,
  EventSourceMappingConfiguration
>({
  fidelity: 'real',
  needs: (input, call) => mappingNeed(call, 'UpdateEventSourceMapping', input.UUID),
  handle: async (input, call) => {
    const mapping = getMapping(call, input.UUID);
    const settings = mappingSettings(mapping.kind, mapping.sourceArn, input, mapping.settings);
    const { arn } = resolve(call, input.FunctionName ?? mapping.functionArn);
    await demandReadable(call, mapping, pollerSession(call, arn));
    mapping.settings = settings;
    mapping.functionArn = arn;
    mapping.isEnabled = input.Enabled ?? mapping.isEnabled;
    mapping.lastModified = call.date();
    call.background((later) => wakeMapping(later, mapping));
    return describeMapping(call, mapping, 'Updating');
  },
});
