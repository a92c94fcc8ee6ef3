import type { TagDeliveryStreamInput, TagDeliveryStreamOutput } from '@aws-sdk/client-firehose';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { requestTags } from '../../messaging/needs.ts';
import { invalidArgument } from '../errors.ts';
import type { FirehoseState } from '../state.ts';
import { getStream, onStream } from '../streams.ts';

const MAX_TAGS = 50;

export const tagDeliveryStream = operation<FirehoseState, Sent<TagDeliveryStreamInput>, TagDeliveryStreamOutput>({
  fidelity: 'real',
  needs: (input, call) => {
    const need = onStream('TagDeliveryStream')(input, call);
    const pairs = input.Tags.map(({ Key = '', Value = '' }) => [Key, Value] as const);
    return { ...need, context: { ...need.context, ...requestTags(pairs) } };
  },
  handle: (input, call) => {
    const { tags } = getStream(call, input);
    const keys = new Set([...tags.keys(), ...input.Tags.map(({ Key = '' }) => Key)]);
    if (keys.size > MAX_TAGS) throw invalidArgument(`A Firehose stream has ${MAX_TAGS} tags at most.`);
    for (const { Key = '', Value = '' } of input.Tags) tags.set(Key, Value);
    return {};
  },
});
