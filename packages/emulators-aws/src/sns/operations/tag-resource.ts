import type { TagResourceRequest, TagResourceResponse } from '@aws-sdk/client-sns';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { requestTags } from '../../messaging/needs.ts';
import type { SnsState } from '../state.ts';
import { addTags, pairsOf } from '../tags.ts';
import { getTopic, topicNeed } from '../topics.ts';

export const tagResource = operation<SnsState, Sent<TagResourceRequest>, TagResourceResponse>({
  fidelity: 'real',
  needs: ({ ResourceArn: arn, Tags: tags }, call) => topicNeed(call, 'TagResource', arn, requestTags(pairsOf(tags))),
  handle: ({ ResourceArn: arn, Tags: tags }, call) => {
    addTags(getTopic(call, arn, 'ResourceArn'), tags);
    return {};
  },
});
