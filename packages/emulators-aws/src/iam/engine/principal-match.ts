import type { PrincipalSet } from './policy.ts';
import type { Principal } from './request.ts';

/**
 * How a Principal element names the caller; AWS gives each its own weight.
 *
 * - `direct`: the caller itself (user, session, service, root) or everyone. An Allow needs nothing else.
 * - `derived`: the role behind a session, or the user behind a federated one. Boundary and session policy still limit.
 * - `account`: the caller's account. It only delegates: an identity policy must allow too.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
export type NamedAs = 'direct' | 'derived' | 'account';

const ACCOUNT = /^(?:arn:[^:]+:iam::)?(\d{12})(?::root)?$/;

function isAccount(entry: string, accountId: string): boolean {
  return ACCOUNT.exec(entry)?.[1] === accountId;
}

/** The IAM identity behind a session: the role's or user's ARN, and for roles its unique id. */
function identitiesBehind(principal: Principal): readonly string[] {
  if (principal.kind === 'role-session') return [principal.roleArn, principal.userId.split(':', 1)[0] ?? ''];
  if (principal.kind === 'federated-user' && principal.userArn !== undefined) return [principal.userArn];
  return [];
}

type AccountPrincipal = Extract<Principal, { accountId: string }>;

function isItself(entry: string, principal: AccountPrincipal): boolean {
  if (principal.kind === 'root') return isAccount(entry, principal.accountId);
  return entry === principal.arn || entry === principal.userId;
}

function awsEntry(entry: string, principal: Principal): NamedAs | undefined {
  if (entry === '*') return 'direct';
  if (!('accountId' in principal)) return undefined;
  if (isItself(entry, principal)) return 'direct';
  if (identitiesBehind(principal).includes(entry)) return 'derived';
  return isAccount(entry, principal.accountId) ? 'account' : undefined;
}

function strongest(found: readonly (NamedAs | undefined)[]): NamedAs | undefined {
  return (['direct', 'derived', 'account'] as const).find((named) => found.includes(named));
}

/** How the set names the caller, the strongest way if there are several; undefined when it does not. */
export function namedAs(set: PrincipalSet, principal: Principal): NamedAs | undefined {
  if (principal.kind === 'service' && set.Service?.includes(principal.service)) return 'direct';
  if (principal.kind === 'federated-identity' && set.Federated?.includes(principal.provider)) return 'direct';
  return strongest((set.AWS ?? []).map((entry) => awsEntry(entry, principal)));
}

/** Every level at which the caller can be listed, each as one test: account, identity behind the session, itself. */
function levels(principal: Principal): ((set: PrincipalSet) => boolean)[] {
  if (!('accountId' in principal)) return [(set) => namedAs(set, principal) !== undefined];
  const lists = (entries: (entry: string) => boolean) => (set: PrincipalSet) => (set.AWS ?? []).some(entries);
  const behind = identitiesBehind(principal);
  const account = lists((entry) => entry === '*' || isAccount(entry, principal.accountId));
  const identity = lists((entry) => entry === '*' || behind.includes(entry));
  const itself = lists((entry) => entry === '*' || isItself(entry, principal));
  return behind.length > 0 ? [account, identity, itself] : [account, itself];
}

/**
 * Whether NotPrincipal leaves the caller out of the statement. From a Deny only a caller listed at every level is
 * spared (account, role and session), as AWS documents; an Allow passes over a caller listed at any level.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
 */
export function isExcepted(set: PrincipalSet, principal: Principal, effect: 'Allow' | 'Deny'): boolean {
  const tests = levels(principal);
  return effect === 'Deny' ? tests.every((test) => test(set)) : tests.some((test) => test(set));
}
