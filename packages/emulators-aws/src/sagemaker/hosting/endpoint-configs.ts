import type { CreateEndpointConfigInput, DataCaptureConfig, ProductionVariant } from '@aws-sdk/client-sagemaker';
import { sageMakerInstanceHour } from '../../prices.ts';
import { notSupported, validation } from '../errors.ts';
import type { EndpointConfig } from '../hosting-state.ts';
import { arnOf, type SageMakerCall } from '../needs.ts';
import { s3Location } from '../storage.ts';
import { getModel } from './models.ts';

export function getEndpointConfig(call: SageMakerCall, name: string): EndpointConfig {
  const config = call.state.endpointConfigs.get(name);
  if (!config) throw validation(`Could not find endpoint configuration "${arnOf(call, 'endpoint-config', name)}".`);
  return config;
}

const UNSUPPORTED_OF_CONFIG = ['ShadowProductionVariants', 'ExplainerConfig'] as const;
const UNSUPPORTED_OF_VARIANT = ['AcceleratorType', 'InstancePools', 'ManagedInstanceScaling'] as const;
const SERVERLESS_MEMORY = [1024, 2048, 3072, 4096, 5120, 6144];

function checkServerless({ VariantName, ServerlessConfig: serverless }: ProductionVariant): void {
  const { MemorySizeInMB: memory = 0, MaxConcurrency: most = 0, ProvisionedConcurrency: kept } = serverless ?? {};
  if (!SERVERLESS_MEMORY.includes(memory)) {
    throw validation(
      `MemorySizeInMB of variant ${VariantName} is ${memory}, but must be one of ${SERVERLESS_MEMORY.join(', ')}.`,
    );
  }
  if (kept !== undefined && kept > most) {
    throw validation(`ProvisionedConcurrency of variant ${VariantName} must not be above its MaxConcurrency.`);
  }
}

function checkVariant(call: SageMakerCall, variant: ProductionVariant): void {
  const { VariantName, ModelName, InstanceType, InitialInstanceCount, ServerlessConfig } = variant;
  const odd = UNSUPPORTED_OF_VARIANT.find((member) => variant[member] !== undefined);
  if (odd) throw notSupported(`${odd} of variant ${VariantName}`);
  if (!ModelName) throw notSupported(`Variant ${VariantName} without a ModelName, for inference components,`);
  const { container } = getModel(call, ModelName);
  if (ServerlessConfig) {
    if (InstanceType || InitialInstanceCount !== undefined) {
      throw validation(
        `Variant ${VariantName} has a ServerlessConfig, so that InstanceType and InitialInstanceCount must be left out.`,
      );
    }
    if (container.isMultiModel) throw validation('A serverless endpoint cannot serve a multi-model container.');
    checkServerless(variant);
    return;
  }
  if (!InstanceType || !InitialInstanceCount) {
    throw validation(
      `Variant ${VariantName} needs InstanceType and InitialInstanceCount of at least 1, or a ServerlessConfig.`,
    );
  }
  if (!sageMakerInstanceHour('Hosting', InstanceType)) throw notSupported(`The instance type ${InstanceType}`);
}

function checkCapture({ DestinationS3Uri = '', KmsKeyId }: DataCaptureConfig): void {
  s3Location(DestinationS3Uri);
  if (KmsKeyId) throw notSupported('A KmsKeyId for captured data');
}

function checkServerlessAlone({ ProductionVariants = [], ...config }: CreateEndpointConfigInput): void {
  const isServerless = (ProductionVariants ?? []).some(({ ServerlessConfig }) => ServerlessConfig);
  if (!isServerless) return;
  if ((ProductionVariants ?? []).length > 1) {
    throw validation('A serverless endpoint must have exactly one production variant.');
  }
  if (config.DataCaptureConfig) throw validation('Data capture is not supported for serverless endpoints.');
  if (config.AsyncInferenceConfig)
    throw validation('Asynchronous inference is not supported for serverless endpoints.');
}

/** Refuses a configuration that could not be deployed, or would not do here what it does in SageMaker. */
export function checkEndpointConfig(call: SageMakerCall, input: CreateEndpointConfigInput): void {
  const variants = input.ProductionVariants ?? [];
  const odd = UNSUPPORTED_OF_CONFIG.find((member) => input[member] !== undefined);
  if (odd) throw notSupported(odd);
  const names = variants.map(({ VariantName }) => VariantName);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice) throw validation(`Production variant names must be unique, but ${twice} stands twice.`);
  for (const variant of variants) checkVariant(call, variant);
  checkServerlessAlone(input);
  if (input.DataCaptureConfig) checkCapture(input.DataCaptureConfig);
  const { S3OutputPath } = input.AsyncInferenceConfig?.OutputConfig ?? {};
  if (S3OutputPath !== undefined) s3Location(S3OutputPath);
}
