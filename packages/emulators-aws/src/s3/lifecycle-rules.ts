import type { LifecycleRule, Tag } from '@aws-sdk/client-s3';
import type { Bucket, StoredObject } from './state.ts';
import { findCurrent } from './versions.ts';

const DAY_MILLISECONDS = 86_400_000;

/** S3 acts at the first midnight, UTC, after the days are over. */
export const dueAt = (since: number, days: number): number =>
  Math.ceil((since + days * DAY_MILLISECONDS) / DAY_MILLISECONDS) * DAY_MILLISECONDS;

export const nextMidnight = (now: number): number => (Math.floor(now / DAY_MILLISECONDS) + 1) * DAY_MILLISECONDS;

/** The rules of a bucket that are switched on. */
export const enabledRules = ({ lifecycle }: Bucket): readonly LifecycleRule[] =>
  (lifecycle?.rules ?? []).filter(({ Status }) => Status === 'Enabled');

/** The prefix a rule is about, wherever it is written. */
export const prefixOf = ({ Prefix, Filter }: LifecycleRule): string =>
  Prefix ?? Filter?.Prefix ?? Filter?.And?.Prefix ?? '';

/** Whether a rule is about this version of `key`. */
export function coversObject(rule: LifecycleRule, key: string, { tags, blob }: StoredObject): boolean {
  const { Filter: filter } = rule;
  const wanted: readonly Tag[] = [...(filter?.Tag ? [filter.Tag] : []), ...(filter?.And?.Tags ?? [])];
  const above = filter?.ObjectSizeGreaterThan ?? filter?.And?.ObjectSizeGreaterThan ?? -1;
  const below = filter?.ObjectSizeLessThan ?? filter?.And?.ObjectSizeLessThan ?? Number.POSITIVE_INFINITY;
  return (
    key.startsWith(prefixOf(rule)) &&
    blob.size > above &&
    blob.size < below &&
    wanted.every(({ Key, Value }) => tags.some((tag) => tag.Key === Key && tag.Value === Value))
  );
}

/** When a rule deletes the current version of an object; undefined when it does not. */
export function expiresAt(
  { Expiration: expiration }: LifecycleRule,
  { lastModified }: StoredObject,
): number | undefined {
  if (expiration?.Days !== undefined) return dueAt(lastModified, expiration.Days);
  return expiration?.Date?.getTime();
}

/** The header x-amz-expiration: when, and by which rule, the current version goes. */
export function expirationHeader(bucket: Bucket, key: string, object: StoredObject): string | undefined {
  if (!bucket.lifecycle || findCurrent(bucket, key) !== object) return undefined;
  const dates = enabledRules(bucket).flatMap((rule) => {
    const at = coversObject(rule, key, object) ? expiresAt(rule, object) : undefined;
    return at === undefined ? [] : [{ at, ruleId: rule.ID ?? '' }];
  });
  const first = dates.sort((a, b) => a.at - b.at)[0];
  return first && `expiry-date="${new Date(first.at).toUTCString()}", rule-id="${encodeURIComponent(first.ruleId)}"`;
}
