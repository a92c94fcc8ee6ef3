import type { UnsubscribeInput } from '@aws-sdk/client-sns';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { parseArn } from '../../messaging/arn.ts';
import { invalidParameter } from '../errors.ts';
import type { SnsState } from '../state.ts';
import { onSubscription } from '../topics.ts';

/** Says yes to a subscription that is not there, as SNS does. */
export const unsubscribe = operation<SnsState, Sent<UnsubscribeInput>, void>({
  fidelity: 'real',
  needs: onSubscription('Unsubscribe'),
  handle: ({ SubscriptionArn: arn }, { state }) => {
    const [name = '', id] = parseArn(arn)?.resource.split(':') ?? [];
    if (id === undefined) throw invalidParameter('SubscriptionArn', `An ARN must have at least 6 elements, not ${arn}`);
    const topic = state.topics.get(name);
    if (topic?.subscriptions.delete(arn)) topic.deletedSubscriptions += 1;
  },
});
