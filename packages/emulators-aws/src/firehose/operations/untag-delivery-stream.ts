import type { UntagDeliveryStreamInput, UntagDeliveryStreamOutput } from '@aws-sdk/client-firehose';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import type { FirehoseState } from '../state.ts';
import { getStream, onStream } from '../streams.ts';

export const untagDeliveryStream = operation<FirehoseState, Sent<UntagDeliveryStreamInput>, UntagDeliveryStreamOutput>({
  fidelity: 'real',
  needs: onStream('UntagDeliveryStream'),
  handle: (input, call) => {
    const { tags } = getStream(call, input);
    for (const key of input.TagKeys) tags.delete(key);
    return {};
  },
});
