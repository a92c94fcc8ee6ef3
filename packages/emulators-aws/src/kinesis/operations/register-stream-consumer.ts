import type { RegisterStreamConsumerInput, RegisterStreamConsumerOutput } from '@aws-sdk/client-kinesis';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { begin } from '../changes.ts';
import { describeConsumer } from '../describe.ts';
import { limitExceeded, resourceInUse } from '../errors.ts';
import { MAX_CONSUMERS } from '../quotas.ts';
import type { Consumer, KinesisState } from '../state.ts';
import { meterConsumer } from '../stream-bill.ts';
import { getServingStream, onStream } from '../streams.ts';
import { addTags } from '../tags.ts';

type Input = Sent<RegisterStreamConsumerInput>;

export const registerStreamConsumer = operation<KinesisState, Input, RegisterStreamConsumerOutput>({
  fidelity: 'real',
  needs: onStream('RegisterStreamConsumer'),
  handle: (input, call) => {
    const stream = getServingStream(call, { StreamARN: input.StreamARN, StreamId: input.StreamId });
    const name = input.ConsumerName;
    if (stream.consumers.has(name)) {
      throw resourceInUse(`Consumer ${name} under stream ${stream.arn} already exists for account ${call.accountId}.`);
    }
    if (stream.consumers.size >= MAX_CONSUMERS) {
      throw limitExceeded(
        `Stream ${stream.name} already has ${MAX_CONSUMERS} registered consumers, which is the limit.`,
      );
    }
    const createdAt = call.now();
    const consumer: Consumer = {
      name,
      arn: `${stream.arn}/consumer/${name}:${Math.floor(createdAt / 1000)}`,
      createdAt,
      tags: new Map(),
      status: 'CREATING',
      subscriptions: new Map(),
    };
    addTags(consumer.tags, input.Tags ?? {}, consumer.arn);
    stream.consumers.set(name, consumer);
    meterConsumer(call, stream, consumer);
    begin(call, stream, { kind: 'consumer-ready', consumer: name });
    return { Consumer: describeConsumer(consumer) };
  },
});
