import type { Need } from '@cairn/emulator-kit';

type Context = NonNullable<Need['context']>;
type TagPairs = Iterable<readonly [string, string | undefined]>;

/** Tags of the resource, as policies see them. */
export const resourceTags = (tags: TagPairs): Context => tagContext('aws:ResourceTag', tags);

/** Tags that a request brings, as policies see them. */
export function requestTags(tags: TagPairs): Context {
  const keys = [...tags].map(([key]) => key);
  return keys.length === 0 ? {} : { ...tagContext('aws:RequestTag', tags), 'aws:TagKeys': keys };
}

const tagContext = (prefix: string, tags: TagPairs): Context =>
  Object.fromEntries([...tags].map(([key, value]) => [`${prefix}/${key}`, value ?? '']));
