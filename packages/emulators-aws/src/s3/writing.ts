import type { BlobRef } from '@cairn/emulator-kit';
import type { S3Call } from './access.ts';
import { type ChecksumOutput, checksumMembers } from './checksum.ts';
import { type EncryptionOutput, encryptionMembers } from './encryption.ts';
import { announce, type Happening } from './events.ts';
import { expirationHeader } from './lifecycle-rules.ts';
import type { Bucket, ObjectDraft, StoredChecksum, StoredObject, StoredPart } from './state.ts';
import { countRemoved, countStored } from './storage-bill.ts';
import { addVersion, newVersionId } from './versions.ts';

/** The bytes of a new object, kept and measured. */
export interface Content {
  readonly blob: BlobRef;
  readonly eTag: string;
  readonly checksum: StoredChecksum;
  readonly parts?: readonly StoredPart[];
}

/** Makes the newest version of `key`: the one place where objects come to be. */
export function writeObjectVersion(
  call: S3Call,
  bucket: Bucket,
  key: string,
  { draft, content, what }: { draft: ObjectDraft; content: Content; what: Happening },
): StoredObject {
  const object: StoredObject = {
    kind: 'object',
    versionId: newVersionId(bucket, () => call.ids.upper(32)),
    lastModified: call.now(),
    eTag: content.eTag,
    blob: content.blob,
    checksum: content.checksum,
    parts: content.parts,
    ...draft,
  };
  countRemoved(call, bucket, addVersion(bucket, key, object));
  countStored(call, bucket, object);
  announce(call, bucket, key, object, what);
  return object;
}

export interface WrittenOutput extends EncryptionOutput, ChecksumOutput {
  ETag: string;
  ChecksumType: StoredChecksum['type'];
  VersionId?: string;
  Expiration?: string;
}

/** What answers to writes have in common. */
export function writtenMembers(bucket: Bucket, key: string, object: StoredObject): WrittenOutput {
  const expiration = expirationHeader(bucket, key, object);
  return {
    ETag: object.eTag,
    ...checksumMembers(object.checksum),
    ChecksumType: object.checksum.type,
    ...encryptionMembers(object.encryption),
    ...(bucket.versioning === 'Enabled' ? { VersionId: object.versionId } : {}),
    ...(expiration === undefined ? {} : { Expiration: expiration }),
  };
}
