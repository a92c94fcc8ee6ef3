import type { StorageClass } from '@aws-sdk/client-s3';
import { ServiceError } from '@cairn/emulator-kit';
import type { S3Call } from './access.ts';
import { type AclInput, checkObjectAcl } from './acl.ts';
import { chosenEncryption, type EncryptionInput } from './encryption.ts';
import { invalidRequest, notSupported } from './errors.ts';
import type { Bucket, ObjectDraft, ObjectHeaders } from './state.ts';
import { parseTagging } from './tags.ts';

/** What PutObject, CopyObject and CreateMultipartUpload say of the object besides its bytes. */
export interface DraftInput extends ObjectHeaders, EncryptionInput, AclInput {
  readonly Key: string | undefined;
  readonly Metadata?: Record<string, string> | undefined;
  readonly StorageClass?: StorageClass | undefined;
  readonly Tagging?: string | undefined;
  readonly ObjectLockMode?: string | undefined;
  readonly ObjectLockRetainUntilDate?: Date | undefined;
  readonly ObjectLockLegalHoldStatus?: string | undefined;
  readonly SSEKMSEncryptionContext?: string | undefined;
}

/** User metadata of an object may take 2 KB: the sum of names and values in UTF-8. */
const LARGEST_METADATA_BYTES = 2048;
const LONGEST_KEY_BYTES = 1024;

const STORAGE_CLASSES: readonly string[] = [
  'STANDARD',
  'STANDARD_IA',
  'ONEZONE_IA',
  'INTELLIGENT_TIERING',
  'GLACIER_IR',
  'GLACIER',
  'DEEP_ARCHIVE',
  'REDUCED_REDUNDANCY',
];

export function draftOf(call: S3Call, bucket: Bucket, input: DraftInput): ObjectDraft {
  checkKey(input.Key ?? '');
  checkObjectAcl(bucket, input);
  refuseUnsupported(input);
  const storageClass = input.StorageClass ?? 'STANDARD';
  if (!STORAGE_CLASSES.includes(storageClass)) {
    throw new ServiceError('InvalidStorageClass', 'The storage class you specified is not valid', 400);
  }
  return {
    headers: headersOf(input),
    metadata: checkedMetadata(input.Metadata ?? {}),
    encryption: chosenEncryption(call, bucket, input),
    storageClass,
    tags: parseTagging(input.Tagging),
  };
}

/** The headers that were given, without the rest of the input. */
function headersOf(input: ObjectHeaders): ObjectHeaders {
  const { CacheControl, ContentDisposition, ContentEncoding, ContentLanguage, Expires, WebsiteRedirectLocation } =
    input;
  return {
    CacheControl,
    ContentDisposition,
    // The client's way of sending it in chunks is no property of the object.
    ContentEncoding: withoutChunking(ContentEncoding),
    ContentLanguage,
    ContentType: input.ContentType ?? 'binary/octet-stream',
    Expires,
    WebsiteRedirectLocation,
  };
}

function withoutChunking(encoding: string | undefined): string | undefined {
  const kept = encoding
    ?.split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== 'aws-chunked' && coding !== '');
  return kept && kept.length > 0 ? kept.join(',') : undefined;
}

function checkKey(key: string): void {
  if (Buffer.byteLength(key) > LONGEST_KEY_BYTES) {
    throw new ServiceError('KeyTooLongError', 'Your key is too long', 400, {
      Size: String(Buffer.byteLength(key)),
      MaxSizeAllowed: String(LONGEST_KEY_BYTES),
    });
  }
}

function checkedMetadata(metadata: Record<string, string>): Record<string, string> {
  const entries = Object.entries(metadata);
  const size = entries.reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + Buffer.byteLength(value), 0);
  if (size > LARGEST_METADATA_BYTES) {
    throw new ServiceError('MetadataTooLarge', 'Your metadata headers exceed the maximum allowed metadata size', 400, {
      Size: String(size),
      MaxSizeAllowed: String(LARGEST_METADATA_BYTES),
    });
  }
  return Object.fromEntries(entries.map(([name, value]) => [name.toLowerCase(), value]));
}

function refuseUnsupported(input: DraftInput): void {
  const lock = input.ObjectLockMode ?? input.ObjectLockRetainUntilDate ?? input.ObjectLockLegalHoldStatus;
  if (lock !== undefined) throw invalidRequest('Bucket is missing Object Lock Configuration');
  if (input.SSEKMSEncryptionContext !== undefined) throw notSupported('A KMS encryption context of your own');
}
