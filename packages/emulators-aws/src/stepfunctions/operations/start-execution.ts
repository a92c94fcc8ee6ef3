import type { StartExecutionInput, StartExecutionOutput } from '@aws-sdk/client-sfn';
import { operation } from '@cairn/emulator-kit';
import { getMachine, machineNeed } from '../machines.ts';
import { startExecution as start } from '../starting.ts';
import type { StepFunctionsState } from '../state.ts';

export const startExecution = operation<StepFunctionsState, StartExecutionInput, StartExecutionOutput>({
  fidelity: 'simplified',
  differs: 'The newest 2,000 executions are remembered, by the account and not for 90 days.',
  needs: (input, call) => machineNeed(call, 'StartExecution', input.stateMachineArn),
  handle: (input, call) => {
    const { arn, startedAt } = start(call, getMachine(call, input.stateMachineArn), input);
    return { executionArn: arn, startDate: startedAt };
  },
});
