import type {
  CORSRule,
  LifecycleRule,
  NotificationConfiguration,
  ObjectOwnership,
  PublicAccessBlockConfiguration,
  StorageClass,
  Tag,
  TransitionDefaultMinimumObjectSize,
} from '@aws-sdk/client-s3';
import type { BlobRef, NewAccount } from '@cairn/emulator-kit';
import type { ChecksumAlgorithm } from './checksum.ts';

/** S3 of one account: bucket names are known in all its regions, so the state is global. Plain data only. */
export interface S3State {
  /** Canonical user id of the account: 64 hexadecimal digits. */
  readonly ownerId: string;
  /** Id of the key behind the alias aws/s3, which S3 makes by itself. */
  readonly managedKeyId: string;
  readonly buckets: Map<string, Bucket>;
  /** True while a daily lifecycle reminder is set. */
  isLifecycleRunning: boolean;
}

export interface Bucket {
  readonly name: string;
  readonly region: string;
  readonly createdAt: number;
  /** All versions of each key, oldest first. A key without versions is not in the map. */
  readonly objects: Map<string, ObjectVersion[]>;
  /** Multipart uploads under way, by upload id. */
  readonly uploads: Map<string, Upload>;
  /** Bytes kept, by storage class: what the bill counts. */
  readonly storedBytes: Map<string, number>;
  versioning: 'never' | 'Enabled' | 'Suspended';
  encryption: Encryption;
  ownership: ObjectOwnership | undefined;
  publicAccessBlock: PublicAccessBlockConfiguration | undefined;
  policy: BucketPolicy | undefined;
  tags: Tag[];
  cors: CORSRule[] | undefined;
  notification: NotificationConfiguration;
  lifecycle: Lifecycle | undefined;
  /** Rises with every change of an object; orders events of one key. */
  sequence: number;
}

export interface BucketPolicy {
  readonly json: string;
  /** Judged when the policy is put: the judgement does not change later. */
  readonly isPublic: boolean;
}

export interface Lifecycle {
  readonly rules: readonly LifecycleRule[];
  readonly minimumSize: TransitionDefaultMinimumObjectSize;
}

/** How the bytes of an object are encrypted at rest, as far as answers and permissions show it. */
export interface Encryption {
  readonly algorithm: 'AES256' | 'aws:kms' | 'aws:kms:dsse';
  readonly keyArn: string | undefined;
  readonly isBucketKeyEnabled: boolean;
  /** Of an object under a customer's key: its data key, as KMS wrapped it. */
  readonly wrappedKey?: Uint8Array | undefined;
}

/** Headers that a client gave an object and gets back as they were. */
export interface ObjectHeaders {
  readonly CacheControl?: string | undefined;
  readonly ContentDisposition?: string | undefined;
  readonly ContentEncoding?: string | undefined;
  readonly ContentLanguage?: string | undefined;
  readonly ContentType?: string | undefined;
  readonly Expires?: Date | undefined;
  readonly WebsiteRedirectLocation?: string | undefined;
}

/** A digest of the object's content, in base64; `COMPOSITE` is the digest of the parts' digests. */
export interface StoredChecksum {
  readonly algorithm: ChecksumAlgorithm;
  readonly value: string;
  readonly type: 'FULL_OBJECT' | 'COMPOSITE';
}

export type ObjectVersion = StoredObject | DeleteMarker;

export interface DeleteMarker {
  readonly kind: 'delete-marker';
  readonly versionId: string;
  readonly lastModified: number;
}

export interface StoredObject {
  readonly kind: 'object';
  /** `null` for objects written while versioning was not enabled. */
  readonly versionId: string;
  readonly lastModified: number;
  /** With its quotes, as clients see it. */
  readonly eTag: string;
  readonly blob: BlobRef;
  readonly checksum: StoredChecksum;
  /** Set when it came by a multipart upload, in order. */
  readonly parts: readonly StoredPart[] | undefined;
  readonly headers: ObjectHeaders;
  readonly metadata: Readonly<Record<string, string>>;
  readonly encryption: Encryption;
  storageClass: StorageClass;
  tags: readonly Tag[];
}

export interface StoredPart {
  readonly number: number;
  readonly size: number;
  readonly checksum: PartChecksum;
}

/** A digest of one part. Its algorithm may differ from the object's when the upload was started without one. */
export interface PartChecksum {
  readonly algorithm: ChecksumAlgorithm;
  readonly value: string;
}

export interface Upload {
  readonly id: string;
  readonly key: string;
  readonly initiatedAt: number;
  readonly initiatorArn: string;
  readonly draft: ObjectDraft;
  /** What the client named at the start; left out, parts carry what they carry. */
  readonly checksumAlgorithm: ChecksumAlgorithm | undefined;
  readonly checksumType: 'FULL_OBJECT' | 'COMPOSITE' | undefined;
  readonly parts: Map<number, UploadedPart>;
}

export interface UploadedPart {
  readonly number: number;
  readonly size: number;
  readonly eTag: string;
  readonly lastModified: number;
  readonly blob: BlobRef;
  readonly checksum: PartChecksum;
}

/** All that an object has besides its bytes and its place in time. */
export interface ObjectDraft {
  readonly headers: ObjectHeaders;
  readonly metadata: Readonly<Record<string, string>>;
  readonly encryption: Encryption;
  readonly storageClass: StorageClass;
  readonly tags: readonly Tag[];
}

export function emptyState({ ids }: NewAccount): S3State {
  return { ownerId: ids.hex(64), managedKeyId: ids.uuid(), buckets: new Map(), isLifecycleRunning: false };
}
