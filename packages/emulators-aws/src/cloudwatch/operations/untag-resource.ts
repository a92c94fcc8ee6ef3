import type { UntagResourceInput, UntagResourceOutput } from '@aws-sdk/client-cloudwatch';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import type { CloudWatchState } from '../state.ts';
import { taggedAlarm, tagNeed } from '../tags.ts';

export const untagResource = operation<CloudWatchState, Sent<UntagResourceInput>, UntagResourceOutput>({
  fidelity: 'real',
  needs: tagNeed('UntagResource'),
  handle: ({ ResourceARN, TagKeys }, call) => {
    const { tags } = taggedAlarm(call, ResourceARN);
    for (const key of TagKeys) tags.delete(key);
    return {};
  },
});
