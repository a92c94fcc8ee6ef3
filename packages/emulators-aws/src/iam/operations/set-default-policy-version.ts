import type { SetDefaultPolicyVersionRequest } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { getOwnPolicy, getVersion } from '../managed-policies.ts';
import { onPolicy } from '../needs.ts';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';

export const setDefaultPolicyVersion = operation<IamState, Sent<SetDefaultPolicyVersionRequest>, object>({
  fidelity: 'real',
  needs: onPolicy('SetDefaultPolicyVersion'),
  handle: ({ PolicyArn, VersionId }, call) => {
    const policy = getOwnPolicy(call.state, PolicyArn);
    policy.defaultVersionId = getVersion(policy, VersionId).id;
    policy.updatedAt = call.date();
    return {};
  },
});
