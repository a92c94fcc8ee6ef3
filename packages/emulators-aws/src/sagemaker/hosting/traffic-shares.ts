import type { CapacitySize, DeploymentConfig } from '@aws-sdk/client-sagemaker';
import { validation } from '../errors.ts';

/** A size as part of the whole, from a percentage or a number of instances; never nothing, never more than all. */
function partOf(size: CapacitySize | undefined, instances: number, what: string): number {
  if (!size?.Value) throw validation(`A deployment with traffic routing of this type needs ${what}.`);
  const part = size.Type === 'CAPACITY_PERCENT' ? size.Value / 100 : size.Value / Math.max(1, instances);
  return Math.min(1, part);
}

/** `part`, 2 · `part`, … 1. */
function steps(part: number): number[] {
  // 1e-9: three steps of a third must not leave a fourth for what rounding took
  const count = Math.ceil(1 / part - 1e-9);
  return Array.from({ length: count }, (_, i) => (i === count - 1 ? 1 : part * (i + 1)));
}

/**
 * The part of the traffic that the new fleet gets, step by step.
 *
 * @param instances of the endpoint, for sizes that are told in instances
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/deployment-guardrails-blue-green.html
 */
export function trafficShares(config: DeploymentConfig, instances: number): number[] {
  const { BlueGreenUpdatePolicy: blueGreen, RollingUpdatePolicy: rolling } = config;
  if (blueGreen && rolling) throw validation('Specify either BlueGreenUpdatePolicy or RollingUpdatePolicy, not both.');
  if (rolling) return steps(partOf(rolling.MaximumBatchSize, instances, 'MaximumBatchSize'));
  const routing = blueGreen?.TrafficRoutingConfiguration;
  if (routing?.Type === 'CANARY') {
    const canary = partOf(routing.CanarySize, instances, 'CanarySize');
    if (canary > 0.5) throw validation('CanarySize must not be more than half of the capacity.');
    return [canary, 1];
  }
  if (routing?.Type === 'LINEAR') {
    const step = partOf(routing.LinearStepSize, instances, 'LinearStepSize');
    if (step < 0.1 || step > 0.5) throw validation('LinearStepSize must be 10 to 50 percent of the capacity.');
    return steps(step);
  }
  return [1];
}
