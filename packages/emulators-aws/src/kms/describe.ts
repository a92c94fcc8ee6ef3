import type { AliasListEntry, KeyMetadata } from '@aws-sdk/client-kms';
import type { Alias, Key, KmsCall } from './state.ts';

export function describeKey({ accountId }: KmsCall, key: Key): KeyMetadata {
  const { status } = key;
  return {
    AWSAccountId: accountId,
    KeyId: key.id,
    Arn: key.arn,
    CreationDate: new Date(key.createdAt),
    Enabled: status.state === 'Enabled',
    Description: key.description,
    KeyUsage: 'ENCRYPT_DECRYPT',
    KeyState: status.state,
    ...(status.state === 'PendingDeletion' ? { DeletionDate: new Date(status.deletionAt) } : {}),
    Origin: 'AWS_KMS',
    KeyManager: key.manager,
    CustomerMasterKeySpec: 'SYMMETRIC_DEFAULT',
    KeySpec: 'SYMMETRIC_DEFAULT',
    EncryptionAlgorithms: ['SYMMETRIC_DEFAULT'],
    MultiRegion: false,
  };
}

export const describeAlias = ({ name, arn, keyId, createdAt, updatedAt }: Alias): AliasListEntry => ({
  AliasName: name,
  AliasArn: arn,
  TargetKeyId: keyId,
  CreationDate: new Date(createdAt),
  LastUpdatedDate: new Date(updatedAt),
});
