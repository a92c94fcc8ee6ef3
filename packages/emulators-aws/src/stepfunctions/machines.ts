import type { Need } from '@cairn/emulator-kit';
import { resourceTags } from '../messaging/needs.ts';
import { invalidArn, invalidDefinition, invalidName, machineNotFound, validation } from './errors.ts';
import { checkDefinition } from './language/check.ts';
import type { Problem } from './language/problems.ts';
import type { Revision, StateMachine, StatesCall } from './state.ts';

const NAME = /^[^\s<>{}[\]?*"#%\\^|~`$&,;:/]{1,80}$/;
const MACHINE_ARN = /^arn:aws[a-z-]*:states:[a-z0-9-]+:\d{12}:stateMachine:([^:]+)(?::(.+))?$/;

/** @throws ServiceError InvalidName */
export function demandName(name: string): void {
  if (!NAME.test(name)) throw invalidName(name);
}

/** @throws ServiceError InvalidArn, StateMachineDoesNotExist */
export function getMachine(call: StatesCall, arn: string | undefined): StateMachine {
  const text = arn ?? '';
  const [, name, version] = MACHINE_ARN.exec(text) ?? [];
  if (name === undefined) throw invalidArn(text);
  if (version !== undefined)
    throw validation('Versions and aliases of state machines are not supported in this sandbox.');
  const machine = call.state.machines.get(name);
  if (machine?.arn !== text) throw machineNotFound(text);
  return machine;
}

export function machineNeed(call: StatesCall, action: string, arn: string | undefined): Need {
  const name = MACHINE_ARN.exec(arn ?? '')?.[1] ?? '';
  const tags = call.state.machines.get(name)?.tags ?? [];
  return { action: `states:${action}`, resource: arn ?? '*', context: resourceTags(tags) };
}

/** A definition that can be run, with the role it runs as. Throws InvalidDefinition, or what the role forbids. */
export function newRevision(call: StatesCall, definition: string, roleArn: string): Revision {
  const { machine, problems } = checkDefinition(definition);
  if (!machine) throw invalidDefinition(describeProblems(problems));
  const context = { 'iam:PassedToService': 'states.amazonaws.com' };
  call.demand({ action: 'iam:PassRole', resource: roleArn, context });
  call.assume(roleArn, 'states.amazonaws.com', 'validation');
  return { id: call.ids.uuid(), definition, machine, roleArn, updatedAt: call.date() };
}

const describeProblems = (problems: readonly Problem[]): string =>
  problems.map(({ code, message, location }) => `'${code}: ${message} at ${location}'`).join(', ');
