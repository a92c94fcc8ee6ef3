import type { TagResourceInput, TagResourceOutput } from '@aws-sdk/client-cloudwatch';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import type { CloudWatchState } from '../state.ts';
import { taggedAlarm, tagNeed } from '../tags.ts';

export const tagResource = operation<CloudWatchState, Sent<TagResourceInput>, TagResourceOutput>({
  fidelity: 'real',
  needs: tagNeed('TagResource'),
  handle: ({ ResourceARN, Tags }, call) => {
    const { tags } = taggedAlarm(call, ResourceARN);
    for (const { Key = '', Value = '' } of Tags) tags.set(Key, Value);
    return {};
  },
});
