import type { TagResourceRequest, TagResourceResponse } from '@aws-sdk/client-eventbridge';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { requestTags } from '../../messaging/needs.ts';
import { pairsOf } from '../describe.ts';
import type { EventsState } from '../state.ts';
import { taggedResource } from '../tags.ts';

export const tagResource = operation<EventsState, Sent<TagResourceRequest>, TagResourceResponse>({
  fidelity: 'real',
  needs: ({ ResourceARN: arn, Tags: tags }) => ({
    action: 'events:TagResource',
    resource: arn,
    context: requestTags(pairsOf(tags)),
  }),
  handle: ({ ResourceARN: arn, Tags: added }, call) => {
    const { tags } = taggedResource(call, arn);
    for (const [key, value] of pairsOf(added)) tags.set(key, value);
    return {};
  },
});
