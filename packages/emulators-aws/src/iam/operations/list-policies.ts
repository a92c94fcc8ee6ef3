import type { ListPoliciesRequest, ListPoliciesResponse } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { listedPolicy } from '../describe.ts';
import { policiesInScope, useOf } from '../managed-policies.ts';
import { pageOf } from '../paging.ts';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';

export const listPolicies = operation<IamState, Sent<ListPoliciesRequest>, ListPoliciesResponse>({
  fidelity: 'real',
  handle: (input, { state }) => {
    const { items, rest } = pageOf(policiesInScope(state, input), ({ arn }) => arn, input);
    return { Policies: items.map((policy) => listedPolicy(policy, useOf(state, policy.arn))), ...rest };
  },
});
