import type { StopExecutionInput, StopExecutionOutput } from '@aws-sdk/client-sfn';
import { operation } from '@cairn/emulator-kit';
import { executionNeed, getExecution } from '../executions.ts';
import { end } from '../running/ending.ts';
import type { StepFunctionsState } from '../state.ts';

export const stopExecution = operation<StepFunctionsState, StopExecutionInput, StopExecutionOutput>({
  fidelity: 'simplified',
  differs: 'Jobs that a task waits for go on.',
  needs: (input) => executionNeed('StopExecution', input.executionArn),
  handle: (input, call) => {
    const execution = getExecution(call, input.executionArn);
    end(call, execution, { status: 'ABORTED', error: input.error, cause: input.cause });
    return { stopDate: execution.stoppedAt ?? call.date() };
  },
});
