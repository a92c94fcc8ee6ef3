import type { Need } from '@cairn/emulator-kit';
import { parseArn } from '../messaging/arn.ts';
import { requestTags, resourceTags } from '../messaging/needs.ts';
import { findConsumer } from './consumers.ts';
import { invalidArgument, notSupported, resourceNotFound } from './errors.ts';
import type { KinesisCall } from './state.ts';

export type TagMap = Readonly<Record<string, string>>;

const MAX_TAGS = 50;
const ALLOWED = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/** Adds tags, over those of the same key. Throws InvalidArgumentException and then changes nothing. */
export function addTags(tags: Map<string, string>, added: TagMap, owner: string): void {
  const texts = Object.entries(added).flat();
  if (texts.some((text) => !ALLOWED.test(text))) {
    throw invalidArgument(
      'Some tags contain invalid characters. Valid characters: Unicode letters, digits, white space, _ . / = + - @ :.',
    );
  }
  if (Object.keys(added).some((key) => key.toLowerCase().startsWith('aws:'))) {
    throw invalidArgument('Tag keys that begin with aws: are kept for AWS.');
  }
  const keys = new Set([...tags.keys(), ...Object.keys(added)]);
  if (keys.size > MAX_TAGS) {
    throw invalidArgument(
      `Failed to add tags to ${owner} because it cannot have more than ${MAX_TAGS} tags associated with it.`,
    );
  }
  for (const [key, value] of Object.entries(added)) tags.set(key, value);
}

export interface OnResource {
  readonly ResourceARN: string;
  readonly StreamId?: string | undefined;
}

/** The stream or consumer with an ARN. Throws ResourceNotFoundException. */
export function taggedResource(call: KinesisCall, input: OnResource): { readonly tags: Map<string, string> } {
  if (input.StreamId !== undefined) throw notSupported('Naming a stream by its StreamId');
  const found = findTagged(call, input.ResourceARN);
  if (!found) throw resourceNotFound(`Resource ${input.ResourceARN} under account ${call.accountId} not found.`);
  return found;
}

function findTagged(call: KinesisCall, arn: string): { readonly tags: Map<string, string> } | undefined {
  const [, name = '', isConsumer] = parseArn(arn)?.resource.split('/') ?? [];
  if (isConsumer !== undefined) return findConsumer(call, arn)?.consumer;
  const stream = call.state.streams.get(name);
  return stream?.arn === arn ? stream : undefined;
}

export const onResource =
  (action: string) =>
  (input: OnResource & { readonly Tags?: TagMap | undefined }, call: KinesisCall): Need => ({
    action: `kinesis:${action}`,
    resource: input.ResourceARN,
    context: {
      ...resourceTags(findTagged(call, input.ResourceARN)?.tags ?? []),
      ...requestTags(Object.entries(input.Tags ?? {})),
    },
  });

export const describeTags = (tags: ReadonlyMap<string, string>): { Key: string; Value: string }[] =>
  [...tags].sort(([a], [b]) => (a < b ? -1 : 1)).map(([Key, Value]) => ({ Key, Value }));
