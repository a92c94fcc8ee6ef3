import type { ListQueueTagsRequest, ListQueueTagsResult } from '@aws-sdk/client-sqs';
import { operation } from '@cairn/emulator-kit';
import { getQueue, onQueue } from '../queues.ts';
import type { SqsState } from '../state.ts';

export const listQueueTags = operation<SqsState, ListQueueTagsRequest, ListQueueTagsResult>({
  fidelity: 'real',
  needs: onQueue('ListQueueTags'),
  handle: (input, call) => {
    const { tags } = getQueue(call, input);
    return tags.size === 0 ? {} : { Tags: Object.fromEntries(tags) };
  },
});
