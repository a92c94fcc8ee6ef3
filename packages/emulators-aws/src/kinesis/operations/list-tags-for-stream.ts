import type { ListTagsForStreamInput, ListTagsForStreamOutput } from '@aws-sdk/client-kinesis';
import { operation } from '@cairn/emulator-kit';
import type { KinesisState } from '../state.ts';
import { getStream, onStream } from '../streams.ts';
import { describeTags } from '../tags.ts';

const MAX_TAGS = 50;

export const listTagsForStream = operation<KinesisState, ListTagsForStreamInput, ListTagsForStreamOutput>({
  fidelity: 'real',
  needs: onStream('ListTagsForStream'),
  handle: (input, call) => {
    const left = describeTags(getStream(call, input).tags).filter(
      ({ Key }) => Key > (input.ExclusiveStartTagKey ?? ''),
    );
    const shown = left.slice(0, input.Limit ?? MAX_TAGS);
    return { Tags: shown, HasMoreTags: shown.length < left.length };
  },
});
