import { parsePolicy } from '../iam/engine/index.ts';
import { malformedPolicy } from './errors.ts';
import type { KmsCall } from './state.ts';

const LARGEST_CHARACTERS = 32_768;

/** The policy of a key that was made without one: IAM decides in the account. */
export const defaultPolicy = ({ accountId }: KmsCall): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Id: 'key-default-1',
    Statement: [
      {
        Sid: 'Enable IAM User Permissions',
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${accountId}:root` },
        Action: 'kms:*',
        Resource: '*',
      },
    ],
  });

/**
 * Checks a key policy. Throws MalformedPolicyDocumentException for one that is none, and, unless told otherwise, for
 * one that would lock its author out.
 */
export function checkPolicy(call: KmsCall, keyArn: string, json: string, mayLockOut: boolean): void {
  const parsed = parsePolicy(json, 'resource', { maxCharacters: LARGEST_CHARACTERS });
  if (parsed.outcome === 'faults') {
    const [fault] = parsed.faults;
    throw malformedPolicy(`The policy is not valid. ${fault?.path ?? ''}: ${fault?.message ?? ''}`);
  }
  if (mayLockOut) return;
  const { decision } = call.decide({
    action: 'kms:PutKeyPolicy',
    resource: keyArn,
    resourceAccountId: call.accountId,
    resourcePolicy: { id: 'the new key policy', json },
  });
  if (decision === 'allow') return;
  throw malformedPolicy('The new key policy will not allow you to update the key policy in the future.');
}
