/** Everything IAM and STS know of one account. Names are kept as written and found in any case, as in IAM. */
export interface IamState {
  readonly accountId: string;
  readonly tenantCode: string;
  /** By name in lower case. */
  readonly users: Map<string, User>;
  readonly groups: Map<string, Group>;
  readonly roles: Map<string, Role>;
  /** The account's own managed policies, by ARN. */
  readonly policies: Map<string, ManagedPolicy>;
  /** Keys that last, the root user's included, by id. */
  readonly keys: Map<string, AccessKey>;
  /** Keys of sessions, by id, in the order they were issued. */
  readonly sessions: Map<string, SessionKey>;
  readonly serviceControlPolicies: ServiceControlPolicy[];
  readonly rootKeyId: string;
  readonly learnerKeyId: string;
}

export type Tags = Map<string, string>;

interface Entity {
  name: string;
  /** `/` or `/division/team/`. */
  path: string;
  arn: string;
  /** Unique for ever, so that a policy that named somebody does not fit whoever gets the name later. */
  readonly id: string;
  readonly createdAt: Date;
  /** ARNs of managed policies, in the order they were attached. */
  readonly attached: Set<string>;
  /** Inline policies: name → document. */
  readonly inline: Map<string, string>;
}

export interface User extends Entity {
  readonly kind: 'user';
  /** ARN of a managed policy. */
  boundary: string | undefined;
  readonly tags: Tags;
}

export interface Group extends Entity {
  readonly kind: 'group';
  /** Lower-case names of users. */
  readonly members: Set<string>;
}

export interface Role extends Entity {
  readonly kind: 'role';
  boundary: string | undefined;
  readonly tags: Tags;
  trustPolicy: string;
  description: string | undefined;
  maxSessionSeconds: number;
  lastUsedAt: Date | undefined;
  /** Of a service-linked role: the service, which alone may change it. */
  readonly linkedService: string | undefined;
}

export type PolicyHolder = User | Group | Role;

export interface ManagedPolicy {
  readonly name: string;
  readonly path: string;
  readonly arn: string;
  readonly id: string;
  readonly description: string | undefined;
  readonly createdAt: Date;
  updatedAt: Date;
  defaultVersionId: string;
  /** Versions ever made: numbers are never used again. */
  versionsMade: number;
  /** By version id, oldest first. */
  readonly versions: Map<string, PolicyVersion>;
  readonly tags: Tags;
}

export interface PolicyVersion {
  readonly id: string;
  readonly document: string;
  readonly createdAt: Date;
}

export interface AccessKey {
  readonly id: string;
  readonly secret: string;
  /** Lower-case name; undefined for the root user. */
  userName: string | undefined;
  status: 'Active' | 'Inactive';
  readonly createdAt: Date;
}

/** A key handed out by STS. Whom it speaks for was fixed when it was issued. */
export interface SessionKey {
  readonly id: string;
  readonly secret: string;
  readonly token: string;
  readonly issuedAt: number;
  readonly expiresAt: number;
  readonly holder: SessionHolder;
}

export type SessionHolder =
  /** GetSessionToken: the user (or root, without a name) under another key. */
  { readonly kind: 'user'; readonly userName: string | undefined } | RoleSession;

export interface RoleSession {
  readonly kind: 'role';
  readonly roleArn: string;
  readonly roleId: string;
  readonly sessionName: string;
  readonly policies: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
  /** Tags that go on to the next role of a chain. */
  readonly transitiveTagKeys: readonly string[];
  /** Who stands behind the session, set once and kept along a chain of roles. */
  readonly sourceIdentity?: string | undefined;
}

/** Set by a lab: the organization's say over the account. */
export interface ServiceControlPolicy {
  readonly id: string;
  readonly document: string;
  /** The root, unit or account it is attached to; every level must allow. */
  readonly level: string;
}
