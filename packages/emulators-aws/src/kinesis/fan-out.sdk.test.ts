import {
  CreateStreamCommand,
  DeregisterStreamConsumerCommand,
  DescribeStreamConsumerCommand,
  KinesisClient,
  PutRecordCommand,
  RegisterStreamConsumerCommand,
  type StartingPosition,
  SubscribeToShardCommand,
} from '@aws-sdk/client-kinesis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenSandbox, openSandbox } from '../testing.ts';

let box: OpenSandbox;
let client: KinesisClient;
let ConsumerARN: string;

/** The account's time stands still but for what a test lets pass. */
const START = Date.now();

beforeAll(async () => {
  box = await openSandbox({ id: 'fan-out', wall: () => START });
  client = box.client(KinesisClient);
  await client.send(new CreateStreamCommand({ StreamName: 'clicks', ShardCount: 1 }));
  await box.advance(1000);
  const StreamARN = `arn:aws:kinesis:us-east-1:${box.tenant.accountId}:stream/clicks`;
  const made = await client.send(new RegisterStreamConsumerCommand({ StreamARN, ConsumerName: 'reader' }));
  ConsumerARN = made.Consumer?.ConsumerARN ?? '';
  await box.advance(1000);
});
afterAll(() => box.close());

const put = (text: string) =>
  client.send(new PutRecordCommand({ StreamName: 'clicks', PartitionKey: 'k', Data: Buffer.from(text) }));

async function* subscribe(StartingPosition: StartingPosition) {
  const output = await client.send(
    new SubscribeToShardCommand({ ConsumerARN, ShardId: 'shardId-000000000000', StartingPosition }),
  );
  for await (const { SubscribeToShardEvent: event } of output.EventStream ?? []) {
    if (event) yield { event, texts: (event.Records ?? []).map(({ Data }) => Buffer.from(Data ?? []).toString()) };
  }
}

describe('an enhanced fan-out consumer', () => {
  it('is pushed what is there and what comes, until five minutes have passed', async () => {
    await put('one');
    const pushes = subscribe({ Type: 'TRIM_HORIZON' });
    const first = await pushes.next();
    await put('two');
    const second = await pushes.next();
    await box.advance(300_000);

    expect([first.value?.texts, second.value?.texts]).toEqual([['one'], ['two']]);
    expect((await pushes.next()).done).toBe(true);
    await put('three');
    const SequenceNumber = second.value?.event.ContinuationSequenceNumber;
    const again = subscribe({ Type: 'AFTER_SEQUENCE_NUMBER', SequenceNumber });
    expect((await again.next()).value?.texts).toEqual(['three']);
    await box.advance(300_000);
    await again.next();
  });

  it('is pushed the same over HTTP/2, as the client speaks by itself', async () => {
    const endpoint = await box.serve();
    const wired = new KinesisClient({ region: 'us-east-1', endpoint, credentials: { ...box.learner }, maxAttempts: 1 });
    const StartingPosition = { Type: 'TRIM_HORIZON' as const };
    const input = { ConsumerARN, ShardId: 'shardId-000000000000', StartingPosition };

    const { EventStream = [] } = await wired.send(new SubscribeToShardCommand(input));
    const texts: string[] = [];
    for await (const { SubscribeToShardEvent: event } of EventStream) {
      texts.push(...(event?.Records ?? []).map(({ Data }) => Buffer.from(Data ?? []).toString()));
      await box.advance(300_000);
    }

    wired.destroy();
    expect(texts).toEqual(['one', 'two', 'three']);
  });

  it('is refused a second subscription to a shard within five seconds', async () => {
    const first = subscribe({ Type: 'LATEST' });
    await first.next();

    await expect(subscribe({ Type: 'LATEST' }).next()).rejects.toMatchObject({ name: 'ResourceInUseException' });
    await box.advance(300_000);
    await first.return(undefined);
  });

  it('is gone after it was deregistered', async () => {
    await client.send(new DeregisterStreamConsumerCommand({ ConsumerARN }));
    await box.advance(1000);

    await expect(client.send(new DescribeStreamConsumerCommand({ ConsumerARN }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });
});

it('no fault of the sandbox came up on the way', () => {
  expect(box.bugs).toEqual([]);
});
