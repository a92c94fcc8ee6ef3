import { validation } from '../errors.ts';
import { stopWork } from '../jobs/live.ts';
import type { TrainingJob } from '../jobs-state.ts';
import type { SageMakerCall } from '../needs.ts';
import { enterPhase, isTraining } from './progress.ts';

/** Asks a job to stop; it ends a moment later. Throws for a job that has ended. */
export function stopTraining(call: SageMakerCall, job: TrainingJob): void {
  if (!isTraining(job)) {
    throw validation(`The request was rejected because the training job is in status ${job.TrainingJobStatus}.`);
  }
  if (job.TrainingJobStatus === 'Stopping') return;
  enterPhase(call, job, 'Stopping', 'Stopping');
  stopWork(job);
}
