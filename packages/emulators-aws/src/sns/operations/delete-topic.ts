import type { DeleteTopicInput } from '@aws-sdk/client-sns';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import type { SnsState } from '../state.ts';
import { findTopic, onTopic } from '../topics.ts';

/** Says yes to a topic that is not there, as SNS does. */
export const deleteTopic = operation<SnsState, Sent<DeleteTopicInput>, void>({
  fidelity: 'real',
  needs: onTopic('DeleteTopic'),
  handle: ({ TopicArn: arn }, call) => {
    const topic = findTopic(call, arn);
    if (topic) call.state.topics.delete(topic.name);
  },
});
