import type { Ids } from '@cairn/emulator-kit';
import { alreadyExists, noSuch, quotaExceeded } from './errors.ts';
import type { Group, IamState, PolicyHolder, Role, User } from './state.ts';

/**
 * What an account may hold unless AWS raises it.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
export const QUOTAS = {
  users: 5000,
  groups: 300,
  roles: 1000,
  policies: 1500,
  attachedPolicies: 10,
  policyVersions: 5,
  accessKeysPerUser: 2,
  groupsPerUser: 10,
  tags: 50,
} as const;

/** Length of a unique id after its four-letter prefix. */
const ID_LENGTH = 17;

/** A unique id: `AIDA…` a user, `AROA…` a role, `AGPA…` a group, `ANPA…` a policy. */
export const uniqueId = (ids: Ids, prefix: 'AIDA' | 'AROA' | 'AGPA' | 'ANPA'): string => prefix + ids.upper(ID_LENGTH);

export const iamArn = (accountId: string, resource: string): string => `arn:aws:iam::${accountId}:${resource}`;

/** `arn:aws:iam::123456789012:user/team/ann` */
export const entityArn = (accountId: string, kind: PolicyHolder['kind'], path: string, name: string): string =>
  iamArn(accountId, `${kind}${path}${name}`);

export const nameKey = (name: string): string => name.toLowerCase();

export const findUser = (state: IamState, name: string): User | undefined => state.users.get(nameKey(name));
export const findGroup = (state: IamState, name: string): Group | undefined => state.groups.get(nameKey(name));
export const findRole = (state: IamState, name: string): Role | undefined => state.roles.get(nameKey(name));

export function findRoleByArn(state: IamState, arn: string): Role | undefined {
  const role = findRole(state, arn.slice(arn.lastIndexOf('/') + 1));
  return role?.arn === arn ? role : undefined;
}

/** @throws ServiceError NoSuchEntity */
export function getUserNamed(state: IamState, name: string): User {
  const user = findUser(state, name);
  if (!user) throw noSuch('user', name);
  return user;
}

/** @throws ServiceError NoSuchEntity */
export function getGroupNamed(state: IamState, name: string): Group {
  const group = findGroup(state, name);
  if (!group) throw noSuch('group', name);
  return group;
}

/** @throws ServiceError NoSuchEntity */
export function getRoleNamed(state: IamState, name: string): Role {
  const role = findRole(state, name);
  if (!role) throw noSuch('role', name);
  return role;
}

export const groupsOf = (state: IamState, user: User): Group[] =>
  [...state.groups.values()].filter(({ members }) => members.has(nameKey(user.name)));

const COLLECTIONS = {
  user: { collection: 'users', title: 'User', prefix: 'AIDA', quota: 'UsersPerAccount' },
  group: { collection: 'groups', title: 'Group', prefix: 'AGPA', quota: 'GroupsPerAccount' },
  role: { collection: 'roles', title: 'Role', prefix: 'AROA', quota: 'RolesPerAccount' },
} as const;

interface NewEntity {
  readonly state: IamState;
  readonly ids: Ids;
  readonly kind: PolicyHolder['kind'];
  readonly name: string;
  readonly path: string | undefined;
  readonly createdAt: Date;
}

/**
 * What users, groups and roles begin with.
 *
 * @throws ServiceError EntityAlreadyExists, LimitExceeded
 */
export function newEntity({ state, ids, kind, name, path = '/', createdAt }: NewEntity) {
  const { collection, title, prefix, quota } = COLLECTIONS[kind];
  if (state[collection].has(nameKey(name))) throw alreadyExists(title, name);
  if (state[collection].size >= QUOTAS[collection]) throw quotaExceeded(quota, QUOTAS[collection]);
  const arn = entityArn(state.accountId, kind, path, name);
  const id = uniqueId(ids, prefix);
  return { name, path, arn, id, createdAt, attached: new Set<string>(), inline: new Map<string, string>() };
}

/** One hour, unless CreateRole or UpdateRole says otherwise. */
export const DEFAULT_SESSION_SECONDS = 3600;

export const underPath = <Entity extends { readonly path: string }>(
  entities: Iterable<Entity>,
  prefix = '/',
): Entity[] => [...entities].filter(({ path }) => path.startsWith(prefix));
