import { Worker } from 'node:worker_threads';
import { packageFile } from '../../places.ts';
import type { ThreadMessage, TrainingNews, TrainingOutcome, TrainingTask } from './task.ts';

/** The compiled worker: threads run no TypeScript. */
const ENTRY = packageFile('dist/sagemaker/training/worker.js');

/** Trainings at a time, over all accounts; others wait for their turn. */
const MOST_THREADS = 2;
const MOST_MEGABYTES = 1536;

export interface ThreadOptions {
  readonly onNews: (news: TrainingNews) => void;
  /** Aborting ends the thread; the promise is then rejected with the signal's reason. */
  readonly signal: AbortSignal;
}

/** Threads that have nothing to do; kept, since starting one costs more than a small training. */
const idle: Worker[] = [];
const waiting: (() => void)[] = [];
let running = 0;

/** Waits for a place; who gives up meanwhile leaves the line. */
async function takeTurn(signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  if (running < MOST_THREADS) {
    running += 1;
    return;
  }
  await new Promise<void>((resolve, reject) => {
    const leave = () => {
      waiting.splice(waiting.indexOf(enter), 1);
      reject(signal.reason);
    };
    const enter = () => {
      signal.removeEventListener('abort', leave);
      resolve();
    };
    waiting.push(enter);
    signal.addEventListener('abort', leave, { once: true });
  });
}

/** The next in line takes over the place, so that nobody gets in between. */
function passTurn(): void {
  const next = waiting.shift();
  if (next) next();
  else running -= 1;
}

function startThread(): Worker {
  // No flags of the parent: a test runner's would make the worker look for sources.
  return new Worker(ENTRY, { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES } });
}

/** Gives a thread a task; its listeners are taken off again, but never those of Node itself. */
function outcomeOf(thread: Worker, task: TrainingTask, { onNews, signal }: ThreadOptions): Promise<TrainingOutcome> {
  return new Promise<TrainingOutcome>((resolve, reject) => {
    const settle = (act: () => void) => {
      signal.removeEventListener('abort', abort);
      thread.off('error', fail).off('exit', exit).off('message', hear);
      act();
    };
    const abort = () => settle(() => reject(signal.reason));
    const fail = (error: unknown) => settle(() => reject(error));
    const exit = (code: number) => fail(new Error(`a training thread ended early, with code ${code}`));
    const hear = (message: ThreadMessage) => {
      if (message.kind === 'end') settle(() => resolve(message.result));
      else onNews(message);
    };
    signal.addEventListener('abort', abort);
    thread.on('error', fail).on('exit', exit).on('message', hear);
    thread.postMessage(task);
  });
}

/** Trains in a thread of its own, when it is its turn. Rejects on abort, and on a bug. */
export async function trainInThread(task: TrainingTask, options: ThreadOptions): Promise<TrainingOutcome> {
  await takeTurn(options.signal);
  const thread = idle.pop() ?? startThread();
  thread.ref();
  try {
    options.signal.throwIfAborted();
    const result = await outcomeOf(thread, task, options);
    thread.unref(); // an idle thread must not keep the process alive
    idle.push(thread);
    return result;
  } catch (error) {
    await thread.terminate();
    throw error;
  } finally {
    passTurn();
  }
}
