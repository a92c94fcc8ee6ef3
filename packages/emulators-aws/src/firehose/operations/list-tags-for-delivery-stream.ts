import type { ListTagsForDeliveryStreamInput, ListTagsForDeliveryStreamOutput } from '@aws-sdk/client-firehose';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import type { FirehoseState } from '../state.ts';
import { getStream, onStream } from '../streams.ts';

const MAX_TAGS = 50;

type Input = Sent<ListTagsForDeliveryStreamInput>;

export const listTagsForDeliveryStream = operation<FirehoseState, Input, ListTagsForDeliveryStreamOutput>({
  fidelity: 'real',
  needs: onStream('ListTagsForDeliveryStream'),
  handle: (input, call) => {
    const sorted = [...getStream(call, input).tags].sort(([a], [b]) => (a < b ? -1 : 1));
    const left = sorted.filter(([key]) => key > (input.ExclusiveStartTagKey ?? ''));
    const shown = left.slice(0, input.Limit ?? MAX_TAGS);
    return { Tags: shown.map(([Key, Value]) => ({ Key, Value })), HasMoreTags: shown.length < left.length };
  },
});
