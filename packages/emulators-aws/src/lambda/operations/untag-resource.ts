import type { UntagResourceRequest } from '@aws-sdk/client-lambda';
import { operation } from '@cairn/emulator-kit';
import type { LambdaState } from '../state.ts';
import { tagNeed, tagsOf } from '../tags.ts';

export const untagResource = operation<LambdaState, UntagResourceRequest, Record<string, never>>({
  fidelity: 'real',
  needs: (input, call) => tagNeed(call, 'UntagResource', input.Resource),
  handle: (input, call) => {
    const tags = tagsOf(call, input.Resource);
    for (const key of input.TagKeys ?? []) tags.delete(key);
    return {};
  },
});
