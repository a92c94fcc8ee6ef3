import type { ExecutionStatus, HistoryEventType } from '@aws-sdk/client-sfn';
import { report } from '../../messaging/metrics.ts';
import { wake } from '../../messaging/waiting.ts';
import { STEP_FUNCTIONS_EXPRESS_REQUEST, STEP_FUNCTIONS_EXPRESS_SECOND } from '../../prices.ts';
import type { Execution, StatesCall } from '../state.ts';
import { record } from './history.ts';

interface Ending {
  readonly status: Exclude<ExecutionStatus, 'RUNNING' | 'PENDING_REDRIVE'>;
  readonly output?: string;
  readonly error?: string | undefined;
  readonly cause?: string | undefined;
}

/** What a timer reminds an execution of. */
export type Reminder =
  | { readonly kind: 'wait' | 'retry' | 'task-timeout'; readonly thread: number; readonly turn: number }
  | { readonly kind: 'poll'; readonly thread: number; readonly turn: number; readonly job: Job }
  | { readonly kind: 'execution-timeout' };

/** A job that a task waits for. */
export interface Job {
  readonly resource: string;
  /** Input of the operation that describes it. */
  readonly key: Readonly<Record<string, unknown>>;
  readonly looks: number;
}

export const REMINDER_TIMER = 'execution-reminder';

const METRICS: Readonly<Record<Ending['status'], string>> = {
  SUCCEEDED: 'ExecutionsSucceeded',
  FAILED: 'ExecutionsFailed',
  TIMED_OUT: 'ExecutionsTimedOut',
  ABORTED: 'ExecutionsAborted',
};

/** Express workflows are billed by 100 ms and 64 MB; the least memory is taken for all. */
const BILLED_MILLISECONDS = 100;
const BILLED_GB = 64 / 1024;

export function remind(call: StatesCall, execution: Execution, milliseconds: number, reminder: Reminder): void {
  execution.timers.add(call.later(milliseconds, REMINDER_TIMER, { arn: execution.arn, ...reminder }));
}

/** Ends an execution that runs: all its threads with it. */
export function end(call: StatesCall, execution: Execution, ending: Ending): void {
  if (execution.status !== 'RUNNING') return;
  for (const timer of execution.timers) call.cancel(timer);
  execution.timers.clear();
  const last = { lastEvent: execution.threads.get(0)?.lastEvent ?? execution.events.length };
  execution.threads.clear();
  const { status, output, error, cause } = ending;
  Object.assign(execution, { status, output, error, cause, stoppedAt: call.date() });
  record(call, execution, last, EVENTS[status], detailsOf(ending));
  reportEnd(call, execution, status);
  tellStatus(call, execution);
  wake(execution);
}

/** Tells EventBridge how a Standard execution stands. */
export function tellStatus(call: StatesCall, execution: Execution): void {
  if (execution.type !== 'STANDARD') return;
  const { arn, machineArn, name, status, startedAt, stoppedAt, input, output, error, cause } = execution;
  const detail = {
    executionArn: arn,
    stateMachineArn: machineArn,
    name,
    status,
    startDate: startedAt.getTime(),
    stopDate: stoppedAt?.getTime() ?? null,
    input,
    output: output ?? null,
    inputDetails: { included: true },
    outputDetails: output === undefined ? null : { included: true },
    error: error ?? null,
    cause: cause ?? null,
  };
  const detailType = 'Step Functions Execution Status Change';
  call.emit('events:put', { source: 'aws.states', detailType, resources: [arn], detail });
}

const EVENTS: Readonly<Record<Ending['status'], HistoryEventType>> = {
  SUCCEEDED: 'ExecutionSucceeded',
  FAILED: 'ExecutionFailed',
  TIMED_OUT: 'ExecutionTimedOut',
  ABORTED: 'ExecutionAborted',
};

function detailsOf({ status, output, error, cause }: Ending) {
  const why = { ...(error === undefined ? {} : { error }), ...(cause === undefined ? {} : { cause }) };
  switch (status) {
    case 'SUCCEEDED':
      return { executionSucceededEventDetails: { output: output ?? '', outputDetails: { truncated: false } } };
    case 'FAILED':
      return { executionFailedEventDetails: why };
    case 'TIMED_OUT':
      return { executionTimedOutEventDetails: why };
    case 'ABORTED':
      return { executionAbortedEventDetails: why };
  }
}

function reportEnd(call: StatesCall, { machineArn, startedAt, type }: Execution, status: Ending['status']): void {
  const milliseconds = call.now() - startedAt.getTime();
  report(
    call,
    'AWS/States',
    { StateMachineArn: machineArn },
    {
      [METRICS[status]]: [1, 'Count'],
      ExecutionTime: [milliseconds, 'Milliseconds'],
    },
  );
  if (type !== 'EXPRESS') return;
  call.charge(STEP_FUNCTIONS_EXPRESS_REQUEST, 1);
  const billed = Math.max(1, Math.ceil(milliseconds / BILLED_MILLISECONDS)) * BILLED_MILLISECONDS;
  call.charge(STEP_FUNCTIONS_EXPRESS_SECOND, (billed / 1000) * BILLED_GB);
}
