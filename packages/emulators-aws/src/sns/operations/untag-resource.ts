import type { UntagResourceRequest, UntagResourceResponse } from '@aws-sdk/client-sns';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import type { SnsState } from '../state.ts';
import { getTopic, topicNeed } from '../topics.ts';

export const untagResource = operation<SnsState, Sent<UntagResourceRequest>, UntagResourceResponse>({
  fidelity: 'real',
  needs: ({ ResourceArn: arn, TagKeys: keys }, call) => topicNeed(call, 'UntagResource', arn, { 'aws:TagKeys': keys }),
  handle: ({ ResourceArn: arn, TagKeys: keys }, call) => {
    const { tags } = getTopic(call, arn, 'ResourceArn');
    for (const key of keys) tags.delete(key);
    return {};
  },
});
