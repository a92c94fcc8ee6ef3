import { parentPort } from 'node:worker_threads';
import { type EStepShare, eStepShare } from '@cairn/psychometrics';
import type { WorkerAnswer, WorkerQuestion } from './workers.ts';

let share: EStepShare | undefined;

function loaded(): EStepShare {
  if (share === undefined) throw new RangeError('a worker is asked for counts after it was given persons');
  return share;
}

function answerTo(question: WorkerQuestion): WorkerAnswer {
  switch (question.kind) {
    case 'load':
      share = eStepShare(question.responses, question.groups);
      return { kind: 'tallies', tallies: share.tallies };
    case 'prepare':
      loaded().prepare(question.plan);
      return { kind: 'prepared' };
    case 'step':
      return { kind: 'counts', answer: loaded().step(question.request) };
  }
}

parentPort?.on('message', (question: WorkerQuestion) => {
  try {
    parentPort?.postMessage(answerTo(question));
  } catch (error) {
    // An error object would lose its type on the way; its sentence does not.
    const message = error instanceof Error ? error.message : String(error);
    parentPort?.postMessage({ kind: 'failed', message } satisfies WorkerAnswer);
  }
});
