import type * as Sdk from '@aws-sdk/client-iam';
import type { AccessKey, Group, IamState, ManagedPolicy, PolicyVersion, Role, User } from './state.ts';
import { tagList } from './tags.ts';

/** Policy documents travel URL-encoded in IAM's answers (RFC 3986). */
export const encodeDocument = (document: string): string =>
  encodeURIComponent(document).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);

/** What IAM really answers; the SDK's type names a value that it never had. */
const BOUNDARY_TYPE = 'Policy' as never;

const describeBoundary = (arn: string | undefined) =>
  arn === undefined
    ? {}
    : { PermissionsBoundary: { PermissionsBoundaryType: BOUNDARY_TYPE, PermissionsBoundaryArn: arn } };

/** As lists show it: tags and boundary are only told by Get and Create. */
export const listedUser = ({ path, name, id, arn, createdAt }: User): Sdk.User => ({
  Path: path,
  UserName: name,
  UserId: id,
  Arn: arn,
  CreateDate: createdAt,
});

export const describeUser = (user: User): Sdk.User => ({
  ...listedUser(user),
  ...describeBoundary(user.boundary),
  ...describeTags(user),
});

export const describeGroup = ({ path, name, id, arn, createdAt }: Group): Sdk.Group => ({
  Path: path,
  GroupName: name,
  GroupId: id,
  Arn: arn,
  CreateDate: createdAt,
});

export const listedRole = (role: Role): Sdk.Role => ({
  Path: role.path,
  RoleName: role.name,
  RoleId: role.id,
  Arn: role.arn,
  CreateDate: role.createdAt,
  AssumeRolePolicyDocument: encodeDocument(role.trustPolicy),
  ...(role.description === undefined ? {} : { Description: role.description }),
  MaxSessionDuration: role.maxSessionSeconds,
});

export const describeRole = (role: Role, region: string): Sdk.Role => ({
  ...listedRole(role),
  ...describeBoundary(role.boundary),
  ...describeTags(role),
  RoleLastUsed: role.lastUsedAt ? { LastUsedDate: role.lastUsedAt, Region: region } : {},
});

const describeTags = ({ tags }: User | Role) => (tags.size === 0 ? {} : { Tags: tagList(tags) });

/** How often a managed policy is used, which only the whole account tells. */
export interface PolicyUse {
  readonly attachments: number;
  readonly boundaries: number;
}

export const listedPolicy = (policy: ManagedPolicy, use: PolicyUse): Sdk.Policy => ({
  PolicyName: policy.name,
  PolicyId: policy.id,
  Arn: policy.arn,
  Path: policy.path,
  DefaultVersionId: policy.defaultVersionId,
  AttachmentCount: use.attachments,
  PermissionsBoundaryUsageCount: use.boundaries,
  IsAttachable: true,
  CreateDate: policy.createdAt,
  UpdateDate: policy.updatedAt,
});

export const describePolicy = (policy: ManagedPolicy, use: PolicyUse): Sdk.Policy => ({
  ...listedPolicy(policy, use),
  ...(policy.description === undefined ? {} : { Description: policy.description }),
  Tags: tagList(policy.tags),
});

export const describeVersion = ({ defaultVersionId }: ManagedPolicy, version: PolicyVersion): Sdk.PolicyVersion => ({
  VersionId: version.id,
  IsDefaultVersion: version.id === defaultVersionId,
  CreateDate: version.createdAt,
});

/** @param owner undefined for the root user, which has no name */
export const describeKey = ({ id, status, createdAt }: AccessKey, owner: User | undefined) => ({
  UserName: owner?.name,
  AccessKeyId: id,
  Status: status,
  CreateDate: createdAt,
});

/** Root as GetUser shows it: without a name, its id is the account's. */
export const describeRoot = ({ accountId, rootKeyId, keys }: IamState): Sdk.User => ({
  Path: '/',
  UserName: undefined,
  UserId: accountId,
  Arn: `arn:aws:iam::${accountId}:root`,
  CreateDate: keys.get(rootKeyId)?.createdAt,
});
