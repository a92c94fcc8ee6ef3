import type { Outcome } from './running/environment.ts';
import type { FunctionFault } from './running/messages.ts';
import type { FunctionVersion } from './state.ts';

/** What an invocation answers. */
export interface Answer {
  /** JSON: what the handler returned, or the error as Lambda describes it. */
  readonly payload: string;
  readonly fault: FunctionFault | undefined;
  /** As it goes to the log. */
  readonly log: string;
}

/** Quota of Lambda: 6 MB answered. */
const MOST_ANSWER_BYTES = 6_291_556;
export function answerOf(outcome: Outcome, version: FunctionVersion, requestId: string): Omit<Answer, 'log'> {
  if (outcome.kind === 'returned') {
    const bytes = Buffer.byteLength(outcome.payload);
    if (bytes <= MOST_ANSWER_BYTES) return { payload: outcome.payload, fault: undefined };
  }
  const fault = faultOf(outcome, version, requestId);
  return { payload: JSON.stringify(fault), fault };
}

function faultOf(outcome: Outcome, { settings }: FunctionVersion, requestId: string): FunctionFault {
  const failed = (errorType: string, reason: string) => ({
    errorType,
    errorMessage: `RequestId: ${requestId} Error: ${reason}`,
  });
  switch (outcome.kind) {
    case 'failed':
      return outcome.error;
    case 'timed-out':
      return failed('Sandbox.Timedout', `Task timed out after ${settings.timeoutSeconds.toFixed(2)} seconds`);
    case 'exited':
      return failed('Runtime.ExitError', outcome.reason);
    case 'returned':
      return {
        errorType: 'Function.ResponseSizeTooLarge',
        errorMessage: `Response payload size exceeded maximum allowed payload size (${MOST_ANSWER_BYTES} bytes).`,
      };
  }
}
