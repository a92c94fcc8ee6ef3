import type { ListSubscriptionsByTopicInput, ListSubscriptionsByTopicResponse } from '@aws-sdk/client-sns';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { namedPage } from '../../messaging/page-token.ts';
import { invalidParameter } from '../errors.ts';
import type { SnsState } from '../state.ts';
import { describeSubscription } from '../subscribing.ts';
import { getTopic, onTopic } from '../topics.ts';

const PAGE = 100;

type Input = Sent<ListSubscriptionsByTopicInput>;

export const listSubscriptionsByTopic = operation<SnsState, Input, ListSubscriptionsByTopicResponse>({
  fidelity: 'real',
  needs: onTopic('ListSubscriptionsByTopic'),
  handle: ({ TopicArn: topicArn, NextToken: token }, call) => {
    const topic = getTopic(call, topicArn);
    const request = { token, limit: PAGE };
    const { items, nextToken } = namedPage(topic.subscriptions.values(), ({ arn }) => arn, request, invalidToken);
    return {
      Subscriptions: items.map((subscription) => describeSubscription(call, topic, subscription)),
      ...(nextToken === undefined ? {} : { NextToken: nextToken }),
    };
  },
});

const invalidToken = () => invalidParameter('NextToken');
