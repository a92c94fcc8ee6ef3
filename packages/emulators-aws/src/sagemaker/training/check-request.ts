import type { Channel, CreateTrainingJobRequest } from '@aws-sdk/client-sagemaker';
import { ALGORITHM_NAMES, type AlgorithmName } from '../algorithms/algorithm.ts';
import { algorithmOf, KNOWN_IMAGES } from '../algorithms/images.ts';
import { notSupported, validation } from '../errors.ts';
import { requireInstanceType } from '../jobs/bill.ts';
import { parseS3Uri } from '../jobs/s3-data.ts';

/** Members that change what a job does and that nothing here would do. */
const UNSUPPORTED = [
  'CheckpointConfig',
  'DebugRuleConfigurations',
  'TensorBoardOutputConfig',
  'RemoteDebugConfig',
  'InfraCheckConfig',
  'SessionChainingConfig',
  'ServerlessJobConfig',
  'MlflowConfig',
  'ModelPackageConfig',
] as const satisfies (keyof CreateTrainingJobRequest)[];

export function requireAlgorithm({
  AlgorithmSpecification,
}: Pick<CreateTrainingJobRequest, 'AlgorithmSpecification'>): AlgorithmName {
  const { TrainingImage: image, AlgorithmName: name } = AlgorithmSpecification ?? {};
  if (name !== undefined) {
    throw validation(
      `AlgorithmName ${name}: algorithm resources are not supported in this sandbox; give TrainingImage.`,
    );
  }
  const algorithm = image === undefined ? undefined : algorithmOf(image);
  if (algorithm) return algorithm;
  throw validation(
    `TrainingImage ${image ?? '(none)'} cannot run in this sandbox. It trains ${ALGORITHM_NAMES.join(', ')}, by the images ${KNOWN_IMAGES}.`,
  );
}

function checkChannel(channel: Channel): void {
  const { ChannelName: name, DataSource, CompressionType, RecordWrapperType, ShuffleConfig } = channel;
  const source = DataSource?.S3DataSource;
  if (!source) throw notSupported(`Channel ${name}: a data source other than S3DataSource`);
  if (source.S3DataType === 'AugmentedManifestFile') throw notSupported(`Channel ${name}: AugmentedManifestFile`);
  if (!parseS3Uri(source.S3Uri ?? '')) throw validation(`Channel ${name}: ${source.S3Uri} is no S3 address.`);
  if (RecordWrapperType === 'RecordIO') throw notSupported(`Channel ${name}: RecordIO`);
  if (CompressionType !== undefined && !['None', 'Gzip'].includes(CompressionType)) {
    throw validation(`Channel ${name}: CompressionType ${CompressionType} is unknown.`);
  }
  if (ShuffleConfig) throw notSupported(`Channel ${name}: ShuffleConfig`);
}

function checkSpot({ EnableManagedSpotTraining: isSpot, StoppingCondition }: CreateTrainingJobRequest): void {
  const { MaxRuntimeInSeconds: run, MaxWaitTimeInSeconds: wait } = StoppingCondition ?? {};
  if (!isSpot && wait !== undefined) {
    throw validation('MaxWaitTimeInSeconds is only for managed spot training: set EnableManagedSpotTraining too.');
  }
  if (isSpot && (wait === undefined || wait < (run ?? 0))) {
    throw validation(
      'Invalid MaxWaitTimeInSeconds. It must be present and be greater than or equal to MaxRuntimeInSeconds',
    );
  }
}

function checkResources({ ResourceConfig }: CreateTrainingJobRequest): void {
  const { InstanceType, InstanceCount, InstanceGroups, KeepAlivePeriodInSeconds } = ResourceConfig ?? {};
  if (InstanceGroups) throw notSupported('A heterogeneous cluster (InstanceGroups)');
  if (KeepAlivePeriodInSeconds) throw notSupported('A warm pool (KeepAlivePeriodInSeconds)');
  if (InstanceType === undefined || InstanceCount === undefined) {
    throw validation('ResourceConfig must have InstanceType and InstanceCount.');
  }
  requireInstanceType('Training', InstanceType);
}

/** Refuses a request that cannot be trained here; SageMaker's own checks come before the sandbox's. */
export function checkTrainingRequest(request: CreateTrainingJobRequest): void {
  requireAlgorithm(request);
  const channels = request.InputDataConfig ?? [];
  const names = channels.map(({ ChannelName }) => ChannelName);
  if (new Set(names).size < names.length) throw validation('Channel names must be unique within a training job.');
  channels.forEach(checkChannel);
  checkResources(request);
  checkSpot(request);
  const { S3OutputPath = '', CompressionType } = request.OutputDataConfig ?? {};
  if (!parseS3Uri(S3OutputPath)) throw validation(`S3OutputPath ${S3OutputPath} is no S3 address.`);
  if (CompressionType === 'NONE') throw notSupported('OutputDataConfig.CompressionType NONE');
  const odd = UNSUPPORTED.find((name) => request[name] !== undefined);
  if (odd !== undefined) throw notSupported(odd);
}
