import type { ReceiveMessageRequest, ReceiveMessageResult } from '@aws-sdk/client-sqs';
import { operation } from '@cairn/emulator-kit';
import { durationOf } from '../attributes.ts';
import { describeMessage } from '../describe.ts';
import { invalidValue, unsupported } from '../errors.ts';
import { chargeRequest, getQueue, onQueue } from '../queues.ts';
import { receive } from '../receiving.ts';
import type { SqsState } from '../state.ts';

const MAX_MESSAGES = 10;
const MAX_WAIT_SECONDS = 20;
const MAX_VISIBILITY_SECONDS = 43_200;

export const receiveMessage = operation<SqsState, ReceiveMessageRequest, ReceiveMessageResult>({
  fidelity: 'simplified',
  differs: 'Standard queues give messages in the order they came and never twice; in AWS neither is promised.',
  needs: onQueue('ReceiveMessage'),
  handle: async (input, call) => {
    const queue = getQueue(call, input);
    if (input.ReceiveRequestAttemptId) throw unsupported('ReceiveRequestAttemptId');
    const limit = inRange(input.MaxNumberOfMessages ?? 1, 'MaxNumberOfMessages', 1, MAX_MESSAGES);
    const { VisibilityTimeout: visibility, WaitTimeSeconds: wait } = input;
    const messages = await receive(call, queue, {
      limit,
      visibilityMilliseconds:
        visibility === undefined
          ? durationOf(queue, 'VisibilityTimeout')
          : inRange(visibility, 'VisibilityTimeout', 0, MAX_VISIBILITY_SECONDS) * 1000,
      waitMilliseconds:
        wait === undefined
          ? durationOf(queue, 'ReceiveMessageWaitTimeSeconds')
          : inRange(wait, 'WaitTimeSeconds', 0, MAX_WAIT_SECONDS) * 1000,
    });
    chargeRequest(
      call,
      queue,
      messages.reduce((sum, { body }) => sum + Buffer.byteLength(body), 0),
    );
    const systemNames = [...(input.AttributeNames ?? []), ...(input.MessageSystemAttributeNames ?? [])];
    const asked = { systemNames, names: input.MessageAttributeNames ?? [] };
    return messages.length === 0 ? {} : { Messages: messages.map((message) => describeMessage(queue, message, asked)) };
  },
});

function inRange(value: number, name: string, min: number, max: number): number {
  if (value >= min && value <= max) return value;
  throw invalidValue(value, name, `Must be between ${min} and ${max}, if provided.`);
}
