import type { DescribeTrainingJobRequest, DescribeTrainingJobResponse } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import { noTrainingJob } from '../errors.ts';
import { holdWhile } from '../holding.ts';
import { isLive } from '../jobs/live.ts';
import { arnOf, needOn } from '../needs.ts';
import type { SageMakerState } from '../state.ts';
import { isTraining } from '../training/progress.ts';
import { failOrphan } from '../training/run-training.ts';

export const describeTrainingJob = operation<SageMakerState, DescribeTrainingJobRequest, DescribeTrainingJobResponse>({
  fidelity: 'real',
  needs: ({ TrainingJobName = '' }, call) =>
    needOn(call, 'DescribeTrainingJob', arnOf(call, 'training-job', TrainingJobName)),
  handle: async ({ TrainingJobName = '' }, call) => {
    const job = call.state.trainingJobs.get(TrainingJobName);
    if (!job) throw noTrainingJob();
    if (isTraining(job) && !isLive(job)) failOrphan(call, job);
    await holdWhile(call, job, () => isTraining(job));
    return job;
  },
});
