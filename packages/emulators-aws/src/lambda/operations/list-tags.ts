import type { ListTagsRequest, ListTagsResponse } from '@aws-sdk/client-lambda';
import { operation } from '@cairn/emulator-kit';
import type { LambdaState } from '../state.ts';
import { tagNeed, tagsOf } from '../tags.ts';

export const listTags = operation<LambdaState, ListTagsRequest, ListTagsResponse>({
  fidelity: 'real',
  needs: (input, call) => tagNeed(call, 'ListTags', input.Resource),
  handle: (input, call) => ({ Tags: Object.fromEntries(tagsOf(call, input.Resource)) }),
});
