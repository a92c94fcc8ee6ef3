import type { UntagResourceInput } from '@aws-sdk/client-kinesis';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import type { KinesisState } from '../state.ts';
import { onResource, taggedResource } from '../tags.ts';

export const untagResource = operation<KinesisState, Sent<UntagResourceInput>, void>({
  fidelity: 'real',
  needs: onResource('UntagResource'),
  handle: (input, call) => {
    const { tags } = taggedResource(call, input);
    for (const key of input.TagKeys) tags.delete(key);
  },
});
