import type { TagResourceInput } from '@aws-sdk/client-sfn';
import { operation } from '@cairn/emulator-kit';
import { requestTags } from '../../messaging/needs.ts';
import { machineNeed } from '../machines.ts';
import type { StepFunctionsState } from '../state.ts';
import { tagsOf } from '../tags.ts';

export const tagResource = operation<StepFunctionsState, TagResourceInput, Record<string, never>>({
  fidelity: 'real',
  needs: (input, call) => {
    const need = machineNeed(call, 'TagResource', input.resourceArn);
    const tags = requestTags((input.tags ?? []).map(({ key = '', value }) => [key, value]));
    return { ...need, context: { ...need.context, ...tags } };
  },
  handle: (input, call) => {
    const tags = tagsOf(call, input.resourceArn);
    for (const { key = '', value = '' } of input.tags ?? []) tags.set(key, value);
    return {};
  },
});
