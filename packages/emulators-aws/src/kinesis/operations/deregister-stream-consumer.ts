import type { DeregisterStreamConsumerInput } from '@aws-sdk/client-kinesis';
import { operation } from '@cairn/emulator-kit';
import { wake } from '../../messaging/waiting.ts';
import { begin } from '../changes.ts';
import { getConsumer, onConsumer } from '../consumers.ts';
import type { KinesisState } from '../state.ts';

export const deregisterStreamConsumer = operation<KinesisState, DeregisterStreamConsumerInput, void>({
  fidelity: 'real',
  needs: onConsumer('DeregisterStreamConsumer'),
  handle: (input, call) => {
    const { stream, consumer } = getConsumer(call, input);
    consumer.status = 'DELETING';
    consumer.subscriptions.clear(); // what is being served ends
    for (const shard of stream.shards) wake(shard);
    begin(call, stream, { kind: 'consumer-delete', consumer: consumer.name });
  },
});
