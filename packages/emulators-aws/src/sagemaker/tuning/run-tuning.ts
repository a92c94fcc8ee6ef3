import type { HyperParameterTuningJobStatus } from '@aws-sdk/client-sagemaker';
import type { Parameters, Trial } from '@cairn/learning-algorithms';
import { waitFor, wake } from '../../messaging/waiting.ts';
import { tellStateChange } from '../jobs/events.ts';
import { failureReason, JobStopped, ORPHANED } from '../jobs/failure.ts';
import { workOn } from '../jobs/live.ts';
import type { TrainingJob, TuningJob, TuningTrial } from '../jobs-state.ts';
import type { SageMakerCall } from '../needs.ts';
import { isTraining } from '../training/progress.ts';
import { startTraining } from '../training/start-training.ts';
import { stopTraining } from '../training/stop-training.ts';
import { isHopeless } from './early-stopping.ts';
import { type NextTrial, nextTrial } from './next-trial.ts';
import { asSpecification, planTuning, type TuningPlan } from './plan.ts';
import { recount } from './summaries.ts';

const LONGEST_RUN_SECONDS = 30 * 24 * 3600;
const LOOK_EVERY_MILLISECONDS = 100;

interface Search {
  readonly call: SageMakerCall;
  readonly job: TuningJob;
  readonly plan: TuningPlan;
  readonly priors: readonly Trial[];
  readonly signal: AbortSignal;
}

export const isTuning = ({ HyperParameterTuningJobStatus: status }: TuningJob): boolean =>
  status === 'InProgress' || status === 'Stopping';

/** Takes a job to a status and tells who waits for it. */
export function setTuningStatus(call: SageMakerCall, job: TuningJob, status: HyperParameterTuningJobStatus): void {
  job.HyperParameterTuningJobStatus = status;
  recount(call, job);
  if (!isTuning(job)) job.HyperParameterTuningEndTime = call.date();
  wake(job);
  const { trials: _trials, TrainingJobDefinition: _definition, ...detail } = job;
  tellStateChange(call, job.HyperParameterTuningJobArn, 'HyperParameter Tuning Job', detail);
}

const asTexts = (parameters: Parameters): Record<string, string> =>
  Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, String(value)]));

function startTrial({ call, job, plan }: Search, next: Extract<NextTrial, { outcome: 'trial' }>): void {
  const { StaticHyperParameters, AlgorithmSpecification, ...definition } = job.TrainingJobDefinition ?? {
    ...{ StaticHyperParameters: {}, AlgorithmSpecification: undefined, RoleArn: undefined },
    ...{ OutputDataConfig: undefined, StoppingCondition: undefined },
  };
  const { DefinitionName: _n, TuningObjective: _o, HyperParameterRanges: _r, ...shared } = definition;
  const { HyperParameterTuningResourceConfig: _c, ...request } = shared;
  const hyperparameters = asTexts(next.parameters);
  const number = String(job.trials.length + 1).padStart(3, '0');
  const trainingJobName = `${job.HyperParameterTuningJobName.slice(0, 50)}-${number}-${call.ids.hex(8)}`;
  startTraining(
    call,
    {
      ...request,
      TrainingJobName: trainingJobName,
      AlgorithmSpecification: asSpecification(AlgorithmSpecification),
      HyperParameters: { ...StaticHyperParameters, ...hyperparameters, _tuning_objective_metric: plan.metricName },
    },
    { TuningJobArn: job.HyperParameterTuningJobArn },
  );
  const hyperband = next.hyperband ? { hyperband: next.hyperband } : {};
  job.trials.push({
    trainingJobName,
    hyperparameters,
    parameters: next.parameters,
    status: 'InProgress',
    ...hyperband,
  });
  recount(call, job);
}

const isOpen = ({ status }: TuningTrial): boolean => status === 'InProgress' || status === 'Stopping';

/** Takes over what training jobs have come to. */
function observe({ call, job, plan }: Search): void {
  for (const trial of job.trials.filter(isOpen)) {
    const training = call.state.trainingJobs.get(trial.trainingJobName);
    if (!training) continue;
    trial.status = training.TrainingJobStatus;
    const value = training.FinalMetricDataList?.find(({ MetricName }) => MetricName === plan.metricName)?.Value;
    if (value !== undefined && Number.isFinite(value)) trial.objective = value;
  }
  recount(call, job);
}

function trainingsOf({ call, job }: Search, isWanted: (trial: TuningTrial) => boolean): TrainingJob[] {
  return job.trials.filter(isWanted).flatMap((trial) => call.state.trainingJobs.get(trial.trainingJobName) ?? []);
}

function stopHopeless(search: Search): void {
  if (!search.plan.stopsEarly) return;
  const finished = trainingsOf(search, ({ status }) => status === 'Completed');
  for (const training of trainingsOf(search, ({ status }) => status === 'InProgress')) {
    const { metricName, direction } = search.plan;
    if (isHopeless(training, finished, metricName, direction)) stopTraining(search.call, training);
  }
}

/** Waits until a running training job has ended, looking at each now and then. */
async function awaitTrial(search: Search): Promise<void> {
  const [first] = trainingsOf(search, isOpen);
  if (first && isTraining(first)) await waitFor(search.call, first, LOOK_EVERY_MILLISECONDS);
  search.signal.throwIfAborted();
  stopHopeless(search);
  observe(search);
}

function hasReachedTarget({ job, plan: { target, direction } }: Search): boolean {
  if (target === undefined) return false;
  return job.trials.some(
    ({ objective }) =>
      objective !== undefined && (direction === 'Maximize' ? objective >= target : objective <= target),
  );
}

/** Starts as many trials as may run; true when none is left to start. */
function startTrials(search: Search): boolean {
  const { job, plan, priors } = search;
  while (job.trials.filter(isOpen).length < plan.mostParallel) {
    if (job.trials.length >= plan.mostJobs || hasReachedTarget(search)) return true;
    const next = nextTrial(plan, job.trials, priors);
    if (next.outcome === 'done') return true;
    if (next.outcome === 'wait') return false;
    startTrial(search, next);
  }
  return false;
}

async function searchAll(search: Search): Promise<void> {
  let isDone = false;
  while (!isDone || search.job.trials.some(isOpen)) {
    isDone = startTrials(search) || isDone;
    if (search.job.trials.some(isOpen)) await awaitTrial(search);
  }
}

/** Tells what still runs to stop, and waits for it. */
async function windUp(search: Search): Promise<void> {
  for (const training of trainingsOf(search, isOpen)) if (isTraining(training)) stopTraining(search.call, training);
  while (trainingsOf(search, isOpen).some(isTraining)) {
    const [first] = trainingsOf(search, isOpen).filter(isTraining);
    if (first) await waitFor(search.call, first, LOOK_EVERY_MILLISECONDS);
  }
  observe(search);
}

function fail(call: SageMakerCall, job: TuningJob, reason: string): void {
  job.FailureReason = reason;
  setTuningStatus(call, job, 'Failed');
}

function finish({ call, job }: Search): void {
  if (job.trials.some(({ objective }) => objective !== undefined)) setTuningStatus(call, job, 'Completed');
  else
    fail(call, job, 'All training jobs failed. Please take a look at the training jobs failures to get more details.');
}

/** Searches until all is tried; whatever happens, the job comes to an end. */
export async function runTuning(
  call: SageMakerCall,
  job: TuningJob,
  priors: readonly Trial[],
  dropped: AbortSignal,
): Promise<void> {
  const plan = planTuning(job);
  const limitSeconds = job.HyperParameterTuningJobConfig.ResourceLimits?.MaxRuntimeInSeconds ?? LONGEST_RUN_SECONDS;
  let search: Search = { call, job, plan, priors, signal: dropped };
  try {
    await workOn(job, { limitSeconds, dropped }, (signal) => {
      search = { ...search, signal };
      return searchAll(search);
    });
    finish(search);
  } catch (error) {
    if (dropped.aborted) return; // the account is empty now: there is nothing left to write into
    await windUp({ ...search, signal: dropped });
    if (error instanceof JobStopped) {
      if (error.why === 'asked') return setTuningStatus(call, job, 'Stopped');
      return finish(search);
    }
    fail(call, job, failureReason(error) ?? 'InternalServerError: We encountered an internal error.');
    if (failureReason(error) === undefined) throw error;
  }
}

/** Ends a job nobody works on any more, because the account was put back to a snapshot. */
export const failOrphan = (call: SageMakerCall, job: TuningJob): void => fail(call, job, ORPHANED);
