import type { ListTagsForResourceInput, ListTagsForResourceOutput } from '@aws-sdk/client-kinesis';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import type { KinesisState } from '../state.ts';
import { describeTags, onResource, taggedResource } from '../tags.ts';

export const listTagsForResource = operation<KinesisState, Sent<ListTagsForResourceInput>, ListTagsForResourceOutput>({
  fidelity: 'real',
  needs: onResource('ListTagsForResource'),
  handle: (input, call) => ({ Tags: describeTags(taggedResource(call, input).tags) }),
});
