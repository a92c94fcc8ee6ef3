import type { GetTopicAttributesInput, GetTopicAttributesResponse } from '@aws-sdk/client-sns';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { topicAttributes } from '../attributes.ts';
import type { SnsState } from '../state.ts';
import { getTopic, onTopic } from '../topics.ts';

export const getTopicAttributes = operation<SnsState, Sent<GetTopicAttributesInput>, GetTopicAttributesResponse>({
  fidelity: 'real',
  needs: onTopic('GetTopicAttributes'),
  handle: ({ TopicArn: arn }, call) => ({ Attributes: topicAttributes(call, getTopic(call, arn)) }),
});
