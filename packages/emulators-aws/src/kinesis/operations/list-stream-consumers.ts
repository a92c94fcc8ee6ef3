import type { ListStreamConsumersInput, ListStreamConsumersOutput } from '@aws-sdk/client-kinesis';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { namedPage } from '../../messaging/page-token.ts';
import { describeConsumer } from '../describe.ts';
import { invalidArgument } from '../errors.ts';
import type { KinesisState } from '../state.ts';
import { getStream, onStream } from '../streams.ts';

const DEFAULT_CONSUMERS = 100;

export const listStreamConsumers = operation<KinesisState, Sent<ListStreamConsumersInput>, ListStreamConsumersOutput>({
  fidelity: 'real',
  needs: onStream('ListStreamConsumers'),
  handle: (input, call) => {
    const { consumers } = getStream(call, { StreamARN: input.StreamARN, StreamId: input.StreamId });
    const request = { token: input.NextToken, limit: input.MaxResults ?? DEFAULT_CONSUMERS };
    const { items, nextToken } = namedPage(consumers.values(), ({ name }) => name, request, invalidToken);
    return { Consumers: items.map(describeConsumer), ...(nextToken === undefined ? {} : { NextToken: nextToken }) };
  },
});

const invalidToken = () => invalidArgument('NextToken is not one that ListStreamConsumers gave out.');
