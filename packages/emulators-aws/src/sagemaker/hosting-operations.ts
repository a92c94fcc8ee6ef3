import type { AnyOperation, Call } from '@cairn/emulator-kit';
import { CAPTURE_TIMER, flushOnTime } from './hosting/capture.ts';
import { continueDeployment, DEPLOYMENT_TIMER } from './hosting/deployment.ts';
import { MONITORING_TIMER, runOnTime } from './monitoring/schedules.ts';
import { batchDescribeModelPackage } from './operations/batch-describe-model-package.ts';
import { createDataQualityJobDefinition } from './operations/create-data-quality-job-definition.ts';
import { createEndpoint } from './operations/create-endpoint.ts';
import { createEndpointConfig } from './operations/create-endpoint-config.ts';
import { createFeatureGroup } from './operations/create-feature-group.ts';
import { createModel } from './operations/create-model.ts';
import { createModelPackage } from './operations/create-model-package.ts';
import { createModelPackageGroup } from './operations/create-model-package-group.ts';
import { createModelQualityJobDefinition } from './operations/create-model-quality-job-definition.ts';
import { createMonitoringSchedule } from './operations/create-monitoring-schedule.ts';
import { deleteDataQualityJobDefinition } from './operations/delete-data-quality-job-definition.ts';
import { deleteEndpoint } from './operations/delete-endpoint.ts';
import { deleteEndpointConfig } from './operations/delete-endpoint-config.ts';
import { deleteFeatureGroup } from './operations/delete-feature-group.ts';
import { deleteModel } from './operations/delete-model.ts';
import { deleteModelPackage } from './operations/delete-model-package.ts';
import { deleteModelPackageGroup } from './operations/delete-model-package-group.ts';
import { deleteModelQualityJobDefinition } from './operations/delete-model-quality-job-definition.ts';
import { deleteMonitoringSchedule } from './operations/delete-monitoring-schedule.ts';
import { describeDataQualityJobDefinition } from './operations/describe-data-quality-job-definition.ts';
import { describeEndpoint } from './operations/describe-endpoint.ts';
import { describeEndpointConfig } from './operations/describe-endpoint-config.ts';
import { describeFeatureGroup } from './operations/describe-feature-group.ts';
import { describeFeatureMetadata } from './operations/describe-feature-metadata.ts';
import { describeModel } from './operations/describe-model.ts';
import { describeModelPackage } from './operations/describe-model-package.ts';
import { describeModelPackageGroup } from './operations/describe-model-package-group.ts';
import { describeModelQualityJobDefinition } from './operations/describe-model-quality-job-definition.ts';
import { describeMonitoringSchedule } from './operations/describe-monitoring-schedule.ts';
import { listDataQualityJobDefinitions } from './operations/list-data-quality-job-definitions.ts';
import { listEndpointConfigs } from './operations/list-endpoint-configs.ts';
import { listEndpoints } from './operations/list-endpoints.ts';
import { listFeatureGroups } from './operations/list-feature-groups.ts';
import { listModelPackageGroups } from './operations/list-model-package-groups.ts';
import { listModelPackages } from './operations/list-model-packages.ts';
import { listModelQualityJobDefinitions } from './operations/list-model-quality-job-definitions.ts';
import { listModels } from './operations/list-models.ts';
import { listMonitoringExecutions } from './operations/list-monitoring-executions.ts';
import { listMonitoringSchedules } from './operations/list-monitoring-schedules.ts';
import { startMonitoringSchedule } from './operations/start-monitoring-schedule.ts';
import { stopMonitoringSchedule } from './operations/stop-monitoring-schedule.ts';
import { updateEndpoint } from './operations/update-endpoint.ts';
import { updateEndpointWeightsAndCapacities } from './operations/update-endpoint-weights-and-capacities.ts';
import { updateFeatureGroup } from './operations/update-feature-group.ts';
import { updateFeatureMetadata } from './operations/update-feature-metadata.ts';
import { updateModelPackage } from './operations/update-model-package.ts';
import { updateMonitoringSchedule } from './operations/update-monitoring-schedule.ts';
import type { SageMakerState } from './state.ts';

/** Models, the registry, endpoints, monitoring and the feature store's groups. */
export const HOSTING_OPERATIONS: Readonly<Record<string, AnyOperation<SageMakerState>>> = {
  BatchDescribeModelPackage: batchDescribeModelPackage,
  CreateDataQualityJobDefinition: createDataQualityJobDefinition,
  CreateModelQualityJobDefinition: createModelQualityJobDefinition,
  CreateMonitoringSchedule: createMonitoringSchedule,
  DeleteDataQualityJobDefinition: deleteDataQualityJobDefinition,
  DeleteModelQualityJobDefinition: deleteModelQualityJobDefinition,
  DeleteMonitoringSchedule: deleteMonitoringSchedule,
  DescribeDataQualityJobDefinition: describeDataQualityJobDefinition,
  DescribeModelQualityJobDefinition: describeModelQualityJobDefinition,
  DescribeMonitoringSchedule: describeMonitoringSchedule,
  ListDataQualityJobDefinitions: listDataQualityJobDefinitions,
  ListModelQualityJobDefinitions: listModelQualityJobDefinitions,
  ListMonitoringExecutions: listMonitoringExecutions,
  ListMonitoringSchedules: listMonitoringSchedules,
  StartMonitoringSchedule: startMonitoringSchedule,
  StopMonitoringSchedule: stopMonitoringSchedule,
  UpdateMonitoringSchedule: updateMonitoringSchedule,
  CreateFeatureGroup: createFeatureGroup,
  DeleteFeatureGroup: deleteFeatureGroup,
  DescribeFeatureGroup: describeFeatureGroup,
  DescribeFeatureMetadata: describeFeatureMetadata,
  ListFeatureGroups: listFeatureGroups,
  UpdateFeatureGroup: updateFeatureGroup,
  UpdateFeatureMetadata: updateFeatureMetadata,
  CreateModelPackage: createModelPackage,
  CreateModelPackageGroup: createModelPackageGroup,
  DeleteModelPackage: deleteModelPackage,
  DeleteModelPackageGroup: deleteModelPackageGroup,
  DescribeModelPackage: describeModelPackage,
  DescribeModelPackageGroup: describeModelPackageGroup,
  ListModelPackageGroups: listModelPackageGroups,
  ListModelPackages: listModelPackages,
  UpdateModelPackage: updateModelPackage,
  CreateEndpoint: createEndpoint,
  CreateEndpointConfig: createEndpointConfig,
  CreateModel: createModel,
  DeleteEndpoint: deleteEndpoint,
  DeleteEndpointConfig: deleteEndpointConfig,
  DeleteModel: deleteModel,
  DescribeEndpoint: describeEndpoint,
  DescribeEndpointConfig: describeEndpointConfig,
  DescribeModel: describeModel,
  ListEndpointConfigs: listEndpointConfigs,
  ListEndpoints: listEndpoints,
  ListModels: listModels,
  UpdateEndpoint: updateEndpoint,
  UpdateEndpointWeightsAndCapacities: updateEndpointWeightsAndCapacities,
};

type TimerHandler = (call: Call<SageMakerState>, payload: never) => void | Promise<void>;

/** Reminders of endpoints; a service that invokes them needs them too. */
export const HOSTING_TIMERS: Readonly<Record<string, TimerHandler>> = {
  [CAPTURE_TIMER]: flushOnTime,
  [DEPLOYMENT_TIMER]: continueDeployment,
  [MONITORING_TIMER]: runOnTime,
};
