import type { Principal } from '@cairn/emulator-kit';
import { findDocument } from './documents.ts';
import type { AttachedPolicy, PolicyKind } from './engine/index.ts';
import { findRoleByArn, findUser, groupsOf } from './entities.ts';
import { defaultDocument, findPolicy } from './managed-policies.ts';
import type { IamState, PolicyHolder, Role, User } from './state.ts';

/** A document with its place: nothing when it is malformed, which grants nothing. */
export function attachedPolicy(policyId: string, document: string, kind: PolicyKind, level?: string): AttachedPolicy[] {
  const policy = findDocument(document, kind);
  if (!policy) return [];
  return [level === undefined ? { policyId, policy } : { policyId, policy, level }];
}

/** All policies that speak about `principal`, those of resources left aside. */
export function policiesOf(state: IamState, principal: Principal): AttachedPolicy[] {
  const holder = holderOf(state, principal);
  const session = (principal.sessionPolicies ?? []).flatMap((document, i) =>
    attachedPolicy(`${i + 1} of ${principal.arn}`, document, 'session'),
  );
  return [...(holder ? holderPolicies(state, holder) : []), ...session, ...organizationPolicies(state)];
}

/** The user or role behind a principal, unless it was deleted and another took its name. */
function holderOf(state: IamState, { kind, userName, userId, roleArn }: Principal): User | Role | undefined {
  if (kind === 'user' && userName !== undefined) {
    const user = findUser(state, userName);
    return user?.id === userId ? user : undefined;
  }
  const role = roleArn === undefined ? undefined : findRoleByArn(state, roleArn);
  return role && userId.startsWith(`${role.id}:`) ? role : undefined;
}

/** How policies are called in what comes of them. */
export interface PolicyNaming {
  readonly managed: (arn: string) => string;
  readonly inline: (holder: PolicyHolder, policyName: string) => string;
}

/** In decisions: managed policies by ARN, inline ones as `ReadData (inline, role TrainingRole)`. */
const IN_DECISIONS: PolicyNaming = {
  managed: (arn) => arn,
  inline: ({ kind, name }, policyName) => `${policyName} (inline, ${kind} ${name})`,
};

/** Identity policies of a user or role, its groups' included, and its boundary. */
export function holderPolicies(state: IamState, holder: User | Role, naming = IN_DECISIONS): AttachedPolicy[] {
  const groups = holder.kind === 'user' ? groupsOf(state, holder) : [];
  const identity = [holder, ...groups].flatMap((one) => identityPolicies(state, one, naming));
  return holder.boundary === undefined ? identity : [...identity, ...boundaryPolicy(state, holder.boundary)];
}

export function identityPolicies(state: IamState, holder: PolicyHolder, naming = IN_DECISIONS): AttachedPolicy[] {
  const inline = [...holder.inline].flatMap(([name, document]) =>
    attachedPolicy(naming.inline(holder, name), document, 'identity'),
  );
  const managed = [...holder.attached].flatMap((arn) => managedPolicy(state, arn, naming.managed(arn), 'identity'));
  return [...inline, ...managed];
}

function managedPolicy(state: IamState, arn: string, policyId: string, kind: PolicyKind): AttachedPolicy[] {
  const policy = findPolicy(state, arn);
  const document = policy && defaultDocument(policy);
  return document === undefined ? [] : attachedPolicy(policyId, document, kind);
}

/** A boundary that allows nothing: what is left when the policy cannot be read. */
const NOTHING = '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*"}]}';

function boundaryPolicy(state: IamState, arn: string): AttachedPolicy[] {
  const found = managedPolicy(state, arn, arn, 'boundary');
  return found.length > 0 ? found : attachedPolicy(arn, NOTHING, 'boundary');
}

export const organizationPolicies = ({ serviceControlPolicies }: IamState): AttachedPolicy[] =>
  serviceControlPolicies.flatMap(({ id, document, level }) => attachedPolicy(id, document, 'scp', level));
