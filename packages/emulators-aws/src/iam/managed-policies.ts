import type { ListEntitiesForPolicyRequest, ListPoliciesRequest } from '@aws-sdk/client-iam';
import type { PolicyUse } from './describe.ts';
import { nameKey, QUOTAS, underPath } from './entities.ts';
import { noSuchPolicy, noSuchVersion, notAttachable, notYourPolicy, policyExists, quotaExceeded } from './errors.ts';
import { findAwsManagedPolicy, listAwsManagedPolicies } from './managed/index.ts';
import type { IamState, ManagedPolicy, PolicyHolder, PolicyVersion } from './state.ts';

/** A managed policy of the account or of AWS. */
export function findPolicy(state: IamState, arn: string): ManagedPolicy | undefined {
  return state.policies.get(arn) ?? findAwsManagedPolicy(arn);
}

/** @throws ServiceError NoSuchEntity */
export function getPolicyByArn(state: IamState, arn: string): ManagedPolicy {
  const policy = findPolicy(state, arn);
  if (!policy) throw noSuchPolicy(arn);
  return policy;
}

/** A policy to attach or to use as a boundary. @throws ServiceError NoSuchEntity, in the words of Attach */
export function getAttachable(state: IamState, arn: string): ManagedPolicy {
  const policy = findPolicy(state, arn);
  if (!policy) throw notAttachable(arn);
  return policy;
}

/** @throws ServiceError NoSuchEntity */
export function getVersion(policy: ManagedPolicy, versionId: string): PolicyVersion {
  const version = policy.versions.get(versionId);
  if (!version) throw noSuchVersion(policy.arn, versionId);
  return version;
}

export const defaultDocument = (policy: ManagedPolicy): string | undefined =>
  policy.versions.get(policy.defaultVersionId)?.document;

export function* holders(state: IamState): Iterable<PolicyHolder> {
  yield* state.users.values();
  yield* state.groups.values();
  yield* state.roles.values();
}

export function useOf(state: IamState, arn: string): PolicyUse {
  let attachments = 0;
  let boundaries = 0;
  for (const holder of holders(state)) {
    if (holder.attached.has(arn)) attachments += 1;
    if (holder.kind !== 'group' && holder.boundary === arn) boundaries += 1;
  }
  return { attachments, boundaries };
}

/** A policy that the account may change. @throws ServiceError AccessDenied for AWS's own, NoSuchEntity */
export function getOwnPolicy(state: IamState, arn: string): ManagedPolicy {
  if (findAwsManagedPolicy(arn)) throw notYourPolicy();
  return getPolicyByArn(state, arn);
}

/** @throws ServiceError EntityAlreadyExists (names count without their path and case), LimitExceeded */
export function assertNewPolicy(state: IamState, name: string): void {
  for (const policy of state.policies.values()) if (nameKey(policy.name) === nameKey(name)) throw policyExists(name);
  if (state.policies.size >= QUOTAS.policies) throw quotaExceeded('PoliciesPerAccount', QUOTAS.policies);
}

/** What ListPolicies shows. */
export function policiesInScope(state: IamState, request: ListPoliciesRequest): ManagedPolicy[] {
  const { Scope = 'All', OnlyAttached = false, PathPrefix, PolicyUsageFilter } = request;
  const local = Scope === 'AWS' ? [] : [...state.policies.values()];
  const all = Scope === 'Local' ? local : [...local, ...listAwsManagedPolicies()];
  return underPath(all, PathPrefix).filter(({ arn }) => {
    const { attachments, boundaries } = useOf(state, arn);
    if (PolicyUsageFilter === 'PermissionsBoundary') return boundaries > 0;
    return attachments > 0 || (!OnlyAttached && PolicyUsageFilter === undefined);
  });
}

/** Who uses a policy, as ListEntitiesForPolicy shows it. */
export function usersOfPolicy(state: IamState, request: ListEntitiesForPolicyRequest): PolicyHolder[] {
  const { PolicyArn = '', EntityFilter, PathPrefix, PolicyUsageFilter } = request;
  const isWanted = (holder: PolicyHolder) => EntityFilter === undefined || EntityFilter.toLowerCase() === holder.kind;
  const uses = (holder: PolicyHolder) => {
    const isBoundary = holder.kind !== 'group' && holder.boundary === PolicyArn;
    if (PolicyUsageFilter === 'PermissionsBoundary') return isBoundary;
    return holder.attached.has(PolicyArn) || (isBoundary && PolicyUsageFilter === undefined);
  };
  return underPath(holders(state), PathPrefix).filter((holder) => isWanted(holder) && uses(holder));
}
