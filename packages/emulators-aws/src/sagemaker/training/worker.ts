import { parentPort } from 'node:worker_threads';
import { ALGORITHMS } from '../algorithms/registry.ts';
import { userMessage } from '../data/user-fault.ts';
import type { ThreadMessage, TrainingOutcome, TrainingTask } from './task.ts';

const say = (message: ThreadMessage) => parentPort?.postMessage(message);

function train({ algorithm, hyperparameters, channels }: TrainingTask): TrainingOutcome {
  try {
    const file = ALGORITHMS[algorithm].train({
      hyperparameters,
      channels,
      log: (line) => say({ kind: 'log', line }),
      metric: (name, value) => say({ kind: 'metric', name, value }),
    });
    return { outcome: 'trained', file };
  } catch (error) {
    const message = userMessage(error);
    if (message === undefined) throw error; // ends the thread: a bug
    return { outcome: 'refused', message };
  }
}

parentPort?.on('message', (task: TrainingTask) => say({ kind: 'end', result: train(task) }));
