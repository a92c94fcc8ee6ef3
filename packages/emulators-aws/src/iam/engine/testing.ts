import { evaluate } from './evaluate.ts';
import { parsePolicy } from './parse-policy.ts';
import type { AttachedPolicy, Policy, PolicyKind } from './policy.ts';
import type { AccessRequest, Principal } from './request.ts';

/** A policy from plain objects; anything wrong with it fails the test that wrote it. */
export function policyOf(kind: PolicyKind, statements: unknown, version = '2012-10-17'): Policy {
  const text = JSON.stringify({ Version: version, Statement: statements });
  const parsed = parsePolicy(text, kind, { maxCharacters: 131_072 });
  if (parsed.outcome === 'policy') return parsed.policy;
  throw new RangeError(parsed.faults.map(({ path, message }) => `${path}: ${message}`).join(' '));
}

export function attach(kind: PolicyKind, statements: unknown, more: Partial<AttachedPolicy> = {}): AttachedPolicy {
  return { policyId: kind, policy: policyOf(kind, statements), ...more };
}

export const ACCOUNT = '123456789012';
export const OTHER_ACCOUNT = '999999999999';

export const ann = {
  kind: 'user',
  accountId: ACCOUNT,
  arn: `arn:aws:iam::${ACCOUNT}:user/ann`,
  userId: 'AIDAJQABLZS4A3QDU576Q',
  username: 'ann',
} as const satisfies Principal;

export const session = {
  kind: 'role-session',
  accountId: ACCOUNT,
  arn: `arn:aws:sts::${ACCOUNT}:assumed-role/training/job-1`,
  roleArn: `arn:aws:iam::${ACCOUNT}:role/ml/training`,
  userId: 'AROADBQP57FF2AEXAMPLE:job-1',
} as const satisfies Principal;

export const root: Principal = { kind: 'root', accountId: ACCOUNT };
export const anonymous: Principal = { kind: 'anonymous' };

export const OBJECT = 'arn:aws:s3:::data/a.csv';

/** GetObject on `OBJECT` by Ann, unless said otherwise. */
export function requestOf(more: Partial<AccessRequest> = {}): AccessRequest {
  return { principal: ann, action: 's3:GetObject', resource: OBJECT, ...more };
}

export const decide = (request: AccessRequest, ...policies: readonly AttachedPolicy[]) =>
  evaluate(request, policies).decision;

export const allowAll = { Effect: 'Allow', Action: '*', Resource: '*' };
export const allowRead = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::data/*' };
export const denyRead = { Effect: 'Deny', Action: 's3:GetObject', Resource: '*' };
/** An Allow that never covers the test's request. */
export const allowOther = { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: '*' };
