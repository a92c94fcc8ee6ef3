import type { StartQueryResponse } from '@aws-sdk/client-cloudwatch-logs';
import { operation } from '@cairn/emulator-kit';
import { groupNeed } from '../groups.ts';
import { groupNamesOf, type QueryInput, startQuery as start } from '../querying.ts';
import type { LogsState } from '../state.ts';

export const startQuery = operation<LogsState, QueryInput, StartQueryResponse>({
  fidelity: 'simplified',
  differs: 'fields, display, filter, stats, sort, limit, dedup and parse; no SQL or PPL, no pattern, join or anomaly.',
  needs: (input, call) => groupNamesOf(input).map((name) => groupNeed(call, 'StartQuery', name)),
  handle: (input, call) => ({ queryId: start(call, input).id }),
});
