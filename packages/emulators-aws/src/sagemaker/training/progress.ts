import type { SecondaryStatus, TrainingJobStatus } from '@aws-sdk/client-sagemaker';
import { wake } from '../../messaging/waiting.ts';
import { tellStateChange } from '../jobs/events.ts';
import type { TrainingJob } from '../jobs-state.ts';
import type { SageMakerCall } from '../needs.ts';

/** What SageMaker's console says in each phase. */
const MESSAGES: Readonly<Record<string, string>> = {
  Starting: 'Launching requested ML instances',
  Downloading: 'Downloading input data',
  Training: 'Training image download completed. Training in progress.',
  Uploading: 'Uploading generated training model',
  Stopping: 'Stopping the training job',
  Stopped: 'Training job stopped',
  Completed: 'Training job completed',
  Failed: 'Training job failed',
  MaxRuntimeExceeded: 'Training job runtime exceeded MaxRuntimeInSeconds provided',
};

/** Whether a training job has not come to its end. */
export const isTraining = ({ TrainingJobStatus: status }: TrainingJob): boolean =>
  status === 'InProgress' || status === 'Stopping';

function detailOf(job: TrainingJob): object {
  const { TrainingJobName, TrainingJobArn, TrainingJobStatus, SecondaryStatus: secondary, FailureReason } = job;
  const { HyperParameters, AlgorithmSpecification, RoleArn, OutputDataConfig, ModelArtifacts, Tags } = {
    Tags: {},
    ...job,
  };
  const { CreationTime, TrainingStartTime, TrainingEndTime, LastModifiedTime } = job;
  return {
    ...{ TrainingJobName, TrainingJobArn, TrainingJobStatus, SecondaryStatus: secondary, FailureReason },
    ...{ HyperParameters, AlgorithmSpecification, RoleArn, OutputDataConfig, ModelArtifacts, Tags },
    ...{ CreationTime, TrainingStartTime, TrainingEndTime, LastModifiedTime },
  };
}

/** Takes a job into its next phase, and tells who waits for it. */
export function enterPhase(
  call: SageMakerCall,
  job: TrainingJob,
  phase: SecondaryStatus,
  status: TrainingJobStatus = 'InProgress',
): void {
  const now = call.date();
  const last = job.SecondaryStatusTransitions.at(-1);
  if (last) last.EndTime = now;
  const StatusMessage = MESSAGES[phase] ?? phase;
  const isOver = status !== 'InProgress' && status !== 'Stopping';
  job.SecondaryStatusTransitions.push({
    Status: phase,
    StartTime: now,
    StatusMessage,
    ...(isOver ? { EndTime: now } : {}),
  });
  job.TrainingJobStatus = status;
  job.SecondaryStatus = phase;
  job.LastModifiedTime = now;
  if (isOver) job.TrainingEndTime = now;
  wake(job);
  tellStateChange(call, job.TrainingJobArn, 'Training Job', detailOf(job));
}
