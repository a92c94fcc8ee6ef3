import type { StopQueryExecutionInput } from '@aws-sdk/client-athena';
import { operation } from '@cairn/emulator-kit';
import { setStatus } from '../running.ts';
import type { AthenaState } from '../state.ts';
import { getExecution, onExecution } from '../work-groups.ts';

export const stopQueryExecution = operation<AthenaState, StopQueryExecutionInput, object>({
  fidelity: 'real',
  needs: onExecution('StopQueryExecution'),
  handle: (input, call) => {
    const execution = getExecution(call, input.QueryExecutionId);
    const state = execution.entry.Status?.State;
    if (state === 'QUEUED' || state === 'RUNNING') {
      setStatus(execution, {
        State: 'CANCELLED',
        StateChangeReason: 'Query cancelled by user',
        CompletionDateTime: call.date(),
      });
    }
    return {};
  },
});
