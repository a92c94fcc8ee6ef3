import type { CopyObjectRequest } from '@aws-sdk/client-s3';
import { digestOf, type Need } from '@cairn/emulator-kit';
import { bucketOf, mayList, objectNeed, readNeed, type S3Call } from './access.ts';
import { type ChecksumAlgorithm, checksumOf } from './checksum.ts';
import { accessDenied, invalidArgument, invalidRequest, noSuchKey, noSuchVersion, notSupported } from './errors.ts';
import { demandUnarchived } from './reading.ts';
import type { StoredChecksum, StoredObject } from './state.ts';
import { findVersion } from './versions.ts';
import { writeNeeds } from './write-needs.ts';
import type { Content } from './writing.ts';

export interface CopySource {
  readonly bucket: string;
  readonly key: string;
  readonly versionId: string | undefined;
}

const LARGEST_COPY_BYTES = 5 * 1024 ** 3;

/** Reads `bucket/key?versionId=…`, percent-encoded, with or without a slash in front. */
export function parseCopySource(header = ''): CopySource {
  if (header.startsWith('arn:')) throw notSupported('A copy source by access point');
  const [path = '', query = ''] = header.replace(/^\//, '').split(/\?(?=versionId=)/);
  const [bucket = '', ...rest] = decoded(path, header).split('/');
  const key = rest.join('/');
  if (bucket === '' || key === '') throw badSource(header);
  const versionId = query.startsWith('versionId=') ? decoded(query.slice('versionId='.length), header) : undefined;
  return { bucket, key, versionId };
}

export function copyNeeds(call: S3Call, input: CopyObjectRequest): readonly Need[] {
  const source = parseCopySource(input.CopySource);
  const context = {
    's3:x-amz-copy-source': `/${source.bucket}/${source.key}`,
    's3:x-amz-metadata-directive': input.MetadataDirective,
  };
  const isTagged = (sourceVersion(call, source)?.tags.length ?? 0) > 0 && input.TaggingDirective !== 'REPLACE';
  const on = { Bucket: source.bucket, Key: source.key, VersionId: source.versionId };
  return [
    sourceNeed(call, source),
    ...(isTagged
      ? [objectNeed(call, on, source.versionId ? 's3:GetObjectVersionTagging' : 's3:GetObjectTagging')]
      : []),
    ...writeNeeds(call, input, context),
  ];
}

/** What reading the source of a copy needs. */
export function sourceNeed(call: S3Call, { bucket, key, versionId }: CopySource): Need {
  return readNeed(call, { Bucket: bucket, Key: key, VersionId: versionId });
}

/** The object a copy reads. Throws as a GET would. */
export function demandSource(call: S3Call, source: CopySource, expectedOwner: string | undefined): StoredObject {
  const { bucket: name, key, versionId } = source;
  const bucket = bucketOf(call, { Bucket: name, ExpectedBucketOwner: expectedOwner });
  const version = findVersion(bucket, key, versionId);
  if (!version && !mayList(call, { Bucket: name })) throw accessDenied();
  if (version?.kind === 'delete-marker' && versionId !== undefined) {
    throw invalidRequest('The source of a copy request may not specifically refer to a delete marker by version id.');
  }
  if (version?.kind !== 'object') throw versionId === undefined ? noSuchKey(key) : noSuchVersion(key, versionId);
  demandUnarchived(version);
  return version;
}

/** The bytes of a copy: shared with the source, since they never change; a copy is one piece, however it came. */
export async function copiedContent(
  call: S3Call,
  source: StoredObject,
  asked: ChecksumAlgorithm | undefined,
): Promise<Content> {
  const { blob, parts } = source;
  if (blob.size > LARGEST_COPY_BYTES) {
    throw invalidRequest(
      `The specified copy source is larger than the maximum allowable size for a copy source: ${LARGEST_COPY_BYTES}`,
    );
  }
  const payload = call.blobs.open(blob);
  const eTag = parts ? `"${(await digestOf(payload, 'md5')).toString('hex')}"` : source.eTag;
  const algorithm = asked ?? source.checksum.algorithm;
  const isKept = source.checksum.type === 'FULL_OBJECT' && algorithm === source.checksum.algorithm;
  const value = isKept ? source.checksum.value : await checksumOf(payload, algorithm);
  const checksum: StoredChecksum = { algorithm, value, type: 'FULL_OBJECT' };
  return { blob, eTag, checksum };
}

function sourceVersion(call: S3Call, { bucket, key, versionId }: CopySource): StoredObject | undefined {
  const version = findVersion(bucketOf(call, { Bucket: bucket }), key, versionId);
  return version?.kind === 'object' ? version : undefined;
}

function decoded(text: string, header: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw badSource(header);
  }
}

const badSource = (header: string) =>
  invalidArgument(
    'Copy Source must mention the source bucket and key: sourcebucket/sourcekey',
    'x-amz-copy-source',
    header,
  );
