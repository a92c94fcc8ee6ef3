import type { CreateTransformJobRequest, TransformJobStatus } from '@aws-sdk/client-sagemaker';
import { wake } from '../../messaging/waiting.ts';
import { inUse, notSupported, validation } from '../errors.ts';
import type { Model } from '../hosting-state.ts';
import { loadModel } from '../inference/load-model.ts';
import { requireInstanceType } from '../jobs/bill.ts';
import { tellStateChange } from '../jobs/events.ts';
import { ORPHANED } from '../jobs/failure.ts';
import { enlist } from '../jobs/live.ts';
import { DAY_SECONDS, type JobPlace, startJob } from '../jobs/run-job.ts';
import { joinUri, parseS3Uri, requireS3Uri, s3Uri } from '../jobs/s3-data.ts';
import type { TransformJob } from '../jobs-state.ts';
import { arnOf, type SageMakerCall } from '../needs.ts';
import { keepTags } from '../tags.ts';
import { transformFile } from './transform-file.ts';

function checkRequest(request: CreateTransformJobRequest): void {
  const { TransformInput, TransformOutput, TransformResources, DataCaptureConfig } = request;
  const { S3DataType, S3Uri = '' } = TransformInput?.DataSource?.S3DataSource ?? {};
  if (S3DataType !== 'S3Prefix') throw notSupported(`TransformInput with S3DataType ${S3DataType}`);
  if (!parseS3Uri(S3Uri)) throw validation(`TransformInput: ${S3Uri} is no S3 address.`);
  if (!parseS3Uri(TransformOutput?.S3OutputPath ?? ''))
    throw validation('TransformOutput: S3OutputPath is no S3 address.');
  if (!['None', 'Line', undefined].includes(TransformInput?.SplitType)) {
    throw notSupported(`SplitType ${TransformInput?.SplitType}`);
  }
  if (TransformInput?.CompressionType && TransformInput.CompressionType !== 'None') {
    throw notSupported(`CompressionType ${TransformInput.CompressionType}`);
  }
  if (DataCaptureConfig) throw notSupported('DataCaptureConfig of a transform job');
  requireInstanceType('Batch transform', TransformResources?.InstanceType ?? '');
}

/** Takes a job to a status and tells who waits for it. */
function setStatus(call: SageMakerCall, job: TransformJob, status: TransformJobStatus, reason?: string): void {
  job.TransformJobStatus = status;
  job.LastModifiedTime = call.date();
  if (reason !== undefined) job.FailureReason = reason;
  if (status !== 'InProgress' && status !== 'Stopping') job.TransformEndTime = call.date();
  wake(job);
  tellStateChange(call, job.TransformJobArn, 'Transform Job', job);
}

async function transformAll({ storage, log, signal }: JobPlace, job: TransformJob, model: Model): Promise<void> {
  const { S3OutputPath = '', KmsKeyId: kmsKeyId } = job.TransformOutput ?? {};
  const source = job.TransformInput?.DataSource?.S3DataSource?.S3Uri ?? '';
  const keys = await storage.list(source);
  const predictor = loadModel(model.container.image, await storage.read(model.container.modelDataUrl));
  const { bucket, key: prefix } = requireS3Uri(source);
  const folder = prefix.slice(0, prefix.lastIndexOf('/') + 1);
  for (const key of keys) {
    signal.throwIfAborted();
    const text = new TextDecoder().decode(await storage.read(s3Uri({ bucket, key })));
    const output = transformFile(predictor, text, job);
    await storage.write(joinUri(S3OutputPath, `${key.slice(folder.length)}.out`), output, { kmsKeyId });
    log.add(`${key}: transformed`);
    // Other work of the machine goes on between two files.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function newJob(call: SageMakerCall, { Tags: _tags, ...request }: CreateTransformJobRequest): TransformJob {
  const name = request.TransformJobName ?? '';
  const now = call.date();
  return {
    ...request,
    TransformJobName: name,
    TransformJobArn: arnOf(call, 'transform-job', name),
    TransformJobStatus: 'InProgress',
    CreationTime: now,
    LastModifiedTime: now,
    TransformStartTime: now,
  };
}

/** Checks a request, enters the job and starts it. Permission to create it is the caller's to ask. */
export function startTransform(call: SageMakerCall, request: CreateTransformJobRequest): TransformJob {
  checkRequest(request);
  const name = request.TransformJobName ?? '';
  const model = call.state.models.get(request.ModelName ?? '');
  if (!model) throw validation(`Could not find model "${call.arn(`model/${request.ModelName?.toLowerCase()}`)}".`);
  if (call.state.transformJobs.has(name)) {
    throw inUse(
      `Job name must be unique within an AWS account and region, and a job with this name already exists (${arnOf(call, 'transform-job', name)})`,
    );
  }
  const job = newJob(call, request);
  call.state.transformJobs.set(name, job);
  keepTags(call, job.TransformJobArn, request.Tags);
  enlist(job);
  setStatus(call, job, 'InProgress');
  const { InstanceType: type = '', InstanceCount: count = 1 } = request.TransformResources ?? {};
  const run = {
    job,
    name,
    roleArn: model.ExecutionRoleArn,
    use: 'Batch transform',
    instances: { type, count },
    limitSeconds: DAY_SECONDS,
    logGroup: '/aws/sagemaker/TransformJobs',
    finish: (own: SageMakerCall, status: TransformJobStatus, reason?: string) => setStatus(own, job, status, reason),
  } as const;
  startJob(call, run, (place) => transformAll(place, job, model));
  return job;
}

export const isTransforming = ({ TransformJobStatus: status }: TransformJob): boolean =>
  status === 'InProgress' || status === 'Stopping';

/** Marks a job as stopping; its work ends a moment later. */
export const markStopping = (call: SageMakerCall, job: TransformJob): void => setStatus(call, job, 'Stopping');

/** Ends a job nobody works on any more, because the account was put back to a snapshot. */
export function failOrphan(call: SageMakerCall, job: TransformJob): void {
  setStatus(call, job, 'Failed', ORPHANED);
}
