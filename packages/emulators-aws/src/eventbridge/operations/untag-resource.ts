import type { UntagResourceRequest, UntagResourceResponse } from '@aws-sdk/client-eventbridge';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import type { EventsState } from '../state.ts';
import { taggedResource } from '../tags.ts';

export const untagResource = operation<EventsState, Sent<UntagResourceRequest>, UntagResourceResponse>({
  fidelity: 'real',
  needs: ({ ResourceARN: arn }) => ({ action: 'events:UntagResource', resource: arn }),
  handle: ({ ResourceARN: arn, TagKeys: keys }, call) => {
    const { tags } = taggedResource(call, arn);
    for (const key of keys) tags.delete(key);
    return {};
  },
});
