import type { S3Call } from './access.ts';
import { announce } from './events.ts';
import type { Bucket } from './state.ts';
import { countRemoved } from './storage-bill.ts';
import { addVersion, deleteMarker, NULL_VERSION, newVersionId, removeVersion } from './versions.ts';

export interface Deletion {
  /** The version that was removed, or the delete marker that was put. */
  readonly versionId?: string;
  /** A marker was put, or the removed version was one. */
  readonly isMarker: boolean;
}

/**
 * Deletes as S3 does: a named version for good; without a name, the object in a bucket that was never versioned, else
 * a delete marker is put in front of its versions. A key that is not there is deleted too.
 */
export function deleteObject(
  call: S3Call,
  bucket: Bucket,
  key: string,
  versionId?: string,
  reason = 'DeleteObject',
): Deletion {
  if (versionId !== undefined) return deleteVersion(call, bucket, key, versionId, reason);
  if (bucket.versioning === 'never') {
    deleteVersion(call, bucket, key, NULL_VERSION, reason);
    return { isMarker: false };
  }
  const marker = deleteMarker(
    newVersionId(bucket, () => call.ids.upper(32)),
    call.now(),
  );
  countRemoved(call, bucket, addVersion(bucket, key, marker));
  announce(call, bucket, key, marker, { eventName: removal('DeleteMarkerCreated', reason), reason });
  return { versionId: marker.versionId, isMarker: true };
}

function deleteVersion(call: S3Call, bucket: Bucket, key: string, versionId: string, reason: string): Deletion {
  const removed = removeVersion(bucket, key, versionId);
  if (!removed) return { versionId, isMarker: false };
  countRemoved(call, bucket, removed);
  announce(call, bucket, key, removed, { eventName: removal('Delete', reason), reason });
  return { versionId, isMarker: removed.kind === 'delete-marker' };
}

/** Deletions by a lifecycle rule have event names of their own. */
export const BY_LIFECYCLE = 'Lifecycle Expiration';

function removal<Kind extends 'Delete' | 'DeleteMarkerCreated'>(
  kind: Kind,
  reason: string,
): `ObjectRemoved:${Kind}` | `LifecycleExpiration:${Kind}` {
  return reason === BY_LIFECYCLE ? `LifecycleExpiration:${kind}` : `ObjectRemoved:${kind}`;
}
