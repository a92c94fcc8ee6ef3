import type { LifecycleRule } from '@aws-sdk/client-s3';
import type { S3Call } from './access.ts';
import { BY_LIFECYCLE, deleteObject } from './deleting.ts';
import { coversObject, dueAt, enabledRules, expiresAt, nextMidnight, prefixOf } from './lifecycle-rules.ts';
import type { Bucket, ObjectVersion, StoredObject } from './state.ts';
import { countRemoved, countStored } from './storage-bill.ts';
import { dropUpload } from './uploads.ts';

/** Name of the daily reminder. */
export const LIFECYCLE_TIMER = 'lifecycle';

/** Sets the reminder for the next midnight, unless it is set. */
export function startLifecycle(call: S3Call): void {
  if (call.state.isLifecycleRunning) return;
  call.state.isLifecycleRunning = true;
  call.later(nextMidnight(call.now()) - call.now(), LIFECYCLE_TIMER, undefined);
}

/** Carries out the rules of all buckets; goes on daily while any bucket has one. */
export function runLifecycle(call: S3Call): void {
  const buckets = [...call.state.buckets.values()].filter((bucket) => enabledRules(bucket).length > 0);
  for (const bucket of buckets) {
    for (const rule of enabledRules(bucket)) carryOut(call, bucket, rule);
  }
  call.state.isLifecycleRunning = false;
  if (buckets.length > 0) startLifecycle(call);
}

function carryOut(call: S3Call, bucket: Bucket, rule: LifecycleRule): void {
  for (const [key, versions] of [...bucket.objects]) {
    expireNoncurrent(call, bucket, rule, key, [...versions]);
    const current = versions.at(-1);
    if (current?.kind === 'object') treatCurrent(call, bucket, rule, key, current);
    else if (current && versions.length === 1) expireLonelyMarker(call, bucket, rule, key, current);
  }
  abortUploads(call, bucket, rule);
}

function treatCurrent(call: S3Call, bucket: Bucket, rule: LifecycleRule, key: string, current: StoredObject): void {
  if (!coversObject(rule, key, current)) return;
  const expiry = expiresAt(rule, current);
  if (expiry !== undefined && expiry <= call.now()) {
    deleteObject(call, bucket, key, undefined, BY_LIFECYCLE);
    return;
  }
  const due = (rule.Transitions ?? []).filter(
    ({ Days, Date: date }) => (date?.getTime() ?? dueAt(current.lastModified, Days ?? 0)) <= call.now(),
  );
  for (const { StorageClass: to } of due) {
    if (to && isColder(to, current.storageClass) && isLargeEnough(bucket, rule, current, to))
      move(call, bucket, current, to);
  }
}

/** Objects only move down: from often read to seldom read. */
const COLDNESS: readonly string[] = [
  'STANDARD',
  'REDUCED_REDUNDANCY',
  'STANDARD_IA',
  'INTELLIGENT_TIERING',
  'ONEZONE_IA',
  'GLACIER_IR',
  'GLACIER',
  'DEEP_ARCHIVE',
];

const isColder = (a: string, b: string): boolean => COLDNESS.indexOf(a) > COLDNESS.indexOf(b);

const SMALL_BYTES = 128 * 1024;

/** Small objects stay where they are, since moving costs more than it saves, unless the rule names a size itself. */
function isLargeEnough(
  { lifecycle }: Bucket,
  { Filter: filter }: LifecycleRule,
  { blob }: StoredObject,
  to: string,
): boolean {
  const own =
    filter?.ObjectSizeGreaterThan ??
    filter?.ObjectSizeLessThan ??
    filter?.And?.ObjectSizeGreaterThan ??
    filter?.And?.ObjectSizeLessThan;
  const isArchive = to === 'GLACIER' || to === 'DEEP_ARCHIVE';
  const isFree = lifecycle?.minimumSize === 'varies_by_storage_class' && isArchive;
  return own !== undefined || isFree || blob.size >= SMALL_BYTES;
}

function move(call: S3Call, bucket: Bucket, object: StoredObject, to: StoredObject['storageClass']): void {
  countRemoved(call, bucket, object);
  object.storageClass = to;
  countStored(call, bucket, object);
}

/** @param versions oldest first, the current one last */
function expireNoncurrent(
  call: S3Call,
  bucket: Bucket,
  rule: LifecycleRule,
  key: string,
  versions: ObjectVersion[],
): void {
  const { NoncurrentDays: days, NewerNoncurrentVersions: kept = 0 } = rule.NoncurrentVersionExpiration ?? {};
  const noncurrent = versions.length - 1;
  for (const [index, version] of versions.slice(0, -1).entries()) {
    // A version turned noncurrent when the next one was written.
    const since = versions[index + 1]?.lastModified ?? version.lastModified;
    const isCovered =
      version.kind === 'delete-marker' ? key.startsWith(prefixOf(rule)) : coversObject(rule, key, version);
    if (!isCovered) continue;
    if (days !== undefined && noncurrent - 1 - index >= kept && dueAt(since, days) <= call.now()) {
      deleteObject(call, bucket, key, version.versionId, BY_LIFECYCLE);
    } else if (version.kind === 'object') {
      moveNoncurrent(call, bucket, rule, version, since);
    }
  }
}

function moveNoncurrent(call: S3Call, bucket: Bucket, rule: LifecycleRule, version: StoredObject, since: number): void {
  for (const { NoncurrentDays: days, StorageClass: to } of rule.NoncurrentVersionTransitions ?? []) {
    const isDue = days !== undefined && dueAt(since, days) <= call.now();
    if (to && isDue && isColder(to, version.storageClass) && isLargeEnough(bucket, rule, version, to)) {
      move(call, bucket, version, to);
    }
  }
}

/** A delete marker with nothing behind it goes when a rule says so, or when it is older than the rule's days. */
function expireLonelyMarker(
  call: S3Call,
  bucket: Bucket,
  rule: LifecycleRule,
  key: string,
  marker: ObjectVersion,
): void {
  const { ExpiredObjectDeleteMarker: isAsked, Days: days } = rule.Expiration ?? {};
  const isOld = days !== undefined && dueAt(marker.lastModified, days) <= call.now();
  if (key.startsWith(prefixOf(rule)) && (isAsked || isOld)) {
    deleteObject(call, bucket, key, marker.versionId, BY_LIFECYCLE);
  }
}

function abortUploads(call: S3Call, bucket: Bucket, rule: LifecycleRule): void {
  const days = rule.AbortIncompleteMultipartUpload?.DaysAfterInitiation;
  if (days === undefined) return;
  for (const upload of [...bucket.uploads.values()]) {
    if (upload.key.startsWith(prefixOf(rule)) && dueAt(upload.initiatedAt, days) <= call.now()) {
      dropUpload(call, bucket, upload);
    }
  }
}
