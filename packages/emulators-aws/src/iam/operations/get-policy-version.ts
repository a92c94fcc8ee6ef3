import type { GetPolicyVersionRequest, GetPolicyVersionResponse } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { describeVersion, encodeDocument } from '../describe.ts';
import { getPolicyByArn, getVersion } from '../managed-policies.ts';
import { onPolicy } from '../needs.ts';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';

export const getPolicyVersion = operation<IamState, Sent<GetPolicyVersionRequest>, GetPolicyVersionResponse>({
  fidelity: 'real',
  needs: onPolicy('GetPolicyVersion'),
  handle: ({ PolicyArn, VersionId }, { state }) => {
    const policy = getPolicyByArn(state, PolicyArn);
    const version = getVersion(policy, VersionId);
    return { PolicyVersion: { Document: encodeDocument(version.document), ...describeVersion(policy, version) } };
  },
});
