import type { DeleteQueueRequest } from '@aws-sdk/client-sqs';
import { operation } from '@cairn/emulator-kit';
import { wake } from '../../messaging/waiting.ts';
import { getQueue, onQueue } from '../queues.ts';
import type { SqsState } from '../state.ts';

export const deleteQueue = operation<SqsState, DeleteQueueRequest, void>({
  fidelity: 'real',
  needs: onQueue('DeleteQueue'),
  handle: (input, call) => {
    const queue = getQueue(call, input);
    call.state.queues.delete(queue.name);
    call.state.deletedAt.set(queue.name, call.now());
    wake(queue);
  },
});
