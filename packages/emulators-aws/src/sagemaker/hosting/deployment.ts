import type { DeploymentConfig, VariantPropertyType } from '@aws-sdk/client-sagemaker';
import { ServiceError } from '@cairn/emulator-kit';
import { wake } from '../../messaging/waiting.ts';
import type { Deployment, Endpoint, Fleet } from '../hosting-state.ts';
import type { SageMakerCall } from '../needs.ts';
import { alarmsGoingOff } from './alarms.ts';
import { flushCaptured } from './capture.ts';
import { enter, findEndpoint, waitMilliseconds } from './endpoints.ts';
import { DeploymentFault, loadFleet, startMeters, stopMeters } from './fleet.ts';
import { retain } from './retention.ts';
import { trafficShares } from './traffic-shares.ts';

export const DEPLOYMENT_TIMER = 'deployment';

/** While traffic is watched, alarms are looked at this often. */
const LOOK_EVERY_MILLISECONDS = 60_000;

interface DeploymentTick {
  readonly endpointName: string;
  readonly deploymentId: string;
}

const instancesOf = (fleet: Fleet | undefined): number =>
  (fleet?.variants ?? []).reduce((sum, { instanceCount }) => sum + instanceCount, 0);

/** Deployments that are being worked on, beside the state, which is plain data. */
const live = new WeakSet<Deployment>();

/** Begins to bring an endpoint to another configuration. The caller has given the endpoint its status. */
export function startDeployment(
  call: SageMakerCall,
  endpoint: Endpoint,
  configName: string,
  config: DeploymentConfig,
  retention: readonly VariantPropertyType[] = [],
): void {
  endpoint.deployment = {
    id: call.ids.hex(8),
    startedAt: call.date(),
    config,
    configName,
    retention,
    green: undefined,
    shares: trafficShares(config, instancesOf(endpoint.fleet)),
    step: 0,
    until: 0,
  };
  endpoint.failureReason = undefined;
  resumeDeployment(call, endpoint);
}

/** Loads the models of a deployment on which nobody works: a new one, or one that a restored account has left. */
export function resumeDeployment(call: SageMakerCall, { name: endpointName, deployment }: Endpoint): void {
  if (!deployment || deployment.green || live.has(deployment)) return;
  live.add(deployment);
  const tick = { endpointName, deploymentId: deployment.id };
  call.background((later) => deploy(later, tick));
}

/** The endpoint and its deployment, unless the endpoint is gone or has gone on. */
function underWay(call: SageMakerCall, { endpointName, deploymentId }: DeploymentTick) {
  const endpoint = findEndpoint(call, endpointName);
  const deployment = endpoint?.deployment;
  return endpoint && deployment?.id === deploymentId ? { endpoint, deployment } : undefined;
}

async function deploy(call: SageMakerCall, tick: DeploymentTick): Promise<void> {
  const begun = underWay(call, tick);
  if (!begun) return;
  let green: Fleet;
  try {
    green = await loadFleet(call, begun.deployment.configName);
  } catch (error) {
    if (!(error instanceof DeploymentFault || error instanceof ServiceError)) throw error;
    const now = underWay(call, tick);
    if (now) giveUp(call, now.endpoint, error.message);
    return;
  }
  const now = underWay(call, tick);
  if (!now) return;
  if (now.endpoint.fleet) retain(now.endpoint.fleet, green, now.deployment.retention);
  startMeters(call, now.endpoint, green);
  now.deployment.green = green;
  wake(now.endpoint);
  if (now.endpoint.fleet && !isAtOnce(now.deployment.config)) nextStep(call, now.endpoint, now.deployment);
  else finish(call, now.endpoint, green);
}

const isAtOnce = ({ BlueGreenUpdatePolicy, RollingUpdatePolicy }: DeploymentConfig): boolean =>
  !BlueGreenUpdatePolicy && !RollingUpdatePolicy;

/** An update that fails leaves the old fleet in service; a new endpoint has none. */
function giveUp(call: SageMakerCall, endpoint: Endpoint, reason: string): void {
  stopMeters(call, endpoint, endpoint.deployment?.green);
  endpoint.deployment = undefined;
  endpoint.failureReason = reason;
  enter(call, endpoint, endpoint.fleet ? 'InService' : 'Failed');
}

function finish(call: SageMakerCall, endpoint: Endpoint, green: Fleet): void {
  flushCaptured(call, endpoint);
  stopMeters(call, endpoint, endpoint.fleet);
  endpoint.lastDeploymentConfig = isAtOnce(endpoint.deployment?.config ?? {}) ? undefined : endpoint.deployment?.config;
  endpoint.fleet = green;
  endpoint.configName = green.configName;
  endpoint.deployment = undefined;
  enter(call, endpoint, 'InService');
}

/** Gives the new fleet more of the traffic and watches for a while. */
function nextStep(call: SageMakerCall, endpoint: Endpoint, deployment: Deployment): void {
  deployment.step += 1;
  const isTerminating = deployment.step > deployment.shares.length;
  const wait = isTerminating ? terminationMilliseconds(deployment.config) : waitMilliseconds(deployment.config);
  deployment.until = call.now() + wait;
  scheduleTick(call, endpoint, deployment);
}

const terminationMilliseconds = ({ BlueGreenUpdatePolicy: policy }: DeploymentConfig): number =>
  (policy?.TerminationWaitInSeconds ?? 0) * 1000;

function scheduleTick(call: SageMakerCall, endpoint: Endpoint, deployment: Deployment): void {
  const left = Math.max(0, deployment.until - call.now());
  const tick: DeploymentTick = { endpointName: endpoint.name, deploymentId: deployment.id };
  const isWatched = (deployment.config.AutoRollbackConfiguration?.Alarms ?? []).length > 0;
  call.later(isWatched ? Math.min(left, LOOK_EVERY_MILLISECONDS) : left, DEPLOYMENT_TIMER, tick);
}

function isTooLate(call: SageMakerCall, { config, startedAt }: Deployment): boolean {
  const policy = config.BlueGreenUpdatePolicy ?? config.RollingUpdatePolicy;
  const limitSeconds = policy?.MaximumExecutionTimeoutInSeconds;
  return limitSeconds !== undefined && call.now() > startedAt.getTime() + limitSeconds * 1000;
}

/** What must end the deployment, if anything. */
async function troubleOf(
  call: SageMakerCall,
  { fleet }: Endpoint,
  deployment: Deployment,
): Promise<string | undefined> {
  if (isTooLate(call, deployment)) return 'The deployment took longer than MaximumExecutionTimeoutInSeconds.';
  const names = (deployment.config.AutoRollbackConfiguration?.Alarms ?? []).map(({ AlarmName = '' }) => AlarmName);
  return names.length === 0 ? undefined : alarmsGoingOff(call, names, fleet?.variants[0]?.roleArn ?? '');
}

/** Timer: looks at the alarms, and goes on when the wait is over. */
export async function continueDeployment(call: SageMakerCall, tick: DeploymentTick): Promise<void> {
  const begun = underWay(call, tick);
  if (!begun?.deployment.green) return;
  const trouble = await troubleOf(call, begun.endpoint, begun.deployment);
  const now = underWay(call, tick);
  if (!now?.deployment.green) return;
  const { endpoint, deployment } = now;
  if (trouble !== undefined) {
    enter(call, endpoint, 'RollingBack');
    giveUp(call, endpoint, trouble);
    return;
  }
  if (call.now() < deployment.until) scheduleTick(call, endpoint, deployment);
  else if (deployment.step > deployment.shares.length) finish(call, endpoint, now.deployment.green);
  else nextStep(call, endpoint, deployment);
}

/** Part of the traffic that goes to the new fleet now. */
export const greenShare = ({ shares, step }: Deployment): number =>
  step === 0 ? 0 : (shares[Math.min(step, shares.length) - 1] ?? 0);
