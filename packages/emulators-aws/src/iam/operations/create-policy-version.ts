import type { CreatePolicyVersionRequest, CreatePolicyVersionResponse } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { describeVersion } from '../describe.ts';
import { checkDocument } from '../documents.ts';
import { QUOTAS } from '../entities.ts';
import { tooManyVersions } from '../errors.ts';
import { getOwnPolicy } from '../managed-policies.ts';
import { onPolicy } from '../needs.ts';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';

export const createPolicyVersion = operation<IamState, Sent<CreatePolicyVersionRequest>, CreatePolicyVersionResponse>({
  fidelity: 'real',
  needs: onPolicy('CreatePolicyVersion'),
  handle: ({ PolicyArn, PolicyDocument, SetAsDefault = false }, call) => {
    const policy = getOwnPolicy(call.state, PolicyArn);
    checkDocument(PolicyDocument, 'identity');
    if (policy.versions.size >= QUOTAS.policyVersions) throw tooManyVersions(QUOTAS.policyVersions);
    policy.versionsMade += 1;
    const version = { id: `v${policy.versionsMade}`, document: PolicyDocument, createdAt: call.date() };
    policy.versions.set(version.id, version);
    policy.updatedAt = version.createdAt;
    if (SetAsDefault) policy.defaultVersionId = version.id;
    return { PolicyVersion: describeVersion(policy, version) };
  },
});
