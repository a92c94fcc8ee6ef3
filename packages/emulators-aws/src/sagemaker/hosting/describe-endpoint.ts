import type {
  DataCaptureConfigSummary,
  DescribeEndpointOutput,
  PendingDeploymentSummary,
  ProductionVariantSummary,
  VariantStatus,
} from '@aws-sdk/client-sagemaker';
import type { Deployment, Endpoint, Fleet, Variant } from '../hosting-state.ts';

/** SageMaker tells the digest that a tag stood for; here the image is its name. */
const imageOf = ({ image, deployedAt }: Variant) => ({
  SpecifiedImage: image,
  ResolvedImage: image,
  ResolutionTime: deployedAt,
});

function variantSummary(variant: Variant): ProductionVariantSummary {
  const { name, weight, instanceCount, serverless } = variant;
  return {
    VariantName: name,
    DeployedImages: [imageOf(variant)],
    CurrentWeight: weight,
    DesiredWeight: weight,
    ...(serverless
      ? { CurrentServerlessConfig: serverless, DesiredServerlessConfig: serverless, CurrentInstanceCount: 0 }
      : { CurrentInstanceCount: instanceCount, DesiredInstanceCount: instanceCount }),
  };
}

function captureSummary({ capture }: Fleet): DataCaptureConfigSummary | undefined {
  if (!capture) return undefined;
  const { EnableCapture = false, InitialSamplingPercentage, DestinationS3Uri, KmsKeyId = '' } = capture;
  return {
    EnableCapture,
    CaptureStatus: EnableCapture ? 'Started' : 'Stopped',
    CurrentSamplingPercentage: InitialSamplingPercentage,
    DestinationS3Uri,
    KmsKeyId,
  };
}

const stageOf = ({ step, green }: Deployment): VariantStatus =>
  green === undefined ? 'Creating' : step === 0 ? 'ActivatingTraffic' : 'Baking';

function pendingSummary(deployment: Deployment): PendingDeploymentSummary {
  const { configName, startedAt, green } = deployment;
  const status = [{ Status: stageOf(deployment), StartTime: startedAt }];
  const variants = (green?.variants ?? []).map((variant) => ({
    ...variantSummary(variant),
    ...(variant.instanceType ? { InstanceType: variant.instanceType } : {}),
    VariantStatus: status,
  }));
  return { EndpointConfigName: configName, StartTime: startedAt, ProductionVariants: variants };
}

export function describeEndpoint(endpoint: Endpoint): DescribeEndpointOutput {
  const { fleet, deployment } = endpoint;
  return {
    EndpointName: endpoint.name,
    EndpointArn: endpoint.arn,
    EndpointConfigName: endpoint.configName,
    ProductionVariants: fleet?.variants.map(variantSummary),
    DataCaptureConfig: fleet && captureSummary(fleet),
    EndpointStatus: endpoint.status,
    FailureReason: endpoint.failureReason,
    CreationTime: endpoint.createdAt,
    LastModifiedTime: endpoint.modifiedAt,
    LastDeploymentConfig: endpoint.lastDeploymentConfig,
    AsyncInferenceConfig: fleet?.asyncInference,
    PendingDeploymentSummary: fleet && deployment && pendingSummary(deployment),
  };
}
