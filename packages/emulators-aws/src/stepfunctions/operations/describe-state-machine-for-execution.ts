import type {
  DescribeStateMachineForExecutionInput,
  DescribeStateMachineForExecutionOutput,
} from '@aws-sdk/client-sfn';
import { operation } from '@cairn/emulator-kit';
import { executionNeed, getExecution } from '../executions.ts';
import type { StepFunctionsState } from '../state.ts';

export const describeStateMachineForExecution = operation<
  StepFunctionsState,
  DescribeStateMachineForExecutionInput,
  DescribeStateMachineForExecutionOutput
>({
  fidelity: 'real',
  needs: (input) => executionNeed('DescribeStateMachineForExecution', input.executionArn),
  handle: (input, call) => {
    const { machineArn, machineName, revision } = getExecution(call, input.executionArn);
    return {
      stateMachineArn: machineArn,
      name: machineName,
      definition: revision.definition,
      roleArn: revision.roleArn,
      updateDate: revision.updatedAt,
      revisionId: revision.id,
    };
  },
});
