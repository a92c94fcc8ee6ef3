import type { AnyOperation } from '@cairn/emulator-kit';
import { addTags } from './operations/add-tags.ts';
import { associateTrialComponent } from './operations/associate-trial-component.ts';
import { createExperiment } from './operations/create-experiment.ts';
import { createHyperParameterTuningJob } from './operations/create-hyper-parameter-tuning-job.ts';
import { createPipeline } from './operations/create-pipeline.ts';
import { createProcessingJob } from './operations/create-processing-job.ts';
import { createTrainingJob } from './operations/create-training-job.ts';
import { createTransformJob } from './operations/create-transform-job.ts';
import { createTrial } from './operations/create-trial.ts';
import { createTrialComponent } from './operations/create-trial-component.ts';
import { deleteExperiment } from './operations/delete-experiment.ts';
import { deletePipeline } from './operations/delete-pipeline.ts';
import { deleteTags } from './operations/delete-tags.ts';
import { deleteTrial } from './operations/delete-trial.ts';
import { deleteTrialComponent } from './operations/delete-trial-component.ts';
import { describeExperiment } from './operations/describe-experiment.ts';
import { describeHyperParameterTuningJob } from './operations/describe-hyper-parameter-tuning-job.ts';
import { describePipeline } from './operations/describe-pipeline.ts';
import { describePipelineDefinitionForExecution } from './operations/describe-pipeline-definition-for-execution.ts';
import { describePipelineExecution } from './operations/describe-pipeline-execution.ts';
import { describeProcessingJob } from './operations/describe-processing-job.ts';
import { describeTrainingJob } from './operations/describe-training-job.ts';
import { describeTransformJob } from './operations/describe-transform-job.ts';
import { describeTrial } from './operations/describe-trial.ts';
import { describeTrialComponent } from './operations/describe-trial-component.ts';
import { disassociateTrialComponent } from './operations/disassociate-trial-component.ts';
import { listExperiments } from './operations/list-experiments.ts';
import { listHyperParameterTuningJobs } from './operations/list-hyper-parameter-tuning-jobs.ts';
import { listPipelineExecutionSteps } from './operations/list-pipeline-execution-steps.ts';
import { listPipelineExecutions } from './operations/list-pipeline-executions.ts';
import { listPipelineParametersForExecution } from './operations/list-pipeline-parameters-for-execution.ts';
import { listPipelines } from './operations/list-pipelines.ts';
import { listProcessingJobs } from './operations/list-processing-jobs.ts';
import { listTags } from './operations/list-tags.ts';
import { listTrainingJobs } from './operations/list-training-jobs.ts';
import { listTrainingJobsForHyperParameterTuningJob } from './operations/list-training-jobs-for-hyper-parameter-tuning-job.ts';
import { listTransformJobs } from './operations/list-transform-jobs.ts';
import { listTrialComponents } from './operations/list-trial-components.ts';
import { listTrials } from './operations/list-trials.ts';
import { search } from './operations/search.ts';
import { startPipelineExecution } from './operations/start-pipeline-execution.ts';
import { stopHyperParameterTuningJob } from './operations/stop-hyper-parameter-tuning-job.ts';
import { stopPipelineExecution } from './operations/stop-pipeline-execution.ts';
import { stopProcessingJob } from './operations/stop-processing-job.ts';
import { stopTrainingJob } from './operations/stop-training-job.ts';
import { stopTransformJob } from './operations/stop-transform-job.ts';
import { updatePipeline } from './operations/update-pipeline.ts';
import { updateTrialComponent } from './operations/update-trial-component.ts';
import type { SageMakerState } from './state.ts';

/** Training, processing, transform and tuning jobs; pipelines; experiments; tags of everything. */
export const JOB_OPERATIONS: Readonly<Record<string, AnyOperation<SageMakerState>>> = {
  AddTags: addTags,
  CreateTrainingJob: createTrainingJob,
  DeleteTags: deleteTags,
  DescribeTrainingJob: describeTrainingJob,
  ListTags: listTags,
  ListTrainingJobs: listTrainingJobs,
  CreateTransformJob: createTransformJob,
  DescribeTransformJob: describeTransformJob,
  ListTransformJobs: listTransformJobs,
  StopTransformJob: stopTransformJob,
  CreateProcessingJob: createProcessingJob,
  DescribeProcessingJob: describeProcessingJob,
  ListProcessingJobs: listProcessingJobs,
  StopProcessingJob: stopProcessingJob,
  CreateHyperParameterTuningJob: createHyperParameterTuningJob,
  DescribeHyperParameterTuningJob: describeHyperParameterTuningJob,
  ListHyperParameterTuningJobs: listHyperParameterTuningJobs,
  ListTrainingJobsForHyperParameterTuningJob: listTrainingJobsForHyperParameterTuningJob,
  StopHyperParameterTuningJob: stopHyperParameterTuningJob,
  CreatePipeline: createPipeline,
  DeletePipeline: deletePipeline,
  DescribePipeline: describePipeline,
  DescribePipelineDefinitionForExecution: describePipelineDefinitionForExecution,
  DescribePipelineExecution: describePipelineExecution,
  ListPipelineExecutionSteps: listPipelineExecutionSteps,
  ListPipelineExecutions: listPipelineExecutions,
  ListPipelineParametersForExecution: listPipelineParametersForExecution,
  ListPipelines: listPipelines,
  StartPipelineExecution: startPipelineExecution,
  StopPipelineExecution: stopPipelineExecution,
  UpdatePipeline: updatePipeline,
  CreateExperiment: createExperiment,
  CreateTrial: createTrial,
  CreateTrialComponent: createTrialComponent,
  DescribeExperiment: describeExperiment,
  DescribeTrial: describeTrial,
  DescribeTrialComponent: describeTrialComponent,
  DeleteExperiment: deleteExperiment,
  DeleteTrial: deleteTrial,
  DeleteTrialComponent: deleteTrialComponent,
  UpdateTrialComponent: updateTrialComponent,
  AssociateTrialComponent: associateTrialComponent,
  DisassociateTrialComponent: disassociateTrialComponent,
  ListExperiments: listExperiments,
  ListTrials: listTrials,
  ListTrialComponents: listTrialComponents,
  Search: search,
  StopTrainingJob: stopTrainingJob,
};
