import type { ProductionVariant } from '@aws-sdk/client-sagemaker';
import { type BlobRef, memoryPayload, ServiceError } from '@cairn/emulator-kit';
import { sageMakerInstanceHour } from '../../prices.ts';
import type { Predictor } from '../algorithms/algorithm.ts';
import { userMessage } from '../data/user-fault.ts';
import type { Endpoint, Fleet, Model, Variant } from '../hosting-state.ts';
import { loadModel } from '../inference/load-model.ts';
import type { SageMakerCall } from '../needs.ts';
import { readS3 } from '../storage.ts';
import { getEndpointConfig } from './endpoint-configs.ts';
import { getModel } from './models.ts';

/** A deployment that cannot be: what the endpoint says as its FailureReason. */
export class DeploymentFault extends Error {}

/** Loaded models, kept beside the state, which is plain data; a variant never changes its artifact. */
const loaded = new WeakMap<Variant, Predictor>();

/** The model of a variant that has one, ready to answer. */
export async function predictorOf(call: SageMakerCall, variant: Variant, blob: BlobRef): Promise<Predictor> {
  const known = loaded.get(variant);
  if (known) return known;
  const predictor = loadModel(variant.image, await call.blobs.open(blob).bytes(blob.size));
  loaded.set(variant, predictor);
  return predictor;
}

async function download(call: SageMakerCall, url: string, roleArn: string): Promise<Uint8Array> {
  try {
    return await readS3(call, url, call.assume(roleArn, 'sagemaker.amazonaws.com', 'SageMaker'));
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    throw new DeploymentFault(
      `Failed to download model data for container "container_1" from URL: "${url}". Please ensure that there is an object located at the URL and that the role passed to CreateModel has permissions to download the object.`,
    );
  }
}

function healthy(variantName: string, image: string, bytes: Uint8Array): Predictor {
  try {
    return loadModel(image, bytes);
  } catch (error) {
    const why = userMessage(error);
    if (why === undefined) throw error;
    throw new DeploymentFault(
      `The primary container for production variant ${variantName} did not pass the ping health check. Please check CloudWatch logs for this endpoint. (${why})`,
    );
  }
}

/** Reads and checks a variant's artifact; many models under one prefix are read when they are asked for. */
async function loadSource(call: SageMakerCall, variantName: string, { container, ExecutionRoleArn: roleArn }: Model) {
  const { modelDataUrl, isMultiModel, image } = container;
  if (isMultiModel) return { source: { kind: 'multi-model', prefixUri: modelDataUrl } as const, predictor: undefined };
  const bytes = await download(call, modelDataUrl, roleArn);
  const predictor = healthy(variantName, image, bytes);
  return { source: { kind: 'artifact', blob: await call.blobs.keep(memoryPayload(bytes)) } as const, predictor };
}

async function loadVariant(call: SageMakerCall, given: ProductionVariant): Promise<Variant> {
  const { VariantName: name = '', ModelName: modelName = '' } = given;
  const model = getModel(call, modelName);
  const { source, predictor } = await loadSource(call, name, model);
  const variant: Variant = {
    name,
    modelName,
    image: model.container.image,
    roleArn: model.ExecutionRoleArn,
    source,
    instanceType: given.InstanceType,
    instanceId: `i-${call.ids.hex(17)}`,
    deployedAt: call.date(),
    weight: given.InitialVariantWeight ?? 1,
    instanceCount: given.InitialInstanceCount ?? 0,
    serverless: given.ServerlessConfig,
    lastInvokedAt: undefined,
  };
  if (predictor) loaded.set(variant, predictor);
  return variant;
}

/** Loads the models of an endpoint configuration. Throws DeploymentFault when one cannot be. */
export async function loadFleet(call: SageMakerCall, configName: string): Promise<Fleet> {
  const config = getEndpointConfig(call, configName);
  const variants: Variant[] = [];
  for (const given of config.ProductionVariants) variants.push(await loadVariant(call, given));
  return {
    id: call.ids.hex(8),
    configName,
    variants,
    capture: config.DataCaptureConfig,
    asyncInference: config.AsyncInferenceConfig,
  };
}

const meterOf = (endpoint: Endpoint, fleet: Fleet, variant: Variant): string =>
  `${endpoint.arn}/${fleet.id}/${variant.name}`;

/** Instances cost from when they serve until they are deleted, used or not; serverless variants cost by use. */
export function startMeters(call: SageMakerCall, endpoint: Endpoint, fleet: Fleet): void {
  for (const variant of fleet.variants) {
    const charge = variant.instanceType && sageMakerInstanceHour('Hosting', variant.instanceType);
    if (charge) call.startMeter(meterOf(endpoint, fleet, variant), charge, variant.instanceCount);
  }
}

export function stopMeters(call: SageMakerCall, endpoint: Endpoint, fleet: Fleet | undefined): void {
  for (const variant of fleet?.variants ?? []) call.stopMeter(meterOf(endpoint, fleet as Fleet, variant)); // has variants
}
