import type { Tag } from '@aws-sdk/client-sagemaker';
import { validation } from './errors.ts';
import type { SageMakerCall } from './needs.ts';

const MOST_TAGS = 50;

/** Gives a new resource its tags. Call it for every resource, so that AddTags and ListTags know its ARN. */
export function keepTags(call: SageMakerCall, arn: string, tags: readonly Tag[] | undefined): void {
  call.state.tags.set(arn, merged([], tags ?? []));
}

export function forgetTags(call: SageMakerCall, arn: string): void {
  call.state.tags.delete(arn);
}

/** The tags of a resource. Throws when no resource has the ARN. */
export function tagsOf(call: SageMakerCall, arn: string): Tag[] {
  const tags = call.state.tags.get(arn);
  if (tags === undefined) throw validation(`Could not find the resource ${arn}.`);
  return tags;
}

/** `added` over `tags`, a key once. */
export function merged(tags: readonly Tag[], added: readonly Tag[]): Tag[] {
  const values = new Map([...tags, ...added].map(({ Key, Value }) => [Key, Value]));
  const reserved = added.find(({ Key }) => Key?.toLowerCase().startsWith('aws:'));
  if (reserved) throw validation(`Tag key ${reserved.Key} is not valid: the prefix aws: is reserved for AWS use.`);
  if (values.size > MOST_TAGS) throw validation(`A resource can have at most ${MOST_TAGS} tags.`);
  return [...values].map(([Key, Value]) => ({ Key, Value }));
}
