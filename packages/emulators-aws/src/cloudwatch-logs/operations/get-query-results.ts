import type { GetQueryResultsRequest, GetQueryResultsResponse } from '@aws-sdk/client-cloudwatch-logs';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { resourceNotFound } from '../errors.ts';
import type { LogsState } from '../state.ts';

export const getQueryResults = operation<LogsState, Sent<GetQueryResultsRequest>, GetQueryResultsResponse>({
  fidelity: 'real',
  handle: ({ queryId }, { state }) => {
    const query = state.queries.get(queryId);
    if (!query) throw resourceNotFound('query');
    const { status, rows, statistics } = query;
    return {
      queryLanguage: 'CWLI',
      status,
      results: rows.map((row) => row.map(({ field, value }) => ({ field, value }))),
      statistics: {
        recordsMatched: statistics.matched,
        recordsScanned: statistics.scanned,
        bytesScanned: statistics.bytes,
      },
    };
  },
});
