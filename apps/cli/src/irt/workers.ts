import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type {
  CalibrationPart,
  CodingPlan,
  EStepAnswer,
  EStepRequest,
  Groups,
  Responses,
  Tallies,
} from '@cairn/psychometrics';

/** What a worker is asked; each question has one answer, in the order of the questions. */
export type WorkerQuestion =
  | { readonly kind: 'load'; readonly responses: Responses; readonly groups: Groups }
  | { readonly kind: 'prepare'; readonly plan: CodingPlan }
  | { readonly kind: 'step'; readonly request: EStepRequest };

/** What it answers: to `load` the tallies, to `prepare` nothing, to `step` the counts. */
export type WorkerAnswer =
  | { readonly kind: 'tallies'; readonly tallies: Tallies }
  | { readonly kind: 'prepared' }
  | { readonly kind: 'counts'; readonly answer: EStepAnswer }
  | { readonly kind: 'failed'; readonly message: string };

/** The compiled worker, beside this file; under a test runner this file is a source and the worker in the build. */
const ENTRY = import.meta.url.endsWith('.ts')
  ? new URL('../../dist/irt/e-step-worker.js', import.meta.url)
  : new URL('./e-step-worker.js', import.meta.url);

type Waiting = { readonly resolve: (answer: WorkerAnswer) => void; readonly reject: (error: Error) => void };

/** One thread that answers questions in turn. */
function startThread() {
  // No flags of the parent: a test runner's would make the worker look for sources.
  const worker = new Worker(ENTRY, { execArgv: [] });
  const waiting: Waiting[] = [];
  let ended: Error | undefined;
  const endWith = (error: Error) => {
    ended ??= error;
    for (const next of waiting.splice(0)) next.reject(ended);
  };
  worker.on('message', (answer: WorkerAnswer) => {
    const next = waiting.shift();
    if (answer.kind === 'failed') next?.reject(new RangeError(answer.message));
    else next?.resolve(answer);
  });
  worker.on('error', endWith);
  worker.on('exit', (code) => endWith(new Error(`a calibration worker ended with code ${code}`)));
  const ask = (question: WorkerQuestion, moved: ArrayBuffer[] = []): Promise<WorkerAnswer> =>
    new Promise((resolve, reject) => {
      if (ended) return reject(ended);
      waiting.push({ resolve, reject });
      worker.postMessage(question, moved);
    });
  return { ask, end: () => worker.terminate() };
}

type Thread = ReturnType<typeof startThread>;

/** Rows first … last − 1 in memory of their own, which can be moved to another thread. */
function sliceOf({ items, scores, weights }: Responses, first: number, last: number): Responses {
  const own = { persons: last - first, items, scores: scores.slice(first * items, last * items) };
  return weights ? { ...own, weights: weights.slice(first, last) } : own;
}

function wrongAnswer({ kind }: WorkerAnswer): never {
  throw new RangeError(`a calibration worker gave an answer of kind "${kind}" to another question`);
}

function partOf(thread: Thread, sliced: () => Responses, groups: Groups): CalibrationPart {
  return {
    tallies: async () => {
      const responses = sliced(); // here, so that one thread works while the next one's slice is copied
      const moved = [responses.scores.buffer as ArrayBuffer]; // made by slice, never shared
      const answer = await thread.ask({ kind: 'load', responses, groups }, moved);
      return answer.kind === 'tallies' ? answer.tallies : wrongAnswer(answer);
    },
    prepare: async (plan) => {
      const answer = await thread.ask({ kind: 'prepare', plan });
      if (answer.kind !== 'prepared') wrongAnswer(answer);
    },
    step: async (request) => {
      const answer = await thread.ask({ kind: 'step', request });
      return answer.kind === 'counts' ? answer.answer : wrongAnswer(answer);
    },
  };
}

export type IrtWorkers = {
  /** The persons in equal parts, one a worker. One calibration at a time. */
  readonly parts: (responses: Responses, groups?: Groups) => CalibrationPart[];
  readonly close: () => Promise<void>;
};

/**
 * Threads for `calibrateInParts`. Parameters go out and counts come back; the answers themselves cross once.
 *
 * @param count default: as many as the machine has processors
 */
export function irtWorkers(count = availableParallelism()): IrtWorkers {
  const threads = Array.from({ length: Math.max(1, count) }, startThread);
  return {
    parts: (responses, groups = { count: 1 }) =>
      threads.map((thread, t) => {
        const [first = 0, last = 0] = [t, t + 1].map((n) => Math.round((n * responses.persons) / threads.length));
        const ofPerson = groups.ofPerson && Array.from(groups.ofPerson).slice(first, last);
        const own = ofPerson ? { count: groups.count, ofPerson } : { count: groups.count };
        return partOf(thread, () => sliceOf(responses, first, last), own);
      }),
    close: async () => {
      await Promise.all(threads.map((thread) => thread.end()));
    },
  };
}
