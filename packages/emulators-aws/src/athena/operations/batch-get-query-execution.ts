import type { BatchGetQueryExecutionInput, BatchGetQueryExecutionOutput } from '@aws-sdk/client-athena';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import type { AthenaState } from '../state.ts';
import { workGroupNeed } from '../work-groups.ts';

export const batchGetQueryExecution = operation<
  AthenaState,
  Sent<BatchGetQueryExecutionInput>,
  BatchGetQueryExecutionOutput
>({
  fidelity: 'real',
  needs: ({ QueryExecutionIds: ids }, call) => {
    const groups = new Set(ids.map((id) => call.state.executions.get(id)?.entry.WorkGroup));
    return [...groups].map((group) => workGroupNeed(call, 'BatchGetQueryExecution', group));
  },
  handle: ({ QueryExecutionIds: ids }, { state }) => {
    const found = ids.flatMap((id) => state.executions.get(id)?.entry ?? []);
    const missing = ids.filter((id) => !state.executions.has(id));
    return {
      QueryExecutions: found,
      UnprocessedQueryExecutionIds: missing.map((QueryExecutionId) => ({
        QueryExecutionId,
        ErrorCode: 'INVALID_INPUT',
        ErrorMessage: `QueryExecution ${QueryExecutionId} was not found`,
      })),
    };
  },
});
