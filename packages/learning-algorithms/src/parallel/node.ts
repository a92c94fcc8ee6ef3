import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { RoundReport } from '../trees/boosting/watching.ts';
import { type Membership, membershipsOf } from '../trees/member.ts';
import { type BoostingTask, modelOf, type Trained } from '../trees/train.ts';
import { trainingFaults } from '../trees/training-set.ts';
import type { BoostingAnswer } from './boosting-worker.ts';

/** The compiled worker, beside this file; under a test runner this file is a source and the worker in the build. */
const ENTRY = import.meta.url.endsWith('.ts')
  ? new URL('../../dist/parallel/boosting-worker.js', import.meta.url)
  : new URL('./boosting-worker.js', import.meta.url);

/** More would wait for one another most of the time, and each keeps row numbers of its own. */
const MOST_THREADS = 16;

export type ThreadOptions = {
  /** Default: as many as the machine has processors. The result does not depend on it. */
  readonly workers?: number;
  readonly onRound?: (report: RoundReport) => void;
  /** Aborting ends the threads; the promise is then rejected with the signal's reason. */
  readonly signal?: AbortSignal;
};

/** What the first thread found; rejects as soon as any thread fails, since the others would wait for it for ever. */
function firstAnswer(threads: readonly Worker[], members: readonly Membership[], { onRound, signal }: ThreadOptions) {
  return new Promise<Extract<BoostingAnswer, { kind: 'boosted' }>>((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
    for (const [index, thread] of threads.entries()) {
      thread.on('error', reject);
      thread.on('message', (answer: BoostingAnswer) => {
        if (answer.kind === 'round') onRound?.(answer.report);
        else resolve(answer);
      });
      thread.on('exit', (code) => {
        if (code !== 0 || index === 0) reject(new Error(`a training thread ended early, with code ${code}`));
      });
      thread.postMessage(members[index]);
    }
  });
}

/**
 * Like `trainBoostedTrees`, in threads of its own, bit for bit the same model.
 *
 * @returns faults of the data as a value; rejects where a thread cannot run
 */
export async function trainBoostedTreesInThreads(task: BoostingTask, options: ThreadOptions = {}): Promise<Trained> {
  const messages = trainingFaults(task.train, task.validation, task.parameters);
  if (messages.length > 0) return { outcome: 'faults', messages };
  options.signal?.throwIfAborted();
  const count = Math.min(MOST_THREADS, Math.max(1, options.workers ?? availableParallelism()));
  // No flags of the parent: a test runner's would make the worker look for sources.
  const threads = Array.from({ length: count }, () => new Worker(ENTRY, { execArgv: [] }));
  try {
    // The threads start while the data is copied.
    const members = membershipsOf(task, count, options.onRound !== undefined);
    const { boosted } = await firstAnswer(threads, members, options);
    return { outcome: 'trained', model: modelOf(task, boosted) };
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
}
