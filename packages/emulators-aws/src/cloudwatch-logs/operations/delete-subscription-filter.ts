import type { DeleteSubscriptionFilterRequest } from '@aws-sdk/client-cloudwatch-logs';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { resourceNotFound } from '../errors.ts';
import { getGroup, onGroup } from '../groups.ts';
import type { LogsState } from '../state.ts';

export const deleteSubscriptionFilter = operation<LogsState, Sent<DeleteSubscriptionFilterRequest>, void>({
  fidelity: 'real',
  needs: onGroup('DeleteSubscriptionFilter'),
  handle: ({ logGroupName, filterName }, call) => {
    if (!getGroup(call, logGroupName).subscriptions.delete(filterName)) throw resourceNotFound('subscription filter');
  },
});
