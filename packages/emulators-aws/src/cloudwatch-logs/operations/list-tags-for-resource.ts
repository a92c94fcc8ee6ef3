import type { ListTagsForResourceRequest, ListTagsForResourceResponse } from '@aws-sdk/client-cloudwatch-logs';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import type { LogsState } from '../state.ts';
import { onTagged, taggedGroup } from '../tags.ts';

export const listTagsForResource = operation<LogsState, Sent<ListTagsForResourceRequest>, ListTagsForResourceResponse>({
  fidelity: 'real',
  needs: onTagged('ListTagsForResource'),
  handle: ({ resourceArn }, call) => ({ tags: Object.fromEntries(taggedGroup(call, resourceArn).tags) }),
});
