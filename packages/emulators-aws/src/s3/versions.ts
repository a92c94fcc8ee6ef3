import { forgetKey, rememberKey } from './key-index.ts';
import type { Bucket, DeleteMarker, ObjectVersion, StoredObject } from './state.ts';

/** Version id of everything written while versioning was not enabled. */
export const NULL_VERSION = 'null';

/** The version a request names; without an id, the newest, which may be a delete marker. */
export function findVersion(bucket: Bucket, key: string, versionId?: string): ObjectVersion | undefined {
  const versions = bucket.objects.get(key);
  return versionId === undefined ? versions?.at(-1) : versions?.find((version) => version.versionId === versionId);
}

/** The newest version, if it is an object: what a plain GET sees. */
export function findCurrent(bucket: Bucket, key: string): StoredObject | undefined {
  const newest = bucket.objects.get(key)?.at(-1);
  return newest?.kind === 'object' ? newest : undefined;
}

/** The version id that a write to the bucket gets now. */
export function newVersionId(bucket: Bucket, draw: () => string): string {
  return bucket.versioning === 'Enabled' ? draw() : NULL_VERSION;
}

/**
 * Puts `added` in front of all versions of `key`.
 *
 * @returns the version it replaces: only one of id `null` can be there already
 */
export function addVersion(bucket: Bucket, key: string, added: ObjectVersion): ObjectVersion | undefined {
  bucket.sequence += 1;
  const versions = bucket.objects.get(key);
  if (!versions) {
    bucket.objects.set(key, [added]);
    rememberKey(bucket.objects, key);
    return undefined;
  }
  const replaced = added.versionId === NULL_VERSION ? takeFrom(versions, NULL_VERSION) : undefined;
  versions.push(added);
  return replaced;
}

/** Takes one version away for good. */
export function removeVersion(bucket: Bucket, key: string, versionId: string): ObjectVersion | undefined {
  const versions = bucket.objects.get(key);
  const removed = versions && takeFrom(versions, versionId);
  if (!removed) return undefined;
  bucket.sequence += 1;
  if (versions.length === 0) {
    bucket.objects.delete(key);
    forgetKey(bucket.objects, key);
  }
  return removed;
}

export function deleteMarker(versionId: string, lastModified: number): DeleteMarker {
  return { kind: 'delete-marker', versionId, lastModified };
}

function takeFrom(versions: ObjectVersion[], versionId: string): ObjectVersion | undefined {
  const index = versions.findIndex((version) => version.versionId === versionId);
  return index < 0 ? undefined : versions.splice(index, 1)[0];
}

/** The version as answers name it: left out for what was written without versioning. */
export const versionMember = ({ versionId }: StoredObject): { VersionId?: string } =>
  versionId === NULL_VERSION ? {} : { VersionId: versionId };
