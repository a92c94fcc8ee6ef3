import type { DeletePolicyRequest } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { hasVersions, policyInUse } from '../errors.ts';
import { getOwnPolicy, useOf } from '../managed-policies.ts';
import { onPolicy } from '../needs.ts';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';

export const deletePolicy = operation<IamState, Sent<DeletePolicyRequest>, object>({
  fidelity: 'real',
  needs: onPolicy('DeletePolicy'),
  handle: ({ PolicyArn }, { state }) => {
    const policy = getOwnPolicy(state, PolicyArn);
    const { attachments, boundaries } = useOf(state, PolicyArn);
    if (attachments + boundaries > 0) throw policyInUse();
    if (policy.versions.size > 1) throw hasVersions();
    state.policies.delete(policy.arn);
    return {};
  },
});
