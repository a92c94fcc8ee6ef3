import type {
  DescribeExperimentResponse,
  DescribeHyperParameterTuningJobResponse,
  DescribePipelineExecutionResponse,
  DescribePipelineResponse,
  DescribeProcessingJobResponse,
  DescribeTrainingJobResponse,
  DescribeTransformJobResponse,
  DescribeTrialComponentResponse,
  DescribeTrialResponse,
  PipelineExecutionStep,
  StepStatus,
  TrainingJobStatus,
} from '@aws-sdk/client-sagemaker';
import type { HyperbandTrial } from '@cairn/learning-algorithms';

/** An answer of a Describe operation with those members present that every resource of the kind has. */
type Kept<Description, Present extends keyof Description> = Description & {
  [Key in Present]-?: NonNullable<Description[Key]>;
};

type Times = 'CreationTime' | 'LastModifiedTime';

export type TrainingJob = Kept<
  DescribeTrainingJobResponse,
  'TrainingJobName' | 'TrainingJobArn' | 'TrainingJobStatus' | 'SecondaryStatus' | 'SecondaryStatusTransitions' | Times
> & {
  /** Every value of each metric, in the order of reporting: one a round, where an algorithm works in rounds. */
  readonly history: Map<string, number[]>;
};
export type ProcessingJob = Kept<
  DescribeProcessingJobResponse,
  'ProcessingJobName' | 'ProcessingJobArn' | 'ProcessingJobStatus' | Times
>;
/** DescribeTransformJob has no LastModifiedTime, but listings do. */
export type TransformJob = Kept<
  DescribeTransformJobResponse & { LastModifiedTime?: Date },
  'TransformJobName' | 'TransformJobArn' | 'TransformJobStatus' | Times
>;
export type TuningJob = Kept<
  DescribeHyperParameterTuningJobResponse,
  | 'HyperParameterTuningJobName'
  | 'HyperParameterTuningJobConfig'
  | 'HyperParameterTuningJobArn'
  | 'HyperParameterTuningJobStatus'
  | 'TrainingJobStatusCounters'
  | 'ObjectiveStatusCounters'
  | Times
> & {
  readonly trials: TuningTrial[];
};

/** One training job of a tuning job, in the order of starting. */
export interface TuningTrial {
  readonly trainingJobName: string;
  readonly hyperparameters: Readonly<Record<string, string>>;
  /** What the tuning strategy drew; numbers as numbers. */
  readonly parameters: Readonly<Record<string, number | string>>;
  status: TrainingJobStatus;
  objective?: number;
  /** Of Hyperband alone. */
  readonly hyperband?: HyperbandTrial;
}

export type Pipeline = Kept<
  DescribePipelineResponse,
  'PipelineName' | 'PipelineArn' | 'PipelineStatus' | 'PipelineDefinition' | 'RoleArn' | Times
> & {
  /** By client token: what a repeated StartPipelineExecution answers. */
  readonly startTokens: Map<string, string>;
};
export type PipelineExecution = Kept<
  DescribePipelineExecutionResponse,
  'PipelineArn' | 'PipelineExecutionArn' | 'PipelineExecutionStatus' | Times
> & {
  readonly pipelineName: string;
  /** The definition when the execution was started: an update of the pipeline changes nothing in it. */
  readonly definition: string;
  readonly roleArn: string;
  readonly parameters: Map<string, string | number | boolean>;
  /** In the order of starting. */
  readonly steps: PipelineStepRun[];
};

/** One step of an execution, with what later executions need to reuse it. */
export type PipelineStepRun = PipelineExecutionStep & {
  readonly StepName: string;
  StepStatus: StepStatus;
  /** What the step was asked, as JSON; two steps with the same arguments do the same. */
  arguments?: string;
  /** What `Steps.<name>.…` refers to. */
  properties?: Record<string, unknown>;
};

export type Experiment = Kept<DescribeExperimentResponse, 'ExperimentName' | 'ExperimentArn' | Times>;
export type Trial = Kept<DescribeTrialResponse, 'TrialName' | 'TrialArn' | 'ExperimentName' | Times> & {
  /** Names of trial components. */
  readonly components: Set<string>;
};
export type TrialComponent = Kept<DescribeTrialComponentResponse, 'TrialComponentName' | 'TrialComponentArn' | Times>;

/** Every map is by name; executions by ARN. */
export interface JobsState {
  readonly trainingJobs: Map<string, TrainingJob>;
  readonly processingJobs: Map<string, ProcessingJob>;
  readonly transformJobs: Map<string, TransformJob>;
  readonly tuningJobs: Map<string, TuningJob>;
  readonly pipelines: Map<string, Pipeline>;
  readonly pipelineExecutions: Map<string, PipelineExecution>;
  readonly experiments: Map<string, Experiment>;
  readonly trials: Map<string, Trial>;
  readonly trialComponents: Map<string, TrialComponent>;
}

export const emptyJobs = (): JobsState => ({
  trainingJobs: new Map(),
  processingJobs: new Map(),
  transformJobs: new Map(),
  tuningJobs: new Map(),
  pipelines: new Map(),
  pipelineExecutions: new Map(),
  experiments: new Map(),
  trials: new Map(),
  trialComponents: new Map(),
});
