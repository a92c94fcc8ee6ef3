import type { Tag } from '@aws-sdk/client-iam';
import { QUOTAS } from './entities.ts';
import { invalidInput, quotaExceeded } from './errors.ts';
import type { Tags } from './state.ts';

/** @throws ServiceError InvalidInput when two keys differ in nothing but case, LimitExceeded above 50 */
export function newTags(given: readonly Tag[] | undefined): Tags {
  const tags: Tags = new Map();
  addTags(tags, given ?? []);
  return tags;
}

/** Adds or overwrites; a key that is there in another case is the same key. @throws ServiceError as `newTags` */
export function addTags(tags: Tags, given: readonly Tag[]): void {
  const seen = new Set(given.map(({ Key }) => String(Key).toLowerCase()));
  if (seen.size < given.length) {
    throw invalidInput('Duplicate tag keys found. Please note that Tag keys are case insensitive.');
  }
  const reserved = given.find(({ Key }) => String(Key).toLowerCase().startsWith('aws:'));
  if (reserved) throw invalidInput(`Tag keys must not start with aws:, as ${reserved.Key} does.`);
  const kept = [...tags].filter(([key]) => !seen.has(key.toLowerCase()));
  if (kept.length + given.length > QUOTAS.tags) throw quotaExceeded('TagsPerResource', QUOTAS.tags);
  for (const [key] of [...tags]) if (seen.has(key.toLowerCase())) tags.delete(key);
  for (const { Key, Value } of given) tags.set(String(Key), String(Value));
}

export function removeTags(tags: Tags, keys: readonly string[]): void {
  const gone = new Set(keys.map((key) => key.toLowerCase()));
  for (const key of [...tags.keys()]) if (gone.has(key.toLowerCase())) tags.delete(key);
}

export const tagList = (tags: Tags): Tag[] => [...tags].map(([Key, Value]) => ({ Key, Value }));
