import type { ChangeMessageVisibilityRequest } from '@aws-sdk/client-sqs';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { chargeRequest, getQueue, onQueue } from '../queues.ts';
import { changeVisibility } from '../receipts.ts';
import type { SqsState } from '../state.ts';

export const changeMessageVisibility = operation<SqsState, Sent<ChangeMessageVisibilityRequest>, void>({
  fidelity: 'real',
  needs: onQueue('ChangeMessageVisibility'),
  handle: (input, call) => {
    const queue = getQueue(call, input);
    chargeRequest(call, queue);
    changeVisibility(call, queue, input.ReceiptHandle, input.VisibilityTimeout);
  },
});
