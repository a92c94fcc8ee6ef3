import type {
  DeleteMarkerEntry,
  ListObjectVersionsOutput,
  ListObjectVersionsRequest,
  ObjectVersion,
  Owner,
} from '@aws-sdk/client-s3';
import { operation } from '@cairn/emulator-kit';
import { bucketOf } from '../access.ts';
import { ownerOf } from '../acl.ts';
import { invalidArgument } from '../errors.ts';
import { firstPage, nameEncoder, pageSize } from '../listing.ts';
import { listNeed } from '../object-listing.ts';
import type { S3State } from '../state.ts';
import { chargeWrite } from '../storage-bill.ts';
import { type ListedVersion, walkVersions } from '../version-listing.ts';

export const listObjectVersions = operation<S3State, ListObjectVersionsRequest, ListObjectVersionsOutput>({
  fidelity: 'real',
  needs: (input, call) => listNeed(call, input, 's3:ListBucketVersions'),
  handle: (input, call) => {
    chargeWrite(call);
    const { Prefix: prefix = '', Delimiter: delimiter = '', KeyMarker: key = '', VersionIdMarker: versionId } = input;
    if (versionId && key === '') {
      throw invalidArgument(
        'A version-id marker cannot be specified without a key marker.',
        'version-id-marker',
        versionId,
      );
    }
    const encode = nameEncoder(input.EncodingType);
    const maxKeys = pageSize(input.MaxKeys, 'max-keys');
    const walk = walkVersions(bucketOf(call, input), prefix, delimiter, { key, versionId: versionId || undefined });
    const { entries, isTruncated } = firstPage(walk, maxKeys);
    return {
      Name: input.Bucket,
      Prefix: encode(prefix),
      ...(delimiter === '' ? {} : { Delimiter: encode(delimiter) }),
      KeyMarker: encode(key),
      VersionIdMarker: versionId ?? '',
      MaxKeys: maxKeys,
      IsTruncated: isTruncated,
      ...(input.EncodingType === undefined ? {} : { EncodingType: 'url' as const }),
      ...(isTruncated ? nextMarkers(entries.at(-1), encode) : {}),
      ...sections(entries, encode, ownerOf(call)),
    };
  },
});

function nextMarkers(last: ListedVersion | undefined, encode: (name: string) => string): ListObjectVersionsOutput {
  if (!last) return {};
  if (last.kind === 'prefix') return { NextKeyMarker: encode(last.name) };
  return { NextKeyMarker: encode(last.key), NextVersionIdMarker: last.version.versionId };
}

/** The three lists of the answer; each is left out when it is empty. */
function sections(
  entries: readonly ListedVersion[],
  encode: (name: string) => string,
  owner: Owner,
): ListObjectVersionsOutput {
  const versions = entries.flatMap((entry) => asVersion(entry, encode, owner) ?? []);
  const markers = entries.flatMap((entry) => asMarker(entry, encode, owner) ?? []);
  const prefixes = entries.flatMap((entry) => (entry.kind === 'prefix' ? [{ Prefix: encode(entry.name) }] : []));
  return {
    ...(versions.length > 0 ? { Versions: versions } : {}),
    ...(markers.length > 0 ? { DeleteMarkers: markers } : {}),
    ...(prefixes.length > 0 ? { CommonPrefixes: prefixes } : {}),
  };
}

function asVersion(entry: ListedVersion, encode: (name: string) => string, owner: Owner): ObjectVersion | undefined {
  if (entry.kind !== 'version' || entry.version.kind !== 'object') return undefined;
  const { key, isLatest } = entry;
  const { versionId, eTag, checksum, blob, lastModified, storageClass } = entry.version;
  return {
    Key: encode(key),
    VersionId: versionId,
    IsLatest: isLatest,
    LastModified: new Date(lastModified),
    ETag: eTag,
    ChecksumAlgorithm: [checksum.algorithm],
    ChecksumType: checksum.type,
    Size: blob.size,
    // The SDK's type knows the standard class only; S3 answers the class the version has.
    StorageClass: storageClass as 'STANDARD',
    Owner: owner,
  };
}

function asMarker(entry: ListedVersion, encode: (name: string) => string, owner: Owner): DeleteMarkerEntry | undefined {
  if (entry.kind !== 'version' || entry.version.kind !== 'delete-marker') return undefined;
  const { versionId, lastModified } = entry.version;
  return {
    Key: encode(entry.key),
    VersionId: versionId,
    IsLatest: entry.isLatest,
    LastModified: new Date(lastModified),
    Owner: owner,
  };
}
