import type { StopTrainingJobRequest } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import { noTrainingJob } from '../errors.ts';
import { arnOf, needOn } from '../needs.ts';
import type { SageMakerState } from '../state.ts';
import { stopTraining } from '../training/stop-training.ts';

export const stopTrainingJob = operation<SageMakerState, StopTrainingJobRequest, object>({
  fidelity: 'simplified',
  differs: 'A stopped job leaves no model behind.',
  needs: ({ TrainingJobName = '' }, call) =>
    needOn(call, 'StopTrainingJob', arnOf(call, 'training-job', TrainingJobName)),
  handle: ({ TrainingJobName = '' }, call) => {
    const job = call.state.trainingJobs.get(TrainingJobName);
    if (!job) throw noTrainingJob();
    stopTraining(call, job);
    return {};
  },
});
