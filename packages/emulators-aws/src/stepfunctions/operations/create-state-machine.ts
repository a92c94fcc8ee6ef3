import type { CreateStateMachineInput, CreateStateMachineOutput } from '@aws-sdk/client-sfn';
import { operation } from '@cairn/emulator-kit';
import { requestTags } from '../../messaging/needs.ts';
import { machineExists, validation } from '../errors.ts';
import { demandName, newRevision } from '../machines.ts';
import type { StateMachine, StatesCall, StepFunctionsState } from '../state.ts';

export const createStateMachine = operation<StepFunctionsState, CreateStateMachineInput, CreateStateMachineOutput>({
  fidelity: 'simplified',
  differs:
    'JSONPath only, no JSONata, variables, activities, task tokens or Distributed Map. Errors of services are named after the error code, and what a role may not do is AccessDeniedException. Logging and tracing settings are stored.',
  needs: (input, call) => ({
    action: 'states:CreateStateMachine',
    resource: machineArn(call, input.name ?? ''),
    context: requestTags((input.tags ?? []).map(({ key = '', value }) => [key, value])),
  }),
  handle: (input, call) => {
    const { name = '', definition = '', roleArn = '', type = 'STANDARD' } = input;
    demandName(name);
    if (input.publish) throw validation('Versions of state machines are not supported in this sandbox.');
    const known = call.state.machines.get(name);
    if (known) return sameAgain(known, definition, roleArn, type);
    const machine: StateMachine = {
      name,
      arn: machineArn(call, name),
      type,
      createdAt: call.date(),
      revision: newRevision(call, definition, roleArn),
      tags: new Map((input.tags ?? []).map(({ key = '', value = '' }) => [key, value])),
      logging: input.loggingConfiguration,
      tracing: input.tracingConfiguration,
    };
    call.state.machines.set(name, machine);
    return { stateMachineArn: machine.arn, creationDate: machine.createdAt };
  },
});

const machineArn = (call: StatesCall, name: string): string => call.arn(`stateMachine:${name}`);

/** Creating the same machine twice is one machine. */
function sameAgain(known: StateMachine, definition: string, roleArn: string, type: string): CreateStateMachineOutput {
  const { revision, arn, createdAt } = known;
  const isSame = revision.definition === definition && revision.roleArn === roleArn && known.type === type;
  if (!isSame) throw machineExists(arn);
  return { stateMachineArn: arn, creationDate: createdAt };
}
