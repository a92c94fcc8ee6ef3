import type { DeleteMessageBatchRequest, DeleteMessageBatchResult } from '@aws-sdk/client-sqs';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { report } from '../../messaging/metrics.ts';
import { eachEntry } from '../batches.ts';
import { chargeRequest, getQueue, onQueue } from '../queues.ts';
import { deleteMessage } from '../receipts.ts';
import type { SqsState } from '../state.ts';

type Entry = { readonly Id: string; readonly ReceiptHandle: string };
type Input = Omit<Sent<DeleteMessageBatchRequest>, 'Entries'> & { readonly Entries: readonly Entry[] };

export const deleteMessageBatch = operation<SqsState, Input, DeleteMessageBatchResult>({
  fidelity: 'real',
  needs: onQueue('DeleteMessage'),
  handle: (input, call) => {
    const queue = getQueue(call, input);
    chargeRequest(call, queue);
    const result = eachEntry(input.Entries, 'DeleteMessageBatchRequestEntry', ({ Id, ReceiptHandle: handle }) => {
      deleteMessage(call, queue, handle);
      return { Id };
    });
    const count = result.Successful.length;
    report(call, 'AWS/SQS', { QueueName: queue.name }, { NumberOfMessagesDeleted: [count, 'Count'] });
    return result;
  },
});
