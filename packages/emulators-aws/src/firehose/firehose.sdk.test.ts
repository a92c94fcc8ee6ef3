import { gunzipSync } from 'node:zlib';
import {
  CreateDeliveryStreamCommand,
  type CreateDeliveryStreamCommandInput,
  DeleteDeliveryStreamCommand,
  DescribeDeliveryStreamCommand,
  type ExtendedS3DestinationConfiguration,
  FirehoseClient,
  ListDeliveryStreamsCommand,
  ListTagsForDeliveryStreamCommand,
  PutRecordBatchCommand,
  PutRecordCommand,
  TagDeliveryStreamCommand,
} from '@aws-sdk/client-firehose';
import { CreateRoleCommand, DeleteRolePolicyCommand, IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { CreateStreamCommand, KinesisClient, PutRecordsCommand } from '@aws-sdk/client-kinesis';
import { CreateBucketCommand, GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenSandbox, openSandbox } from '../testing.ts';

const START = Date.now();
const MINUTE = 60_000;
const BUCKET = 'lake';
let box: OpenSandbox;
let client: FirehoseClient;
let s3: S3Client;
let iam: IAMClient;
let RoleARN: string;

const allow = async (...Action: string[]) => {
  const Statement = [{ Effect: 'Allow', Action, Resource: '*' }];
  const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement });
  await iam.send(new PutRolePolicyCommand({ RoleName: 'delivery', PolicyName: 'may', PolicyDocument }));
};

beforeAll(async () => {
  box = await openSandbox({ id: 'firehose', wall: () => START });
  client = box.client(FirehoseClient);
  s3 = box.client(S3Client);
  iam = box.client(IAMClient);
  const trust = [{ Effect: 'Allow', Principal: { Service: 'firehose.amazonaws.com' }, Action: 'sts:AssumeRole' }];
  const AssumeRolePolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: trust });
  const { Role } = await iam.send(new CreateRoleCommand({ RoleName: 'delivery', AssumeRolePolicyDocument }));
  RoleARN = Role?.Arn ?? '';
  await s3.send(new CreateBucketCommand({ Bucket: BUCKET }));
  await allow('s3:*', 'kinesis:*');
});
afterAll(() => box.close());

let made = 0;
async function newStream(
  more: Partial<ExtendedS3DestinationConfiguration> = {},
  rest: Partial<CreateDeliveryStreamCommandInput> = {},
): Promise<string> {
  made += 1;
  const DeliveryStreamName = `to-lake-${made}`;
  const ExtendedS3DestinationConfiguration = {
    RoleARN,
    BucketARN: `arn:aws:s3:::${BUCKET}`,
    Prefix: `${DeliveryStreamName}/`,
    BufferingHints: { SizeInMBs: 1, IntervalInSeconds: 60 },
    ...more,
  };
  const input = { DeliveryStreamName, ExtendedS3DestinationConfiguration, ...rest };
  await client.send(new CreateDeliveryStreamCommand(input));
  await box.advance(1000);
  return DeliveryStreamName;
}

const put = (DeliveryStreamName: string, text: string | Uint8Array) =>
  client.send(new PutRecordCommand({ DeliveryStreamName, Record: { Data: Buffer.from(text) } }));

async function objects(prefix: string): Promise<{ key: string; body: Buffer }[]> {
  await box.settled();
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: BUCKET, Prefix: `${prefix}/` }));
  return Promise.all(
    Contents.map(async ({ Key: key = '' }) => {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: BUCKET, Key: key }));
      return { key, body: Buffer.from((await Body?.transformToByteArray()) ?? []) };
    }),
  );
}

describe('a delivery stream', () => {
  it('delivers what came within its interval as one object, under the hour and its name', async () => {
    const name = await newStream();
    await put(name, 'one\n');
    await put(name, 'two\n');

    expect(await objects(name)).toEqual([]);
    await box.advance(MINUTE);
    const [object, ...more] = await objects(name);

    expect(more).toEqual([]);
    expect(object?.body.toString()).toBe('one\ntwo\n');
    expect(object?.key).toMatch(new RegExp(`^${name}/\\d{4}/\\d\\d/\\d\\d/\\d\\d/${name}-1(-\\d+){6}-[0-9a-f-]{36}$`));
  });

  it('delivers at once when its buffer is full', async () => {
    const name = await newStream();
    const Records = Array.from({ length: 3 }, () => ({ Data: Buffer.alloc(500_000, 'x') }));
    const output = await client.send(new PutRecordBatchCommand({ DeliveryStreamName: name, Records }));

    expect(output.RequestResponses).toHaveLength(3);
    expect((await objects(name)).map(({ body }) => body.length)).toEqual([1_500_000]);
  });

  it('compresses, delimits and names objects as configured', async () => {
    const name = await newStream({
      CompressionFormat: 'GZIP',
      Prefix: 'zipped/year=!{timestamp:yyyy}/',
      ErrorOutputPrefix: 'failed/!{firehose:error-output-type}/',
      ProcessingConfiguration: { Enabled: true, Processors: [{ Type: 'AppendDelimiterToRecord' }] },
    });
    await put(name, '{"a":1}');
    await put(name, '{"a":2}');
    await box.advance(MINUTE);

    const [object] = await objects('zipped');
    expect(object?.key).toMatch(/^zipped\/year=\d{4}\/.*\.gz$/);
    expect(gunzipSync(object?.body ?? '').toString()).toBe('{"a":1}\n{"a":2}\n');
  });

  it('keeps what its role may not write, and delivers it once the role may', async () => {
    const name = await newStream();
    await iam.send(new DeleteRolePolicyCommand({ RoleName: 'delivery', PolicyName: 'may' }));
    await put(name, 'late');
    await box.advance(2 * MINUTE);
    const denied = box.tenant.journal.entries.filter(
      ({ operation, errorCode }) => operation === 'PutObject' && errorCode,
    );

    expect(denied.at(-1)).toMatchObject({ errorCode: 'AccessDenied', principalKind: 'role-session' });
    expect(await objects(name)).toEqual([]);
    await allow('s3:*', 'kinesis:*');
    await box.advance(5 * MINUTE);
    expect((await objects(name)).map(({ body }) => body.toString())).toEqual(['late']);
  });

  it('reads a Kinesis stream from when it was made', async () => {
    const kinesis = box.client(KinesisClient);
    await kinesis.send(new CreateStreamCommand({ StreamName: 'clicks', ShardCount: 2 }));
    await box.advance(1000);
    const write = (...texts: string[]) => {
      const Records = texts.map((text) => ({ PartitionKey: text, Data: Buffer.from(`${text}\n`) }));
      return kinesis.send(new PutRecordsCommand({ StreamName: 'clicks', Records }));
    };
    await write('before');
    await box.advance(1000);
    const name = await newStream(
      {},
      {
        DeliveryStreamType: 'KinesisStreamAsSource',
        KinesisStreamSourceConfiguration: {
          KinesisStreamARN: `arn:aws:kinesis:us-east-1:${box.tenant.accountId}:stream/clicks`,
          RoleARN,
        },
      },
    );
    await write('a', 'b');
    await write('c');
    await box.advance(MINUTE);
    await write('d');
    await box.advance(MINUTE);

    const texts = (await objects(name)).map(({ body }) => body.toString().trim().split('\n').sort());
    expect(texts).toEqual([['a', 'b', 'c'], ['d']]);
    await expect(put(name, 'x')).rejects.toThrow('not permitted on KinesisStreamAsSource');
  });

  it('is described, listed, tagged and deleted', async () => {
    const name = await newStream();
    await client.send(new TagDeliveryStreamCommand({ DeliveryStreamName: name, Tags: [{ Key: 'team', Value: 'ml' }] }));
    const describe = new DescribeDeliveryStreamCommand({ DeliveryStreamName: name });
    const { DeliveryStreamDescription } = await client.send(describe);
    const { Tags } = await client.send(new ListTagsForDeliveryStreamCommand({ DeliveryStreamName: name }));

    expect(DeliveryStreamDescription).toMatchObject({
      DeliveryStreamStatus: 'ACTIVE',
      DeliveryStreamType: 'DirectPut',
      Destinations: [{ ExtendedS3DestinationDescription: { BufferingHints: { SizeInMBs: 1, IntervalInSeconds: 60 } } }],
    });
    expect(Tags).toEqual([{ Key: 'team', Value: 'ml' }]);
    await client.send(new DeleteDeliveryStreamCommand({ DeliveryStreamName: name }));
    await box.advance(1000);
    expect((await client.send(new ListDeliveryStreamsCommand({}))).DeliveryStreamNames).not.toContain(name);
    await expect(client.send(describe)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  it.each<[string, Partial<ExtendedS3DestinationConfiguration>, string]>([
    [
      'a role that does not let Firehose in',
      { RoleARN: 'arn:aws:iam::111122223333:role/nobody' },
      'unable to assume role',
    ],
    ['a compression that the sandbox has not', { CompressionFormat: 'Snappy' }, 'is not supported in this sandbox'],
    ['a prefix that is wrong', { Prefix: '!{timestamp:yyyy}/' }, 'ErrorOutputPrefix'],
    ['half a buffering hint', { BufferingHints: { SizeInMBs: 3 } }, 'must be given together'],
  ])('is refused with %s', async (_, more, message) => {
    await expect(newStream(more)).rejects.toThrow(message);
  });
});

it('no fault of the sandbox came up on the way', () => {
  expect(box.bugs).toEqual([]);
});
