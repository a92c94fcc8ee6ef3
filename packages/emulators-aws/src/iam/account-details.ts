import type * as Sdk from '@aws-sdk/client-iam';
import { describeVersion, encodeDocument, listedPolicy, listedRole, listedUser } from './describe.ts';
import { groupsOf } from './entities.ts';
import { attachedPolicies } from './holding.ts';
import { listAwsManagedPolicies } from './managed/index.ts';
import { holders, useOf } from './managed-policies.ts';
import { type PageRequest, pageOf } from './paging.ts';
import type { Group, IamState, ManagedPolicy, PolicyHolder, Role, User } from './state.ts';
import { tagList } from './tags.ts';

type Entry = PolicyHolder | ({ readonly kind: 'own-policy' | 'aws-policy' } & ManagedPolicy);

const FILTERS: Readonly<Record<Sdk.EntityType, Entry['kind']>> = {
  User: 'user',
  Group: 'group',
  Role: 'role',
  LocalManagedPolicy: 'own-policy',
  AWSManagedPolicy: 'aws-policy',
};

/** Users, groups, roles and the policies in use, with all their documents. */
export function accountDetails(
  state: IamState,
  request: PageRequest & { readonly Filter?: readonly Sdk.EntityType[] | undefined },
): Sdk.GetAccountAuthorizationDetailsResponse {
  const wanted = new Set((request.Filter ?? Object.keys(FILTERS)).map((name) => FILTERS[name as Sdk.EntityType]));
  const all = entriesOf(state).filter(({ kind }) => wanted.has(kind));
  const { items, rest } = pageOf(all, ({ kind, arn }) => `${kind} ${arn}`, request);
  return {
    UserDetailList: items.flatMap((entry) => (entry.kind === 'user' ? [userDetail(state, entry)] : [])),
    GroupDetailList: items.flatMap((entry) => (entry.kind === 'group' ? [groupDetail(state, entry)] : [])),
    RoleDetailList: items.flatMap((entry) => (entry.kind === 'role' ? [roleDetail(state, entry)] : [])),
    Policies: items.flatMap((entry) => ('versions' in entry ? [policyDetail(state, entry)] : [])),
    ...rest,
  };
}

function entriesOf(state: IamState): Entry[] {
  const own = [...state.policies.values()].map((policy) => ({ kind: 'own-policy' as const, ...policy }));
  const aws = listAwsManagedPolicies().map((policy) => ({ kind: 'aws-policy' as const, ...policy }));
  const isUsed = ({ arn }: ManagedPolicy) => useOf(state, arn).attachments > 0;
  return [...holders(state), ...own, ...aws.filter(isUsed)];
}

const inlineOf = ({ inline }: PolicyHolder): Sdk.PolicyDetail[] =>
  [...inline].map(([PolicyName, document]) => ({ PolicyName, PolicyDocument: encodeDocument(document) }));

const userDetail = (state: IamState, user: User): Sdk.UserDetail => ({
  ...listedUser(user),
  UserPolicyList: inlineOf(user),
  GroupList: groupsOf(state, user).map(({ name }) => name),
  AttachedManagedPolicies: attachedPolicies(state, user),
  Tags: tagList(user.tags),
});

const groupDetail = (state: IamState, group: Group): Sdk.GroupDetail => ({
  Path: group.path,
  GroupName: group.name,
  GroupId: group.id,
  Arn: group.arn,
  CreateDate: group.createdAt,
  GroupPolicyList: inlineOf(group),
  AttachedManagedPolicies: attachedPolicies(state, group),
});

function roleDetail(state: IamState, role: Role): Sdk.RoleDetail {
  const { Description: _, MaxSessionDuration: __, ...listed } = listedRole(role);
  return {
    ...listed,
    InstanceProfileList: [],
    RolePolicyList: inlineOf(role),
    AttachedManagedPolicies: attachedPolicies(state, role),
    Tags: tagList(role.tags),
  };
}

const policyDetail = (state: IamState, policy: ManagedPolicy): Sdk.ManagedPolicyDetail => ({
  ...listedPolicy(policy, useOf(state, policy.arn)),
  PolicyVersionList: [...policy.versions.values()].map((version) => ({
    Document: encodeDocument(version.document),
    ...describeVersion(policy, version),
  })),
});
