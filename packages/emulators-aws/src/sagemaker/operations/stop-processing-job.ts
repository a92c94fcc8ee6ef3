import type { StopProcessingJobRequest } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import { noJobNamed, validation } from '../errors.ts';
import { stopWork } from '../jobs/live.ts';
import { arnOf, needOn } from '../needs.ts';
import { isProcessing, markStopping } from '../processing/start-processing.ts';
import type { SageMakerState } from '../state.ts';

export const stopProcessingJob = operation<SageMakerState, StopProcessingJobRequest, object>({
  fidelity: 'real',
  needs: ({ ProcessingJobName = '' }, call) =>
    needOn(call, 'StopProcessingJob', arnOf(call, 'processing-job', ProcessingJobName)),
  handle: ({ ProcessingJobName = '' }, call) => {
    const job = call.state.processingJobs.get(ProcessingJobName);
    if (!job) throw noJobNamed(ProcessingJobName);
    if (!isProcessing(job)) {
      throw validation(`The request was rejected because the processing job is in status ${job.ProcessingJobStatus}.`);
    }
    markStopping(call, job);
    stopWork(job);
    return {};
  },
});
