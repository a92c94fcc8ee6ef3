import type { TagQueueRequest } from '@aws-sdk/client-sqs';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { requestTags } from '../../messaging/needs.ts';
import { getQueue, onQueue } from '../queues.ts';
import type { SqsState } from '../state.ts';
import { addTags } from '../tags.ts';

export const tagQueue = operation<SqsState, Sent<TagQueueRequest>, void>({
  fidelity: 'real',
  needs: (input, call) => {
    const need = onQueue('TagQueue')(input, call);
    return { ...need, context: { ...need.context, ...requestTags(Object.entries(input.Tags)) } };
  },
  handle: (input, call) => addTags(getQueue(call, input), input.Tags),
});
