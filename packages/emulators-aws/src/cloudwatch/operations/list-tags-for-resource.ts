import type { ListTagsForResourceInput, ListTagsForResourceOutput } from '@aws-sdk/client-cloudwatch';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import type { CloudWatchState } from '../state.ts';
import { taggedAlarm, tagNeed } from '../tags.ts';

export const listTagsForResource = operation<
  CloudWatchState,
  Sent<ListTagsForResourceInput>,
  ListTagsForResourceOutput
>({
  fidelity: 'real',
  needs: tagNeed('ListTagsForResource'),
  handle: ({ ResourceARN }, call) => ({
    Tags: [...taggedAlarm(call, ResourceARN).tags].map(([Key, Value]) => ({ Key, Value })),
  }),
});
