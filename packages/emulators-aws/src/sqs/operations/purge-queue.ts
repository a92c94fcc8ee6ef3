import type { PurgeQueueRequest } from '@aws-sdk/client-sqs';
import { operation, ServiceError } from '@cairn/emulator-kit';
import { isActive } from '../depth.ts';
import { getQueue, onQueue } from '../queues.ts';
import type { SqsState } from '../state.ts';

const PAUSE_MILLISECONDS = 60_000;

export const purgeQueue = operation<SqsState, PurgeQueueRequest, void>({
  fidelity: 'real',
  needs: onQueue('PurgeQueue'),
  handle: (input, call) => {
    const queue = getQueue(call, input);
    if (queue.purgedAt !== undefined && call.now() - queue.purgedAt < PAUSE_MILLISECONDS) {
      throw new ServiceError(
        'PurgeQueueInProgress',
        `Only one PurgeQueue operation on ${queue.name} is allowed every 60 seconds.`,
      );
    }
    queue.purgedAt = call.now();
    queue.messages = [];
    isActive(call, queue);
  },
});
