import type { PipelineExecutionStatus, StepStatus } from '@aws-sdk/client-sagemaker';
import { wake } from '../../messaging/waiting.ts';
import { failureReason, JobStopped, ORPHANED } from '../jobs/failure.ts';
import { workOn } from '../jobs/live.ts';
import type { PipelineExecution, PipelineStepRun } from '../jobs-state.ts';
import type { SageMakerCall } from '../needs.ts';
import { readDefinition, type Step } from './definition.ts';
import { branchIsTaken, runStep } from './run-step.ts';
import type { Stage } from './stage.ts';
import { type Turnstile, turnstile } from './turnstile.ts';

const LONGEST_RUN_SECONDS = 30 * 24 * 3600;
const INTERNAL = 'InternalServerError: We encountered an internal error. Please try again.';

export const isExecuting = ({ PipelineExecutionStatus: status }: PipelineExecution): boolean =>
  status === 'Executing' || status === 'Stopping';

/** Takes an execution to a status and tells who waits for it. */
export function setExecutionStatus(call: SageMakerCall, execution: PipelineExecution, status: PipelineExecutionStatus) {
  const previousPipelineExecutionStatus = execution.PipelineExecutionStatus;
  execution.PipelineExecutionStatus = status;
  execution.LastModifiedTime = call.date();
  wake(execution);
  const { PipelineArn: pipelineArn, PipelineExecutionArn: pipelineExecutionArn } = execution;
  const executionStartTime = execution.CreationTime.toISOString();
  call.emit('sagemaker:state-change', {
    detailType: 'SageMaker Model Building Pipeline Execution Status Change',
    resources: [pipelineArn, pipelineExecutionArn],
    detail: {
      ...{ pipelineArn, pipelineExecutionArn, executionStartTime, previousPipelineExecutionStatus },
      currentPipelineExecutionStatus: status,
      executionEndTime: isExecuting(execution) ? undefined : call.date().toISOString(),
    },
  });
}

function setStepStatus({ call, execution }: Stage, run: PipelineStepRun, status: StepStatus): void {
  const previousStepStatus = run.StepStatus;
  run.StepStatus = status;
  if (status !== 'Executing') run.EndTime = call.date();
  execution.LastModifiedTime = call.date();
  const { PipelineArn: pipelineArn, PipelineExecutionArn: pipelineExecutionArn } = execution;
  call.emit('sagemaker:state-change', {
    detailType: 'SageMaker Model Building Pipeline Execution Step Status Change',
    resources: [pipelineArn, pipelineExecutionArn],
    detail: {
      ...{ pipelineArn, pipelineExecutionArn, stepName: run.StepName, previousStepStatus },
      currentStepStatus: status,
      failureReason: run.FailureReason,
      metadata: run.Metadata ?? {},
    },
  });
}

type StepOutcome = 'succeeded' | 'skipped' | 'failed';

async function performStep(stage: Stage, step: Step): Promise<StepOutcome> {
  const run: PipelineStepRun = {
    StepName: step.Name,
    ...(step.DisplayName === undefined ? {} : { StepDisplayName: step.DisplayName }),
    ...(step.Description === undefined ? {} : { StepDescription: step.Description }),
    StartTime: stage.call.date(),
    StepStatus: 'Starting',
    AttemptCount: 1,
  };
  stage.execution.steps.push(run);
  setStepStatus(stage, run, 'Executing');
  try {
    await runStep(stage, step, run);
    setStepStatus(stage, run, 'Succeeded');
    return 'succeeded';
  } catch (error) {
    const isStopped = error instanceof JobStopped;
    if (!isStopped) run.FailureReason = failureReason(error) ?? INTERNAL;
    setStepStatus(stage, run, isStopped ? 'Stopped' : 'Failed');
    if (isStopped || failureReason(error) === undefined) throw error;
    return 'failed';
  }
}

/** Runs each step as soon as those before it have succeeded; a step after a failed or skipped one is skipped. */
async function runAll(stage: Stage, gate: Turnstile): Promise<StepOutcome[]> {
  const { steps } = stage.definition;
  const outcomes = new Map<string, Promise<StepOutcome>>();
  let hasFailed = false;
  const outcomeOf = (name: string): Promise<StepOutcome> => {
    const known = outcomes.get(name);
    if (known) return known;
    const step = steps.get(name);
    const outcome = step ? perform(step) : Promise.resolve('skipped' as const);
    outcomes.set(name, outcome);
    return outcome;
  };
  const perform = async (step: Step): Promise<StepOutcome> => {
    const before = await Promise.all(step.needs.map(outcomeOf));
    if (before.some((outcome) => outcome !== 'succeeded') || !branchIsTaken(stage.execution, step)) return 'skipped';
    return gate(async () => {
      stage.signal.throwIfAborted();
      if (hasFailed) return 'skipped'; // what runs goes on to its end, nothing new begins
      const outcome = await performStep(stage, step);
      hasFailed ||= outcome === 'failed';
      return outcome;
    });
  };
  const settled = await Promise.allSettled([...steps.keys()].map(outcomeOf));
  return settled.map((result) => {
    if (result.status === 'rejected') throw result.reason;
    return result.value;
  });
}

function end(call: SageMakerCall, execution: PipelineExecution, error: unknown): void {
  if (error instanceof JobStopped) {
    setExecutionStatus(call, execution, 'Stopped');
    return;
  }
  execution.FailureReason = failureReason(error) ?? INTERNAL;
  setExecutionStatus(call, execution, 'Failed');
  if (failureReason(error) === undefined) throw error;
}

/** Runs an execution to its end, with the rights of the pipeline's role. */
export async function runExecution(
  call: SageMakerCall,
  execution: PipelineExecution,
  dropped: AbortSignal,
): Promise<void> {
  const mostSteps = execution.ParallelismConfiguration?.MaxParallelExecutionSteps ?? Number.POSITIVE_INFINITY;
  try {
    const outcomes = await workOn(execution, { limitSeconds: LONGEST_RUN_SECONDS, dropped }, (signal) => {
      const role = call.assume(execution.roleArn, 'sagemaker.amazonaws.com', 'SageMakerPipelines');
      const definition = readDefinition(execution.definition);
      return runAll({ call, execution, definition, role, signal }, turnstile(mostSteps));
    });
    if (!outcomes.includes('failed')) {
      setExecutionStatus(call, execution, 'Succeeded');
      return;
    }
    const failed = execution.steps.find(({ StepStatus }) => StepStatus === 'Failed');
    execution.FailureReason = `Step failure: One or multiple steps failed. ${failed?.StepName}: ${failed?.FailureReason}`;
    setExecutionStatus(call, execution, 'Failed');
  } catch (error) {
    if (dropped.aborted) return; // the account is empty now: there is nothing left to write into
    end(call, execution, error);
  }
}

/** Ends an execution nobody works on any more, because the account was put back to a snapshot. */
export function failOrphan(call: SageMakerCall, execution: PipelineExecution): void {
  execution.FailureReason = ORPHANED;
  setExecutionStatus(call, execution, 'Failed');
}
