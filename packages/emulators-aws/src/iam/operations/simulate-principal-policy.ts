import type { SimulatePolicyResponse, SimulatePrincipalPolicyRequest } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { invalidInput } from '../errors.ts';
import type { Sent } from '../sent.ts';
import { getSource, inputPolicies, policiesOfSource, principalOf, runSimulation, withBoundary } from '../simulation.ts';
import type { IamState } from '../state.ts';

export const simulatePrincipalPolicy = operation<
  IamState,
  Sent<SimulatePrincipalPolicyRequest>,
  SimulatePolicyResponse
>({
  fidelity: 'real',
  needs: ({ PolicySourceArn }) => ({ action: 'iam:SimulatePrincipalPolicy', resource: PolicySourceArn }),
  handle: (input, { state }) => {
    if (input.PolicyExclusionList) throw invalidInput('PolicyExclusionList is not supported in this sandbox.');
    const source = getSource(state, input.PolicySourceArn);
    if (input.ResourcePolicy !== undefined && input.CallerArn === undefined && source.kind !== 'user') {
      throw invalidInput('CallerArn is required with a ResourcePolicy unless PolicySourceArn is a user.');
    }
    const attached = withBoundary(policiesOfSource(state, source), input.PermissionsBoundaryPolicyInputList);
    const policies = [...attached, ...inputPolicies('PolicyInputList', input.PolicyInputList, 'identity')];
    return runSimulation(state, input, principalOf(state, source), policies);
  },
});
