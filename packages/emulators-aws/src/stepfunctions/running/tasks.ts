import type { HistoryEventType } from '@aws-sdk/client-sfn';
import { type Principal, ServiceError } from '@cairn/emulator-kit';
import type { State } from '../language/definition.ts';
import type { Json } from '../language/json.ts';
import { type Resource, readResource } from '../language/resource.ts';
import { StatesError } from '../language/states-error.ts';
import type { Execution, StatesCall, Thread } from '../state.ts';
import { type Job, remind } from './ending.ts';
import { record } from './history.ts';
import { callFunction, callService, isFunctionCall, lookAtJob } from './integrations.ts';
import { jobKind } from './jobs.ts';
import { numberAt, scopeOf } from './state-data.ts';
import type { Drive, Turn } from './turns.ts';

const LONGEST_LOOK_MILLISECONDS = 30_000;

/** Begins a task. Its end comes back by `drive`, unless the thread has moved on meanwhile. */
export function startTask(
  call: StatesCall,
  execution: Execution,
  thread: Thread,
  state: State,
  input: Json,
  drive: Drive,
): void {
  const text = state.Resource ?? '';
  const resource = readResource(text);
  const seconds = timeoutOf(call, execution, thread, state);
  scheduled(call, execution, thread, { text, resource, input, seconds });
  const { id, turn } = thread;
  if (seconds !== undefined) remind(call, execution, seconds * 1000, { kind: 'task-timeout', thread: id, turn });
  call.background((later) =>
    settle(later, execution, { id, turn, resource, drive }, async (session) => {
      if (resource.kind === 'function') return callFunction(later, resource.functionArn, input, session);
      const result = await (isFunctionCall(resource)
        ? callService(later, resource, input, session, 'function')
        : callService(later, resource, input, session));
      if (resource.pattern === 'request') return result;
      submitted(later, execution, { id, turn }, resource, result);
      const key = jobKind(resource.service, resource.operation).key(input, result);
      follow(later, execution, { id, turn }, { resource: text, key, looks: 0 });
      return undefined;
    }),
  );
}

/** Looks at a job that a task waits for. */
export function pollJob(
  call: StatesCall,
  execution: Execution,
  { thread: id, turn, job }: { readonly thread: number; readonly turn: number; readonly job: Job },
  drive: Drive,
): void {
  const resource = readResource(job.resource);
  if (resource.kind === 'function') return; // starts no job
  call.background((later) =>
    settle(later, execution, { id, turn, resource, drive }, async (session) => {
      const result = await lookAtJob(later, resource, job.key, session);
      if (result === undefined) follow(later, execution, { id, turn }, { ...job, looks: job.looks + 1 });
      return result;
    }),
  );
}

interface Turned {
  readonly id: number;
  readonly turn: number;
}

/** Soon at first, since a small job is done in a second; then less often. */
function follow(call: StatesCall, execution: Execution, { id, turn }: Turned, job: Job): void {
  if (!findThread(execution, { id, turn })) return;
  const wait = Math.min(1000 * 2 ** job.looks, LONGEST_LOOK_MILLISECONDS);
  remind(call, execution, wait, { kind: 'poll', thread: id, turn, job });
}

const findThread = ({ status, threads }: Execution, { id, turn }: Turned): Thread | undefined => {
  const thread = threads.get(id);
  return status === 'RUNNING' && thread?.turn === turn ? thread : undefined;
};

interface Settling extends Turned {
  readonly resource: Resource;
  readonly drive: Drive;
}

/** Does a part of a task as the machine's role; a result or an error moves the thread on. */
async function settle(
  call: StatesCall,
  execution: Execution,
  settling: Settling,
  work: (session: Principal) => Promise<Json | undefined>,
): Promise<void> {
  let end:
    | Pick<Extract<Turn, { kind: 'finish' }>, 'kind' | 'result'>
    | Pick<Extract<Turn, { kind: 'fail' }>, 'kind' | 'error'>;
  try {
    const session = call.assume(execution.revision.roleArn, 'states.amazonaws.com', execution.name.slice(0, 64));
    const result = await work(session);
    if (result === undefined) return;
    end = { kind: 'finish', result };
  } catch (error) {
    end = { kind: 'fail', error: statesErrorOf(error) };
  }
  const thread = findThread(execution, settling);
  if (!thread) return;
  ended(call, execution, thread, settling.resource, end);
  settling.drive(call, execution, [{ ...end, thread }]);
}

function statesErrorOf(error: unknown): StatesError {
  if (error instanceof StatesError) return error;
  if (error instanceof ServiceError) return new StatesError('States.Permissions', error.message); // the role itself
  throw error;
}

function timeoutOf(call: StatesCall, execution: Execution, thread: Thread, state: State): number | undefined {
  const { TimeoutSeconds: seconds, TimeoutSecondsPath: path } = state;
  return path === undefined ? seconds : numberAt(path, scopeOf(call, execution, thread));
}

interface Scheduled {
  readonly text: string;
  readonly resource: Resource;
  readonly input: Json;
  readonly seconds: number | undefined;
}

function scheduled(
  call: StatesCall,
  execution: Execution,
  thread: Thread,
  { text, resource, input, seconds }: Scheduled,
): void {
  const timeout = seconds === undefined ? {} : { timeoutInSeconds: seconds };
  const given = JSON.stringify(input);
  if (resource.kind === 'function') {
    const lambdaFunctionScheduledEventDetails = {
      resource: text,
      input: given,
      inputDetails: { truncated: false },
      ...timeout,
    };
    record(call, execution, thread, 'LambdaFunctionScheduled', { lambdaFunctionScheduledEventDetails });
    record(call, execution, thread, 'LambdaFunctionStarted');
    return;
  }
  const taskScheduledEventDetails = { ...namesOf(resource), region: call.region, parameters: given, ...timeout };
  record(call, execution, thread, 'TaskScheduled', { taskScheduledEventDetails });
  record(call, execution, thread, 'TaskStarted', { taskStartedEventDetails: namesOf(resource) });
}

type Integration = Extract<Resource, { kind: 'integration' }>;

/** `resourceType` and `resource` of events: `sagemaker`, `createTrainingJob.sync`. */
function namesOf({ name, operation, pattern, isOptimized }: Integration) {
  const action = operation.charAt(0).toLowerCase() + operation.slice(1);
  const suffix = { request: '', sync: '.sync', sync2: '.sync:2' }[pattern];
  return { resourceType: isOptimized ? name : `aws-sdk:${name}`, resource: `${action}${suffix}` };
}

function submitted(call: StatesCall, execution: Execution, turned: Turned, resource: Integration, result: Json): void {
  const thread = findThread(execution, turned);
  if (!thread) return;
  const taskSubmittedEventDetails = {
    ...namesOf(resource),
    output: JSON.stringify(result),
    outputDetails: { truncated: false },
  };
  record(call, execution, thread, 'TaskSubmitted', { taskSubmittedEventDetails });
}

function ended(
  call: StatesCall,
  execution: Execution,
  thread: Thread,
  resource: Resource,
  end: { readonly kind: 'finish'; readonly result: Json } | { readonly kind: 'fail'; readonly error: StatesError },
): void {
  const isFunction = resource.kind === 'function';
  const names = isFunction ? {} : namesOf(resource);
  const type = (word: string) => `${isFunction ? 'LambdaFunction' : 'Task'}${word}` as HistoryEventType; // both have each
  const member = (word: string) => `${isFunction ? 'lambdaFunction' : 'task'}${word}EventDetails`;
  if (end.kind === 'finish') {
    const details = { ...names, output: JSON.stringify(end.result), outputDetails: { truncated: false } };
    record(call, execution, thread, type('Succeeded'), { [member('Succeeded')]: details });
  } else {
    const details = { ...names, error: end.error.error, cause: end.error.message };
    record(call, execution, thread, type('Failed'), { [member('Failed')]: details });
  }
}

/** A task has taken too long: what it still brings comes too late. */
export function timedOut(call: StatesCall, execution: Execution, thread: Thread, state: State): StatesError {
  const resource = readResource(state.Resource ?? '');
  if (resource.kind === 'function') {
    record(call, execution, thread, 'LambdaFunctionTimedOut', {
      lambdaFunctionTimedOutEventDetails: { error: 'States.Timeout' },
    });
  } else {
    const taskTimedOutEventDetails = { ...namesOf(resource), error: 'States.Timeout' };
    record(call, execution, thread, 'TaskTimedOut', { taskTimedOutEventDetails });
  }
  return new StatesError('States.Timeout', '');
}
