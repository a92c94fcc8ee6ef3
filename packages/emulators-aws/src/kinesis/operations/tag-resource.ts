import type { TagResourceInput } from '@aws-sdk/client-kinesis';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import type { KinesisState } from '../state.ts';
import { addTags, onResource, taggedResource } from '../tags.ts';

export const tagResource = operation<KinesisState, Sent<TagResourceInput>, void>({
  fidelity: 'real',
  needs: onResource('TagResource'),
  handle: (input, call) => addTags(taggedResource(call, input).tags, input.Tags, input.ResourceARN),
});
