import type { StopQueryRequest, StopQueryResponse } from '@aws-sdk/client-cloudwatch-logs';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { invalidParameter, resourceNotFound } from '../errors.ts';
import type { LogsState } from '../state.ts';

export const stopQuery = operation<LogsState, Sent<StopQueryRequest>, StopQueryResponse>({
  fidelity: 'real',
  handle: ({ queryId }, { state }) => {
    const query = state.queries.get(queryId);
    if (!query) throw resourceNotFound('query');
    if (query.status !== 'Running') throw invalidParameter('This query has ended and cannot be stopped.');
    query.status = 'Cancelled';
    return { success: true };
  },
});
