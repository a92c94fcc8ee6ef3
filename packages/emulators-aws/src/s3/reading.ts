import type { ChecksumType, StorageClass } from '@aws-sdk/client-s3';
import { ServiceError } from '@cairn/emulator-kit';
import { bucketOf, mayList, type OnObject, type S3Call } from './access.ts';
import { type ChecksumOutput, checksumMembers } from './checksum.ts';
import { type EncryptionOutput, encryptionMembers } from './encryption.ts';
import { accessDenied, invalidRequest, methodNotAllowed, noSuchKey, noSuchVersion } from './errors.ts';
import { expirationHeader } from './lifecycle-rules.ts';
import { demandReadable, type ReadConditions } from './preconditions.ts';
import { type ByteRange, contentRange, parseRange, partRange } from './range.ts';
import type { Bucket, ObjectHeaders, StoredObject } from './state.ts';
import { findVersion } from './versions.ts';

/**
 * The object a request names, as GET and HEAD find it. A caller who may not list the bucket learns only that it may
 * not have the object, so that keys cannot be guessed.
 */
export function objectOf(call: S3Call, input: OnObject, method: string): StoredObject {
  const bucket = bucketOf(call, input);
  const key = input.Key ?? '';
  const version = findVersion(bucket, key, input.VersionId);
  if (version?.kind === 'object') return version;
  if (version && input.VersionId !== undefined) throw methodNotAllowed(method);
  if (!mayList(call, input)) throw accessDenied();
  throw input.VersionId === undefined ? noSuchKey(key) : noSuchVersion(key, input.VersionId);
}

/** Bytes in these classes are taken out of the archive before they can be read. */
export function demandUnarchived({ storageClass }: StoredObject): void {
  if (storageClass !== 'GLACIER' && storageClass !== 'DEEP_ARCHIVE') return;
  throw new ServiceError('InvalidObjectState', "The operation is not valid for the object's storage class", 403, {
    StorageClass: storageClass,
  });
}

export interface ReadInput extends OnObject, ReadConditions {
  readonly Range?: string | undefined;
  readonly PartNumber?: number | undefined;
  readonly ChecksumMode?: string | undefined;
  readonly ResponseCacheControl?: string | undefined;
  readonly ResponseContentDisposition?: string | undefined;
  readonly ResponseContentEncoding?: string | undefined;
  readonly ResponseContentLanguage?: string | undefined;
  readonly ResponseContentType?: string | undefined;
  readonly ResponseExpires?: Date | undefined;
}

export interface ReadOutput extends EncryptionOutput, ChecksumOutput, ObjectHeaders {
  AcceptRanges: string;
  LastModified: Date;
  ContentLength: number;
  ETag: string;
  Metadata: Record<string, string>;
  ContentRange?: string;
  VersionId?: string;
  StorageClass?: StorageClass;
  Expiration?: string;
  PartsCount?: number;
  TagCount?: number;
  ChecksumType?: ChecksumType;
  /** 206 for a part of the object. */
  $metadata?: { httpStatusCode: number };
}

/** The headers of GET and HEAD, and which bytes they are about. Throws 304, 412 and 416 as the conditions demand. */
export function readObjectHeaders(
  call: S3Call,
  object: StoredObject,
  input: ReadInput,
): { range: ByteRange; members: ReadOutput } {
  demandReadable(object, input);
  demandOverridable(call, input);
  const bucket = bucketOf(call, input);
  const size = object.blob.size;
  const asked = askedRange(object, input);
  const range = asked ?? { start: 0, end: size };
  const members: ReadOutput = {
    ...object.headers,
    ...overrides(input),
    AcceptRanges: 'bytes',
    LastModified: new Date(object.lastModified),
    ContentLength: range.end - range.start,
    ETag: object.eTag,
    Metadata: { ...object.metadata },
    ...encryptionMembers(object.encryption),
    ...(asked && size > 0 ? { ContentRange: contentRange(range, size), $metadata: { httpStatusCode: 206 } } : {}),
    ...optionalMembers(bucket, input.Key ?? '', object),
    ...(input.ChecksumMode === 'ENABLED' ? readChecksum(object, asked, input.PartNumber) : {}),
    ...(input.PartNumber !== undefined && object.parts ? { PartsCount: object.parts.length } : {}),
  };
  return { range, members };
}

function askedRange(object: StoredObject, { Range: range, PartNumber: part }: ReadInput): ByteRange | undefined {
  if (range !== undefined && part !== undefined) {
    throw invalidRequest('Cannot specify both Range header and partNumber query parameter');
  }
  return part === undefined ? parseRange(range, object.blob.size) : partRange(object, part);
}

function optionalMembers(bucket: Bucket, key: string, object: StoredObject): Partial<ReadOutput> {
  const expiration = expirationHeader(bucket, key, object);
  return {
    ...(bucket.versioning === 'never' ? {} : { VersionId: object.versionId }),
    // S3 leaves the header out for the standard class.
    ...(object.storageClass === 'STANDARD' ? {} : { StorageClass: object.storageClass }),
    ...(expiration === undefined ? {} : { Expiration: expiration }),
    ...(object.tags.length > 0 ? { TagCount: object.tags.length } : {}),
  };
}

/** A digest is answered for what it is the digest of: the whole object, or a part that was asked for. */
function readChecksum({ checksum, parts, blob }: StoredObject, asked: ByteRange | undefined, part: number | undefined) {
  const isWhole = !asked || asked.end - asked.start === blob.size;
  const own = part === undefined ? undefined : parts?.[part - 1];
  if (own) return { ...checksumMembers(own.checksum), ChecksumType: checksum.type };
  return isWhole ? { ...checksumMembers(checksum), ChecksumType: checksum.type } : {};
}

function overrides(input: ReadInput): ObjectHeaders {
  const named: [keyof ObjectHeaders, unknown][] = [
    ['CacheControl', input.ResponseCacheControl],
    ['ContentDisposition', input.ResponseContentDisposition],
    ['ContentEncoding', input.ResponseContentEncoding],
    ['ContentLanguage', input.ResponseContentLanguage],
    ['ContentType', input.ResponseContentType],
    ['Expires', input.ResponseExpires],
  ];
  return Object.fromEntries(named.filter(([, value]) => value !== undefined));
}

function demandOverridable(call: S3Call, input: ReadInput): void {
  if (call.principal.kind === 'anonymous' && Object.keys(overrides(input)).length > 0) {
    throw invalidRequest('Request specific response headers cannot be used for anonymous GET requests.');
  }
}
