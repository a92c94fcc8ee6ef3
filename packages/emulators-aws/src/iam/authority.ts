import {
  type Authority,
  type Decision,
  type HostKeys,
  type KeyPair,
  type Principal,
  ServiceError,
  type Tenant,
} from '@cairn/emulator-kit';
import { newAccountState } from './account.ts';
import { credentialsOf, sessionPrincipal } from './credentials.ts';
import { decideNeed } from './decide.ts';
import { findRoleByArn } from './entities.ts';
import type { IamState, Role } from './state.ts';

/** IAM's state of an account, made when nobody asked for it before. */
export function iamStateOf(tenant: Tenant): IamState {
  const found = tenant.states.get('iam');
  if (found !== undefined) return found as IamState; // this service made it
  const { accountId, id: tenantId, homeRegion: region, ids, clock } = tenant;
  const made = newAccountState({ accountId, tenantId, region, ids, now: clock.now() });
  tenant.states.set('iam', made);
  return made;
}

/**
 * The keys an account begins with. Asked right after an account is opened or reset, its first ids go to them: they are
 * the same after every reset.
 */
function hostKeys(tenant: Tenant): HostKeys {
  const { keys, rootKeyId, learnerKeyId } = iamStateOf(tenant);
  const pairOf = (id: string): KeyPair | undefined => {
    const key = keys.get(id);
    return key && { accessKeyId: key.id, secretAccessKey: key.secret };
  };
  const root = pairOf(rootKeyId);
  if (!root) throw new RangeError('the root key of an account is gone'); // DeleteAccessKey refuses it
  return { root, learner: pairOf(learnerKeyId) };
}

/** IAM as the sandbox asks it: who holds a key, who may do what, who may work as which role. */
export const authority: Authority = {
  credentials: (tenant, accessKeyId, sessionToken) =>
    credentialsOf(iamStateOf(tenant), accessKeyId, sessionToken, tenant.clock.now()),
  hostKeys,
  decide: (tenant, principal, need, site) => decideNeed(iamStateOf(tenant), tenant.clock.now(), principal, need, site),
  assume: assumeAsService,
};

function assumeAsService(tenant: Tenant, roleArn: string, service: string, sessionName: string): Principal {
  const state = iamStateOf(tenant);
  const role = findRoleByArn(state, roleArn);
  if (!role) throw cannotAssume(service, roleArn);
  const now = tenant.clock.now();
  if (trustsService(state, now, role, service).decision !== 'allow') throw cannotAssume(service, roleArn);
  role.lastUsedAt = new Date(now);
  const session = { roleArn, roleId: role.id, sessionName, policies: [], tags: {}, transitiveTagKeys: [] };
  return sessionPrincipal(state, { kind: 'role', ...session });
}

function trustsService(state: IamState, now: number, role: Role, service: string): Decision {
  const { accountId } = state;
  const principal: Principal = { kind: 'service', arn: service, accountId, userId: service };
  const need = {
    action: 'sts:AssumeRole',
    resource: role.arn,
    context: { 'aws:SourceAccount': accountId },
    resourcePolicy: { id: `of role ${role.name}`, json: role.trustPolicy },
    resourceAccountId: accountId,
  };
  return decideNeed(state, now, principal, need, {});
}

/** What each service says when a role does not let it in; the first word is its error code. */
const REFUSALS: Readonly<Record<string, (roleArn: string) => readonly [code: string, message: string]>> = {
  'sagemaker.amazonaws.com': (arn) => [
    'ValidationException',
    `Could not assume role ${arn}. Please ensure that the role exists and allows principal 'sagemaker.amazonaws.com' to assume the role.`,
  ],
  'lambda.amazonaws.com': () => [
    'InvalidParameterValueException',
    'The role defined for the function cannot be assumed by Lambda.',
  ],
  'glue.amazonaws.com': () => [
    'InvalidInputException',
    "Service is unable to assume provided role. Please verify role's TrustPolicy",
  ],
  'firehose.amazonaws.com': (arn) => [
    'InvalidArgumentException',
    `Firehose is unable to assume role ${arn}. Please check the role provided.`,
  ],
  'states.amazonaws.com': (arn) => [
    'AccessDeniedException',
    `Neither the global service principal states.amazonaws.com, nor the regional one is authorized to assume the provided role. (${arn})`,
  ],
};

function cannotAssume(service: string, roleArn: string): ServiceError {
  const refusal = REFUSALS[service]?.(roleArn);
  const [code, message] = refusal ?? [
    'ValidationException',
    `Could not assume role ${roleArn}. Please ensure that the role exists and allows principal '${service}' to assume the role.`,
  ];
  return new ServiceError(code, message, 400);
}
