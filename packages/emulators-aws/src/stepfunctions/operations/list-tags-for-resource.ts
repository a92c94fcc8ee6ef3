import type { ListTagsForResourceInput, ListTagsForResourceOutput } from '@aws-sdk/client-sfn';
import { operation } from '@cairn/emulator-kit';
import { machineNeed } from '../machines.ts';
import type { StepFunctionsState } from '../state.ts';
import { tagsOf } from '../tags.ts';

export const listTagsForResource = operation<StepFunctionsState, ListTagsForResourceInput, ListTagsForResourceOutput>({
  fidelity: 'real',
  needs: (input, call) => machineNeed(call, 'ListTagsForResource', input.resourceArn),
  handle: (input, call) => ({
    tags: [...tagsOf(call, input.resourceArn)].map(([key, value]) => ({ key, value })),
  }),
});
