import { limitExceeded } from '../errors.ts';
import type { EndpointConfig } from '../hosting-state.ts';
import type { SageMakerCall } from '../needs.ts';

/** Instances of one type that endpoints of an account may have; in SageMaker each type has a quota of its own. */
const MOST_INSTANCES = 20;

function instancesInUse(call: SageMakerCall, type: string): number {
  const fleets = [...call.state.endpoints.values()].flatMap(({ fleet, deployment }) => [fleet, deployment?.green]);
  return fleets
    .flatMap((fleet) => fleet?.variants ?? [])
    .reduce((sum, { instanceType, instanceCount }) => sum + (instanceType === type ? instanceCount : 0), 0);
}

/** Refuses an endpoint for which the account has no instances left. */
export function demandInstances(call: SageMakerCall, { ProductionVariants }: EndpointConfig): void {
  const wanted = new Map<string, number>();
  for (const { InstanceType, InitialInstanceCount = 0 } of ProductionVariants) {
    if (InstanceType) wanted.set(InstanceType, (wanted.get(InstanceType) ?? 0) + InitialInstanceCount);
  }
  for (const [type, count] of wanted) {
    const now = instancesInUse(call, type);
    if (now + count > MOST_INSTANCES) throw limitExceeded(`${type} for endpoint usage`, MOST_INSTANCES, now, count);
  }
}
