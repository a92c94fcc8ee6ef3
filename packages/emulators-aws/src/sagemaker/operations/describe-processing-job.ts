import type { DescribeProcessingJobRequest, DescribeProcessingJobResponse } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import { noJobNamed } from '../errors.ts';
import { holdWhile } from '../holding.ts';
import { isLive } from '../jobs/live.ts';
import { arnOf, needOn } from '../needs.ts';
import { failOrphan, isProcessing } from '../processing/start-processing.ts';
import type { SageMakerState } from '../state.ts';

export const describeProcessingJob = operation<
  SageMakerState,
  DescribeProcessingJobRequest,
  DescribeProcessingJobResponse
>({
  fidelity: 'real',
  needs: ({ ProcessingJobName = '' }, call) =>
    needOn(call, 'DescribeProcessingJob', arnOf(call, 'processing-job', ProcessingJobName)),
  handle: async ({ ProcessingJobName = '' }, call) => {
    const job = call.state.processingJobs.get(ProcessingJobName);
    if (!job) throw noJobNamed(ProcessingJobName);
    if (isProcessing(job) && !isLive(job)) failOrphan(call, job);
    await holdWhile(call, job, () => isProcessing(job));
    return job;
  },
});
