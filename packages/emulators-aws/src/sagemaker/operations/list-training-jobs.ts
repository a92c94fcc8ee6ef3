import type { ListTrainingJobsRequest, ListTrainingJobsResponse } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import { notSupported } from '../errors.ts';
import type { TrainingJob } from '../jobs-state.ts';
import { listPage } from '../listing.ts';
import type { SageMakerState } from '../state.ts';

export const trainingRow = (job: TrainingJob) => ({
  name: job.TrainingJobName,
  createdAt: job.CreationTime,
  modifiedAt: job.LastModifiedTime,
  status: job.TrainingJobStatus,
});

export const listTrainingJobs = operation<SageMakerState, ListTrainingJobsRequest, ListTrainingJobsResponse>({
  fidelity: 'real',
  handle: (request, call) => {
    if (request.WarmPoolStatusEquals !== undefined) throw notSupported('WarmPoolStatusEquals');
    const all = call.state.trainingJobs.values();
    const { items, NextToken } = listPage(all, trainingRow, request, { order: 'Ascending' });
    return { TrainingJobSummaries: items, NextToken };
  },
});
