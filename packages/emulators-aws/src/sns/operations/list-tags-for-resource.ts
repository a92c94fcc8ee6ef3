import type { ListTagsForResourceRequest, ListTagsForResourceResponse } from '@aws-sdk/client-sns';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import type { SnsState } from '../state.ts';
import { describeTags } from '../tags.ts';
import { getTopic, topicNeed } from '../topics.ts';

export const listTagsForResource = operation<SnsState, Sent<ListTagsForResourceRequest>, ListTagsForResourceResponse>({
  fidelity: 'real',
  needs: ({ ResourceArn: arn }, call) => topicNeed(call, 'ListTagsForResource', arn),
  handle: ({ ResourceArn: arn }, call) => ({ Tags: describeTags(getTopic(call, arn, 'ResourceArn').tags) }),
});
