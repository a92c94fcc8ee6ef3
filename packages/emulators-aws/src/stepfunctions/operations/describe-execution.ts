import type { DescribeExecutionInput, DescribeExecutionOutput } from '@aws-sdk/client-sfn';
import { operation } from '@cairn/emulator-kit';
import { executionNeed, getExecution } from '../executions.ts';
import type { StepFunctionsState } from '../state.ts';

export const describeExecution = operation<StepFunctionsState, DescribeExecutionInput, DescribeExecutionOutput>({
  fidelity: 'real',
  needs: (input) => executionNeed('DescribeExecution', input.executionArn),
  handle: (input, call) => {
    const execution = getExecution(call, input.executionArn);
    const { arn, name, machineArn, status, startedAt, stoppedAt, output, error, cause } = execution;
    return {
      executionArn: arn,
      stateMachineArn: machineArn,
      name,
      status,
      startDate: startedAt,
      ...(stoppedAt ? { stopDate: stoppedAt } : {}),
      input: execution.input,
      inputDetails: { included: true },
      ...(output === undefined ? {} : { output, outputDetails: { included: true } }),
      ...(error === undefined ? {} : { error }),
      ...(cause === undefined ? {} : { cause }),
      redriveCount: 0,
      redriveStatus: 'NOT_REDRIVABLE',
      redriveStatusReason: 'Redriving is not supported in this sandbox.',
    };
  },
});
