import type {
  EndpointInput,
  MonitoringOutputConfig,
  MonitoringProblemType,
  MonitoringResources,
  MonitoringScheduleConfig,
  MonitoringType,
} from '@aws-sdk/client-sagemaker';
import { repositoryOf } from '../algorithms/images.ts';
import { notSupported, validation } from '../errors.ts';
import type { DataQualityDefinition, ModelQualityDefinition } from '../hosting-state.ts';
import { requireInstanceType } from '../jobs/bill.ts';
import type { SageMakerCall } from '../needs.ts';
import { s3Location } from '../storage.ts';
import { getDataQuality, getModelQuality } from './definitions.ts';

/** What an execution does, wherever it is written: in a job definition, or in the schedule itself. */
export interface MonitoringPlan {
  readonly type: MonitoringType;
  readonly definitionName: string | undefined;
  readonly roleArn: string;
  readonly input: EndpointInput;
  readonly outputUri: string;
  readonly statisticsUri: string | undefined;
  readonly constraintsUri: string | undefined;
  readonly instances: { readonly type: string; readonly count: number };
  readonly publishesMetrics: boolean;
  /** Of a model quality monitor. */
  readonly problem: MonitoringProblemType | undefined;
  readonly groundTruthUri: string | undefined;
}

/** Members that all definitions have, under the names of their kind. */
interface Parts {
  readonly type: MonitoringType;
  readonly definitionName?: string | undefined;
  readonly roleArn: string | undefined;
  readonly app:
    | {
        readonly ImageUri?: string | undefined;
        readonly RecordPreprocessorSourceUri?: string | undefined;
        readonly PostAnalyticsProcessorSourceUri?: string | undefined;
        readonly ContainerEntrypoint?: readonly string[] | undefined;
        readonly Environment?: Readonly<Record<string, string>> | undefined;
        readonly ProblemType?: MonitoringProblemType | undefined;
      }
    | undefined;
  readonly input: {
    readonly EndpointInput?: EndpointInput | undefined;
    readonly BatchTransformInput?: object | undefined;
  };
  readonly output: MonitoringOutputConfig | undefined;
  readonly resources: MonitoringResources | undefined;
  readonly statisticsUri?: string | undefined;
  readonly constraintsUri?: string | undefined;
  readonly groundTruthUri?: string | undefined;
  readonly environment?: Readonly<Record<string, string>> | undefined;
}

function checkApp({ app }: Parts): void {
  const image = app?.ImageUri ?? '';
  if (repositoryOf(image) !== 'sagemaker-model-monitor-analyzer') {
    throw notSupported(`The monitoring image ${image} (use …/sagemaker-model-monitor-analyzer)`);
  }
  if (app?.RecordPreprocessorSourceUri) throw notSupported('RecordPreprocessorSourceUri');
  if (app?.PostAnalyticsProcessorSourceUri) throw notSupported('PostAnalyticsProcessorSourceUri');
  if (app?.ContainerEntrypoint) throw notSupported('ContainerEntrypoint');
}

function inputOf({ input }: Parts): EndpointInput {
  if (input.BatchTransformInput) throw notSupported('BatchTransformInput');
  if (!input.EndpointInput) throw validation('A monitoring job needs an EndpointInput.');
  if (input.EndpointInput.ExcludeFeaturesAttribute) throw notSupported('ExcludeFeaturesAttribute');
  return input.EndpointInput;
}

/** Checks the parts and gives the plan. Throws ServiceError for what cannot be done here. */
export function planOf(parts: Parts): MonitoringPlan {
  checkApp(parts);
  const { ClusterConfig: cluster } = parts.resources ?? {};
  requireInstanceType('Processing', cluster?.InstanceType ?? '');
  const outputUri = parts.output?.MonitoringOutputs?.[0]?.S3Output?.S3Uri ?? '';
  for (const uri of [outputUri, parts.statisticsUri, parts.constraintsUri, parts.groundTruthUri]) {
    if (uri !== undefined) s3Location(uri);
  }
  const environment = parts.app?.Environment ?? parts.environment ?? {};
  return {
    type: parts.type,
    definitionName: parts.definitionName,
    roleArn: parts.roleArn ?? '',
    input: inputOf(parts),
    outputUri,
    statisticsUri: parts.statisticsUri,
    constraintsUri: parts.constraintsUri,
    instances: { type: cluster?.InstanceType ?? '', count: cluster?.InstanceCount ?? 1 },
    publishesMetrics: environment.publish_cloudwatch_metrics !== 'Disabled',
    problem: parts.app?.ProblemType,
    groundTruthUri: parts.groundTruthUri,
  };
}

type DataQualityParts = Omit<DataQualityDefinition, 'JobDefinitionArn' | 'CreationTime'>;
type ModelQualityParts = Omit<ModelQualityDefinition, 'JobDefinitionArn' | 'CreationTime'>;

export const dataQualityPlan = (definition: DataQualityParts): MonitoringPlan =>
  planOf({
    type: 'DataQuality',
    definitionName: definition.JobDefinitionName,
    roleArn: definition.RoleArn,
    app: definition.DataQualityAppSpecification,
    input: definition.DataQualityJobInput ?? {},
    output: definition.DataQualityJobOutputConfig,
    resources: definition.JobResources,
    statisticsUri: definition.DataQualityBaselineConfig?.StatisticsResource?.S3Uri,
    constraintsUri: definition.DataQualityBaselineConfig?.ConstraintsResource?.S3Uri,
  });

export function modelQualityPlan(definition: ModelQualityParts): MonitoringPlan {
  const { GroundTruthS3Input, ...input } = definition.ModelQualityJobInput ?? {};
  if (!definition.ModelQualityAppSpecification?.ProblemType) {
    throw validation(
      'A model quality job needs a ProblemType: BinaryClassification, MulticlassClassification or Regression.',
    );
  }
  if (!GroundTruthS3Input?.S3Uri) throw validation('A model quality job needs the S3Uri of its ground truth.');
  return planOf({
    type: 'ModelQuality',
    definitionName: definition.JobDefinitionName,
    roleArn: definition.RoleArn,
    app: definition.ModelQualityAppSpecification,
    input,
    output: definition.ModelQualityJobOutputConfig,
    resources: definition.JobResources,
    constraintsUri: definition.ModelQualityBaselineConfig?.ConstraintsResource?.S3Uri,
    groundTruthUri: GroundTruthS3Input.S3Uri,
  });
}

/** A definition inside of the schedule, as it was before job definitions: data quality alone. */
function inlinePlan({ MonitoringJobDefinition: inline }: MonitoringScheduleConfig): MonitoringPlan {
  if (!inline)
    throw validation('A schedule needs MonitoringJobDefinitionName and MonitoringType, or MonitoringJobDefinition.');
  return planOf({
    type: 'DataQuality',
    roleArn: inline.RoleArn,
    app: inline.MonitoringAppSpecification,
    input: inline.MonitoringInputs?.[0] ?? {},
    output: inline.MonitoringOutputConfig,
    resources: inline.MonitoringResources,
    statisticsUri: inline.BaselineConfig?.StatisticsResource?.S3Uri,
    constraintsUri: inline.BaselineConfig?.ConstraintsResource?.S3Uri,
    environment: inline.Environment,
  });
}

/** The plan that a schedule's configuration names. */
export function schedulePlan(call: SageMakerCall, config: MonitoringScheduleConfig): MonitoringPlan {
  const { MonitoringJobDefinitionName: name, MonitoringType: type, MonitoringJobDefinition: inline } = config;
  if (name === undefined) return inlinePlan(config);
  if (inline) throw validation('Specify either MonitoringJobDefinitionName or MonitoringJobDefinition, not both.');
  if (type === 'DataQuality') return dataQualityPlan(getDataQuality(call, name));
  if (type === 'ModelQuality') return modelQualityPlan(getModelQuality(call, name));
  throw notSupported(`MonitoringType ${type ?? 'that is left out'}`);
}
