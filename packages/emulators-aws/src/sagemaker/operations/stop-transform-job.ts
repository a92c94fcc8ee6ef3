import type { StopTransformJobRequest } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import { noJobNamed, validation } from '../errors.ts';
import { stopWork } from '../jobs/live.ts';
import { arnOf, needOn } from '../needs.ts';
import type { SageMakerState } from '../state.ts';
import { isTransforming, markStopping } from '../transform/start-transform.ts';

export const stopTransformJob = operation<SageMakerState, StopTransformJobRequest, object>({
  fidelity: 'real',
  needs: ({ TransformJobName = '' }, call) =>
    needOn(call, 'StopTransformJob', arnOf(call, 'transform-job', TransformJobName)),
  handle: ({ TransformJobName = '' }, call) => {
    const job = call.state.transformJobs.get(TransformJobName);
    if (!job) throw noJobNamed(TransformJobName);
    if (!isTransforming(job)) {
      throw validation(`The request was rejected because the transform job is in status ${job.TransformJobStatus}.`);
    }
    markStopping(call, job);
    stopWork(job);
    return {};
  },
});
