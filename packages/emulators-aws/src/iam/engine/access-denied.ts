import type { Decision, Layer } from './decision.ts';
import type { PolicyKind } from './policy.ts';
import type { AccessRequest, Principal } from './request.ts';

/** The policy types as AWS words them in its errors. */
const AWS_NAMES: Readonly<Record<PolicyKind, string>> = {
  identity: 'identity-based policy',
  resource: 'resource-based policy',
  trust: 'role trust policy',
  boundary: 'permissions boundary',
  session: 'session policy',
  scp: 'service control policy',
};

function callerOf(principal: Principal): string {
  switch (principal.kind) {
    case 'root':
      return `User: arn:aws:iam::${principal.accountId}:root`;
    case 'user':
    case 'role-session':
    case 'federated-user':
      return `User: ${principal.arn}`;
    case 'federated-identity':
      return `User: ${principal.provider}`;
    case 'service':
      return `User: ${principal.service}`;
    case 'anonymous':
      return 'User: anonymous';
  }
}

function reasonOf(action: string, decision: Decision): string {
  const { decidedBy } = decision;
  if (decidedBy) {
    const name = AWS_NAMES[decidedBy.policyKind];
    return `with an explicit deny in ${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`;
  }
  const layer: Layer = decision.missing[0] ?? 'identity';
  const kind = layer === 'resource' && /^sts:assumerole/i.test(action) ? 'trust' : layer;
  return `because no ${AWS_NAMES[kind]} allows the ${action} action`;
}

/**
 * The message of AWS's AccessDenied errors for a request that was not allowed.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export function accessDeniedMessage(request: AccessRequest, decision: Decision): string {
  const { action, principal, resource } = request;
  const on = resource === '*' ? '' : ` on resource: ${resource}`;
  return `${callerOf(principal)} is not authorized to perform: ${action}${on} ${reasonOf(action, decision)}`;
}
