import type { CredentialFault, Credentials, Principal } from '@cairn/emulator-kit';
import { findRoleByArn, findUser, iamArn } from './entities.ts';
import type { AccessKey, IamState, RoleSession, SessionKey, User } from './state.ts';

/** Whose key it is: a key that lasts, or one of a session, whose token must come with it. */
export function credentialsOf(
  state: IamState,
  accessKeyId: string,
  sessionToken: string | undefined,
  now: number,
): Credentials | CredentialFault {
  const session = state.sessions.get(accessKeyId);
  if (session) return sessionCredentials(state, session, sessionToken, now);
  const key = state.keys.get(accessKeyId);
  if (!key) return { fault: 'unknown' };
  if (sessionToken !== undefined) return { fault: 'bad-token' };
  if (key.status === 'Inactive') return { fault: 'inactive' };
  return credentialsFor(state, key, key.userName);
}

function sessionCredentials(
  state: IamState,
  { id, secret, token, expiresAt, holder }: SessionKey,
  sessionToken: string | undefined,
  now: number,
): Credentials | CredentialFault {
  if (sessionToken !== token) return { fault: 'bad-token' };
  if (now >= expiresAt) return { fault: 'expired' };
  if (holder.kind === 'user') return credentialsFor(state, { id, secret }, holder.userName);
  return { secret, principal: { ...sessionPrincipal(state, holder), accessKeyId: id } };
}

type Signing = Pick<AccessKey, 'id' | 'secret'>;

/** @param userName undefined for root */
function credentialsFor(state: IamState, { id, secret }: Signing, userName: string | undefined) {
  const { accountId } = state;
  if (userName === undefined) return { secret, principal: { ...rootPrincipal(accountId), accessKeyId: id } };
  const user = findUser(state, userName);
  if (!user) return { fault: 'unknown' } as const;
  return { secret, principal: { ...userPrincipal(accountId, user), accessKeyId: id } };
}

const rootPrincipal = (accountId: string): Principal => ({
  kind: 'root',
  arn: iamArn(accountId, 'root'),
  accountId,
  userId: accountId,
});

export const userPrincipal = (accountId: string, user: User): Principal => ({
  kind: 'user',
  arn: user.arn,
  accountId,
  userId: user.id,
  userName: user.name,
  tags: Object.fromEntries(user.tags),
});

/** A session of a role as a principal. Its own tags win over the role's. */
export function sessionPrincipal(state: IamState, session: RoleSession): Principal {
  const role = findRoleByArn(state, session.roleArn);
  const roleTags = role?.id === session.roleId ? Object.fromEntries(role.tags) : {};
  return {
    kind: 'role-session',
    arn: sessionArn(state.accountId, session),
    accountId: state.accountId,
    userId: `${session.roleId}:${session.sessionName}`,
    roleArn: session.roleArn,
    sessionPolicies: session.policies,
    tags: { ...roleTags, ...session.tags },
  };
}

/** `arn:aws:sts::123456789012:assumed-role/TrainingRole/job-1`: the role's path is not part of it. */
export function sessionArn(accountId: string, { roleArn, sessionName }: RoleSession): string {
  const roleName = roleArn.slice(roleArn.lastIndexOf('/') + 1);
  return `arn:aws:sts::${accountId}:assumed-role/${roleName}/${sessionName}`;
}
