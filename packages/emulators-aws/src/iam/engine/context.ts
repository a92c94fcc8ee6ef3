import { type AccessRequest, accountOf, type ContextValue, type Principal, type RequestContext } from './request.ts';

/** The request's condition keys, by lower-case name. */
export type Keys = ReadonlyMap<string, readonly string[]>;

/** The ARN that aws:PrincipalArn holds: for a role session the role, not the session. */
function principalArn(principal: Principal): string | undefined {
  switch (principal.kind) {
    case 'root':
      return `arn:aws:iam::${principal.accountId}:root`;
    case 'user':
    case 'federated-user':
      return principal.arn;
    case 'role-session':
      return principal.roleArn;
    case 'federated-identity':
    case 'service':
    case 'anonymous':
      return undefined;
  }
}

const PRINCIPAL_TYPES: Readonly<Record<Principal['kind'], string>> = {
  root: 'Account',
  user: 'User',
  'role-session': 'AssumedRole',
  'federated-user': 'FederatedUser',
  'federated-identity': 'Anonymous', // no AWS identity yet: it is about to assume a role
  service: 'Service',
  anonymous: 'Anonymous',
};

function userIdOf(principal: Principal): string | undefined {
  if (principal.kind === 'root') return principal.accountId;
  if (principal.kind === 'anonymous') return 'anonymous';
  return 'userId' in principal ? principal.userId : undefined;
}

/**
 * Keys that follow from who asks.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
function principalKeys(principal: Principal): [string, string | undefined][] {
  const tags = 'tags' in principal ? (principal.tags ?? {}) : {};
  const isService = principal.kind === 'service';
  return [
    ['aws:principaltype', PRINCIPAL_TYPES[principal.kind]],
    ['aws:principalarn', principalArn(principal)],
    ['aws:principalaccount', accountOf(principal)],
    ['aws:principalisawsservice', String(isService)],
    ['aws:principalservicename', isService ? principal.service : undefined],
    ['aws:userid', userIdOf(principal)],
    ['aws:username', principal.kind === 'user' ? principal.username : undefined],
    ...Object.entries(tags).map(([key, value]): [string, string] => [`aws:principaltag/${key.toLowerCase()}`, value]),
  ];
}

const listOf = (value: ContextValue): readonly string[] => (typeof value === 'string' ? [value] : value);

function addGiven(keys: Map<string, readonly string[]>, context: RequestContext): void {
  for (const [key, value] of Object.entries(context)) keys.set(key.toLowerCase(), listOf(value));
}

export function keysOf(request: AccessRequest): Keys {
  const keys = new Map<string, readonly string[]>();
  for (const [key, value] of principalKeys(request.principal)) if (value !== undefined) keys.set(key, [value]);
  const owner = request.resourceAccountId ?? accountOf(request.principal);
  if (owner !== undefined) keys.set('aws:resourceaccount', [owner]);
  if (request.context) addGiven(keys, request.context);
  return keys;
}

/** For policy variables: only single-valued keys can stand in a variable. */
export function singleValue(keys: Keys, key: string): string | undefined {
  const values = keys.get(key.toLowerCase());
  return values?.length === 1 ? values[0] : undefined;
}
