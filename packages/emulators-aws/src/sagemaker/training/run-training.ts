import { ALGORITHMS } from '../algorithms/registry.ts';
import { recordTraining } from '../experiments/record-training.ts';
import { billableSeconds, chargeInstances } from '../jobs/bill.ts';
import { failureReason, JobFailure, JobStopped, ORPHANED } from '../jobs/failure.ts';
import { workOn } from '../jobs/live.ts';
import { type JobLog, jobLog } from '../jobs/logs.ts';
import { reportMetric } from '../jobs/metrics.ts';
import { type JobStorage, jobStorage, joinUri } from '../jobs/s3-data.ts';
import type { TrainingJob } from '../jobs-state.ts';
import type { SageMakerCall } from '../needs.ts';
import { writeArtifact } from './artifact.ts';
import { requireAlgorithm } from './check-request.ts';
import { downloadChannels } from './download.ts';
import { enterPhase } from './progress.ts';
import type { TrainingNews } from './task.ts';
import { trainInThread } from './threads.ts';

const DAY_SECONDS = 24 * 3600;
const NAMESPACE = '/aws/sagemaker/TrainingJobs';

interface Workplace {
  readonly call: SageMakerCall;
  readonly job: TrainingJob;
  readonly storage: JobStorage;
  readonly log: JobLog;
  readonly signal: AbortSignal;
}

/** Logs a thread's line, or keeps its figure as the job's latest of that name. */
function takeNews({ call, job, log }: Workplace, news: TrainingNews): void {
  if (news.kind === 'log') {
    log.add(news.line);
    return;
  }
  const { name: MetricName, value: Value } = news;
  const earlier = job.history.get(MetricName) ?? [];
  if (earlier.length === 0) job.history.set(MetricName, earlier);
  earlier.push(Value);
  const others = (job.FinalMetricDataList ?? []).filter((metric) => metric.MetricName !== MetricName);
  job.FinalMetricDataList = [...others, { MetricName, Value, Timestamp: call.date() }];
  reportMetric(call, NAMESPACE, { TrainingJobName: job.TrainingJobName }, MetricName, Value);
}

async function train(place: Workplace): Promise<Uint8Array> {
  const { call, job, storage, signal, log } = place;
  enterPhase(call, job, 'Downloading');
  const channels = await downloadChannels(storage, job.InputDataConfig ?? []);
  signal.throwIfAborted();
  enterPhase(call, job, 'Training');
  const algorithm = requireAlgorithm(job);
  const hyperparameters = job.HyperParameters ?? {};
  const onNews = (news: TrainingNews) => takeNews(place, news);
  const result = await trainInThread({ algorithm, hyperparameters, channels }, { signal, onNews });
  if (result.outcome === 'refused') {
    log.add(`[ERROR] ${result.message}`);
    throw new JobFailure(`ClientError: ${result.message}`);
  }
  return writeArtifact(new Map([[ALGORITHMS[algorithm].fileName, Buffer.from(result.file)]]));
}

async function upload({ call, job, storage }: Workplace, artifact: Uint8Array): Promise<void> {
  enterPhase(call, job, 'Uploading');
  const { S3OutputPath = '', KmsKeyId: kmsKeyId } = job.OutputDataConfig ?? {};
  const uri = joinUri(S3OutputPath, `${job.TrainingJobName}/output/model.tar.gz`);
  await storage.write(uri, artifact, { contentType: 'application/x-tar', kmsKeyId });
  job.ModelArtifacts = { S3ModelArtifacts: uri };
}

function chargeFor(call: SageMakerCall, job: TrainingJob, startedAt: number): void {
  const seconds = Math.max(1, Math.ceil((call.now() - startedAt) / 1000));
  const billable = billableSeconds(seconds, job.EnableManagedSpotTraining ?? false);
  job.TrainingTimeInSeconds = seconds;
  job.BillableTimeInSeconds = billable;
  const { InstanceType: type = '', InstanceCount: count = 1 } = job.ResourceConfig ?? {};
  chargeInstances(call, 'Training', { type, count }, billable);
}

function end(call: SageMakerCall, job: TrainingJob, error: unknown): void {
  if (error instanceof JobStopped) {
    enterPhase(call, job, error.why === 'asked' ? 'Stopped' : 'MaxRuntimeExceeded', 'Stopped');
    recordTraining(call, job);
    return;
  }
  job.FailureReason =
    failureReason(error) ?? 'InternalServerError: We encountered an internal error. Please try again.';
  enterPhase(call, job, 'Failed', 'Failed');
  recordTraining(call, job);
  if (failureReason(error) === undefined) throw error;
}

/** Trains from the first download to the last upload; whatever happens, the job comes to an end. */
export async function runTraining(call: SageMakerCall, job: TrainingJob, dropped: AbortSignal): Promise<void> {
  const startedAt = call.now();
  job.TrainingStartTime = call.date();
  const limitSeconds = job.StoppingCondition?.MaxRuntimeInSeconds ?? DAY_SECONDS;
  try {
    await workOn(job, { limitSeconds, dropped }, async (signal) => {
      const role = call.assume(job.RoleArn ?? '', 'sagemaker.amazonaws.com', 'SageMaker');
      const log = jobLog(call, role, NAMESPACE, `${job.TrainingJobName}/algo-1-${Math.floor(startedAt / 1000)}`);
      const place: Workplace = { call, job, storage: jobStorage(call, role), log, signal };
      try {
        await upload(place, await train(place));
      } finally {
        await log.flush();
      }
    });
    chargeFor(call, job, startedAt);
    enterPhase(call, job, 'Completed', 'Completed');
    recordTraining(call, job);
  } catch (error) {
    if (dropped.aborted) return; // the account is empty now: there is nothing left to write into
    chargeFor(call, job, startedAt);
    end(call, job, error);
  }
}

/** What SageMaker says of a job nobody works on any more, because the account was put back to a snapshot. */
export function failOrphan(call: SageMakerCall, job: TrainingJob): void {
  job.FailureReason = ORPHANED;
  enterPhase(call, job, 'Failed', 'Failed');
}
