import type { UpdateStateMachineInput, UpdateStateMachineOutput } from '@aws-sdk/client-sfn';
import { operation, ServiceError } from '@cairn/emulator-kit';
import { validation } from '../errors.ts';
import { getMachine, machineNeed, newRevision } from '../machines.ts';
import type { StepFunctionsState } from '../state.ts';

export const updateStateMachine = operation<StepFunctionsState, UpdateStateMachineInput, UpdateStateMachineOutput>({
  fidelity: 'simplified',
  differs: 'At once, and without versions.',
  needs: (input, call) => machineNeed(call, 'UpdateStateMachine', input.stateMachineArn),
  handle: (input, call) => {
    const machine = getMachine(call, input.stateMachineArn);
    const { definition, roleArn, loggingConfiguration, tracingConfiguration } = input;
    if (input.publish) throw validation('Versions of state machines are not supported in this sandbox.');
    if ([definition, roleArn, loggingConfiguration, tracingConfiguration].every((one) => one === undefined)) {
      throw new ServiceError(
        'MissingRequiredParameter',
        'Either the definition, the role ARN, the LoggingConfiguration or the TracingConfiguration must be specified',
        400,
      );
    }
    const before = machine.revision;
    const revision = newRevision(call, definition ?? before.definition, roleArn ?? before.roleArn);
    call.state.machines.set(machine.name, {
      ...machine,
      revision,
      logging: loggingConfiguration ?? machine.logging,
      tracing: tracingConfiguration ?? machine.tracing,
    });
    return { updateDate: revision.updatedAt, revisionId: revision.id };
  },
});
