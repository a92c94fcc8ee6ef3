import type { DescribeTransformJobRequest, DescribeTransformJobResponse } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import { noJobNamed } from '../errors.ts';
import { holdWhile } from '../holding.ts';
import { isLive } from '../jobs/live.ts';
import { arnOf, needOn } from '../needs.ts';
import type { SageMakerState } from '../state.ts';
import { failOrphan, isTransforming } from '../transform/start-transform.ts';

export const describeTransformJob = operation<
  SageMakerState,
  DescribeTransformJobRequest,
  DescribeTransformJobResponse
>({
  fidelity: 'real',
  needs: ({ TransformJobName = '' }, call) =>
    needOn(call, 'DescribeTransformJob', arnOf(call, 'transform-job', TransformJobName)),
  handle: async ({ TransformJobName = '' }, call) => {
    const job = call.state.transformJobs.get(TransformJobName);
    if (!job) throw noJobNamed(TransformJobName);
    if (isTransforming(job) && !isLive(job)) failOrphan(call, job);
    await holdWhile(call, job, () => isTransforming(job));
    return job;
  },
});
