import type { ListProcessingJobsRequest, ListProcessingJobsResponse } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import type { ProcessingJob } from '../jobs-state.ts';
import { listPage } from '../listing.ts';
import type { SageMakerState } from '../state.ts';

const rowOf = (job: ProcessingJob) => ({
  name: job.ProcessingJobName,
  createdAt: job.CreationTime,
  modifiedAt: job.LastModifiedTime,
  status: job.ProcessingJobStatus,
});

export const listProcessingJobs = operation<SageMakerState, ListProcessingJobsRequest, ListProcessingJobsResponse>({
  fidelity: 'real',
  handle: (request, call) => {
    const all = call.state.processingJobs.values();
    const { items, NextToken } = listPage(all, rowOf, request, { order: 'Descending' });
    return { ProcessingJobSummaries: items, NextToken };
  },
});
