import { dryRun, notSupported, validation } from './errors.ts';
import { checkIsUsable, getKey } from './keys.ts';
import type { Key, KmsCall } from './state.ts';

interface UsesKey {
  readonly KeyId: string;
  readonly EncryptionAlgorithm?: string | undefined;
  readonly GrantTokens?: readonly string[] | undefined;
  readonly Recipient?: unknown;
  readonly DryRun?: boolean | undefined;
}

/** The key of a cryptographic operation, enabled. Throws what stands against its use. */
export function usableKey(call: KmsCall, input: UsesKey): Key {
  const { EncryptionAlgorithm: algorithm = 'SYMMETRIC_DEFAULT' } = input;
  if (algorithm !== 'SYMMETRIC_DEFAULT') throw notSupported(`The encryption algorithm ${algorithm}`);
  if (input.GrantTokens && input.GrantTokens.length > 0) throw notSupported('GrantTokens');
  if (input.Recipient !== undefined) throw notSupported('Recipient');
  const key = getKey(call, input.KeyId);
  checkIsUsable(key);
  if (input.DryRun) throw dryRun();
  return key;
}

const SPECS: Readonly<Record<string, number>> = { AES_128: 16, AES_256: 32 };

interface SizesDataKey {
  readonly KeySpec?: string | undefined;
  readonly NumberOfBytes?: number | undefined;
}

/** Length of a data key in bytes. Throws ValidationException unless it is said in one way. */
export function dataKeyLength({ KeySpec: spec, NumberOfBytes: bytes }: SizesDataKey): number {
  if ((spec === undefined) === (bytes === undefined)) {
    throw validation('Please specify either number of bytes or key spec.');
  }
  return bytes ?? SPECS[spec ?? ''] ?? 32;
}
