import { report } from '../messaging/metrics.ts';
import { executionExists, invalidInput } from './errors.ts';
import type { Json } from './language/json.ts';
import { demandName } from './machines.ts';
import { remind, tellStatus } from './running/ending.ts';
import { drive } from './running/execute.ts';
import { record } from './running/history.ts';
import type { Execution, StateMachine, StatesCall, Thread } from './state.ts';

/** Executions remembered: the oldest that have ended are forgotten first. */
const MOST_EXECUTIONS = 2000;

export interface StartRequest {
  readonly name?: string | undefined;
  readonly input?: string | undefined;
}

/**
 * Starts an execution. One of the same name and input that still runs is answered instead (Standard workflows).
 *
 * @throws ServiceError InvalidExecutionInput, InvalidName, ExecutionAlreadyExists
 */
export function startExecution(call: StatesCall, machine: StateMachine, request: StartRequest): Execution {
  const input = request.input ?? '{}';
  const first = parsed(input);
  const name = request.name ?? call.ids.uuid();
  demandName(name);
  const arn = arnOf(call, machine, name);
  const known = call.state.executions.get(arn);
  if (known?.status === 'RUNNING' && known.input === input) return known;
  if (known) throw executionExists(arn);
  const execution = newExecution(call, machine, { arn, name, input });
  forgetOld(call);
  call.state.executions.set(arn, execution);
  begin(call, execution, first);
  return execution;
}

function parsed(input: string): Json {
  try {
    return JSON.parse(input) as Json; // JSON is what it says
  } catch {
    throw invalidInput();
  }
}

/** Express executions have an id of their own, so that a name can be used again. */
const arnOf = (call: StatesCall, { name: machine, type }: StateMachine, name: string): string =>
  call.arn(type === 'EXPRESS' ? `express:${machine}:${name}:${call.ids.uuid()}` : `execution:${machine}:${name}`);

function newExecution(
  call: StatesCall,
  machine: StateMachine,
  { arn, name, input }: { readonly arn: string; readonly name: string; readonly input: string },
): Execution {
  return {
    arn,
    name,
    type: machine.type,
    machineArn: machine.arn,
    machineName: machine.name,
    revision: machine.revision,
    input,
    startedAt: call.date(),
    status: 'RUNNING',
    stoppedAt: undefined,
    output: undefined,
    error: undefined,
    cause: undefined,
    events: [],
    threads: new Map(),
    nextThread: 1,
    timers: new Set(),
  };
}

function begin(call: StatesCall, execution: Execution, input: Json): void {
  const { machine, roleArn } = execution.revision;
  const root: Thread = {
    id: 0,
    parentId: undefined,
    index: 0,
    place: [],
    item: undefined,
    stateName: '',
    input,
    enteredAt: call.date(),
    turn: 0,
    retries: [],
    lastEvent: 0,
    family: undefined,
  };
  execution.threads.set(root.id, root);
  const executionStartedEventDetails = { input: execution.input, inputDetails: { truncated: false }, roleArn };
  record(call, execution, root, 'ExecutionStarted', { executionStartedEventDetails });
  report(call, 'AWS/States', { StateMachineArn: execution.machineArn }, { ExecutionsStarted: [1, 'Count'] });
  tellStatus(call, execution);
  const { TimeoutSeconds: seconds } = machine;
  if (seconds !== undefined) remind(call, execution, seconds * 1000, { kind: 'execution-timeout' });
  drive(call, execution, [{ kind: 'enter', thread: root, stateName: machine.StartAt, input }]);
}

function forgetOld({ state: { executions } }: StatesCall): void {
  if (executions.size < MOST_EXECUTIONS) return;
  const oldest = [...executions.values()].find(({ status }) => status !== 'RUNNING');
  if (oldest) executions.delete(oldest.arn);
}
