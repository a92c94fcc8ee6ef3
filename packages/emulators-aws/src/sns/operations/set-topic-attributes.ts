import type { SetTopicAttributesInput } from '@aws-sdk/client-sns';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { checkTopicAttribute, setTopicAttribute } from '../attributes.ts';
import type { SnsState } from '../state.ts';
import { getTopic, onTopic } from '../topics.ts';

export const setTopicAttributes = operation<SnsState, Sent<SetTopicAttributesInput>, void>({
  fidelity: 'simplified',
  differs: 'Keys, delivery policies and delivery logging are remembered and have no effect.',
  needs: onTopic('SetTopicAttributes'),
  handle: ({ TopicArn: arn, AttributeName: name, AttributeValue: value = '' }, call) => {
    const topic = getTopic(call, arn);
    checkTopicAttribute(name, value, topic.isFifo);
    setTopicAttribute(topic, name, value);
  },
});
