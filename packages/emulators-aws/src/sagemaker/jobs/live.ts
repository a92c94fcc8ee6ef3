import { JobStopped } from './failure.ts';

/**
 * Jobs that are being worked on, beside the state, which is plain data. A job of a restored snapshot is in no list:
 * nobody works on it any more.
 */
const live = new WeakMap<object, AbortController>();

/** The longest delay that Node's timers take. */
const LONGEST_TIMEOUT_MILLISECONDS = 2 ** 31 - 1;

export const isLive = (job: object): boolean => live.has(job);

/** Tells the work on a job to stop; it then ends by JobStopped. */
export function stopWork(job: object): void {
  live.get(job)?.abort(new JobStopped('asked'));
}

/**
 * Work on a job that can be stopped, and stops by itself after `limitSeconds` of the machine's time.
 *
 * @param dropped aborts when the account is reset
 */
export async function workOn<Result>(
  job: object,
  limits: { readonly limitSeconds: number; readonly dropped: AbortSignal },
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = live.get(job) ?? enlist(job);
  const limit = Math.min(limits.limitSeconds * 1000, LONGEST_TIMEOUT_MILLISECONDS);
  const timer = setTimeout(() => controller.abort(new JobStopped('MaxRuntimeExceeded')), limit);
  const drop = () => controller.abort(limits.dropped.reason);
  limits.dropped.addEventListener('abort', drop, { once: true });
  try {
    controller.signal.throwIfAborted();
    return await work(controller.signal);
  } finally {
    clearTimeout(timer);
    limits.dropped.removeEventListener('abort', drop);
    live.delete(job);
  }
}

/** Enters a new job, before its work has begun, so that it can be stopped at once. */
export function enlist(job: object): AbortController {
  const controller = new AbortController();
  live.set(job, controller);
  return controller;
}
