import type { CreateProcessingJobRequest, ProcessingInput, ProcessingJobStatus } from '@aws-sdk/client-sagemaker';
import { wake } from '../../messaging/waiting.ts';
import { repositoryOf } from '../algorithms/images.ts';
import { UserFault } from '../data/user-fault.ts';
import { inUse, notSupported, validation } from '../errors.ts';
import { loadModel } from '../inference/load-model.ts';
import { requireInstanceType } from '../jobs/bill.ts';
import { tellStateChange } from '../jobs/events.ts';
import { ORPHANED } from '../jobs/failure.ts';
import { enlist } from '../jobs/live.ts';
import { DAY_SECONDS, type JobPlace, startJob } from '../jobs/run-job.ts';
import { joinUri, parseS3Uri, requireS3Uri, s3Uri } from '../jobs/s3-data.ts';
import type { ProcessingJob } from '../jobs-state.ts';
import { arnOf, type SageMakerCall } from '../needs.ts';
import { keepTags } from '../tags.ts';
import { runClarify } from './clarify.ts';
import type { Container } from './container.ts';
import { runMonitorAnalyzer } from './monitor-analyzer.ts';
import { runRecipe } from './recipe.ts';

const CONTAINERS: Readonly<Record<string, Container>> = {
  'sagemaker-clarify-processing': runClarify,
  'sagemaker-model-monitor-analyzer': runMonitorAnalyzer,
  'sagemaker-scikit-learn': runRecipe,
  'cairn/recipe': runRecipe,
};

function containerOf(image: string): Container {
  const repository = repositoryOf(image) ?? '';
  const container = Object.hasOwn(CONTAINERS, repository) ? CONTAINERS[repository] : undefined;
  if (container) return container;
  throw validation(
    `ImageUri ${image} cannot run in this sandbox. It processes with ${Object.keys(CONTAINERS).join(', ')}.`,
  );
}

function checkInput({ InputName: name, S3Input, DatasetDefinition }: ProcessingInput): void {
  if (DatasetDefinition || !S3Input) throw notSupported(`ProcessingInput ${name} without S3Input`);
  if (!parseS3Uri(S3Input.S3Uri ?? '')) throw validation(`ProcessingInput ${name}: ${S3Input.S3Uri} is no S3 address.`);
  if (S3Input.S3DataType === 'ManifestFile') throw notSupported(`ProcessingInput ${name}: ManifestFile`);
  if (S3Input.S3CompressionType === 'Gzip') throw notSupported(`ProcessingInput ${name}: Gzip`);
}

function checkRequest(request: CreateProcessingJobRequest): void {
  containerOf(request.AppSpecification?.ImageUri ?? '');
  const inputs = request.ProcessingInputs ?? [];
  inputs.forEach(checkInput);
  const names = inputs.map(({ InputName }) => InputName);
  if (new Set(names).size < names.length) throw validation('Names of processing inputs must be unique within a job.');
  for (const { OutputName: name, S3Output } of request.ProcessingOutputConfig?.Outputs ?? []) {
    if (!S3Output) throw notSupported(`ProcessingOutput ${name} without S3Output`);
    if (!parseS3Uri(S3Output.S3Uri ?? ''))
      throw validation(`ProcessingOutput ${name}: ${S3Output.S3Uri} is no S3 address.`);
  }
  requireInstanceType('Processing', request.ProcessingResources?.ClusterConfig?.InstanceType ?? '');
}

/** Inputs by the path at which the container finds them. */
async function downloadInputs({ storage }: JobPlace, job: ProcessingJob): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const { S3Input } of job.ProcessingInputs ?? []) {
    const { S3Uri = '', LocalPath = '' } = S3Input ?? {};
    const { bucket, key: prefix } = requireS3Uri(S3Uri);
    const folder = prefix.slice(0, prefix.lastIndexOf('/') + 1);
    for (const key of await storage.list(S3Uri)) {
      files.set(joinUri(LocalPath, key.slice(folder.length)), await storage.read(s3Uri({ bucket, key })));
    }
  }
  return files;
}

async function uploadOutputs({ storage }: JobPlace, job: ProcessingJob, files: ReadonlyMap<string, string>) {
  const { Outputs = [], KmsKeyId: kmsKeyId } = job.ProcessingOutputConfig ?? {};
  for (const { S3Output } of Outputs) {
    const { S3Uri = '', LocalPath = '' } = S3Output ?? {};
    const folder = `${LocalPath.replace(/\/+$/, '')}/`;
    for (const [path, text] of files) {
      if (path.startsWith(folder)) await storage.write(joinUri(S3Uri, path.slice(folder.length)), text, { kmsKeyId });
    }
  }
}

async function processAll(place: JobPlace, job: ProcessingJob): Promise<void> {
  const { call, storage, log, signal } = place;
  const files = await downloadInputs(place, job);
  signal.throwIfAborted();
  const model = async (name: string) => {
    const found = call.state.models.get(name);
    if (!found) throw new UserFault(`There is no model ${name}: create it first, by CreateModel.`);
    return loadModel(found.container.image, await storage.read(found.container.modelDataUrl));
  };
  const environment = job.Environment ?? {};
  const run = containerOf(job.AppSpecification?.ImageUri ?? '');
  const outputs = await run({ files, environment, log: (line) => log.add(line), model });
  signal.throwIfAborted();
  await uploadOutputs(place, job, outputs);
}

/** Takes a job to a status and tells who waits for it. */
function setStatus(call: SageMakerCall, job: ProcessingJob, status: ProcessingJobStatus, reason?: string): void {
  job.ProcessingJobStatus = status;
  job.LastModifiedTime = call.date();
  if (reason !== undefined) job.FailureReason = reason;
  if (status !== 'InProgress' && status !== 'Stopping') job.ProcessingEndTime = call.date();
  wake(job);
  tellStateChange(call, job.ProcessingJobArn, 'Processing Job', job);
}

function newJob(call: SageMakerCall, { Tags: _tags, ...request }: CreateProcessingJobRequest): ProcessingJob {
  const name = request.ProcessingJobName ?? '';
  const now = call.date();
  return {
    ...request,
    ProcessingJobName: name,
    ProcessingJobArn: arnOf(call, 'processing-job', name),
    ProcessingJobStatus: 'InProgress',
    CreationTime: now,
    LastModifiedTime: now,
    ProcessingStartTime: now,
  };
}

/** Checks a request, enters the job and starts it. Permissions are the caller's to ask. */
export function startProcessing(call: SageMakerCall, request: CreateProcessingJobRequest): ProcessingJob {
  checkRequest(request);
  const name = request.ProcessingJobName ?? '';
  if (call.state.processingJobs.has(name)) {
    throw inUse(
      `Job name must be unique within an AWS account and region, and a job with this name already exists (${arnOf(call, 'processing-job', name)})`,
    );
  }
  call.assume(request.RoleArn ?? '', 'sagemaker.amazonaws.com', 'SageMaker');
  const job = newJob(call, request);
  call.state.processingJobs.set(name, job);
  keepTags(call, job.ProcessingJobArn, request.Tags);
  enlist(job);
  setStatus(call, job, 'InProgress');
  const { InstanceType: type = '', InstanceCount: count = 1 } = request.ProcessingResources?.ClusterConfig ?? {};
  const run = {
    job,
    name,
    roleArn: request.RoleArn ?? '',
    use: 'Processing',
    instances: { type, count },
    limitSeconds: request.StoppingCondition?.MaxRuntimeInSeconds ?? DAY_SECONDS,
    logGroup: '/aws/sagemaker/ProcessingJobs',
    finish: (own: SageMakerCall, status: ProcessingJobStatus, reason?: string) => setStatus(own, job, status, reason),
  } as const;
  startJob(call, run, (place) => processAll(place, job));
  return job;
}

export const isProcessing = ({ ProcessingJobStatus: status }: ProcessingJob): boolean =>
  status === 'InProgress' || status === 'Stopping';

/** Marks a job as stopping; its work ends a moment later. */
export const markStopping = (call: SageMakerCall, job: ProcessingJob): void => setStatus(call, job, 'Stopping');

/** Ends a job nobody works on any more, because the account was put back to a snapshot. */
export const failOrphan = (call: SageMakerCall, job: ProcessingJob): void => setStatus(call, job, 'Failed', ORPHANED);
