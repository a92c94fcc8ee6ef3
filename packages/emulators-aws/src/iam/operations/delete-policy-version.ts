import type { DeletePolicyVersionRequest } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { isDefaultVersion } from '../errors.ts';
import { getOwnPolicy, getVersion } from '../managed-policies.ts';
import { onPolicy } from '../needs.ts';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';

export const deletePolicyVersion = operation<IamState, Sent<DeletePolicyVersionRequest>, object>({
  fidelity: 'real',
  needs: onPolicy('DeletePolicyVersion'),
  handle: ({ PolicyArn, VersionId }, { state }) => {
    const policy = getOwnPolicy(state, PolicyArn);
    const { id } = getVersion(policy, VersionId);
    if (id === policy.defaultVersionId) throw isDefaultVersion();
    policy.versions.delete(id);
    return {};
  },
});
