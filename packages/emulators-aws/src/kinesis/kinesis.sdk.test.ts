import { CreateAccessKeyCommand, CreateUserCommand, IAMClient, PutUserPolicyCommand } from '@aws-sdk/client-iam';
import {
  AddTagsToStreamCommand,
  CreateStreamCommand,
  DecreaseStreamRetentionPeriodCommand,
  DeleteStreamCommand,
  DescribeLimitsCommand,
  DescribeStreamCommand,
  DescribeStreamSummaryCommand,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type GetShardIteratorCommandInput,
  IncreaseStreamRetentionPeriodCommand,
  KinesisClient,
  ListShardsCommand,
  ListStreamsCommand,
  ListTagsForStreamCommand,
  MergeShardsCommand,
  PutRecordCommand,
  PutRecordsCommand,
  PutResourcePolicyCommand,
  SplitShardCommand,
  StartStreamEncryptionCommand,
  UpdateShardCountCommand,
  UpdateStreamModeCommand,
} from '@aws-sdk/client-kinesis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenSandbox, openSandbox } from '../testing.ts';

/** The account's time stands still but for what a test lets pass. */
const START = Date.now();
const HOUR = 3_600_000;
let box: OpenSandbox;
let client: KinesisClient;

beforeAll(async () => {
  box = await openSandbox({ id: 'kinesis', wall: () => START });
  client = box.client(KinesisClient);
});
afterAll(() => box.close());

let made = 0;
async function newStream(ShardCount = 1): Promise<string> {
  made += 1;
  const StreamName = `orders-${made}`;
  await client.send(new CreateStreamCommand({ StreamName, ShardCount }));
  await box.advance(1000);
  return StreamName;
}

const put = (StreamName: string, PartitionKey: string, text = PartitionKey, more = {}) =>
  client.send(new PutRecordCommand({ StreamName, PartitionKey, Data: Buffer.from(text), ...more }));

const iterator = async (StreamName: string, more: Partial<GetShardIteratorCommandInput> = {}) => {
  const input = { StreamName, ShardId: 'shardId-000000000000', ShardIteratorType: 'TRIM_HORIZON' as const, ...more };
  return (await client.send(new GetShardIteratorCommand(input))).ShardIterator ?? '';
};

const read = async (ShardIterator: string, Limit?: number) => {
  const output = await client.send(new GetRecordsCommand({ ShardIterator, ...(Limit ? { Limit } : {}) }));
  const texts = (output.Records ?? []).map(({ Data }) => Buffer.from(Data ?? []).toString());
  return { ...output, texts };
};

const openShards = async (StreamName: string) =>
  ((await client.send(new ListShardsCommand({ StreamName }))).Shards ?? []).filter(
    ({ SequenceNumberRange: range }) => range?.EndingSequenceNumber === undefined,
  );

describe('a stream', () => {
  it('is CREATING at first, takes records once it is ACTIVE, and its hash keys are split evenly', async () => {
    await client.send(new CreateStreamCommand({ StreamName: 'young', ShardCount: 2 }));
    const summary = async () =>
      (await client.send(new DescribeStreamSummaryCommand({ StreamName: 'young' }))).StreamDescriptionSummary;

    expect((await summary())?.StreamStatus).toBe('CREATING');
    await expect(put('young', 'a')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    await box.advance(1000);

    expect(await summary()).toMatchObject({
      StreamStatus: 'ACTIVE',
      OpenShardCount: 2,
      RetentionPeriodHours: 24,
      StreamModeDetails: { StreamMode: 'PROVISIONED' },
      StreamARN: `arn:aws:kinesis:us-east-1:${box.tenant.accountId}:stream/young`,
    });
    const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamName: 'young' }));
    expect(StreamDescription?.Shards?.map(({ HashKeyRange }) => HashKeyRange)).toEqual([
      { StartingHashKey: '0', EndingHashKey: '170141183460469231731687303715884105727' },
      {
        StartingHashKey: '170141183460469231731687303715884105728',
        EndingHashKey: '340282366920938463463374607431768211455',
      },
    ]);
  });

  it('has a name of its own, and is missed under another', async () => {
    const StreamName = await newStream();

    await expect(client.send(new CreateStreamCommand({ StreamName, ShardCount: 1 }))).rejects.toMatchObject({
      name: 'ResourceInUseException',
      message: `Stream ${StreamName} under account ${box.tenant.accountId} already exists.`,
    });
    await expect(client.send(new DescribeStreamCommand({ StreamName: 'nowhere' }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: `Stream nowhere under account ${box.tenant.accountId} not found.`,
    });
  });

  it('needs a shard count when provisioned, takes none on demand, and has four shards then', async () => {
    const create = (more: object) => client.send(new CreateStreamCommand({ StreamName: 'mode', ...more }));

    await expect(create({})).rejects.toMatchObject({ name: 'InvalidArgumentException' });
    await expect(create({ ShardCount: 30_000 })).rejects.toMatchObject({ name: 'LimitExceededException' });
    await create({ StreamModeDetails: { StreamMode: 'ON_DEMAND' } });
    await box.advance(1000);

    expect(await openShards('mode')).toHaveLength(4);
    expect(await client.send(new DescribeLimitsCommand({}))).toMatchObject({ OnDemandStreamCount: 1 });
  });

  it('is gone after it was deleted, and the listing pages through the others', async () => {
    const StreamName = await newStream();
    await client.send(new DeleteStreamCommand({ StreamName }));
    await box.advance(1000);

    const names: string[] = [];
    let NextToken: string | undefined;
    do {
      const page = await client.send(new ListStreamsCommand({ Limit: 1, ...(NextToken ? { NextToken } : {}) }));
      names.push(...(page.StreamNames ?? []));
      NextToken = page.NextToken;
    } while (NextToken);

    expect(names).not.toContain(StreamName);
    expect(names).toEqual([...names].sort());
    expect(names.length).toBeGreaterThan(1);
  });

  it('keeps tags', async () => {
    const StreamName = await newStream();
    await client.send(new AddTagsToStreamCommand({ StreamName, Tags: { team: 'ml', stage: 'dev' } }));

    const { Tags } = await client.send(new ListTagsForStreamCommand({ StreamName }));

    expect(Tags).toEqual([
      { Key: 'stage', Value: 'dev' },
      { Key: 'team', Value: 'ml' },
    ]);
  });
});

describe('records', () => {
  it('go to the shard of their key by MD5, or of the explicit hash key', async () => {
    const StreamName = await newStream(2);

    const byKey = await put(StreamName, 'a'); // md5 0cc1…: lower half
    const other = await put(StreamName, 'b'); // md5 92eb…: upper half
    const explicit = await put(StreamName, 'a', 'x', { ExplicitHashKey: '340282366920938463463374607431768211455' });

    expect([byKey, other, explicit].map(({ ShardId }) => ShardId)).toEqual([
      'shardId-000000000000',
      'shardId-000000000001',
      'shardId-000000000001',
    ]);
    await expect(
      put(StreamName, 'a', 'x', { ExplicitHashKey: '340282366920938463463374607431768211456' }),
    ).rejects.toMatchObject({ name: 'InvalidArgumentException' });
  });

  it('come back in order, with sequence numbers of 56 digits that grow', async () => {
    const StreamName = await newStream();
    for (const text of ['one', 'two', 'three']) await put(StreamName, 'k', text);

    const first = await read(await iterator(StreamName), 2);
    const second = await read(first.NextShardIterator ?? '');

    expect([...first.texts, ...second.texts]).toEqual(['one', 'two', 'three']);
    const numbers = [...(first.Records ?? []), ...(second.Records ?? [])].map(
      ({ SequenceNumber = '' }) => SequenceNumber,
    );
    expect(numbers.every((number) => /^\d{56}$/.test(number))).toBe(true);
    expect([...numbers].sort()).toEqual(numbers);
    expect(first.Records?.[0]).toMatchObject({ PartitionKey: 'k', ApproximateArrivalTimestamp: expect.any(Date) });
  });

  it('are found from every kind of iterator', async () => {
    const StreamName = await newStream();
    const numbers: string[] = [];
    for (const text of ['one', 'two', 'three']) {
      numbers.push((await put(StreamName, 'k', text)).SequenceNumber ?? '');
      await box.advance(10_000);
    }
    const latest = await iterator(StreamName, { ShardIteratorType: 'LATEST' });
    await put(StreamName, 'k', 'four');
    const at = async (more: Partial<GetShardIteratorCommandInput>) => {
      await box.advance(1000); // five reads a second
      return (await read(await iterator(StreamName, more))).texts;
    };
    const [, second = ''] = numbers;

    expect((await read(latest)).texts).toEqual(['four']);
    expect(await at({ ShardIteratorType: 'AT_SEQUENCE_NUMBER', StartingSequenceNumber: second })).toEqual([
      'two',
      'three',
      'four',
    ]);
    expect(await at({ ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', StartingSequenceNumber: second })).toEqual([
      'three',
      'four',
    ]);
    const since = new Date(box.tenant.clock.now() - 16_000);
    expect(await at({ ShardIteratorType: 'AT_TIMESTAMP', Timestamp: since })).toEqual(['three', 'four']);
    await expect(iterator(StreamName, { ShardIteratorType: 'AT_SEQUENCE_NUMBER' })).rejects.toMatchObject({
      name: 'InvalidArgumentException',
    });
    await expect(iterator(StreamName, { ShardId: 'shardId-000000000009' })).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: `Shard shardId-000000000009 in stream ${StreamName} under account ${box.tenant.accountId} does not exist`,
    });
  });

  it('are refused one by one when a shard has taken a thousand in a second', async () => {
    const StreamName = await newStream();
    const batch = (count: number) =>
      client.send(
        new PutRecordsCommand({
          StreamName,
          Records: Array.from({ length: count }, () => ({ PartitionKey: 'k', Data: Buffer.from('x') })),
        }),
      );
    await batch(500);
    await batch(499);

    const over = await batch(3);
    await expect(put(StreamName, 'k')).rejects.toMatchObject({ name: 'ProvisionedThroughputExceededException' });
    await box.advance(1000);
    const later = await batch(500);

    expect(over.FailedRecordCount).toBe(2);
    expect(over.Records?.map(({ ErrorCode }) => ErrorCode)).toEqual([
      undefined,
      'ProvisionedThroughputExceededException',
      'ProvisionedThroughputExceededException',
    ]);
    expect(over.Records?.[1]?.ErrorMessage).toContain(`Rate exceeded for shard shardId-000000000000 in stream`);
    expect(later.FailedRecordCount).toBe(0);
  });

  it('may have a mebibyte with their key, and no more', async () => {
    const StreamName = await newStream();
    const data = Buffer.alloc(1_048_575, 7);

    await client.send(new PutRecordCommand({ StreamName, PartitionKey: 'k', Data: data }));
    await expect(
      client.send(new PutRecordCommand({ StreamName, PartitionKey: 'kk', Data: data })),
    ).rejects.toMatchObject({ name: 'InvalidArgumentException' });

    const { Records: [record] = [] } = await read(await iterator(StreamName));
    expect(Buffer.compare(Buffer.from(record?.Data ?? []), data)).toBe(0);
  });

  it('need a partition key, which newer models no longer demand', async () => {
    const StreamName = await newStream();

    await expect(
      client.send(new PutRecordCommand({ StreamName, Data: Buffer.from('x') } as never)),
    ).rejects.toMatchObject({ name: 'ValidationException' });
  });

  it('are trimmed after the retention period, and MillisBehindLatest says how far a reader is behind', async () => {
    const StreamName = await newStream();
    await put(StreamName, 'k', 'old');
    await box.advance(20 * HOUR);
    await put(StreamName, 'k', 'new');
    await box.advance(60_000);

    const behind = await read(await iterator(StreamName), 1);
    await box.advance(5 * HOUR);
    const after = await read(await iterator(StreamName));

    expect([behind.texts, behind.MillisBehindLatest]).toEqual([['old'], 60_000]);
    expect([after.texts, after.MillisBehindLatest]).toEqual([['new'], 0]);
  });

  it('stay longer when the period is raised, which has its bounds', async () => {
    const StreamName = await newStream();
    const raise = (RetentionPeriodHours: number) =>
      client.send(new IncreaseStreamRetentionPeriodCommand({ StreamName, RetentionPeriodHours }));
    await raise(48);
    await put(StreamName, 'k', 'kept');
    await box.advance(40 * HOUR);

    expect((await read(await iterator(StreamName))).texts).toEqual(['kept']);
    await expect(raise(24)).rejects.toMatchObject({ name: 'InvalidArgumentException' });
    await expect(raise(9000)).rejects.toMatchObject({ name: 'InvalidArgumentException' });
    await client.send(new DecreaseStreamRetentionPeriodCommand({ StreamName, RetentionPeriodHours: 24 }));
    expect((await read(await iterator(StreamName))).texts).toEqual([]);
  });
});

describe('reading', () => {
  it('ends five minutes after an iterator was given out', async () => {
    const StreamName = await newStream();
    const given = await iterator(StreamName);
    await box.advance(301_000);

    await expect(read(given)).rejects.toMatchObject({ name: 'ExpiredIteratorException' });
    await expect(read('bm90IG91cnM=')).rejects.toMatchObject({
      name: 'InvalidArgumentException',
      message: 'Invalid ShardIterator.',
    });
  });

  it('may happen five times a second on a shard', async () => {
    const StreamName = await newStream();
    const given = await iterator(StreamName);
    for (let count = 0; count < 5; count += 1) await read(given);

    await expect(read(given)).rejects.toMatchObject({ name: 'ProvisionedThroughputExceededException' });
    await box.advance(1000);
    await expect(read(given)).resolves.toMatchObject({ texts: [] });
  });
});

describe('resharding', () => {
  it('splits a shard: the parent is read to its end, then its children are named', async () => {
    const StreamName = await newStream();
    await put(StreamName, 'a', 'before');
    const half = '170141183460469231731687303715884105728';
    const split = new SplitShardCommand({ StreamName, ShardToSplit: 'shardId-000000000000', NewStartingHashKey: half });

    await client.send(split);
    await expect(client.send(split)).rejects.toMatchObject({ name: 'ResourceInUseException' });
    await box.advance(1000);
    const { ShardId } = await put(StreamName, 'b', 'after');
    const parent = await read(await iterator(StreamName));

    expect(ShardId).toBe('shardId-000000000002');
    expect(parent.texts).toEqual(['before']);
    expect(parent.NextShardIterator).toBeUndefined();
    expect(parent.ChildShards?.map(({ ShardId: id, ParentShards }) => [id, ParentShards])).toEqual([
      ['shardId-000000000001', ['shardId-000000000000']],
      ['shardId-000000000002', ['shardId-000000000000']],
    ]);
    expect((await openShards(StreamName)).map(({ HashKeyRange }) => HashKeyRange?.StartingHashKey)).toEqual([
      '0',
      half,
    ]);
  });

  it('merges neighbours only', async () => {
    const StreamName = await newStream(3);
    const merge = (a: string, b: string) =>
      client.send(
        new MergeShardsCommand({
          StreamName,
          ShardToMerge: `shardId-00000000000${a}`,
          AdjacentShardToMerge: `shardId-00000000000${b}`,
        }),
      );

    await expect(merge('0', '2')).rejects.toMatchObject({ name: 'InvalidArgumentException' });
    await merge('0', '1');
    await box.advance(1000);

    expect(await openShards(StreamName)).toMatchObject([
      { ShardId: 'shardId-000000000002' },
      {
        ShardId: 'shardId-000000000003',
        ParentShardId: 'shardId-000000000000',
        AdjacentParentShardId: 'shardId-000000000001',
      },
    ]);
  });

  it('scales to a count, at most to the double', async () => {
    const StreamName = await newStream(2);
    const scale = (TargetShardCount: number) =>
      client.send(new UpdateShardCountCommand({ StreamName, TargetShardCount, ScalingType: 'UNIFORM_SCALING' }));

    await expect(scale(5)).rejects.toMatchObject({ name: 'InvalidArgumentException' });
    expect(await scale(4)).toMatchObject({ CurrentShardCount: 2, TargetShardCount: 4 });
    await box.advance(1000);

    expect(await openShards(StreamName)).toHaveLength(4);
  });

  it('forgets closed shards once their last record is past the retention period', async () => {
    const StreamName = await newStream(2);
    const count = async () => (await client.send(new ListShardsCommand({ StreamName }))).Shards?.length;
    await client.send(new UpdateShardCountCommand({ StreamName, TargetShardCount: 1, ScalingType: 'UNIFORM_SCALING' }));
    await box.advance(1000);

    expect(await count()).toBe(3);
    await box.advance(25 * HOUR);
    expect(await count()).toBe(1);
  });

  it('is not for on-demand streams', async () => {
    const StreamName = await newStream();
    const StreamARN = `arn:aws:kinesis:us-east-1:${box.tenant.accountId}:stream/${StreamName}`;
    await client.send(new UpdateStreamModeCommand({ StreamARN, StreamModeDetails: { StreamMode: 'ON_DEMAND' } }));
    await box.advance(1000);

    await expect(
      client.send(new UpdateShardCountCommand({ StreamName, TargetShardCount: 2, ScalingType: 'UNIFORM_SCALING' })),
    ).rejects.toMatchObject({ name: 'ValidationException' });
  });
});

it('an encrypted stream says so, of itself and of its records', async () => {
  const StreamName = await newStream();
  const KeyId = 'alias/aws/kinesis';
  await client.send(new StartStreamEncryptionCommand({ StreamName, EncryptionType: 'KMS', KeyId }));
  await box.advance(1000);

  const written = await put(StreamName, 'k');
  const { Records } = await read(await iterator(StreamName));
  const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamName }));

  expect([written.EncryptionType, Records?.[0]?.EncryptionType]).toEqual(['KMS', 'KMS']);
  expect(StreamDescription).toMatchObject({ EncryptionType: 'KMS', KeyId });
});

it('who may only read can only read', async () => {
  const StreamName = await newStream();
  const iam = box.client(IAMClient);
  await iam.send(new CreateUserCommand({ UserName: 'reader' }));
  const Resource = `arn:aws:kinesis:us-east-1:${box.tenant.accountId}:stream/${StreamName}`;
  const Statement = [{ Effect: 'Allow', Action: ['kinesis:Get*', 'kinesis:DescribeStreamSummary'], Resource }];
  const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement });
  await iam.send(new PutUserPolicyCommand({ UserName: 'reader', PolicyName: 'read', PolicyDocument }));
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName: 'reader' }));
  const credentials = { accessKeyId: AccessKey?.AccessKeyId ?? '', secretAccessKey: AccessKey?.SecretAccessKey ?? '' };
  const reader = box.client(KinesisClient, { credentials });
  const position = { StreamName, ShardId: '0', ShardIteratorType: 'TRIM_HORIZON' as const };

  const { ShardIterator } = await reader.send(new GetShardIteratorCommand(position));
  await expect(reader.send(new GetRecordsCommand({ ShardIterator }))).resolves.toMatchObject({ Records: [] });
  await expect(
    reader.send(new PutRecordCommand({ StreamName, PartitionKey: 'k', Data: Buffer.from('x') })),
  ).rejects.toMatchObject({ name: 'AccessDeniedException', message: expect.stringContaining(Resource) });
});

it('a resource policy that denies is heard', async () => {
  const StreamName = await newStream();
  const ResourceARN = `arn:aws:kinesis:us-east-1:${box.tenant.accountId}:stream/${StreamName}`;
  const Policy = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Deny', Principal: '*', Action: 'kinesis:PutRecord', Resource: ResourceARN }],
  });
  await client.send(new PutResourcePolicyCommand({ ResourceARN, Policy }));

  await expect(put(StreamName, 'k')).rejects.toMatchObject({ name: 'AccessDeniedException' });
});

it('no fault of the sandbox came up on the way', () => {
  expect(box.bugs).toEqual([]);
});
