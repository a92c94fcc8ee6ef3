import type { CreateProcessingJobRequest, CreateProcessingJobResponse } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import { arnOf, demandPassRole, needOn } from '../needs.ts';
import { startProcessing } from '../processing/start-processing.ts';
import type { SageMakerState } from '../state.ts';

export const createProcessingJob = operation<SageMakerState, CreateProcessingJobRequest, CreateProcessingJobResponse>({
  fidelity: 'simplified',
  differs:
    'Runs Clarify, the model monitor analyzer and recipes of preparation steps; no scripts and no other containers.',
  needs: ({ ProcessingJobName = '', Tags, ProcessingResources }, call) =>
    needOn(call, 'CreateProcessingJob', arnOf(call, 'processing-job', ProcessingJobName), {
      tags: Tags,
      instanceTypes: [ProcessingResources?.ClusterConfig?.InstanceType],
    }),
  handle: (request, call) => {
    demandPassRole(call, request.RoleArn);
    return { ProcessingJobArn: startProcessing(call, request).ProcessingJobArn };
  },
});
