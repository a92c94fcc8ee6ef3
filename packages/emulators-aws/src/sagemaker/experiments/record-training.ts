import type { TrialComponentMetricSummary, TrialComponentParameterValue } from '@aws-sdk/client-sagemaker';
import type { TrainingJob } from '../jobs-state.ts';
import { arnOf, type SageMakerCall } from '../needs.ts';
import { keepTags } from '../tags.ts';

function parameterOf(text: string): TrialComponentParameterValue {
  const number = text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(number) ? { NumberValue: number } : { StringValue: text };
}

function parametersOf({ HyperParameters = {}, ResourceConfig }: TrainingJob) {
  const own = Object.entries(HyperParameters).map(([name, value]) => [name, parameterOf(value)] as const);
  return Object.fromEntries<TrialComponentParameterValue>([
    ...own,
    ['SageMaker.InstanceType', { StringValue: ResourceConfig?.InstanceType ?? '' }],
    ['SageMaker.InstanceCount', { NumberValue: ResourceConfig?.InstanceCount ?? 1 }],
  ]);
}

function metricSummary(
  job: TrainingJob,
  name: string,
  values: readonly number[],
  at: Date,
): TrialComponentMetricSummary {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  return {
    ...{ MetricName: name, SourceArn: job.TrainingJobArn, TimeStamp: at, Count: values.length, Avg: mean },
    Max: values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY),
    Min: values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY),
    ...{ Last: values.at(-1), StdDev: spread },
  };
}

/** Channels, the image and the model, as the artifacts of a training. */
function artifactsOf(job: TrainingJob) {
  const channels = (job.InputDataConfig ?? []).map(({ ChannelName = '', ContentType, DataSource }) => [
    ChannelName,
    { MediaType: ContentType, Value: DataSource?.S3DataSource?.S3Uri },
  ]);
  const model = job.ModelArtifacts?.S3ModelArtifacts;
  return {
    InputArtifacts: Object.fromEntries([
      ...channels,
      ['SageMaker.ImageUri', { MediaType: undefined, Value: job.AlgorithmSpecification?.TrainingImage }],
    ]),
    OutputArtifacts: model === undefined ? {} : { 'SageMaker.ModelArtifact': { MediaType: undefined, Value: model } },
  };
}

/**
 * Writes a finished training job down as a trial component, as SageMaker does for every job, and adds it to the trial
 * that the job names.
 */
export function recordTraining(call: SageMakerCall, job: TrainingJob): void {
  const TrialComponentName = `${job.TrainingJobName}-aws-training-job`;
  const now = call.date();
  const arn = arnOf(call, 'experiment-trial-component', TrialComponentName);
  call.state.trialComponents.set(TrialComponentName, {
    TrialComponentName,
    TrialComponentArn: arn,
    DisplayName: job.ExperimentConfig?.TrialComponentDisplayName ?? TrialComponentName,
    Source: { SourceArn: job.TrainingJobArn, SourceType: 'SageMakerTrainingJob' },
    Status: {
      PrimaryStatus: job.TrainingJobStatus === 'Deleting' ? 'Stopped' : job.TrainingJobStatus,
      Message: `Status: ${job.TrainingJobStatus}, secondary status: ${job.SecondaryStatus}.`,
    },
    ...{ StartTime: job.TrainingStartTime, EndTime: job.TrainingEndTime, CreationTime: now, LastModifiedTime: now },
    Parameters: parametersOf(job),
    ...artifactsOf(job),
    Metrics: [...job.history].map(([name, values]) => metricSummary(job, name, values, now)),
  });
  keepTags(call, arn, []);
  call.state.trials.get(job.ExperimentConfig?.TrialName ?? '')?.components.add(TrialComponentName);
}
