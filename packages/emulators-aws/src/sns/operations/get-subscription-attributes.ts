import type { GetSubscriptionAttributesInput, GetSubscriptionAttributesResponse } from '@aws-sdk/client-sns';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import type { SnsState } from '../state.ts';
import { subscriptionAttributes } from '../subscribing.ts';
import { getSubscription, onSubscription } from '../topics.ts';

type Input = Sent<GetSubscriptionAttributesInput>;

export const getSubscriptionAttributes = operation<SnsState, Input, GetSubscriptionAttributesResponse>({
  fidelity: 'real',
  needs: onSubscription('GetSubscriptionAttributes'),
  handle: ({ SubscriptionArn: arn }, call) => {
    const { topic, subscription } = getSubscription(call, arn);
    return { Attributes: subscriptionAttributes(call, topic, subscription) };
  },
});
