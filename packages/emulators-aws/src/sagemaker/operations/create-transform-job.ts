import type { CreateTransformJobRequest, CreateTransformJobResponse } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import { arnOf, needOn } from '../needs.ts';
import type { SageMakerState } from '../state.ts';
import { startTransform } from '../transform/start-transform.ts';

export const createTransformJob = operation<SageMakerState, CreateTransformJobRequest, CreateTransformJobResponse>({
  fidelity: 'simplified',
  differs: 'Predicts with models trained here; SplitType is None or Line, filters and joins work on CSV.',
  needs: ({ TransformJobName = '', Tags, TransformResources }, call) =>
    needOn(call, 'CreateTransformJob', arnOf(call, 'transform-job', TransformJobName), {
      tags: Tags,
      instanceTypes: [TransformResources?.InstanceType],
    }),
  handle: (request, call) => {
    return { TransformJobArn: startTransform(call, request).TransformJobArn };
  },
});
