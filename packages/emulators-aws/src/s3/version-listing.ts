import { sortedKeys } from './key-index.ts';
import { walkKeys } from './listing.ts';
import type { Bucket, ObjectVersion } from './state.ts';

/** One line of a listing of versions. */
export type ListedVersion =
  | { readonly kind: 'version'; readonly key: string; readonly version: ObjectVersion; readonly isLatest: boolean }
  | { readonly kind: 'prefix'; readonly name: string };

export interface VersionMarker {
  readonly key: string;
  /** Left out: the listing begins after all versions of the key. */
  readonly versionId: string | undefined;
}

/** All versions under a prefix, keys in order, the newest of a key first. */
export function* walkVersions(
  bucket: Bucket,
  prefix: string,
  delimiter: string,
  marker: VersionMarker,
): Generator<ListedVersion> {
  const keys = sortedKeys(bucket.objects);
  if (marker.versionId !== undefined && marker.key.startsWith(prefix)) {
    yield* olderVersions(bucket, marker.key, marker.versionId);
  }
  for (const { kind, name } of walkKeys(keys, { prefix, delimiter, after: marker.key, isShown: () => true })) {
    if (kind === 'prefix') yield { kind, name };
    else yield* newestFirst(bucket, name);
  }
}

function* newestFirst(bucket: Bucket, key: string): Generator<ListedVersion> {
  const versions = bucket.objects.get(key) ?? [];
  for (const version of versions.toReversed()) {
    yield { kind: 'version', key, version, isLatest: version === versions.at(-1) };
  }
}

function* olderVersions(bucket: Bucket, key: string, versionId: string): Generator<ListedVersion> {
  let isPassed = false;
  for (const listed of newestFirst(bucket, key)) {
    if (isPassed) yield listed;
    if (listed.kind === 'version' && listed.version.versionId === versionId) isPassed = true;
  }
}
