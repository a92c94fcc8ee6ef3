import type {
  ListHyperParameterTuningJobsRequest,
  ListHyperParameterTuningJobsResponse,
} from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import type { TuningJob } from '../jobs-state.ts';
import { listPage } from '../listing.ts';
import type { SageMakerState } from '../state.ts';

const rowOf = (job: TuningJob) => ({
  name: job.HyperParameterTuningJobName,
  createdAt: job.CreationTime,
  modifiedAt: job.LastModifiedTime,
  status: job.HyperParameterTuningJobStatus,
});

const summaryOf = (job: TuningJob) => ({
  ...job,
  Strategy: job.HyperParameterTuningJobConfig.Strategy,
  ResourceLimits: job.HyperParameterTuningJobConfig.ResourceLimits,
});

export const listHyperParameterTuningJobs = operation<
  SageMakerState,
  ListHyperParameterTuningJobsRequest,
  ListHyperParameterTuningJobsResponse
>({
  fidelity: 'real',
  handle: (request, call) => {
    const all = call.state.tuningJobs.values();
    const defaults = { sortBy: 'Name', order: 'Ascending' } as const;
    const { items, NextToken } = listPage(all, rowOf, request, defaults);
    return { HyperParameterTuningJobSummaries: items.map(summaryOf), NextToken };
  },
});
