import type { DeleteMetricFilterRequest } from '@aws-sdk/client-cloudwatch-logs';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { resourceNotFound } from '../errors.ts';
import { getGroup, onGroup } from '../groups.ts';
import type { LogsState } from '../state.ts';

export const deleteMetricFilter = operation<LogsState, Sent<DeleteMetricFilterRequest>, void>({
  fidelity: 'real',
  needs: onGroup('DeleteMetricFilter'),
  handle: ({ logGroupName, filterName }, call) => {
    if (!getGroup(call, logGroupName).metricFilters.delete(filterName)) throw resourceNotFound('metric filter');
  },
});
