import type { Tag } from '@aws-sdk/client-sns';
import { ServiceError } from '@cairn/emulator-kit';
import { invalidParameter } from './errors.ts';
import type { Topic } from './state.ts';

const MAX_TAGS = 50;

/** Adds tags, over those of the same key. Throws and then changes nothing. */
export function addTags({ tags }: Topic, added: readonly Tag[]): void {
  const keys = added.map(({ Key = '' }) => Key);
  if (new Set(keys).size < keys.length) throw invalidParameter('Tags', 'a key is there twice');
  if (keys.some((key) => /^aws:/i.test(key)))
    throw invalidParameter('Tags', 'keys that begin with aws: are kept for AWS');
  if (new Set([...tags.keys(), ...keys]).size > MAX_TAGS) {
    throw new ServiceError(
      'TagLimitExceededException',
      'Could not complete request: tag quota of per resource exceeded',
    );
  }
  for (const { Key = '', Value = '' } of added) tags.set(Key, Value);
}

export const describeTags = (tags: ReadonlyMap<string, string>): Tag[] =>
  [...tags].map(([Key, Value]) => ({ Key, Value }));

export const pairsOf = (tags: readonly Tag[] = []): [string, string][] =>
  tags.map(({ Key = '', Value = '' }) => [Key, Value]);
