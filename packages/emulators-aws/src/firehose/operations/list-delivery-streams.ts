import type { ListDeliveryStreamsInput, ListDeliveryStreamsOutput } from '@aws-sdk/client-firehose';
import { operation } from '@cairn/emulator-kit';
import { typeOf } from '../describe.ts';
import type { FirehoseState } from '../state.ts';

const DEFAULT_STREAMS = 10;

export const listDeliveryStreams = operation<FirehoseState, ListDeliveryStreamsInput, ListDeliveryStreamsOutput>({
  fidelity: 'real',
  handle: (
    { ExclusiveStartDeliveryStreamName: from = '', Limit: limit = DEFAULT_STREAMS, DeliveryStreamType: type },
    call,
  ) => {
    const left = [...call.state.streams.values()]
      .filter((stream) => stream.name > from && (type === undefined || typeOf(stream) === type))
      .map(({ name }) => name)
      .sort();
    return { DeliveryStreamNames: left.slice(0, limit), HasMoreDeliveryStreams: left.length > limit };
  },
});
