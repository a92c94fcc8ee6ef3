import type { DeleteMessageRequest } from '@aws-sdk/client-sqs';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { report } from '../../messaging/metrics.ts';
import { chargeRequest, getQueue, onQueue } from '../queues.ts';
import { deleteMessage as deleteReceived } from '../receipts.ts';
import type { SqsState } from '../state.ts';

export const deleteMessage = operation<SqsState, Sent<DeleteMessageRequest>, void>({
  fidelity: 'real',
  needs: onQueue('DeleteMessage'),
  handle: (input, call) => {
    const queue = getQueue(call, input);
    deleteReceived(call, queue, input.ReceiptHandle);
    chargeRequest(call, queue);
    report(call, 'AWS/SQS', { QueueName: queue.name }, { NumberOfMessagesDeleted: [1, 'Count'] });
  },
});
