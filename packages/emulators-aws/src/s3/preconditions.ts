import { ServiceError } from '@cairn/emulator-kit';
import { noSuchKey, notModified, preconditionFailed } from './errors.ts';
import type { ObjectVersion, StoredObject } from './state.ts';

export interface ReadConditions {
  readonly IfMatch?: string | undefined;
  readonly IfNoneMatch?: string | undefined;
  readonly IfModifiedSince?: Date | undefined;
  readonly IfUnmodifiedSince?: Date | undefined;
}

/** Throws 412 or 304 unless `object` may be read under `conditions` (RFC 9110, 13.2.2). */
export function demandReadable(object: StoredObject, conditions: ReadConditions): void {
  const { IfMatch, IfNoneMatch, IfModifiedSince, IfUnmodifiedSince } = conditions;
  if (IfMatch !== undefined) {
    if (!isListed(object, IfMatch)) throw preconditionFailed('If-Match');
  } else if (IfUnmodifiedSince && isModifiedSince(object, IfUnmodifiedSince)) {
    throw preconditionFailed('If-Unmodified-Since');
  }
  if (IfNoneMatch !== undefined) {
    if (isListed(object, IfNoneMatch)) throw notModified();
  } else if (IfModifiedSince && !isModifiedSince(object, IfModifiedSince)) {
    throw notModified();
  }
}

/** The same for the source of a copy, where all failures are 412. */
export function demandCopyable(object: StoredObject, conditions: ReadConditions): void {
  const { IfMatch, IfNoneMatch, IfModifiedSince, IfUnmodifiedSince } = conditions;
  if (IfMatch !== undefined) {
    if (!isListed(object, IfMatch)) throw preconditionFailed('x-amz-copy-source-If-Match');
  } else if (IfUnmodifiedSince && isModifiedSince(object, IfUnmodifiedSince)) {
    throw preconditionFailed('x-amz-copy-source-If-Unmodified-Since');
  }
  if (IfNoneMatch !== undefined && isListed(object, IfNoneMatch)) {
    throw preconditionFailed('x-amz-copy-source-If-None-Match');
  }
  if (IfModifiedSince && IfNoneMatch === undefined && !isModifiedSince(object, IfModifiedSince)) {
    throw preconditionFailed('x-amz-copy-source-If-Modified-Since');
  }
}

export interface WriteConditions {
  readonly IfMatch?: string | undefined;
  readonly IfNoneMatch?: string | undefined;
}

/** Throws unless `key`, which holds `current`, may be written under `conditions`. */
export function demandWritable(key: string, current: StoredObject | undefined, conditions: WriteConditions): void {
  const { IfMatch, IfNoneMatch } = conditions;
  if (IfNoneMatch !== undefined) {
    if (IfNoneMatch !== '*') throw ifNoneMatchValue();
    if (current) throw preconditionFailed('If-None-Match');
  }
  if (IfMatch === undefined) return;
  if (!current) throw noSuchKey(key);
  if (!isListed(current, IfMatch)) throw preconditionFailed('If-Match');
}

/** Whether a header's list of entity tags, quoted or not, names the object's. */
export function isListed({ eTag }: StoredObject, header: string): boolean {
  return header.split(',').some((entry) => entry.trim() === '*' || unquoted(entry) === unquoted(eTag));
}

export const unquoted = (eTag: string): string => eTag.trim().replace(/^W\//, '').replaceAll('"', '');

/** HTTP dates have no milliseconds, so the object's time is cut to whole seconds. */
const isModifiedSince = ({ lastModified }: StoredObject, since: Date): boolean =>
  Math.floor(lastModified / 1000) > Math.floor(since.getTime() / 1000);

/** AWS itself answers this to all but a star. */
const ifNoneMatchValue = () =>
  new ServiceError('NotImplemented', 'A header you provided implies functionality that is not implemented', 501, {
    Header: 'If-None-Match',
  });

export interface DeleteConditions {
  readonly IfMatch?: string | undefined;
  readonly IfMatchSize?: number | undefined;
  readonly IfMatchLastModifiedTime?: Date | undefined;
}

/** Throws unless the version found may be deleted under `conditions`. What is not there may always be. */
export function demandDeletable(version: ObjectVersion | undefined, conditions: DeleteConditions): void {
  if (version?.kind !== 'object') return;
  const { IfMatch, IfMatchSize, IfMatchLastModifiedTime: time } = conditions;
  if (IfMatch !== undefined && !isListed(version, IfMatch)) throw preconditionFailed('If-Match');
  if (IfMatchSize !== undefined && version.blob.size !== IfMatchSize) throw preconditionFailed('x-amz-if-match-size');
  if (time && Math.floor(version.lastModified / 1000) !== Math.floor(time.getTime() / 1000)) {
    throw preconditionFailed('x-amz-if-match-last-modified-time');
  }
}
