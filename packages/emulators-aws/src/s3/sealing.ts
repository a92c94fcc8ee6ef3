import type { GenerateDataKeyCommandOutput } from '@aws-sdk/client-kms';
import { ServiceError } from '@cairn/emulator-kit';
import type { S3Call } from './access.ts';
import { accessDenied } from './errors.ts';
import type { Encryption, ObjectDraft } from './state.ts';

/**
 * SSE-KMS as S3 does it: each object has a data key, which KMS makes and unwraps on behalf of the caller. So the key's
 * policy, its being disabled and its deletion decide who reads the object, and each use is in the journal. The bytes
 * themselves are kept as they are.
 */

/** The draft of an object with a data key of its own, where a customer's key encrypts it. */
export async function seal(call: S3Call, draft: ObjectDraft): Promise<ObjectDraft> {
  const { keyArn: KeyId } = draft.encryption;
  if (!isByCustomerKey(call, draft.encryption)) return draft;
  const input = { KeyId, KeySpec: 'AES_256' };
  const { KeyId: keyArn = KeyId, CiphertextBlob: wrappedKey } = await askKms<GenerateDataKeyCommandOutput>(
    call,
    'GenerateDataKey',
    input,
  );
  return { ...draft, encryption: { ...draft.encryption, keyArn, wrappedKey } };
}

/** Throws unless KMS gives the caller the data key of an object. */
export async function unseal(call: S3Call, encryption: Encryption): Promise<void> {
  const { keyArn: KeyId, wrappedKey: CiphertextBlob } = encryption;
  if (isByCustomerKey(call, encryption)) await askKms(call, 'Decrypt', { KeyId, CiphertextBlob });
}

/** The key behind aws/s3 serves all of the account, through S3 and without being asked; outsiders have no way to it. */
function isByCustomerKey(call: S3Call, { keyArn }: Encryption): boolean {
  if (keyArn === undefined) return false;
  const { kind, accountId } = call.principal;
  if (kind === 'anonymous' || (kind !== 'service' && accountId !== call.accountId)) throw accessDenied();
  return !keyArn.endsWith(`/${call.state.managedKeyId}`);
}

async function askKms<Output>(call: S3Call, operation: string, input: unknown): Promise<Output> {
  try {
    return await call.invoke<Output>('kms', operation, input, call.principal);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    if (error.code.startsWith('AccessDenied')) throw new ServiceError('AccessDenied', error.message, 403);
    throw new ServiceError(`KMS.${error.code}`, error.message, 400);
  }
}
