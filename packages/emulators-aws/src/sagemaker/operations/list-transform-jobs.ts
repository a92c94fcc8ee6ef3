import type { ListTransformJobsRequest, ListTransformJobsResponse } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import type { TransformJob } from '../jobs-state.ts';
import { listPage } from '../listing.ts';
import type { SageMakerState } from '../state.ts';

const rowOf = (job: TransformJob) => ({
  name: job.TransformJobName,
  createdAt: job.CreationTime,
  modifiedAt: job.LastModifiedTime,
  status: job.TransformJobStatus,
});

export const listTransformJobs = operation<SageMakerState, ListTransformJobsRequest, ListTransformJobsResponse>({
  fidelity: 'real',
  handle: (request, call) => {
    const all = call.state.transformJobs.values();
    const { items, NextToken } = listPage(all, rowOf, request, { order: 'Descending' });
    return { TransformJobSummaries: items, NextToken };
  },
});
