import type { CreateHyperParameterTuningJobRequest } from '@aws-sdk/client-sagemaker';
import type { Trial } from '@cairn/learning-algorithms';
import { inUse, notSupported, validation } from '../errors.ts';
import { enlist } from '../jobs/live.ts';
import type { TuningJob } from '../jobs-state.ts';
import { arnOf, type SageMakerCall } from '../needs.ts';
import { keepTags } from '../tags.ts';
import { checkTrainingRequest } from '../training/check-request.ts';
import { asSpecification, planTuning } from './plan.ts';
import { runTuning, setTuningStatus } from './run-tuning.ts';

function checkRequest(request: CreateHyperParameterTuningJobRequest): void {
  const { TrainingJobDefinition: definition, TrainingJobDefinitions, Autotune } = request;
  if (TrainingJobDefinitions) throw notSupported('Tuning several algorithms at once (TrainingJobDefinitions)');
  if (Autotune) throw notSupported('Autotune');
  if (!definition) throw validation('TrainingJobDefinition must be present.');
  if (definition.HyperParameterTuningResourceConfig) throw notSupported('HyperParameterTuningResourceConfig');
  const AlgorithmSpecification = asSpecification(definition.AlgorithmSpecification);
  checkTrainingRequest({ ...definition, TrainingJobName: undefined, AlgorithmSpecification });
  planTuning(request);
}

/** What finished jobs of the parents have found. */
function priorsOf(call: SageMakerCall, { WarmStartConfig }: CreateHyperParameterTuningJobRequest): Trial[] {
  const parents = WarmStartConfig?.ParentHyperParameterTuningJobs ?? [];
  return parents.flatMap(({ HyperParameterTuningJobName: name = '' }) => {
    const parent = call.state.tuningJobs.get(name);
    if (!parent) throw validation(`The parent hyperparameter tuning job ${name} does not exist.`);
    return parent.trials.flatMap(({ parameters, objective }) =>
      objective === undefined ? [] : [{ parameters, value: objective }],
    );
  });
}

function newJob(call: SageMakerCall, { Tags: _tags, ...request }: CreateHyperParameterTuningJobRequest): TuningJob {
  const name = request.HyperParameterTuningJobName ?? '';
  const { HyperParameterTuningJobConfig: config } = request;
  if (!config) throw validation('HyperParameterTuningJobConfig must be present.');
  const now = call.date();
  return {
    ...request,
    HyperParameterTuningJobName: name,
    HyperParameterTuningJobArn: arnOf(call, 'hyper-parameter-tuning-job', name),
    HyperParameterTuningJobConfig: config,
    HyperParameterTuningJobStatus: 'InProgress',
    TrainingJobStatusCounters: {},
    ObjectiveStatusCounters: {},
    CreationTime: now,
    LastModifiedTime: now,
    trials: [],
  };
}

/** Checks a request, enters the job and starts to search. Permissions are the caller's to ask. */
export function startTuning(call: SageMakerCall, request: CreateHyperParameterTuningJobRequest): TuningJob {
  checkRequest(request);
  const name = request.HyperParameterTuningJobName ?? '';
  if (call.state.tuningJobs.has(name)) {
    throw inUse(`A hyperparameter tuning job with the name, ${name}, already exists. Choose a different name.`);
  }
  call.assume(request.TrainingJobDefinition?.RoleArn ?? '', 'sagemaker.amazonaws.com', 'SageMaker');
  const priors = priorsOf(call, request);
  const job = newJob(call, request);
  call.state.tuningJobs.set(name, job);
  keepTags(call, job.HyperParameterTuningJobArn, request.Tags);
  enlist(job);
  setTuningStatus(call, job, 'InProgress');
  call.background((own, dropped) => runTuning(own, job, priors, dropped));
  return job;
}
