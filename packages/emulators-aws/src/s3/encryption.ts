import type { ServiceError } from '@cairn/emulator-kit';
import type { S3Call } from './access.ts';
import { invalidArgument, notSupported } from './errors.ts';
import type { Bucket, Encryption } from './state.ts';

/** What every bucket encrypts with since January 2023, unless it is told otherwise. */
export const SSE_S3: Encryption = { algorithm: 'AES256', keyArn: undefined, isBucketKeyEnabled: false };

export interface EncryptionInput {
  readonly ServerSideEncryption?: string | undefined;
  readonly SSEKMSKeyId?: string | undefined;
  readonly BucketKeyEnabled?: boolean | undefined;
  readonly SSECustomerAlgorithm?: string | undefined;
  readonly SSECustomerKey?: string | undefined;
}

/** How an object that is written now is encrypted: as the request says, else as the bucket does. */
export function chosenEncryption(call: S3Call, bucket: Bucket, input: EncryptionInput): Encryption {
  refuseCustomerKeys(input);
  const { ServerSideEncryption: algorithm, SSEKMSKeyId: keyId } = input;
  if (algorithm === undefined) {
    if (keyId !== undefined) throw keyWithoutKms();
    return input.BucketKeyEnabled === undefined
      ? bucket.encryption
      : { ...bucket.encryption, isBucketKeyEnabled: input.BucketKeyEnabled };
  }
  return namedEncryption(call, algorithm, keyId, input.BucketKeyEnabled ?? bucket.encryption.isBucketKeyEnabled);
}

/** The encryption of an algorithm's name and a key's id, alias or ARN. Throws InvalidArgument as S3 does. */
export function namedEncryption(
  call: S3Call,
  algorithm: string,
  keyId: string | undefined,
  isBucketKeyEnabled: boolean,
): Encryption {
  if (algorithm === 'AES256') {
    if (keyId !== undefined) throw keyWithoutKms();
    return SSE_S3;
  }
  if (algorithm !== 'aws:kms' && algorithm !== 'aws:kms:dsse') {
    throw invalidArgument(
      'The encryption method specified is not supported',
      'x-amz-server-side-encryption',
      algorithm,
    );
  }
  return { algorithm, keyArn: keyArn(call, keyId ?? call.state.managedKeyId), isBucketKeyEnabled };
}

export interface EncryptionOutput {
  ServerSideEncryption: Encryption['algorithm'];
  SSEKMSKeyId?: string;
  BucketKeyEnabled?: boolean;
}

export function encryptionMembers({ algorithm, keyArn: arn, isBucketKeyEnabled }: Encryption): EncryptionOutput {
  if (algorithm === 'AES256' || arn === undefined) return { ServerSideEncryption: algorithm };
  return {
    ServerSideEncryption: algorithm,
    SSEKMSKeyId: arn,
    ...(isBucketKeyEnabled ? { BucketKeyEnabled: true } : {}),
  };
}

/** Condition keys for how a request asks to encrypt. */
export function encryptionContext({ ServerSideEncryption, SSEKMSKeyId }: EncryptionInput) {
  return {
    's3:x-amz-server-side-encryption': ServerSideEncryption,
    's3:x-amz-server-side-encryption-aws-kms-key-id': SSEKMSKeyId,
  };
}

/** Keys that the client keeps (SSE-C): the sandbox would have to throw the bytes' readability away to be true to it. */
export function refuseCustomerKeys({ SSECustomerAlgorithm, SSECustomerKey }: EncryptionInput): void {
  if (SSECustomerAlgorithm ?? SSECustomerKey) {
    throw notSupported('Server-side encryption with customer-provided keys (SSE-C)');
  }
}

function keyArn(call: S3Call, keyId: string): string {
  if (keyId.startsWith('arn:')) return keyId;
  if (keyId === 'alias/aws/s3') return keyArn(call, call.state.managedKeyId);
  const resource = keyId.startsWith('alias/') ? keyId : `key/${keyId}`;
  return `arn:aws:kms:${call.region}:${call.accountId}:${resource}`;
}

function keyWithoutKms(): ServiceError {
  return invalidArgument(
    'Server Side Encryption with AWS KMS managed key requires HTTP header x-amz-server-side-encryption : aws:kms',
    'x-amz-server-side-encryption',
  );
}
