import type { _Object, CommonPrefix, Owner } from '@aws-sdk/client-s3';
import type { OnBucket, S3Call } from './access.ts';
import { bucketNeed, bucketOf } from './access.ts';

import { sortedKeys } from './key-index.ts';
import { firstPage, type Listed, nameEncoder, pageSize, walkKeys } from './listing.ts';
import type { Bucket } from './state.ts';
import { findCurrent } from './versions.ts';

export interface ListInput extends OnBucket {
  readonly Prefix?: string | undefined;
  readonly Delimiter?: string | undefined;
  readonly MaxKeys?: number | undefined;
  readonly EncodingType?: string | undefined;
}

export interface ObjectPage {
  readonly contents: _Object[];
  readonly commonPrefixes: CommonPrefix[];
  readonly isTruncated: boolean;
  readonly maxKeys: number;
  /** Key or common prefix that the page ends with; the next one begins after it. */
  readonly last: string | undefined;
}

/** Permission to list, with the condition keys by which policies confine it to a prefix. */
export function listNeed(call: S3Call, input: ListInput, action = 's3:ListBucket') {
  return bucketNeed(call, input, action, {
    's3:prefix': input.Prefix,
    's3:delimiter': input.Delimiter,
    's3:max-keys': input.MaxKeys === undefined ? undefined : String(input.MaxKeys),
  });
}

/** One page of the current objects after `after`: the work of both versions of ListObjects. */
export function objectPage(call: S3Call, input: ListInput, after: string, owner: Owner | undefined): ObjectPage {
  const bucket = bucketOf(call, input);
  const encode = nameEncoder(input.EncodingType);
  const maxKeys = pageSize(input.MaxKeys, 'max-keys');
  const walk = walkKeys(sortedKeys(bucket.objects), {
    prefix: input.Prefix ?? '',
    delimiter: input.Delimiter ?? '',
    after,
    isShown: (key) => findCurrent(bucket, key) !== undefined,
  });
  const { entries, isTruncated } = firstPage(walk, maxKeys);
  return {
    contents: entries.filter(isKey).map(({ name }) => listedObject(bucket, name, encode, owner)),
    commonPrefixes: entries.filter((entry) => !isKey(entry)).map(({ name }) => ({ Prefix: encode(name) })),
    isTruncated,
    maxKeys,
    last: entries.at(-1)?.name,
  };
}

/** Members that both versions answer, names encoded as the client asked. */
export function listMembers({ Prefix = '', Delimiter, EncodingType, Bucket }: ListInput, page: ObjectPage) {
  const encode = nameEncoder(EncodingType);
  return {
    Name: Bucket,
    Prefix: encode(Prefix),
    ...(Delimiter ? { Delimiter: encode(Delimiter) } : {}),
    ...(EncodingType === undefined ? {} : { EncodingType: 'url' as const }),
    MaxKeys: page.maxKeys,
    IsTruncated: page.isTruncated,
    ...(page.contents.length > 0 ? { Contents: page.contents } : {}),
    ...(page.commonPrefixes.length > 0 ? { CommonPrefixes: page.commonPrefixes } : {}),
  };
}

const isKey = ({ kind }: Listed): boolean => kind === 'key';

function listedObject(
  bucket: Bucket,
  key: string,
  encode: (name: string) => string,
  owner: Owner | undefined,
): _Object {
  const object = findCurrent(bucket, key);
  if (!object) throw new RangeError(`${key} was listed and is not there`);
  return {
    Key: encode(key),
    LastModified: new Date(object.lastModified),
    ETag: object.eTag,
    ChecksumAlgorithm: [object.checksum.algorithm],
    ChecksumType: object.checksum.type,
    Size: object.blob.size,
    StorageClass: object.storageClass,
    ...(owner ? { Owner: owner } : {}),
  };
}
