import type { GetQueueAttributesRequest, GetQueueAttributesResult } from '@aws-sdk/client-sqs';
import { operation } from '@cairn/emulator-kit';
import { settledAttributes } from '../attributes.ts';
import { countMessages } from '../depth.ts';
import { getQueue, onQueue } from '../queues.ts';
import { expire } from '../receiving.ts';
import type { Queue, SqsState } from '../state.ts';

export const getQueueAttributes = operation<SqsState, GetQueueAttributesRequest, GetQueueAttributesResult>({
  fidelity: 'real',
  needs: onQueue('GetQueueAttributes'),
  handle: (input, call) => {
    const queue = getQueue(call, input);
    expire(queue, call.now());
    const asked = input.AttributeNames ?? [];
    const shown = Object.entries(allAttributes(queue, call.now())).filter(([name]) =>
      asked.some((one) => one === 'All' || one === name),
    );
    return shown.length === 0 ? {} : { Attributes: Object.fromEntries(shown) };
  },
});

function allAttributes(queue: Queue, now: number): Record<string, string> {
  const { visible, hidden, delayed } = countMessages(queue, now);
  return {
    ...settledAttributes(queue),
    QueueArn: queue.arn,
    CreatedTimestamp: seconds(queue.createdAt),
    LastModifiedTimestamp: seconds(queue.modifiedAt),
    ApproximateNumberOfMessages: String(visible),
    ApproximateNumberOfMessagesNotVisible: String(hidden),
    ApproximateNumberOfMessagesDelayed: String(delayed),
  };
}

const seconds = (milliseconds: number): string => String(Math.floor(milliseconds / 1000));
