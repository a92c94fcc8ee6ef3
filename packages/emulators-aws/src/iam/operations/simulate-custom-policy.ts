import type {
  OrderedOrganizationPolicyType,
  SimulateCustomPolicyRequest,
  SimulatePolicyResponse,
} from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import type { AttachedPolicy } from '../engine/index.ts';
import { invalidInput } from '../errors.ts';
import type { Sent } from '../sent.ts';
import { inputPolicies, runSimulation, withBoundary } from '../simulation.ts';
import type { IamState } from '../state.ts';

/** The organization's policies, a level each, in the order given. */
const organizationPolicies = (levels: readonly OrderedOrganizationPolicyType[]): AttachedPolicy[] =>
  levels.flatMap(({ ServiceControlPolicyInputList }, i) => {
    const list = `OrderedOrganizationPolicyInputList.${i + 1}.ServiceControlPolicyInputList`;
    return inputPolicies(list, ServiceControlPolicyInputList, 'scp').map((one) => ({ ...one, level: String(i) }));
  });

export const simulateCustomPolicy = operation<IamState, Sent<SimulateCustomPolicyRequest>, SimulatePolicyResponse>({
  fidelity: 'real',
  handle: (input, { state, accountId }) => {
    if (input.ResourcePolicy !== undefined && input.CallerArn === undefined) {
      throw invalidInput('CallerArn is required with a ResourcePolicy.');
    }
    const given = inputPolicies('PolicyInputList', input.PolicyInputList, 'identity');
    const policies = withBoundary(given, input.PermissionsBoundaryPolicyInputList);
    const organization = organizationPolicies(input.OrderedOrganizationPolicyInputList ?? []);
    const arn = `arn:aws:iam::${accountId}:user/simulated`;
    const caller = { kind: 'user', accountId, arn, userId: 'AIDASIMULATED', username: 'simulated' } as const;
    return runSimulation(state, input, caller, [...policies, ...organization]);
  },
});
