import type { SetQueueAttributesRequest } from '@aws-sdk/client-sqs';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { checkAttributes, setAttributes } from '../attributes.ts';
import { invalidAttributeName } from '../errors.ts';
import { getQueue, onQueue } from '../queues.ts';
import type { SqsState } from '../state.ts';

export const setQueueAttributes = operation<SqsState, Sent<SetQueueAttributesRequest>, void>({
  fidelity: 'simplified',
  differs:
    'What is set is in force at once, not within a minute; a KMS key is remembered and not asked for permission.',
  needs: onQueue('SetQueueAttributes'),
  handle: (input, call) => {
    const queue = getQueue(call, input);
    if ('FifoQueue' in input.Attributes) throw invalidAttributeName('FifoQueue'); // only when a queue is made
    checkAttributes(call, input.Attributes, queue);
    setAttributes(call, queue, input.Attributes);
  },
});
