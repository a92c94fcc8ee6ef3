import { ServiceError } from '@cairn/emulator-kit';
import { userMessage } from '../data/user-fault.ts';

/** How a job ends when it cannot go on; the text is its FailureReason, or ExitMessage. */
export class JobFailure extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'JobFailure';
  }
}

/** A job that was stopped, by a person or by its time limit. */
export class JobStopped extends Error {
  readonly why: 'asked' | 'MaxRuntimeExceeded';

  constructor(why: 'asked' | 'MaxRuntimeExceeded') {
    super(why);
    this.name = 'JobStopped';
    this.why = why;
  }
}

/** What SageMaker says of a job nobody works on any more. */
export const ORPHANED = 'InternalServerError: The account was put back to a snapshot while the job ran.';

/** FailureReason has at most so many characters. */
const LONGEST_REASON = 1024;

/** What a job's FailureReason says of an error; undefined for a bug of ours. */
export function failureReason(error: unknown): string | undefined {
  const reason = reasonOf(error);
  return reason?.slice(0, LONGEST_REASON);
}

function reasonOf(error: unknown): string | undefined {
  if (error instanceof JobFailure) return error.message;
  if (error instanceof ServiceError) return `ClientError: ${error.code}: ${error.message}`;
  if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return 'ResourceLimitExceeded: the algorithm ran out of memory; train on fewer rows or columns.';
  }
  const message = userMessage(error);
  return message === undefined ? undefined : `ClientError: ${message}`;
}
