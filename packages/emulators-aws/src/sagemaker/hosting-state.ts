import type {
  AsyncInferenceConfig,
  ContainerDefinition,
  DataCaptureConfig,
  DeploymentConfig,
  DescribeDataQualityJobDefinitionResponse,
  DescribeEndpointConfigOutput,
  DescribeModelOutput,
  DescribeModelPackageGroupOutput,
  DescribeModelPackageOutput,
  DescribeModelQualityJobDefinitionResponse,
  EndpointStatus,
  FeatureDefinition,
  FeatureGroupStatus,
  FeatureParameter,
  MonitoringExecutionSummary,
  MonitoringScheduleConfig,
  MonitoringType,
  OfflineStoreConfig,
  OnlineStoreConfig,
  ProductionVariantInstanceType,
  ProductionVariantServerlessConfig,
  ScheduleStatus,
  ThroughputConfigDescription,
  VariantPropertyType,
} from '@aws-sdk/client-sagemaker';
import type { BlobRef } from '@cairn/emulator-kit';

/** An answer of a Describe operation with those members present that every resource of the kind has. */
type Kept<Description, Present extends keyof Description> = Description & {
  [Key in Present]-?: NonNullable<Description[Key]>;
};

/** A model: containers with images and artifacts, and the role that reads them. */
export type Model = Kept<DescribeModelOutput, 'ModelName' | 'ModelArn' | 'CreationTime' | 'ExecutionRoleArn'> & {
  /** The container that answers; of a model from the registry, as its package described it. */
  readonly container: ServedContainer;
};

export interface ServedContainer {
  readonly image: string;
  /** Of a model.tar.gz; of a multi-model container the prefix under which they lie. */
  readonly modelDataUrl: string;
  readonly isMultiModel: boolean;
  readonly environment: Readonly<Record<string, string>>;
  readonly given: ContainerDefinition;
}

export type ModelPackageGroup = Kept<
  DescribeModelPackageGroupOutput,
  'ModelPackageGroupName' | 'ModelPackageGroupArn' | 'CreationTime'
> & {
  /** Versions are never given twice, were one deleted. */
  lastVersion: number;
};
export type ModelPackage = Kept<DescribeModelPackageOutput, 'ModelPackageName' | 'ModelPackageArn' | 'CreationTime'>;

export type EndpointConfig = Kept<
  DescribeEndpointConfigOutput,
  'EndpointConfigName' | 'EndpointConfigArn' | 'ProductionVariants' | 'CreationTime'
>;

export type ModelSource =
  /** The model.tar.gz as it was when the variant was deployed: what is in S3 may change or go. */
  | { readonly kind: 'artifact'; readonly blob: BlobRef }
  /** Many models under one prefix; each is read when it is asked for the first time. */
  | { readonly kind: 'multi-model'; readonly prefixUri: string };

export interface Variant {
  readonly name: string;
  readonly modelName: string;
  readonly image: string;
  readonly roleArn: string;
  readonly source: ModelSource;
  readonly instanceType: ProductionVariantInstanceType | undefined;
  /** In the name of its log stream. */
  readonly instanceId: string;
  readonly deployedAt: Date;
  weight: number;
  instanceCount: number;
  serverless: ProductionVariantServerlessConfig | undefined;
  /** Of a serverless variant: one that was idle for long starts cold. */
  lastInvokedAt: number | undefined;
}

/** The variants of one endpoint configuration, with their models loaded. */
export interface Fleet {
  readonly id: string;
  readonly configName: string;
  readonly variants: readonly Variant[];
  capture: DataCaptureConfig | undefined;
  readonly asyncInference: AsyncInferenceConfig | undefined;
}

/** The way from one fleet to the next. */
export interface Deployment {
  readonly id: string;
  readonly startedAt: Date;
  readonly config: DeploymentConfig;
  readonly configName: string;
  /** What variants of the same name keep. */
  readonly retention: readonly VariantPropertyType[];
  /** Undefined while its models are loaded. */
  green: Fleet | undefined;
  /** Part of the traffic that the new fleet gets after each step, rising to 1. */
  readonly shares: readonly number[];
  /** Steps taken. */
  step: number;
  /** When the present wait is over. */
  until: number;
}

/** A line of captured data, and where it belongs. */
export interface CapturedLine {
  readonly variantName: string;
  readonly roleArn: string;
  readonly destination: string;
  readonly at: number;
  readonly line: string;
}

export interface Endpoint {
  readonly name: string;
  readonly arn: string;
  readonly createdAt: Date;
  modifiedAt: Date;
  status: EndpointStatus;
  failureReason: string | undefined;
  configName: string;
  /** Undefined until the first deployment is through. */
  fleet: Fleet | undefined;
  deployment: Deployment | undefined;
  lastDeploymentConfig: DeploymentConfig | undefined;
  /** Captured inferences that wait to be written. */
  readonly captured: CapturedLine[];
  /** Of the timer that writes them. */
  captureTimerId: number | undefined;
}

export type DataQualityDefinition = Kept<
  DescribeDataQualityJobDefinitionResponse,
  'JobDefinitionName' | 'JobDefinitionArn' | 'CreationTime' | 'RoleArn'
>;
export type ModelQualityDefinition = Kept<
  DescribeModelQualityJobDefinitionResponse,
  'JobDefinitionName' | 'JobDefinitionArn' | 'CreationTime' | 'RoleArn'
>;

export interface MonitoringSchedule {
  readonly name: string;
  readonly arn: string;
  readonly createdAt: Date;
  modifiedAt: Date;
  status: ScheduleStatus;
  type: MonitoringType;
  config: MonitoringScheduleConfig;
  endpointName: string | undefined;
  /** Of the timer for the next execution. */
  timerId: number | undefined;
  /** Oldest first. */
  readonly executions: MonitoringExecution[];
}

export type MonitoringExecution = Kept<
  MonitoringExecutionSummary,
  'ScheduledTime' | 'CreationTime' | 'LastModifiedTime' | 'MonitoringExecutionStatus'
>;

/** One record of the online store: the latest by its event time. */
export interface OnlineRecord {
  /** Text of each feature that has a value; a list for a collection. */
  readonly values: ReadonlyMap<string, string | readonly string[]>;
  readonly eventTime: string;
  /** In milliseconds since 1970. */
  readonly eventAt: number;
  readonly isDeleted: boolean;
  readonly expiresAt: number | undefined;
}

/** A row of the offline store, and the folder it belongs in. */
export interface OfflineLine {
  readonly folder: string;
  readonly row: Readonly<Record<string, unknown>>;
}

export interface FeatureGroup {
  readonly name: string;
  readonly arn: string;
  readonly createdAt: Date;
  modifiedAt: Date;
  status: FeatureGroupStatus;
  failureReason: string | undefined;
  readonly description: string | undefined;
  readonly recordIdentifier: string;
  readonly eventTime: string;
  readonly definitions: FeatureDefinition[];
  readonly roleArn: string | undefined;
  online: OnlineStoreConfig | undefined;
  readonly offline: OfflineStoreConfig | undefined;
  offlineBlockedReason: string | undefined;
  readonly throughput: ThroughputConfigDescription | undefined;
  readonly metadata: Map<string, FeatureMetadata>;
  readonly records: Map<string, OnlineRecord>;
  /** What the online store holds, for the bill. */
  onlineBytes: number;
  /** Rows that wait to be written to the offline store. */
  readonly waiting: OfflineLine[];
  /** Of the timer that writes them. */
  writeTimerId: number | undefined;
}

export interface FeatureMetadata {
  description: string | undefined;
  parameters: FeatureParameter[];
  readonly createdAt: Date;
  modifiedAt: Date;
}

/** What part "hosting" keeps; every map is by name, but packages, which are by ARN. */
export interface HostingState {
  readonly models: Map<string, Model>;
  readonly modelPackageGroups: Map<string, ModelPackageGroup>;
  readonly modelPackages: Map<string, ModelPackage>;
  readonly endpointConfigs: Map<string, EndpointConfig>;
  readonly endpoints: Map<string, Endpoint>;
  readonly dataQualityDefinitions: Map<string, DataQualityDefinition>;
  readonly modelQualityDefinitions: Map<string, ModelQualityDefinition>;
  readonly monitoringSchedules: Map<string, MonitoringSchedule>;
  readonly featureGroups: Map<string, FeatureGroup>;
}

export const emptyHosting = (): HostingState => ({
  models: new Map(),
  modelPackageGroups: new Map(),
  modelPackages: new Map(),
  endpointConfigs: new Map(),
  endpoints: new Map(),
  dataQualityDefinitions: new Map(),
  modelQualityDefinitions: new Map(),
  monitoringSchedules: new Map(),
  featureGroups: new Map(),
});
