import type { GetQueryResultsInput, GetQueryResultsOutput } from '@aws-sdk/client-athena';
import { operation } from '@cairn/emulator-kit';
import { invalidRequest, notSupported } from '../errors.ts';
import { offsetPage } from '../paging.ts';
import { columnInfo, resultRows, rowOf } from '../results.ts';
import type { AthenaState } from '../state.ts';
import { getExecution, onExecution } from '../work-groups.ts';

export const getQueryResults = operation<AthenaState, GetQueryResultsInput, GetQueryResultsOutput>({
  fidelity: 'real',
  needs: onExecution('GetQueryResults'),
  handle: async (input, call) => {
    if (input.QueryResultType === 'DATA_MANIFEST') throw notSupported('The result type DATA_MANIFEST');
    const execution = getExecution(call, input.QueryExecutionId);
    demandFinished(execution.entry.Status?.State);
    const { items, token } = offsetPage(await resultRows(call, execution), input, MOST_ROWS);
    return {
      ResultSet: { Rows: items.map(rowOf), ResultSetMetadata: { ColumnInfo: execution.columns.map(columnInfo) } },
      ...(execution.updateCount === undefined ? {} : { UpdateCount: execution.updateCount }),
      ...token,
    };
  },
});

const MOST_ROWS = 1000;

function demandFinished(state: string | undefined): void {
  if (state === 'SUCCEEDED') return;
  const isOver = state === 'FAILED' || state === 'CANCELLED';
  throw invalidRequest(
    isOver
      ? `Query did not finish successfully. Final query state: ${state}`
      : `Query has not yet finished. Current state: ${state}`,
  );
}
