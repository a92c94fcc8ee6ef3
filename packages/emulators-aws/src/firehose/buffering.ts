import { memoryPayload } from '@cairn/emulator-kit';
import { report } from '../messaging/metrics.ts';
import { FIREHOSE_INGESTED } from '../prices.ts';
import { deliverBatch } from './delivery.ts';
import { bufferLimits } from './destination.ts';
import type { Buffered, DeliveryStream, FirehoseCall } from './state.ts';

/** Records up to this size stand in the state; larger ones are kept apart. */
const INLINE_BYTES = 16 * 1024;
const UNIT_BYTES = 5 * 1024;
const GIBIBYTE = 1024 ** 3;

export const FLUSH_TIMER = 'flush';

export interface Flush {
  readonly name: string;
  readonly createdAt: number;
}

/** Takes records in; they are delivered when the buffer is full or its time is over. */
export async function takeIn(
  call: FirehoseCall,
  stream: DeliveryStream,
  records: readonly Uint8Array[],
): Promise<void> {
  const kept = await Promise.all(records.map((data) => keep(call, data)));
  const limits = bufferLimits(stream.destination);
  for (const record of kept) {
    stream.buffer.push(record);
    call.charge(FIREHOSE_INGESTED, (Math.ceil(record.size / UNIT_BYTES) * UNIT_BYTES) / GIBIBYTE);
    if (bufferedBytes(stream) >= limits.bytes) flush(call, stream);
  }
  report(
    call,
    'AWS/Firehose',
    { DeliveryStreamName: stream.name },
    {
      IncomingRecords: [kept.length, 'Count'],
      IncomingBytes: [kept.reduce((sum, { size }) => sum + size, 0), 'Bytes'],
    },
  );
  if (stream.buffer.length === 0 || stream.timerId !== undefined) return;
  const due: Flush = { name: stream.name, createdAt: stream.createdAt };
  stream.timerId = call.later(limits.milliseconds, FLUSH_TIMER, due);
}

async function keep(call: FirehoseCall, bytes: Uint8Array): Promise<Buffered> {
  const isSmall = bytes.length <= INLINE_BYTES;
  const data = isSmall ? Uint8Array.from(bytes) : await call.blobs.keep(memoryPayload(bytes));
  return { data, size: bytes.length, arrivedAt: call.now() };
}

const bufferedBytes = ({ buffer }: DeliveryStream): number => buffer.reduce((sum, { size }) => sum + size, 0);

/** Delivers what is in the buffer, behind the answer. */
export function flush(call: FirehoseCall, stream: DeliveryStream): void {
  if (stream.timerId !== undefined) call.cancel(stream.timerId);
  stream.timerId = undefined;
  const records = stream.buffer;
  stream.buffer = [];
  if (records.length === 0) return;
  const batch = { id: call.ids.uuid(), records, since: call.now(), tries: 0 };
  call.background((later) => deliverBatch(later, stream, batch));
}

export function flushDue(call: FirehoseCall, { name, createdAt }: Flush): void {
  const stream = call.state.streams.get(name);
  if (!stream || stream.createdAt !== createdAt) return;
  stream.timerId = undefined;
  flush(call, stream);
}
