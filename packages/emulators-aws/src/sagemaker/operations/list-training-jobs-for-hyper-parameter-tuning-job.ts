import type {
  ListTrainingJobsForHyperParameterTuningJobRequest,
  ListTrainingJobsForHyperParameterTuningJobResponse,
} from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import { noTuningJob } from '../errors.ts';
import type { TuningJob, TuningTrial } from '../jobs-state.ts';
import { listPage } from '../listing.ts';
import { arnOf, needOn, type SageMakerCall } from '../needs.ts';
import type { SageMakerState } from '../state.ts';
import { trialSummary } from '../tuning/summaries.ts';

/** Trials without a value come last, whichever way is better. */
const unmeasured = ({ HyperParameterTuningJobConfig }: TuningJob): number =>
  HyperParameterTuningJobConfig.HyperParameterTuningJobObjective?.Type === 'Maximize'
    ? Number.MIN_SAFE_INTEGER
    : Number.MAX_SAFE_INTEGER;

const rowOf = (call: SageMakerCall, job: TuningJob) => (trial: TuningTrial) => ({
  name: trial.trainingJobName,
  createdAt: call.state.trainingJobs.get(trial.trainingJobName)?.CreationTime ?? job.CreationTime,
  status: trial.status,
  keys: { FinalObjectiveMetricValue: trial.objective ?? unmeasured(job) },
});

export const listTrainingJobsForHyperParameterTuningJob = operation<
  SageMakerState,
  ListTrainingJobsForHyperParameterTuningJobRequest,
  ListTrainingJobsForHyperParameterTuningJobResponse
>({
  fidelity: 'real',
  needs: ({ HyperParameterTuningJobName = '' }, call) =>
    needOn(
      call,
      'ListTrainingJobsForHyperParameterTuningJob',
      arnOf(call, 'hyper-parameter-tuning-job', HyperParameterTuningJobName),
    ),
  handle: (request, call) => {
    const job = call.state.tuningJobs.get(request.HyperParameterTuningJobName ?? '');
    if (!job) throw noTuningJob(request.HyperParameterTuningJobName ?? '');
    const defaults = { sortBy: 'Name', order: 'Ascending' } as const;
    const { items, NextToken } = listPage(job.trials, rowOf(call, job), request, defaults);
    return { TrainingJobSummaries: items.map((trial) => trialSummary(call, job, trial)), NextToken };
  },
});
