import { createHash } from 'node:crypto';
import type { CompletedPart } from '@aws-sdk/client-s3';
import { ServiceError } from '@cairn/emulator-kit';
import type { S3Call } from './access.ts';
import {
  type ChecksumAlgorithm,
  checksumOf,
  compositeChecksum,
  DEFAULT_ALGORITHM,
  statedChecksum,
} from './checksum.ts';
import { isCrc, joinCrcs } from './crc-join.ts';
import { badDigest, invalidArgument, invalidRequest, malformedXml, noSuchUpload } from './errors.ts';
import { unquoted } from './preconditions.ts';
import type { Bucket, StoredChecksum, Upload, UploadedPart } from './state.ts';
import { countParts } from './storage-bill.ts';
import type { Content } from './writing.ts';

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html */
const MOST_PARTS = 10_000;
const SMALLEST_PART_BYTES = 5 * 1024 ** 2;

export interface OnUpload {
  readonly Key: string | undefined;
  readonly UploadId: string | undefined;
}

export function uploadOf(bucket: Bucket, { Key: key, UploadId: id = '' }: OnUpload): Upload {
  const upload = bucket.uploads.get(id);
  if (upload?.key !== key || !upload) throw noSuchUpload(id);
  return upload;
}

export function demandPartNumber(number: number | undefined): number {
  if (number !== undefined && Number.isInteger(number) && number >= 1 && number <= MOST_PARTS) return number;
  throw invalidArgument('Part number must be an integer between 1 and 10000, inclusive', 'partNumber', String(number));
}

/** Adds a part, in place of one that was uploaded under its number before. */
export function addPart(call: S3Call, bucket: Bucket, upload: Upload, part: UploadedPart): void {
  countParts(call, bucket, part.size - (upload.parts.get(part.number)?.size ?? 0));
  upload.parts.set(part.number, part);
}

/** Forgets an upload with its parts: it was completed, aborted, or became too old. */
export function dropUpload(call: S3Call, bucket: Bucket, upload: Upload): void {
  const bytes = [...upload.parts.values()].reduce((sum, { size }) => sum + size, 0);
  if (bytes > 0) countParts(call, bucket, -bytes);
  bucket.uploads.delete(upload.id);
}

/** The parts that a client lists to complete its upload, after what it says of them has been found true. */
export function listedParts(upload: Upload, listed: readonly CompletedPart[] | undefined): readonly UploadedPart[] {
  if (!listed || listed.length === 0) throw malformedXml();
  const parts = listed.map((entry, index) => {
    if ((entry.PartNumber ?? 0) <= (listed[index - 1]?.PartNumber ?? 0)) throw invalidPartOrder();
    return listedPart(upload, entry);
  });
  for (const part of parts.slice(0, -1)) if (part.size < SMALLEST_PART_BYTES) throw entityTooSmall(part);
  return parts;
}

function listedPart(upload: Upload, entry: CompletedPart): UploadedPart {
  const part = upload.parts.get(entry.PartNumber ?? 0);
  if (!part || unquoted(part.eTag) !== unquoted(entry.ETag ?? '')) throw invalidPart(upload, entry);
  const stated = statedChecksum(entry);
  if (stated && stated.algorithm === part.checksum.algorithm && stated.value !== part.checksum.value) {
    throw invalidPart(upload, entry);
  }
  if (!stated && upload.checksumAlgorithm && upload.checksumType === 'COMPOSITE') {
    throw invalidRequest(
      `The upload was created using a ${upload.checksumAlgorithm.toLowerCase()} checksum. The complete request must include the checksum for each part. It was missing for part ${part.number} in the request.`,
    );
  }
  return part;
}

/** The whole of an upload: bytes joined without being read into memory, entity tag and digest of the parts'. */
export async function joinParts(call: S3Call, upload: Upload, parts: readonly UploadedPart[]): Promise<Content> {
  const [first] = parts;
  if (!first) throw malformedXml();
  const blob = parts.length === 1 ? first.blob : await call.blobs.join(parts.map((part) => part.blob));
  const md5 = createHash('md5');
  for (const { eTag } of parts) md5.update(unquoted(eTag), 'hex');
  return {
    blob,
    eTag: `"${md5.digest('hex')}-${parts.length}"`,
    checksum: await joinedChecksum(call, upload, parts, blob),
    parts: parts.map(({ size, checksum }, index) => ({ number: index + 1, size, checksum })),
  };
}

/**
 * The digest of a finished upload: of the whole object where parts carry CRCs that can be joined, as S3 does by
 * default, else the digest of the parts' digests.
 */
async function joinedChecksum(
  call: S3Call,
  { checksumAlgorithm, checksumType }: Upload,
  parts: readonly UploadedPart[],
  blob: Content['blob'],
): Promise<StoredChecksum> {
  const algorithm = checksumAlgorithm ?? DEFAULT_ALGORITHM;
  const type = checksumType ?? defaultType(algorithm);
  const values = parts.map(({ size, checksum }) => ({ size, checksum: checksum.value, algorithm: checksum.algorithm }));
  if (values.some((part) => part.algorithm !== algorithm)) {
    // The client named no algorithm for the upload and used others for its parts.
    return { algorithm, type: 'FULL_OBJECT', value: await checksumOf(call.blobs.open(blob), algorithm) };
  }
  if (type === 'FULL_OBJECT' && isCrc(algorithm)) return { algorithm, type, value: joinCrcs(algorithm, values) };
  const value = await compositeChecksum(
    algorithm,
    values.map(({ checksum }) => checksum),
  );
  return { algorithm, type: 'COMPOSITE', value };
}

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity-upload.html */
export const defaultType = (algorithm: ChecksumAlgorithm): StoredChecksum['type'] =>
  algorithm === 'CRC64NVME' ? 'FULL_OBJECT' : 'COMPOSITE';

/** Which digests go with which type: SHA digests cannot be joined, CRC-64/NVME only is. */
export function demandChecksumType(algorithm: ChecksumAlgorithm, type: string | undefined): void {
  const isRefused =
    (type === 'FULL_OBJECT' && !isCrc(algorithm)) || (type === 'COMPOSITE' && algorithm === 'CRC64NVME');
  if (isRefused) {
    throw invalidRequest(
      `The ${type} checksum type cannot be used with the ${algorithm.toLowerCase()} checksum algorithm.`,
    );
  }
}

/** Refuses a part whose digest is of another kind than the upload was started with. */
export function demandPartChecksum({ checksumAlgorithm }: Upload, algorithm: ChecksumAlgorithm): void {
  if (checksumAlgorithm === undefined || checksumAlgorithm === algorithm) return;
  throw invalidRequest(
    `Checksum Type mismatch occurred, expected checksum Type: ${checksumAlgorithm.toLowerCase()}, actual checksum Type: ${algorithm.toLowerCase()}`,
  );
}

/** Refuses a completion whose stated size is not the one that was uploaded. */
export function demandSize(parts: readonly UploadedPart[], stated: number | undefined): void {
  const size = parts.reduce((sum, part) => sum + part.size, 0);
  if (stated !== undefined && stated !== size) {
    throw invalidRequest(
      `The provided 'x-amz-mp-object-size' header value ${stated} does not match what was computed: ${size}`,
    );
  }
}

/** Refuses a whole-object digest that is not the one that was computed. */
export function demandWholeChecksum(
  { algorithm, value }: StoredChecksum,
  input: Parameters<typeof statedChecksum>[0],
): void {
  const stated = statedChecksum(input);
  const bare = (digest: string) => digest.split('-')[0];
  if (stated && (stated.algorithm !== algorithm || bare(stated.value) !== bare(value)))
    throw badDigest(stated.algorithm);
}

function invalidPart({ id }: Upload, { PartNumber: number, ETag: eTag }: CompletedPart): ServiceError {
  const message =
    "One or more of the specified parts could not be found.  The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.";
  return new ServiceError('InvalidPart', message, 400, { UploadId: id, PartNumber: String(number), ETag: eTag });
}

function invalidPartOrder(): ServiceError {
  const message =
    'The list of parts was not in ascending order. The parts list must be specified in order by part number.';
  return new ServiceError('InvalidPartOrder', message, 400);
}

function entityTooSmall({ number, size, eTag }: UploadedPart): ServiceError {
  return new ServiceError('EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size', 400, {
    ProposedSize: String(size),
    MinSizeAllowed: String(SMALLEST_PART_BYTES),
    PartNumber: String(number),
    ETag: eTag,
  });
}
