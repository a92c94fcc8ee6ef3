import type { GetQueryExecutionInput, GetQueryExecutionOutput } from '@aws-sdk/client-athena';
import { operation } from '@cairn/emulator-kit';
import type { AthenaState } from '../state.ts';
import { getExecution, onExecution } from '../work-groups.ts';

export const getQueryExecution = operation<AthenaState, GetQueryExecutionInput, GetQueryExecutionOutput>({
  fidelity: 'real',
  needs: onExecution('GetQueryExecution'),
  handle: (input, call) => ({ QueryExecution: getExecution(call, input.QueryExecutionId).entry }),
});
