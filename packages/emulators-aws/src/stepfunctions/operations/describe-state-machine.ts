import type { DescribeStateMachineInput, DescribeStateMachineOutput } from '@aws-sdk/client-sfn';
import { operation } from '@cairn/emulator-kit';
import { getMachine, machineNeed } from '../machines.ts';
import type { StepFunctionsState } from '../state.ts';

type Described = DescribeStateMachineOutput;

export const describeStateMachine = operation<StepFunctionsState, DescribeStateMachineInput, Described>({
  fidelity: 'real',
  needs: (input, call) => machineNeed(call, 'DescribeStateMachine', input.stateMachineArn),
  handle: (input, call) => {
    const { arn, name, type, createdAt, revision, logging, tracing } = getMachine(call, input.stateMachineArn);
    return {
      stateMachineArn: arn,
      name,
      status: 'ACTIVE',
      definition: revision.definition,
      roleArn: revision.roleArn,
      type,
      creationDate: createdAt,
      // As they came in; the model has checked them.
      loggingConfiguration: (logging ?? {
        level: 'OFF',
        includeExecutionData: false,
      }) as Described['loggingConfiguration'],
      tracingConfiguration: (tracing ?? { enabled: false }) as Described['tracingConfiguration'],
      revisionId: revision.id,
    };
  },
});
