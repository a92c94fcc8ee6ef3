import type { TagResourceRequest } from '@aws-sdk/client-lambda';
import { operation } from '@cairn/emulator-kit';
import { requestTags } from '../../messaging/needs.ts';
import { invalidParameter } from '../errors.ts';
import type { LambdaState } from '../state.ts';
import { tagNeed, tagsOf } from '../tags.ts';

const MOST_TAGS = 50;

export const tagResource = operation<LambdaState, TagResourceRequest, Record<string, never>>({
  fidelity: 'real',
  needs: (input, call) => {
    const need = tagNeed(call, 'TagResource', input.Resource);
    return { ...need, context: { ...need.context, ...requestTags(Object.entries(input.Tags ?? {})) } };
  },
  handle: (input, call) => {
    const tags = tagsOf(call, input.Resource);
    const all = new Map([...tags, ...Object.entries(input.Tags ?? {})]);
    if (all.size > MOST_TAGS) throw invalidParameter(`A resource may have at most ${MOST_TAGS} tags.`);
    for (const [key, value] of all) tags.set(key, value);
    return {};
  },
});
