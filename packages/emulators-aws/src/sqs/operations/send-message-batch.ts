import type { SendMessageBatchRequest, SendMessageBatchResult } from '@aws-sdk/client-sqs';
import { operation, ServiceError } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { eachEntry } from '../batches.ts';
import { type NewMessage, sizeOf } from '../checks.ts';
import { getQueue, onQueue } from '../queues.ts';
import { send } from '../sending.ts';
import type { SqsState } from '../state.ts';

const MAX_BYTES = 1_048_576;

type Entry = NewMessage & { readonly Id: string };
type Input = Omit<Sent<SendMessageBatchRequest>, 'Entries'> & { readonly Entries: readonly Entry[] };

export const sendMessageBatch = operation<SqsState, Input, SendMessageBatchResult>({
  fidelity: 'real',
  needs: onQueue('SendMessage'),
  handle: (input, call) => {
    const queue = getQueue(call, input);
    const bytes = input.Entries.reduce((sum, entry) => sum + sizeOf(entry), 0);
    if (bytes > MAX_BYTES) {
      throw new ServiceError(
        'BatchRequestTooLong',
        `Batch requests cannot be longer than ${MAX_BYTES} bytes. You have sent ${bytes} bytes.`,
      );
    }
    return eachEntry(input.Entries, 'SendMessageBatchRequestEntry', (entry) => {
      const { MessageId = '', MD5OfMessageBody = '', ...rest } = send(call, queue, entry);
      return { Id: entry.Id, MessageId, MD5OfMessageBody, ...rest };
    });
  },
});
