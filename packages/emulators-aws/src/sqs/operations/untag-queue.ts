import type { UntagQueueRequest } from '@aws-sdk/client-sqs';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { getQueue, onQueue } from '../queues.ts';
import type { SqsState } from '../state.ts';

export const untagQueue = operation<SqsState, Sent<UntagQueueRequest>, void>({
  fidelity: 'real',
  needs: onQueue('UntagQueue'),
  handle: (input, call) => {
    const { tags } = getQueue(call, input);
    for (const key of input.TagKeys) tags.delete(key);
  },
});
