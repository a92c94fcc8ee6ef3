import type { DeleteStateMachineInput } from '@aws-sdk/client-sfn';
import { operation } from '@cairn/emulator-kit';
import { machineNeed } from '../machines.ts';
import type { StepFunctionsState } from '../state.ts';

export const deleteStateMachine = operation<StepFunctionsState, DeleteStateMachineInput, Record<string, never>>({
  fidelity: 'simplified',
  differs: 'Gone at once; executions that run go on to their end.',
  needs: (input, call) => machineNeed(call, 'DeleteStateMachine', input.stateMachineArn),
  handle: (input, call) => {
    const machine = [...call.state.machines.values()].find(({ arn }) => arn === input.stateMachineArn);
    if (machine) call.state.machines.delete(machine.name);
    return {};
  },
});
