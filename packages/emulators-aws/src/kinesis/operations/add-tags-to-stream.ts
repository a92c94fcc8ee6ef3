import type { AddTagsToStreamInput } from '@aws-sdk/client-kinesis';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { requestTags } from '../../messaging/needs.ts';
import type { KinesisState } from '../state.ts';
import { getStream, onStream } from '../streams.ts';
import { addTags } from '../tags.ts';

export const addTagsToStream = operation<KinesisState, Sent<AddTagsToStreamInput>, void>({
  fidelity: 'real',
  needs: (input, call) => {
    const need = onStream('AddTagsToStream')(input, call);
    return { ...need, context: { ...need.context, ...requestTags(Object.entries(input.Tags)) } };
  },
  handle: (input, call) => {
    const stream = getStream(call, input);
    addTags(stream.tags, input.Tags, `stream ${stream.name} under account ${call.accountId}`);
  },
});
