import type { SetSubscriptionAttributesInput } from '@aws-sdk/client-sns';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import type { SnsState } from '../state.ts';
import { checkSubscriptionAttributes, setSubscriptionAttributes as set } from '../subscribing.ts';
import { getSubscription, onSubscription } from '../topics.ts';

export const setSubscriptionAttributes = operation<SnsState, Sent<SetSubscriptionAttributesInput>, void>({
  fidelity: 'simplified',
  differs:
    'What is set is in force at once, not within 15 minutes; delivery policies are remembered and have no effect.',
  needs: onSubscription('SetSubscriptionAttributes'),
  handle: ({ SubscriptionArn: arn, AttributeName: name, AttributeValue: value = '' }, call) => {
    const { subscription } = getSubscription(call, arn);
    checkSubscriptionAttributes({ [name]: value }, subscription.attributes);
    set(subscription, { [name]: value });
  },
});
