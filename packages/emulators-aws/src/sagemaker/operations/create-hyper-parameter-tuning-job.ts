import type {
  CreateHyperParameterTuningJobRequest,
  CreateHyperParameterTuningJobResponse,
} from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import { arnOf, demandPassRole, needOn } from '../needs.ts';
import type { SageMakerState } from '../state.ts';
import { startTuning } from '../tuning/start-tuning.ts';

export const createHyperParameterTuningJob = operation<
  SageMakerState,
  CreateHyperParameterTuningJobRequest,
  CreateHyperParameterTuningJobResponse
>({
  fidelity: 'simplified',
  differs: 'Searches over real training jobs of one algorithm; Hyperband starts a job anew for each of its rungs.',
  needs: ({ HyperParameterTuningJobName = '', Tags, TrainingJobDefinition }, call) =>
    needOn(
      call,
      'CreateHyperParameterTuningJob',
      arnOf(call, 'hyper-parameter-tuning-job', HyperParameterTuningJobName),
      {
        tags: Tags,
        instanceTypes: [TrainingJobDefinition?.ResourceConfig?.InstanceType],
      },
    ),
  handle: (request, call) => {
    demandPassRole(call, request.TrainingJobDefinition?.RoleArn);
    return { HyperParameterTuningJobArn: startTuning(call, request).HyperParameterTuningJobArn };
  },
});
