import type { RemoveTagsFromStreamInput } from '@aws-sdk/client-kinesis';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import type { KinesisState } from '../state.ts';
import { getStream, onStream } from '../streams.ts';

export const removeTagsFromStream = operation<KinesisState, Sent<RemoveTagsFromStreamInput>, void>({
  fidelity: 'real',
  needs: onStream('RemoveTagsFromStream'),
  handle: (input, call) => {
    const { tags } = getStream(call, input);
    for (const key of input.TagKeys) tags.delete(key);
  },
});
