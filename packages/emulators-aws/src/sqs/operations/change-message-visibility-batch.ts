import type { ChangeMessageVisibilityBatchRequest, ChangeMessageVisibilityBatchResult } from '@aws-sdk/client-sqs';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { eachEntry } from '../batches.ts';
import { missingParameter } from '../errors.ts';
import { chargeRequest, getQueue, onQueue } from '../queues.ts';
import { changeVisibility } from '../receipts.ts';
import type { SqsState } from '../state.ts';

type Entry = { readonly Id: string; readonly ReceiptHandle: string; readonly VisibilityTimeout?: number | undefined };
type Input = Omit<Sent<ChangeMessageVisibilityBatchRequest>, 'Entries'> & { readonly Entries: readonly Entry[] };

export const changeMessageVisibilityBatch = operation<SqsState, Input, ChangeMessageVisibilityBatchResult>({
  fidelity: 'real',
  needs: onQueue('ChangeMessageVisibility'),
  handle: (input, call) => {
    const queue = getQueue(call, input);
    chargeRequest(call, queue);
    return eachEntry(input.Entries, 'ChangeMessageVisibilityBatchRequestEntry', (entry) => {
      if (entry.VisibilityTimeout === undefined) throw missingParameter('VisibilityTimeout');
      changeVisibility(call, queue, entry.ReceiptHandle, entry.VisibilityTimeout);
      return { Id: entry.Id };
    });
  },
});
