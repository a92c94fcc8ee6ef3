import type { AttachedPolicy } from '@aws-sdk/client-iam';
import { checkDocument, documentSize } from './documents.ts';
import { INLINE_CHARACTER_LIMITS } from './engine/index.ts';
import { QUOTAS } from './entities.ts';
import { noBoundary, noSuchInlinePolicy, notAttached, protectedRole, quotaExceeded } from './errors.ts';
import { findPolicy, getAttachable } from './managed-policies.ts';
import { type PageRequest, pageOf } from './paging.ts';
import type { IamState, PolicyHolder, Role, User } from './state.ts';

/** What users, groups and roles have in common: attached managed policies and inline ones. */

const QUOTA_NAMES = { user: 'PoliciesPerUser', group: 'PoliciesPerGroup', role: 'PoliciesPerRole' } as const;

/** @throws ServiceError UnmodifiableEntity for a role that belongs to a service */
export function assertModifiable(role: Role): void {
  if (role.linkedService !== undefined) throw protectedRole(role.name);
}

function assertHolderModifiable(holder: PolicyHolder): void {
  if (holder.kind === 'role') assertModifiable(holder);
}

/** Attaching what is attached already changes nothing. @throws ServiceError NoSuchEntity, LimitExceeded */
export function attach(state: IamState, holder: PolicyHolder, arn: string): void {
  assertHolderModifiable(holder);
  getAttachable(state, arn);
  if (!holder.attached.has(arn) && holder.attached.size >= QUOTAS.attachedPolicies) {
    throw quotaExceeded(QUOTA_NAMES[holder.kind], QUOTAS.attachedPolicies);
  }
  holder.attached.add(arn);
}

/** @throws ServiceError NoSuchEntity when it is not attached */
export function detach(holder: PolicyHolder, arn: string): void {
  assertHolderModifiable(holder);
  if (!holder.attached.delete(arn)) throw notAttached(arn);
}

interface AttachedRequest extends PageRequest {
  readonly PathPrefix?: string | undefined;
}

export function listAttached(state: IamState, holder: PolicyHolder, request: AttachedRequest) {
  const all = attachedPolicies(state, holder, request.PathPrefix);
  const { items, rest } = pageOf(all, ({ PolicyName }) => String(PolicyName), request);
  return { AttachedPolicies: items, ...rest };
}

export function attachedPolicies(state: IamState, holder: PolicyHolder, pathPrefix = '/'): AttachedPolicy[] {
  return [...holder.attached].flatMap((arn) => {
    const policy = findPolicy(state, arn);
    return policy?.path.startsWith(pathPrefix) ? [{ PolicyName: policy.name, PolicyArn: arn }] : [];
  });
}

/** @throws ServiceError MalformedPolicyDocument, LimitExceeded */
export function putInline(holder: PolicyHolder, name: string, document: string): void {
  assertHolderModifiable(holder);
  const others = [...holder.inline].filter(([other]) => other !== name);
  const taken = others.reduce((sum, [, other]) => sum + documentSize(other), 0);
  const limit = INLINE_CHARACTER_LIMITS[holder.kind];
  const message = `Maximum policy size of ${limit} bytes exceeded for ${holder.kind} ${holder.name}`;
  checkDocument(document, 'identity', { characters: limit - taken, message });
  holder.inline.set(name, document);
}

/** @throws ServiceError NoSuchEntity */
export function getInline(holder: PolicyHolder, name: string): string {
  const document = holder.inline.get(name);
  if (document === undefined) throw noSuchInlinePolicy(holder.kind, name);
  return document;
}

/** @throws ServiceError NoSuchEntity */
export function deleteInline(holder: PolicyHolder, name: string): void {
  assertHolderModifiable(holder);
  if (!holder.inline.delete(name)) throw noSuchInlinePolicy(holder.kind, name);
}

export function listInline(holder: PolicyHolder, request: PageRequest) {
  const { items, rest } = pageOf(holder.inline.keys(), (name) => name, request);
  return { PolicyNames: items, ...rest };
}

/** @throws ServiceError NoSuchEntity, UnmodifiableEntity */
export function putBoundary(state: IamState, holder: User | Role, arn: string): void {
  assertHolderModifiable(holder);
  holder.boundary = getAttachable(state, arn).arn;
}

/** @throws ServiceError NoSuchEntity when there is none, UnmodifiableEntity */
export function deleteBoundary(holder: User | Role): void {
  assertHolderModifiable(holder);
  if (holder.boundary === undefined) throw noBoundary(holder.kind, holder.name);
  holder.boundary = undefined;
}
