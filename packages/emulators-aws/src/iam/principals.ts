import type { Policy } from './engine/index.ts';
import { findRoleByArn, findUser } from './entities.ts';
import { malformed } from './errors.ts';
import type { IamState } from './state.ts';

/**
 * A trust policy may only name users and roles that are there. Those of other accounts cannot be seen from here.
 *
 * @throws ServiceError MalformedPolicyDocument
 */
export function assertPrincipalsExist(state: IamState, policy: Policy): void {
  for (const { principal, notPrincipal } of policy.statements) {
    const named = [...(principal?.AWS ?? []), ...(notPrincipal?.AWS ?? [])];
    const missing = named.find((name) => !mayExist(state, name));
    if (missing !== undefined) throw malformed(`Invalid principal in policy: "AWS":"${missing}"`);
  }
}

function mayExist(state: IamState, principal: string): boolean {
  const [, , service, , account, resource = ''] = principal.split(':');
  if (service !== 'iam' || account !== state.accountId) return true;
  if (resource.startsWith('user/')) return findUser(state, nameIn(resource))?.arn === principal;
  return !resource.startsWith('role/') || findRoleByArn(state, principal) !== undefined;
}

const nameIn = (resource: string): string => resource.slice(resource.lastIndexOf('/') + 1);
