import type { GetAccountSummaryResponse } from '@aws-sdk/client-iam';
import { INLINE_CHARACTER_LIMITS, POLICY_CHARACTER_LIMITS } from './engine/index.ts';
import { QUOTAS } from './entities.ts';
import { keysOf } from './keys.ts';
import type { IamState } from './state.ts';

type Summary = NonNullable<GetAccountSummaryResponse['SummaryMap']>;

/** What the account holds, and what it may hold. */
export function accountSummary(state: IamState): Summary {
  const versions = [...state.policies.values()].reduce((sum, policy) => sum + policy.versions.size, 0);
  return {
    Users: state.users.size,
    UsersQuota: QUOTAS.users,
    Groups: state.groups.size,
    GroupsQuota: QUOTAS.groups,
    Roles: state.roles.size,
    RolesQuota: QUOTAS.roles,
    Policies: state.policies.size,
    PoliciesQuota: QUOTAS.policies,
    PolicyVersionsInUse: versions,
    PolicySizeQuota: POLICY_CHARACTER_LIMITS.identity,
    VersionsPerPolicyQuota: QUOTAS.policyVersions,
    AssumeRolePolicySizeQuota: POLICY_CHARACTER_LIMITS.trust,
    UserPolicySizeQuota: INLINE_CHARACTER_LIMITS.user,
    GroupPolicySizeQuota: INLINE_CHARACTER_LIMITS.group,
    RolePolicySizeQuota: INLINE_CHARACTER_LIMITS.role,
    AttachedPoliciesPerUserQuota: QUOTAS.attachedPolicies,
    AttachedPoliciesPerGroupQuota: QUOTAS.attachedPolicies,
    AttachedPoliciesPerRoleQuota: QUOTAS.attachedPolicies,
    AccessKeysPerUserQuota: QUOTAS.accessKeysPerUser,
    GroupsPerUserQuota: QUOTAS.groupsPerUser,
    AccountAccessKeysPresent: keysOf(state, undefined).length > 0 ? 1 : 0,
    MFADevices: 0,
    MFADevicesInUse: 0,
    AccountMFAEnabled: 0,
    InstanceProfiles: 0,
    Providers: 0,
    ServerCertificates: 0,
  };
}
