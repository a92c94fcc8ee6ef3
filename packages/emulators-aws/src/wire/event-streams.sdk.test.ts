import { BedrockRuntimeClient, ConverseStreamCommand } from '@aws-sdk/client-bedrock-runtime';
import { CloudWatchLogsClient, StartLiveTailCommand } from '@aws-sdk/client-cloudwatch-logs';
import { KinesisClient, SubscribeToShardCommand } from '@aws-sdk/client-kinesis';
import { ServiceError } from '@cairn/emulator-kit';
import { describe, expect, it } from 'vitest';
import { readingOf } from './testing.ts';

const CONSUMER = 'arn:aws:kinesis:us-east-1:123456789012:stream/s/consumer/c:1';

describe('streams of events', () => {
  it('sends the events of a REST operation and its modeled exception', async () => {
    const events = async function* () {
      yield { messageStart: { role: 'assistant' } };
      yield { contentBlockDelta: { contentBlockIndex: 0, delta: { text: 'hé' } } };
      throw new ServiceError('ThrottlingException', 'slow down');
    };
    const seen: unknown[] = [];
    const failure = await readingOf('bedrock-runtime', { stream: events() }, async (config) => {
      const command = new ConverseStreamCommand({
        modelId: 'm:0',
        messages: [{ role: 'user', content: [{ text: 'hi' }] }],
      });
      const { stream } = await new BedrockRuntimeClient(config).send(command);
      try {
        for await (const event of stream ?? []) seen.push(event);
      } catch (error) {
        return error;
      }
    });

    expect(failure.input).toEqual({ modelId: 'm:0', messages: [{ role: 'user', content: [{ text: 'hi' }] }] });
    expect(seen).toEqual([
      { messageStart: { role: 'assistant' } },
      { contentBlockDelta: { contentBlockIndex: 0, delta: { text: 'hé' } } },
    ]);
    expect(failure.answer).toMatchObject({ name: 'ThrottlingException', message: 'slow down' });
  });

  it('begins an RPC operation with an initial response', async () => {
    const events = [{ SubscribeToShardEvent: { Records: [], ContinuationSequenceNumber: '9', MillisBehindLatest: 0 } }];
    const subscribed = await readingOf('kinesis', { EventStream: events }, async (config) => {
      const input = { ConsumerARN: CONSUMER, ShardId: 's', StartingPosition: { Type: 'LATEST' as const } };
      const { EventStream } = await new KinesisClient(config).send(new SubscribeToShardCommand(input));
      const got: unknown[] = [];
      for await (const event of EventStream ?? []) got.push(event);
      return got;
    });

    expect(subscribed.answer).toEqual(events);
  });

  it('serves a stream of an operation with a host prefix', async () => {
    const logGroupIdentifiers = ['arn:aws:logs:us-east-1:123456789012:log-group:g'];
    const started = { sessionStart: { requestId: 'r', logGroupIdentifiers } };
    const tail = await readingOf('cloudwatch-logs', { responseStream: [started] }, async (config) => {
      const { responseStream } = await new CloudWatchLogsClient(config).send(
        new StartLiveTailCommand({ logGroupIdentifiers }),
      );
      const got: unknown[] = [];
      for await (const event of responseStream ?? []) got.push(event);
      return got;
    });

    expect(tail.answer).toEqual([started]);
  });
});
