import type { UntagResourceInput } from '@aws-sdk/client-sfn';
import { operation } from '@cairn/emulator-kit';
import { machineNeed } from '../machines.ts';
import type { StepFunctionsState } from '../state.ts';
import { tagsOf } from '../tags.ts';

export const untagResource = operation<StepFunctionsState, UntagResourceInput, Record<string, never>>({
  fidelity: 'real',
  needs: (input, call) => machineNeed(call, 'UntagResource', input.resourceArn),
  handle: (input, call) => {
    const tags = tagsOf(call, input.resourceArn);
    for (const key of input.tagKeys ?? []) tags.delete(key);
    return {};
  },
});
