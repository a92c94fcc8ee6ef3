import type { Message, ReceiveMessageResult } from '@aws-sdk/client-sqs';
import type { Principal } from '@cairn/emulator-kit';
import type { LambdaCall, Mapping, ShardProgress } from '../state.ts';
import { pollerSession, queueUrl } from './access.ts';
import { runBatch } from './batch.ts';
import { progressOf } from './progress.ts';

/** What one call of ReceiveMessage and DeleteMessageBatch takes. */
const MESSAGES_A_CALL = 10;
/** Delayed messages do not announce themselves: the queue is looked at this often while it has some. */
const DELAYED_LOOK_MILLISECONDS = 5000;
const THROTTLED_MILLISECONDS = 5000;

interface Queue {
  readonly url: string;
  readonly session: Principal;
}

/** Takes what the queue has, batch by batch. Resolves with the milliseconds after which to look again. */
export async function pollQueue(call: LambdaCall, mapping: Mapping): Promise<number | undefined> {
  const queue = { url: queueUrl(call, mapping.sourceArn), session: pollerSession(call, mapping.functionArn) };
  const progress = progressOf(mapping, 'queue');
  for (;;) {
    const wait = await windowLeft(call, mapping, queue, progress);
    if (wait !== undefined) return wait;
    progress.waitingSince = undefined;
    const messages = await receive(call, mapping, queue);
    if (messages.length === 0) break;
    const ids = messages.map(({ MessageId = '' }) => MessageId);
    const records = messages.map((message) => recordOf(call, mapping, message));
    const outcome = await runBatch(call, mapping, records, ids);
    if (outcome.kind === 'throttled') return THROTTLED_MILLISECONDS;
    const failed = outcome.kind === 'failed' ? outcome.failed : new Set();
    await remove(
      call,
      queue,
      messages.filter(({ MessageId = '' }) => !failed.has(MessageId)),
    );
    if (failed.size > 0) break; // they come back after the queue's visibility timeout
  }
  return nextLook(call, queue);
}

/** Milliseconds until the batching window closes; undefined when a batch is full or there is no window. */
async function windowLeft(
  call: LambdaCall,
  { settings: { windowSeconds, batchSize } }: Mapping,
  queue: Queue,
  progress: ShardProgress,
): Promise<number | undefined> {
  if (windowSeconds === 0) return undefined;
  const { visible } = await depthOf(call, queue);
  if (visible === 0 || visible >= batchSize) return undefined;
  progress.waitingSince ??= call.now();
  const left = progress.waitingSince + windowSeconds * 1000 - call.now();
  return left > 0 ? left : undefined;
}

async function receive(call: LambdaCall, { settings }: Mapping, { url, session }: Queue): Promise<readonly Message[]> {
  const all: Message[] = [];
  while (all.length < settings.batchSize) {
    const input = {
      QueueUrl: url,
      MaxNumberOfMessages: Math.min(MESSAGES_A_CALL, settings.batchSize - all.length),
      AttributeNames: ['All'],
      MessageAttributeNames: ['All'],
      WaitTimeSeconds: 0,
    };
    const { Messages: messages = [] } = await call.invoke<ReceiveMessageResult>(
      'sqs',
      'ReceiveMessage',
      input,
      session,
    );
    if (messages.length === 0) break;
    all.push(...messages);
  }
  return all;
}

async function remove(call: LambdaCall, { url, session }: Queue, messages: readonly Message[]): Promise<void> {
  for (let start = 0; start < messages.length; start += MESSAGES_A_CALL) {
    const Entries = messages
      .slice(start, start + MESSAGES_A_CALL)
      .map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
    await call.invoke('sqs', 'DeleteMessageBatch', { QueueUrl: url, Entries }, session);
  }
}

async function nextLook(call: LambdaCall, queue: Queue): Promise<number | undefined> {
  const { hidden, delayed, visibilitySeconds } = await depthOf(call, queue);
  if (delayed > 0) return DELAYED_LOOK_MILLISECONDS;
  return hidden > 0 ? Math.max(1, visibilitySeconds) * 1000 + 1 : undefined;
}

async function depthOf(call: LambdaCall, { url, session }: Queue) {
  const input = { QueueUrl: url, AttributeNames: ['All'] };
  const { Attributes: all = {} } = await call.invoke<{ Attributes?: Record<string, string> }>(
    'sqs',
    'GetQueueAttributes',
    input,
    session,
  );
  return {
    visible: Number(all.ApproximateNumberOfMessages ?? 0),
    hidden: Number(all.ApproximateNumberOfMessagesNotVisible ?? 0),
    delayed: Number(all.ApproximateNumberOfMessagesDelayed ?? 0),
    visibilitySeconds: Number(all.VisibilityTimeout ?? 30),
  };
}

/** Developer guide, "Example Amazon SQS message event". */
function recordOf(call: LambdaCall, { sourceArn }: Mapping, message: Message): unknown {
  const attributes = Object.entries(message.MessageAttributes ?? {}).map(([name, value]) => [
    name,
    {
      ...(value.StringValue === undefined ? {} : { stringValue: value.StringValue }),
      ...(value.BinaryValue ? { binaryValue: Buffer.from(value.BinaryValue).toString('base64') } : {}),
      stringListValues: [],
      binaryListValues: [],
      dataType: value.DataType,
    },
  ]);
  return {
    messageId: message.MessageId,
    receiptHandle: message.ReceiptHandle,
    body: message.Body,
    attributes: message.Attributes ?? {},
    messageAttributes: Object.fromEntries(attributes),
    md5OfBody: message.MD5OfBody,
    eventSource: 'aws:sqs',
    eventSourceARN: sourceArn,
    awsRegion: call.region,
  };
}
