import { isActive } from './depth.ts';
import { invalidValue, receiptHandleInvalid } from './errors.ts';
import { announce, remind } from './sending.ts';
import type { Message, Queue, SqsCall } from './state.ts';

const MAX_VISIBILITY_SECONDS = 43_200;

/** Proof of one receipt of a message: a later receipt makes it stale. */
export const receiptHandle = (queue: Queue, { id, receiveCount }: Message): string =>
  Buffer.from(`AQEB/${queue.arn}/${id}/${receiveCount}`).toString('base64');

interface Receipt {
  readonly messageId: string;
  readonly receiveCount: number;
}

/** Throws ReceiptHandleIsInvalid for a text that this queue never gave out. */
function readHandle(queue: Queue, handle: string): Receipt {
  const [mark, arn, messageId, receiveCount] = Buffer.from(handle, 'base64').toString('utf8').split('/');
  if (mark !== 'AQEB' || arn !== queue.arn || messageId === undefined || receiveCount === undefined) {
    throw receiptHandleInvalid(handle);
  }
  return { messageId, receiveCount: Number(receiveCount) };
}

/**
 * Deletes a received message. With a stale handle a standard queue says yes and keeps the message; a FIFO queue refuses
 * once the visibility timeout is over.
 */
export function deleteMessage(call: SqsCall, queue: Queue, handle: string): void {
  const { messageId, receiveCount } = readHandle(queue, handle);
  const message = queue.messages.find(({ id }) => id === messageId);
  if (!message) return;
  const isCurrent = message.receiveCount === receiveCount;
  if (queue.isFifo && (!isCurrent || message.visibleAt <= call.now())) {
    throw invalidValue(handle, 'ReceiptHandle', 'The receipt handle has expired.');
  }
  if (!isCurrent) return;
  queue.messages = queue.messages.filter((other) => other !== message);
  isActive(call, queue);
  if (message.groupId !== undefined && queue.messages.some(({ groupId }) => groupId === message.groupId)) {
    announce(call, queue); // the next of the group may be received
  }
}

/** Hides a received message for so long from now on; 0 gives it back at once. */
export function changeVisibility(call: SqsCall, queue: Queue, handle: string, seconds: number): void {
  if (seconds < 0 || seconds > MAX_VISIBILITY_SECONDS) {
    throw invalidValue(seconds, 'VisibilityTimeout', `Must be between 0 and ${MAX_VISIBILITY_SECONDS}, if provided.`);
  }
  const { messageId, receiveCount } = readHandle(queue, handle);
  const now = call.now();
  const message = queue.messages.find(({ id }) => id === messageId);
  if (!message || message.receiveCount !== receiveCount || message.visibleAt <= now) {
    throw invalidValue(
      handle,
      'ReceiptHandle',
      'Message does not exist or is not available for visibility timeout change.',
    );
  }
  const elapsed = (now - (message.receivedAt ?? now)) / 1000;
  if (elapsed + seconds > MAX_VISIBILITY_SECONDS) {
    throw invalidValue(
      seconds,
      'VisibilityTimeout',
      `Total VisibilityTimeout for the message is beyond the limit [${MAX_VISIBILITY_SECONDS} seconds]`,
    );
  }
  message.visibleAt = now + seconds * 1000;
  if (seconds === 0) announce(call, queue);
  else remind(call, queue, seconds * 1000);
}
