import { ServiceError } from '@cairn/emulator-kit';
import { waitFor } from '../../messaging/waiting.ts';
import { UserFault } from '../data/user-fault.ts';
import { JobFailure } from '../jobs/failure.ts';
import type { PipelineExecution, PipelineStepRun } from '../jobs-state.ts';
import { cachedRun } from './cache.ts';
import { allHold } from './conditions.ts';
import type { Step } from './definition.ts';
import { resolve } from './expressions.ts';
import { requestOf } from './request.ts';
import { type Stage, scopeOf } from './stage.ts';
import { STEP_KINDS, type StepKind, type WatchedJob } from './step-kinds.ts';

const LOOK_EVERY_MILLISECONDS = 100;
const LONGEST_STEP_NAME = 25;

/** A name for what a step makes, as SageMaker draws it: `pipelines-<execution>-<step>-<ten characters>`. */
function drawName({ call, execution }: Stage, step: Step): string {
  const id = execution.PipelineExecutionArn.split('/').at(-1);
  return `pipelines-${id}-${step.Name.slice(0, LONGEST_STEP_NAME).replaceAll('_', '-')}-${call.ids.upper(10).replaceAll('=', '')}`;
}

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};

async function awaitJob({ call, signal }: Stage, watched: WatchedJob): Promise<void> {
  while (watched.isUnderWay()) {
    if (signal.aborted) {
      if (watched.status() !== 'Stopping') watched.stop(call);
    }
    await waitFor(call, watched.job, LOOK_EVERY_MILLISECONDS);
  }
  signal.throwIfAborted();
  if (watched.status() === 'Completed') return;
  const reason = watched.job.FailureReason ?? `the job ended as ${watched.status()}`;
  throw new JobFailure(`ClientError: ${watched.arn} failed: ${reason}`);
}

async function invoke(stage: Stage, { operation }: StepKind, given: object): Promise<unknown> {
  try {
    const input = await requestOf(operation, given);
    return await stage.call.invoke('sagemaker', operation, input, stage.role);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    throw new JobFailure(
      `ClientError: Failed to invoke sagemaker:${operation}. Error Details: ${error.message} (Service: SageMaker, Status Code: ${error.status ?? 400}, Error Code: ${error.code})`,
    );
  }
}

/** Starts what the step is for and waits for its end; an execution with the same arguments may have done it already. */
async function runResource(stage: Stage, step: Step, run: PipelineStepRun, kind: StepKind): Promise<void> {
  const resolved = asRecord(await resolve(step.Arguments, scopeOf(stage)));
  run.arguments = JSON.stringify(resolved);
  const earlier = cachedRun(stage, step, run.arguments);
  if (earlier) {
    run.CacheHitResult = { SourcePipelineExecutionArn: earlier.executionArn };
    run.Metadata = earlier.run.Metadata;
    if (earlier.run.properties) run.properties = earlier.run.properties;
    return;
  }
  const { nameMember, watch } = kind;
  const name = drawName(stage, step);
  const answer = asRecord(
    await invoke(stage, kind, nameMember === undefined ? resolved : { ...resolved, [nameMember]: name }),
  );
  const arn = String(Object.entries(answer).find(([key]) => key.endsWith('Arn'))?.[1] ?? '');
  run.Metadata = kind.metadata(arn);
  const watched = watch?.(stage.call, name);
  if (watched) await awaitJob(stage, watched);
  run.properties = watched
    ? { ...watched.job }
    : { ...resolved, ...answer, ...(nameMember === undefined ? {} : { [nameMember]: name }) };
}

async function runCondition(stage: Stage, step: Step, run: PipelineStepRun): Promise<void> {
  const outcome = await allHold(step.Arguments.Conditions, scopeOf(stage));
  run.Metadata = { Condition: { Outcome: outcome ? 'True' : 'False' } };
  run.properties = { Outcome: outcome };
}

async function runFail(stage: Stage, step: Step, run: PipelineStepRun): Promise<void> {
  const ErrorMessage = String(await resolve(step.Arguments.ErrorMessage ?? '', scopeOf(stage)));
  run.Metadata = { Fail: { ErrorMessage } };
  throw new JobFailure(`ClientError: ${ErrorMessage}`);
}

/** Does what a step is for; throws when it fails. */
export async function runStep(stage: Stage, step: Step, run: PipelineStepRun): Promise<void> {
  if (step.Type === 'Condition') return runCondition(stage, step, run);
  if (step.Type === 'Fail') return runFail(stage, step, run);
  const kind = STEP_KINDS[step.Type];
  if (!kind) throw new UserFault(`Steps of type ${step.Type} are not supported in this sandbox.`);
  return runResource(stage, step, run, kind);
}

/** What a run of a branch's condition has come to; undefined as long as it has not. */
export function branchIsTaken({ steps }: PipelineExecution, { branch }: Step): boolean {
  if (!branch) return true;
  const condition = steps.find(({ StepName }) => StepName === branch.condition);
  return condition?.properties?.Outcome === branch.outcome;
}
