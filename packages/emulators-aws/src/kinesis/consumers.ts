import type { Need } from '@cairn/emulator-kit';
import { resourceTags } from '../messaging/needs.ts';
import { consumerNotFound, validation } from './errors.ts';
import type { Consumer, KinesisCall, Stream } from './state.ts';
import { getStream } from './streams.ts';

/** An enhanced fan-out consumer with the stream it reads. */
export interface Registered {
  readonly stream: Stream;
  readonly consumer: Consumer;
}

export interface NamesConsumer {
  readonly ConsumerARN?: string | undefined;
  readonly ConsumerName?: string | undefined;
  readonly StreamARN?: string | undefined;
  readonly StreamId?: string | undefined;
}

export function findConsumer(call: KinesisCall, arn: string): Registered | undefined {
  for (const stream of call.state.streams.values()) {
    for (const consumer of stream.consumers.values()) if (consumer.arn === arn) return { stream, consumer };
  }
  return undefined;
}

/** By its ARN, or by its name and the stream's ARN. Throws ResourceNotFoundException. */
export function getConsumer(call: KinesisCall, input: NamesConsumer): Registered {
  const { ConsumerARN: arn, ConsumerName: name, StreamARN: streamArn } = input;
  if (arn !== undefined) {
    const found = findConsumer(call, arn);
    if (!found) throw consumerNotFound(arn, call.accountId);
    return found;
  }
  if (name === undefined || streamArn === undefined) {
    throw validation('Name the consumer by ConsumerARN, or by ConsumerName and StreamARN.');
  }
  const stream = getStream(call, { StreamARN: streamArn, StreamId: input.StreamId });
  const consumer = stream.consumers.get(name);
  if (!consumer) throw consumerNotFound(`${name} of ${streamArn}`, call.accountId);
  return { stream, consumer };
}

/** Permission for an action on a consumer. */
export const onConsumer =
  (action: string) =>
  (input: NamesConsumer, call: KinesisCall): Need => {
    const arn = input.ConsumerARN ?? namedArn(call, input);
    const found = findConsumer(call, arn);
    return {
      action: `kinesis:${action}`,
      resource: arn,
      ...(found ? { context: resourceTags(found.consumer.tags) } : {}),
    };
  };

function namedArn(call: KinesisCall, { StreamARN: streamArn = '', ConsumerName: name = '' }: NamesConsumer): string {
  const stream = [...call.state.streams.values()].find(({ arn }) => arn === streamArn);
  return stream?.consumers.get(name)?.arn ?? `${streamArn}/consumer/${name}:*`;
}
