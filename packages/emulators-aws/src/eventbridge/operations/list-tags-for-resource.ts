import type { ListTagsForResourceRequest, ListTagsForResourceResponse } from '@aws-sdk/client-eventbridge';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { describeTags } from '../describe.ts';
import type { EventsState } from '../state.ts';
import { taggedResource } from '../tags.ts';

type Input = Sent<ListTagsForResourceRequest>;

export const listTagsForResource = operation<EventsState, Input, ListTagsForResourceResponse>({
  fidelity: 'real',
  needs: ({ ResourceARN: arn }) => ({ action: 'events:ListTagsForResource', resource: arn }),
  handle: ({ ResourceARN: arn }, call) => ({ Tags: describeTags(taggedResource(call, arn).tags) }),
});
