import { ServiceError } from '@cairn/emulator-kit';
import { report } from '../messaging/metrics.ts';
import { resolve } from './functions.ts';
import { isPassing, runFunction } from './invoking.ts';
import type { FunctionFault } from './running/messages.ts';
import { sendTo } from './sending.ts';
import type { FunctionVersion, LambdaCall } from './state.ts';

/** An event in Lambda's own queue, as a timer carries it. */
export interface QueuedEvent {
  readonly functionName: string;
  readonly qualifier: string | undefined;
  readonly event: string;
  readonly requestId: string;
  readonly queuedAt: number;
  /** Attempts that failed. */
  readonly failures: number;
  /** Times it was put off without an attempt. */
  readonly throttles: number;
}

export const RETRY_TIMER = 'asynchronous-retry';

/** Developer guide, "How Lambda handles errors and retries with asynchronous invocation": after one and two minutes. */
const RETRY_MILLISECONDS = [60_000, 120_000];
const LONGEST_AGE_MILLISECONDS = 6 * 3_600_000;
const LONGEST_THROTTLE_MILLISECONDS = 300_000;

/** Runs an event of the queue; a failure is repeated twice, then goes to the dead-letter queue. */
export async function runQueued(call: LambdaCall, queued: QueuedEvent): Promise<void> {
  const target = findTarget(call, queued);
  if (!target) return; // the function was deleted meanwhile: so are its events
  try {
    const { fault } = await runFunction(call, target, queued.event, queued.requestId);
    if (fault) await failed(call, queued, target.version, fault);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    if (isPassing(error)) putOff(call, queued);
    else await failed(call, queued, target.version, { errorType: error.code, errorMessage: error.message });
  }
}

function findTarget(call: LambdaCall, { functionName, qualifier }: QueuedEvent) {
  try {
    return resolve(call, functionName, qualifier);
  } catch (error) {
    if (error instanceof ServiceError) return undefined;
    throw error;
  }
}

function putOff(call: LambdaCall, queued: QueuedEvent): void {
  const wait = Math.min(1000 * 2 ** queued.throttles, LONGEST_THROTTLE_MILLISECONDS);
  const isTooOld = call.now() + wait - queued.queuedAt > LONGEST_AGE_MILLISECONDS;
  if (isTooOld) report(call, 'AWS/Lambda', { FunctionName: queued.functionName }, { AsyncEventsDropped: [1, 'Count'] });
  else call.later(wait, RETRY_TIMER, { ...queued, throttles: queued.throttles + 1 });
}

async function failed(
  call: LambdaCall,
  queued: QueuedEvent,
  { settings }: FunctionVersion,
  fault: FunctionFault,
): Promise<void> {
  const wait = RETRY_MILLISECONDS[queued.failures];
  if (wait !== undefined) {
    call.later(wait, RETRY_TIMER, { ...queued, failures: queued.failures + 1 });
    return;
  }
  report(call, 'AWS/Lambda', { FunctionName: queued.functionName }, { AsyncEventsDropped: [1, 'Count'] });
  if (settings.deadLetterArn !== undefined) await bury(call, queued, settings, fault);
}

async function bury(
  call: LambdaCall,
  { event, requestId, functionName }: QueuedEvent,
  { deadLetterArn = '', roleArn }: FunctionVersion['settings'],
  { errorMessage }: FunctionFault,
): Promise<void> {
  const text = (StringValue: string) => ({ DataType: 'String', StringValue });
  const MessageAttributes = {
    RequestID: text(requestId),
    ErrorCode: { DataType: 'Number', StringValue: '200' },
    ErrorMessage: text(errorMessage.slice(0, 1024) || 'unknown'),
  };
  try {
    const session = call.assume(roleArn, 'lambda.amazonaws.com', functionName);
    await sendTo(call, deadLetterArn, event, session, { MessageAttributes });
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    report(call, 'AWS/Lambda', { FunctionName: functionName }, { DeadLetterErrors: [1, 'Count'] });
  }
}
