import type { ContainerDefinition, CreateModelInput } from '@aws-sdk/client-sagemaker';
import { type Principal, ServiceError } from '@cairn/emulator-kit';
import { algorithmOf, KNOWN_IMAGES } from '../algorithms/images.ts';
import { notSupported, validation } from '../errors.ts';
import type { Model, ServedContainer } from '../hosting-state.ts';
import { parseS3Uri } from '../jobs/s3-data.ts';
import { arnOf, type SageMakerCall } from '../needs.ts';
import { deployableContainer } from '../registry/packages.ts';
import { listS3 } from '../storage.ts';

export function getModel(call: SageMakerCall, name: string): Model {
  const model = call.state.models.get(name);
  if (!model) throw validation(`Could not find model "${arnOf(call, 'model', name)}".`);
  return model;
}

/** The one container of a model; chains of containers are not served here. */
export function onlyContainer({ PrimaryContainer, Containers }: CreateModelInput): ContainerDefinition {
  if (PrimaryContainer && Containers) throw validation('Specify either PrimaryContainer or Containers, not both.');
  const [first, ...others] = Containers ?? (PrimaryContainer ? [PrimaryContainer] : []);
  if (!first) throw validation('You must provide either PrimaryContainer or Containers.');
  if (others.length > 0) throw notSupported('An inference pipeline of several containers');
  if (first.ModelDataSource) throw notSupported('ModelDataSource (use ModelDataUrl)');
  if (first.AdditionalModelDataSources?.length) throw notSupported('AdditionalModelDataSources');
  return first;
}

/** Image and artifact that will be served, taken from the registry when the container names a package. */
export function servedContainer(call: SageMakerCall, given: ContainerDefinition): ServedContainer {
  const packaged = given.ModelPackageName ? deployableContainer(call, given.ModelPackageName) : undefined;
  const image = packaged?.Image ?? given.Image;
  const modelDataUrl = packaged?.ModelDataUrl ?? given.ModelDataUrl;
  if (!image) throw validation('A container needs an Image, or a ModelPackageName of the model registry.');
  if (algorithmOf(image) === undefined) {
    throw validation(`The image ${image} cannot be served in this sandbox; it serves ${KNOWN_IMAGES}.`);
  }
  if (!modelDataUrl) throw validation('A container needs ModelDataUrl: the model.tar.gz that a training job wrote.');
  const isMultiModel = given.Mode === 'MultiModel';
  if (isMultiModel && !modelDataUrl.endsWith('/')) {
    throw validation(
      `ModelDataUrl ${modelDataUrl} of a multi-model container must be a prefix that ends with a slash.`,
    );
  }
  return { image, modelDataUrl, isMultiModel, environment: { ...packaged?.Environment, ...given.Environment }, given };
}

const cannotRead = (url: string, roleArn: string, region: string): ServiceError =>
  validation(
    `Could not access model data at ${url}. Please ensure that the role "${roleArn}" exists and that its trust relationship policy allows the action "sts:AssumeRole" for the service principal "sagemaker.amazonaws.com". Also ensure that the role has "s3:GetObject" permissions and that the object is located in ${region}. If your Model uses multiple models or uncompressed models, please ensure that the role has "s3:ListBucket" permission.`,
  );

/** Looks whether the role can read the artifact, as SageMaker does before it makes a model. */
export async function demandReadable(
  call: SageMakerCall,
  { modelDataUrl: url, isMultiModel }: ServedContainer,
  roleArn: string,
): Promise<void> {
  const location = parseS3Uri(url);
  if (!location) throw validation(`Invalid ModelDataUrl "${url}": it must look like s3://bucket/path/model.tar.gz.`);
  const input = { Bucket: location.bucket, Key: location.key };
  const session = assumed(call, roleArn, () => cannotRead(url, roleArn, call.region));
  try {
    if (isMultiModel) await listS3(call, url, session);
    else await call.invoke('s3', 'HeadObject', input, session);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    if (error.status === 404) throw validation(`Could not find model data at ${url}.`);
    throw cannotRead(url, roleArn, call.region);
  }
}

function assumed(call: SageMakerCall, roleArn: string, refuse: () => ServiceError): Principal {
  try {
    return call.assume(roleArn, 'sagemaker.amazonaws.com', 'SageMaker');
  } catch (error) {
    throw error instanceof ServiceError ? refuse() : error;
  }
}
