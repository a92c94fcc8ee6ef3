import type { DeploymentConfig, EndpointStatus } from '@aws-sdk/client-sagemaker';
import { wake } from '../../messaging/waiting.ts';
import { validation } from '../errors.ts';
import type { Endpoint } from '../hosting-state.ts';
import { tellStateChange } from '../jobs/events.ts';
import { arnOf, type SageMakerCall } from '../needs.ts';

export function findEndpoint(call: SageMakerCall, name: string): Endpoint | undefined {
  return call.state.endpoints.get(name);
}

export function getEndpoint(call: SageMakerCall, name: string): Endpoint {
  const endpoint = findEndpoint(call, name);
  if (!endpoint) throw validation(`Could not find endpoint "${arnOf(call, 'endpoint', name)}".`);
  return endpoint;
}

/** Refuses a change of an endpoint on which one is under way. */
export function demandAtRest({ status, arn }: Endpoint): void {
  if (status !== 'InService' && status !== 'Failed') throw validation(`Cannot update in-progress endpoint "${arn}".`);
}

/** Gives an endpoint its status and tells who waits for it, and EventBridge. */
export function enter(call: SageMakerCall, endpoint: Endpoint, status: EndpointStatus): void {
  endpoint.status = status;
  endpoint.modifiedAt = call.date();
  wake(endpoint);
  const detail = {
    EndpointName: endpoint.name,
    EndpointArn: endpoint.arn,
    EndpointConfigName: endpoint.configName,
    EndpointStatus: STATUS_IN_EVENTS[status],
    CreationTime: endpoint.createdAt,
    LastModifiedTime: endpoint.modifiedAt,
  };
  tellStateChange(call, endpoint.arn, 'Endpoint', detail);
}

/** Events spell the statuses in capitals. */
const STATUS_IN_EVENTS: Readonly<Record<EndpointStatus, string>> = {
  Creating: 'CREATING',
  Deleting: 'DELETING',
  Failed: 'FAILED',
  InService: 'IN_SERVICE',
  OutOfService: 'OUT_OF_SERVICE',
  RollingBack: 'ROLLING_BACK',
  SystemUpdating: 'SYSTEM_UPDATING',
  UpdateRollbackFailed: 'UPDATE_ROLLBACK_FAILED',
  Updating: 'UPDATING',
};

export function newEndpoint(call: SageMakerCall, name: string, configName: string): Endpoint {
  return {
    name,
    arn: arnOf(call, 'endpoint', name),
    createdAt: call.date(),
    modifiedAt: call.date(),
    status: 'Creating',
    failureReason: undefined,
    configName,
    fleet: undefined,
    deployment: undefined,
    lastDeploymentConfig: undefined,
    captured: [],
    captureTimerId: undefined,
  };
}

export const waitMilliseconds = ({ BlueGreenUpdatePolicy, RollingUpdatePolicy }: DeploymentConfig): number => {
  const seconds =
    BlueGreenUpdatePolicy?.TrafficRoutingConfiguration?.WaitIntervalInSeconds ??
    RollingUpdatePolicy?.WaitIntervalInSeconds ??
    0;
  return seconds * 1000;
};
