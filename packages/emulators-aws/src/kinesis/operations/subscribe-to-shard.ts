import type { SubscribeToShardInput, SubscribeToShardOutput } from '@aws-sdk/client-kinesis';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { getConsumer, onConsumer } from '../consumers.ts';
import { notSupported, resourceInUse } from '../errors.ts';
import { serialAt } from '../positions.ts';
import { getShard } from '../shards.ts';
import type { KinesisState } from '../state.ts';
import { keyNeeds } from '../streams.ts';
import { subscription } from '../subscription.ts';

type Input = Sent<SubscribeToShardInput> & {
  readonly StartingPosition: Sent<NonNullable<SubscribeToShardInput['StartingPosition']>>;
};

/** Until then a second call for the same shard is refused; later it takes over. */
const TAKE_OVER_MILLISECONDS = 5000;

export const subscribeToShard = operation<KinesisState, Input, SubscribeToShardOutput>({
  fidelity: 'real',
  needs: (input, call) => [
    onConsumer('SubscribeToShard')(input, call),
    ...keyNeeds(getConsumer(call, input).stream, 'kms:Decrypt', call.region),
  ],
  handle: (input, call) => {
    if (input.DryRun) throw notSupported('DryRun');
    const { stream, consumer } = getConsumer(call, { ConsumerARN: input.ConsumerARN });
    if (consumer.status !== 'ACTIVE') {
      throw resourceInUse(`Consumer ${consumer.arn} not ACTIVE, instead in state ${consumer.status}`);
    }
    const shard = getShard(call, stream, input.ShardId);
    const running = consumer.subscriptions.get(shard.id);
    if (running && call.now() - running.since < TAKE_OVER_MILLISECONDS) {
      throw resourceInUse(`Another active subscription exists for this consumer: ${consumer.name}`);
    }
    const { Type: type, SequenceNumber: sequenceNumber, Timestamp: timestamp } = input.StartingPosition;
    const serial = serialAt(call, stream, shard, { type, sequenceNumber, timestamp });
    const id = call.ids.hex(16);
    consumer.subscriptions.set(shard.id, { id, since: call.now() });
    return { EventStream: subscription(call, { stream, consumer, shard, serial, id }) };
  },
});
