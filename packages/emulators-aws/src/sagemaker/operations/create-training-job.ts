import type { CreateTrainingJobRequest, CreateTrainingJobResponse } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import { arnOf, demandPassRole, needOn } from '../needs.ts';
import type { SageMakerState } from '../state.ts';
import { startTraining } from '../training/start-training.ts';

export const createTrainingJob = operation<SageMakerState, CreateTrainingJobRequest, CreateTrainingJobResponse>({
  fidelity: 'simplified',
  differs: 'Trains for real with algorithms of this project, in seconds; other containers are refused.',
  needs: ({ TrainingJobName = '', Tags, ResourceConfig }, call) =>
    needOn(call, 'CreateTrainingJob', arnOf(call, 'training-job', TrainingJobName), {
      tags: Tags,
      instanceTypes: [ResourceConfig?.InstanceType],
    }),
  handle: (request, call) => {
    demandPassRole(call, request.RoleArn);
    return { TrainingJobArn: startTraining(call, request).TrainingJobArn };
  },
});
