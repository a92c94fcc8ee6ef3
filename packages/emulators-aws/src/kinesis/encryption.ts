import { ServiceError } from '@cairn/emulator-kit';
import { invalidArgument } from './errors.ts';
import type { KinesisCall, StreamEncryption } from './state.ts';

const MANAGED_ALIAS = 'alias/aws/kinesis';

interface KmsKey {
  readonly KeyMetadata?: { readonly Arn?: string; readonly KeyState?: string };
}

/** Looks the key up as the caller, who must be able to see it. Throws KMSNotFoundException, KMSDisabledException … */
export async function encryptionWith(call: KinesisCall, keyId: string): Promise<StreamEncryption> {
  if (keyId === MANAGED_ALIAS || keyId.endsWith(`:${MANAGED_ALIAS}`)) return { type: 'KMS', keyId, keyArn: undefined };
  const { KeyMetadata: key } = await describeKey(call, keyId);
  if (key?.KeyState !== 'Enabled') {
    const code = key?.KeyState === 'Disabled' ? 'KMSDisabledException' : 'KMSInvalidStateException';
    throw new ServiceError(
      code,
      `The KMS key ${keyId} is in state ${key?.KeyState}; Kinesis needs one that is Enabled.`,
    );
  }
  return { type: 'KMS', keyId, keyArn: key.Arn };
}

async function describeKey(call: KinesisCall, keyId: string): Promise<KmsKey> {
  try {
    return await call.invoke<KmsKey>('kms', 'DescribeKey', { KeyId: keyId }, call.principal);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    if (error.code === 'NotFoundException') throw new ServiceError('KMSNotFoundException', error.message);
    if (error.code === 'AccessDeniedException') throw new ServiceError('KMSAccessDeniedException', error.message);
    throw invalidArgument(error.message);
  }
}
