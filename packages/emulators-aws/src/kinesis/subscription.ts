import type { SubscribeToShardEvent, SubscribeToShardEventStream } from '@aws-sdk/client-kinesis';
import { report } from '../messaging/metrics.ts';
import { waitFor } from '../messaging/waiting.ts';
import { batchFrom, describeChildren, describeRecords, MAX_RECORDS } from './reading.ts';
import { endingSequenceNumber, sequenceNumber, startingSequenceNumber } from './sequence-number.ts';
import type { Consumer, KinesisCall, Shard, Stream } from './state.ts';
import { chargeFanOut } from './stream-bill.ts';

/** Kinesis pushes for five minutes; then the consumer subscribes again. */
const LIFETIME_MILLISECONDS = 300_000;
/** An event comes at least this often, without records when there are none. */
const HEARTBEAT_MILLISECONDS = 5000;

export interface Subscription {
  readonly stream: Stream;
  readonly consumer: Consumer;
  readonly shard: Shard;
  /** Of the first record to push. */
  readonly serial: number;
  readonly id: string;
}

/** Pushes what the shard has, and what it gets, until five minutes have passed, the shard is at its end or another subscription takes over. */
export async function* subscription(
  call: KinesisCall,
  { stream, consumer, shard, serial, id }: Subscription,
): AsyncGenerator<SubscribeToShardEventStream> {
  const until = call.now() + LIFETIME_MILLISECONDS;
  const isServed = () => consumer.subscriptions.get(shard.id)?.id === id && call.now() < until;
  let next = serial;
  try {
    for (let isEnd = false; !isEnd && isServed(); ) {
      const batch = batchFrom(stream, shard, next, MAX_RECORDS, call.now());
      next = batch.next;
      isEnd = batch.isEnd;
      chargeFanOut(call, batch.bytes);
      report(
        call,
        'AWS/Kinesis',
        { StreamName: stream.name, ConsumerName: consumer.name },
        {
          'SubscribeToShardEvent.Records': [batch.records.length, 'Count'],
          'SubscribeToShardEvent.Bytes': [batch.bytes, 'Bytes'],
          'SubscribeToShardEvent.MillisBehindLatest': [batch.millisBehindLatest, 'Milliseconds'],
        },
      );
      const event: SubscribeToShardEvent = {
        Records: await describeRecords(call, batch.records),
        ContinuationSequenceNumber: isEnd ? ending(shard) : continuation(shard, next, call.now()),
        MillisBehindLatest: batch.millisBehindLatest,
        ...(isEnd ? { ChildShards: describeChildren(stream, shard) } : {}),
      };
      yield { SubscribeToShardEvent: event };
      if (!isEnd && batch.millisBehindLatest === 0 && shard.nextSerial === next && shard.closedAt === undefined) {
        await waitFor(call, shard, Math.min(HEARTBEAT_MILLISECONDS, until - call.now()));
      }
    }
  } finally {
    if (consumer.subscriptions.get(shard.id)?.id === id) consumer.subscriptions.delete(shard.id);
  }
}

/** What a new subscription gives as AFTER_SEQUENCE_NUMBER to go on behind the last record. */
const continuation = (shard: Shard, next: number, now: number): string =>
  next <= 1 ? startingSequenceNumber(shard) : sequenceNumber(shard, next - 1, now);

const ending = (shard: Shard): string => endingSequenceNumber(shard, shard.closedAt ?? shard.createdAt);
