import type { PipelineExecutionStepMetadata } from '@aws-sdk/client-sagemaker';
import { stopWork } from '../jobs/live.ts';
import type { SageMakerCall } from '../needs.ts';
import { isProcessing, markStopping as stopProcessing } from '../processing/start-processing.ts';
import { isTraining } from '../training/progress.ts';
import { stopTraining } from '../training/stop-training.ts';
import { isTransforming, markStopping as stopTransform } from '../transform/start-transform.ts';
import { isTuning, setTuningStatus } from '../tuning/run-tuning.ts';

/** A job that a step has started, as the pipeline watches it. */
export interface WatchedJob {
  /** The state's own object: its members are the step's properties. */
  readonly job: object & { readonly FailureReason?: string | undefined };
  readonly arn: string;
  isUnderWay(): boolean;
  status(): string | undefined;
  stop(call: SageMakerCall): void;
}

/** How a step that starts something in SageMaker does so. */
export interface StepKind {
  readonly operation: string;
  /** The member of the request for which the pipeline draws a name. */
  readonly nameMember?: string;
  /** Undefined for what is there at once: a model, a package. */
  readonly watch?: (call: SageMakerCall, name: string) => WatchedJob | undefined;
  readonly metadata: (arn: string) => PipelineExecutionStepMetadata;
}

function watchTraining({ state }: SageMakerCall, name: string): WatchedJob | undefined {
  const job = state.trainingJobs.get(name);
  return (
    job && {
      ...{ job, arn: job.TrainingJobArn },
      isUnderWay: () => isTraining(job),
      status: () => job.TrainingJobStatus,
      stop: (call) => stopTraining(call, job),
    }
  );
}

function watchProcessing({ state }: SageMakerCall, name: string): WatchedJob | undefined {
  const job = state.processingJobs.get(name);
  return (
    job && {
      ...{ job, arn: job.ProcessingJobArn },
      isUnderWay: () => isProcessing(job),
      status: () => job.ProcessingJobStatus,
      stop: (call) => {
        stopProcessing(call, job);
        stopWork(job);
      },
    }
  );
}

function watchTransform({ state }: SageMakerCall, name: string): WatchedJob | undefined {
  const job = state.transformJobs.get(name);
  return (
    job && {
      ...{ job, arn: job.TransformJobArn },
      isUnderWay: () => isTransforming(job),
      status: () => job.TransformJobStatus,
      stop: (call) => {
        stopTransform(call, job);
        stopWork(job);
      },
    }
  );
}

function watchTuning({ state }: SageMakerCall, name: string): WatchedJob | undefined {
  const job = state.tuningJobs.get(name);
  return (
    job && {
      ...{ job, arn: job.HyperParameterTuningJobArn },
      isUnderWay: () => isTuning(job),
      status: () => job.HyperParameterTuningJobStatus,
      stop: (call) => {
        setTuningStatus(call, job, 'Stopping');
        stopWork(job);
      },
    }
  );
}

export const STEP_KINDS: Readonly<Record<string, StepKind>> = {
  Training: {
    operation: 'CreateTrainingJob',
    nameMember: 'TrainingJobName',
    watch: watchTraining,
    metadata: (Arn) => ({ TrainingJob: { Arn } }),
  },
  Processing: {
    operation: 'CreateProcessingJob',
    nameMember: 'ProcessingJobName',
    watch: watchProcessing,
    metadata: (Arn) => ({ ProcessingJob: { Arn } }),
  },
  Transform: {
    operation: 'CreateTransformJob',
    nameMember: 'TransformJobName',
    watch: watchTransform,
    metadata: (Arn) => ({ TransformJob: { Arn } }),
  },
  Tuning: {
    operation: 'CreateHyperParameterTuningJob',
    nameMember: 'HyperParameterTuningJobName',
    watch: watchTuning,
    metadata: (Arn) => ({ TuningJob: { Arn } }),
  },
  Model: { operation: 'CreateModel', nameMember: 'ModelName', metadata: (Arn) => ({ Model: { Arn } }) },
  RegisterModel: { operation: 'CreateModelPackage', metadata: (Arn) => ({ RegisterModel: { Arn } }) },
};
