import type { SendMessageRequest, SendMessageResult } from '@aws-sdk/client-sqs';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { getQueue, onQueue } from '../queues.ts';
import { send } from '../sending.ts';
import type { SqsState } from '../state.ts';

export const sendMessage = operation<SqsState, Sent<SendMessageRequest>, SendMessageResult>({
  fidelity: 'real',
  needs: onQueue('SendMessage'),
  handle: (input, call) => send(call, getQueue(call, input), input),
});
