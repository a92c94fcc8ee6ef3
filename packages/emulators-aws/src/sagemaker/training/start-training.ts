import type { CreateTrainingJobRequest } from '@aws-sdk/client-sagemaker';
import { inUse } from '../errors.ts';
import { getExperiment, getTrial } from '../experiments/experiments.ts';
import { enlist } from '../jobs/live.ts';
import type { TrainingJob } from '../jobs-state.ts';
import { arnOf, type SageMakerCall } from '../needs.ts';
import { keepTags } from '../tags.ts';
import { checkTrainingRequest } from './check-request.ts';
import { algorithmDefinitions } from './metric-definitions.ts';
import { enterPhase } from './progress.ts';
import { runTraining } from './run-training.ts';

function newJob(call: SageMakerCall, { Tags: _tags, ...request }: CreateTrainingJobRequest): TrainingJob {
  const name = request.TrainingJobName ?? '';
  const now = call.date();
  return {
    ...request,
    ModelArtifacts: undefined,
    HyperParameters: request.HyperParameters ?? {},
    AlgorithmSpecification: algorithmDefinitions(request),
    StoppingCondition: request.StoppingCondition ?? { MaxRuntimeInSeconds: 24 * 3600 },
    EnableNetworkIsolation: request.EnableNetworkIsolation ?? false,
    EnableInterContainerTrafficEncryption: request.EnableInterContainerTrafficEncryption ?? false,
    EnableManagedSpotTraining: request.EnableManagedSpotTraining ?? false,
    TrainingJobName: name,
    TrainingJobArn: arnOf(call, 'training-job', name),
    TrainingJobStatus: 'InProgress',
    SecondaryStatus: 'Starting',
    SecondaryStatusTransitions: [],
    history: new Map(),
    CreationTime: now,
    LastModifiedTime: now,
  };
}

function checkExperiment(call: SageMakerCall, { ExperimentConfig }: CreateTrainingJobRequest): void {
  const { ExperimentName, TrialName } = ExperimentConfig ?? {};
  if (ExperimentName !== undefined) getExperiment(call, ExperimentName);
  if (TrialName !== undefined) getTrial(call, TrialName);
}

/**
 * Checks a request, enters the job and starts to train. Permissions to create it and to pass its role are the caller's
 * to ask.
 */
export function startTraining(
  call: SageMakerCall,
  request: CreateTrainingJobRequest,
  details: Partial<TrainingJob> = {},
): TrainingJob {
  checkTrainingRequest(request);
  const name = request.TrainingJobName ?? '';
  const known = call.state.trainingJobs.get(name);
  if (known) {
    throw inUse(
      `Training job names must be unique within an AWS account and region, and a training job with this name already exists (${known.TrainingJobArn})`,
    );
  }
  checkExperiment(call, request);
  // Refuses a role that SageMaker may not assume now, as the cloud does, not only when the work begins.
  call.assume(request.RoleArn ?? '', 'sagemaker.amazonaws.com', 'SageMaker');
  const job: TrainingJob = { ...newJob(call, request), ...details };
  call.state.trainingJobs.set(name, job);
  keepTags(call, job.TrainingJobArn, request.Tags);
  enlist(job);
  enterPhase(call, job, 'Starting');
  call.background((own, dropped) => runTraining(own, job, dropped));
  return job;
}
