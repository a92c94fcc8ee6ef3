import type { Need } from '@cairn/emulator-kit';
import { invalidParameter, resourceNotFound } from './errors.ts';
import { groupNeed, nameOfGroup } from './groups.ts';
import type { LogGroup, LogsCall } from './state.ts';

const MOST_TAGS = 50;

export type TagMap = Readonly<Record<string, string>>;

/** The log group with an ARN. Throws ResourceNotFoundException. */
export function taggedGroup({ state }: LogsCall, arn: string): LogGroup {
  const group = [...state.groups.values()].find((one) => one.arn === arn.replace(/:\*$/, ''));
  if (!group) throw resourceNotFound('resource');
  return group;
}

export const onTagged =
  (action: string) =>
  (input: { readonly resourceArn: string; readonly tags?: TagMap | undefined }, call: LogsCall): Need => ({
    ...groupNeed(call, action, nameOfGroup(input.resourceArn), undefined, input.tags),
    resource: input.resourceArn,
  });

export function addTags(tags: Map<string, string>, added: TagMap): void {
  if (new Set([...tags.keys(), ...Object.keys(added)]).size > MOST_TAGS) {
    throw invalidParameter(`A resource has at most ${MOST_TAGS} tags.`);
  }
  for (const [key, value] of Object.entries(added)) tags.set(key, value);
}
