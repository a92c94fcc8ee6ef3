import type { ListSubscriptionsInput, ListSubscriptionsResponse } from '@aws-sdk/client-sns';
import { operation } from '@cairn/emulator-kit';
import { namedPage } from '../../messaging/page-token.ts';
import { invalidParameter } from '../errors.ts';
import type { SnsState } from '../state.ts';
import { describeSubscription } from '../subscribing.ts';

const PAGE = 100;

export const listSubscriptions = operation<SnsState, ListSubscriptionsInput, ListSubscriptionsResponse>({
  fidelity: 'real',
  handle: ({ NextToken: token }, call) => {
    const all = [...call.state.topics.values()].flatMap((topic) =>
      [...topic.subscriptions.values()].map((subscription) => ({ topic, subscription })),
    );
    const request = { token, limit: PAGE };
    const { items, nextToken } = namedPage(all, ({ subscription }) => subscription.arn, request, invalidToken);
    return {
      Subscriptions: items.map(({ topic, subscription }) => describeSubscription(call, topic, subscription)),
      ...(nextToken === undefined ? {} : { NextToken: nextToken }),
    };
  },
});

const invalidToken = () => invalidParameter('NextToken');
