import { CloudWatchClient, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { CreateRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import { CreateStreamCommand, GetRecordsCommand, KinesisClient, PutRecordCommand } from '@aws-sdk/client-kinesis';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import {
  DeleteObjectsCommand,
  GetBucketLocationCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutBucketTaggingCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { memoryPayload } from '@cairn/emulator-kit';
import { describe, expect, it } from 'vitest';
import { readingOf } from './testing.ts';

describe('what the SDK sends is read, and what is written the SDK reads', () => {
  it('speaks awsJson1_1 with blobs and timestamps', async () => {
    const arrival = new Date('2026-01-02T03:04:05.678Z');
    const put = await readingOf('kinesis', { ShardId: 's-0', SequenceNumber: '7' }, (config) => {
      const command = new PutRecordCommand({
        StreamName: 'orders',
        PartitionKey: 'é',
        Data: Buffer.from([0, 255, 10]),
      });
      return new KinesisClient(config).send(command);
    });
    const records = [
      { SequenceNumber: '1', Data: Buffer.from('x'), PartitionKey: 'p', ApproximateArrivalTimestamp: arrival },
    ];
    const get = await readingOf('kinesis', { Records: records, MillisBehindLatest: 0 }, (config) => {
      return new KinesisClient(config).send(new GetRecordsCommand({ ShardIterator: 'i', Limit: 5 }));
    });

    expect(put.input).toEqual({ StreamName: 'orders', PartitionKey: 'é', Data: new Uint8Array([0, 255, 10]) });
    expect(put.answer).toMatchObject({ ShardId: 's-0', SequenceNumber: '7' });
    expect(get.answer.Records).toEqual([{ ...records[0], Data: new Uint8Array([120]) }]);
  });

  it('answers an operation without output with nothing', async () => {
    const create = await readingOf('kinesis', undefined, (config) => {
      return new KinesisClient(config).send(new CreateStreamCommand({ StreamName: 'orders', ShardCount: 2 }));
    });

    expect(create).toMatchObject({ operation: 'CreateStream', input: { StreamName: 'orders', ShardCount: 2 } });
  });

  it('speaks awsQuery with flattened and wrapped lists', async () => {
    const role = { Path: '/', RoleName: 'r', RoleId: 'A', Arn: 'arn:aws:iam::1:role/r', CreateDate: new Date(0) };
    const created = await readingOf('iam', { Role: role }, (config) => {
      return new IAMClient(config).send(
        new CreateRoleCommand({
          RoleName: 'r',
          AssumeRolePolicyDocument: '{"a":"ü & <b>"}',
          MaxSessionDuration: 3600,
          Tags: [
            { Key: 'k', Value: '' },
            { Key: 'l', Value: 'a+b c' },
          ],
        }),
      );
    });

    expect(created.input).toEqual({
      RoleName: 'r',
      AssumeRolePolicyDocument: '{"a":"ü & <b>"}',
      MaxSessionDuration: 3600,
      Tags: [
        { Key: 'k', Value: '' },
        { Key: 'l', Value: 'a+b c' },
      ],
    });
    expect(created.answer.Role).toEqual(role);
  });

  it('speaks awsQuery with maps and blobs', async () => {
    const attributes = { colour: { DataType: 'Binary', BinaryValue: new Uint8Array([1, 2]) } };
    const published = await readingOf('sns', { MessageId: 'm' }, (config) => {
      const command = new PublishCommand({ TopicArn: 'arn:t', Message: 'hi', MessageAttributes: attributes });
      return new SNSClient(config).send(command);
    });

    expect(published.input).toEqual({ TopicArn: 'arn:t', Message: 'hi', MessageAttributes: attributes });
    expect(published.answer.MessageId).toBe('m');
  });

  it('speaks awsJson1_0 to query-compatible services', async () => {
    const message = { MessageId: '1', Body: 'b', Attributes: { SentTimestamp: '1' } };
    const received = await readingOf('sqs', { Messages: [message] }, (config) => {
      const command = new ReceiveMessageCommand({ QueueUrl: 'http://q', MaxNumberOfMessages: 3 });
      return new SQSClient({ ...config, md5: false }).send(command);
    });

    expect(received.input).toEqual({ QueueUrl: 'http://q', MaxNumberOfMessages: 3 });
    expect(received.answer.Messages).toEqual([message]);
  });

  it('reads a metric batch that the client has compressed', async () => {
    const data = Array.from({ length: 500 }, (_, index) => ({
      MetricName: 'latency',
      Value: index + 0.5,
      Unit: 'Seconds' as const,
    }));
    const put = await readingOf('cloudwatch', undefined, (config) => {
      return new CloudWatchClient(config).send(new PutMetricDataCommand({ Namespace: 'lab', MetricData: data }));
    });

    expect(put.input).toEqual({ Namespace: 'lab', MetricData: data });
  });

  it('speaks restJson1: labels, headers, blob payloads', async () => {
    const invoked = await readingOf(
      'lambda',
      { StatusCode: 200, FunctionError: 'Unhandled', Payload: Buffer.from('{"a":1}') },
      (config) => {
        const FunctionName = 'arn:aws:lambda:us-east-1:123456789012:function:f';
        const command = new InvokeCommand({
          FunctionName,
          Payload: '{}',
          InvocationType: 'RequestResponse',
          Qualifier: '3',
        });
        return new LambdaClient(config).send(command);
      },
    );

    expect(invoked.input).toEqual({
      FunctionName: 'arn:aws:lambda:us-east-1:123456789012:function:f',
      Payload: new Uint8Array(Buffer.from('{}')),
      InvocationType: 'RequestResponse',
      Qualifier: '3',
    });
    expect(invoked.answer).toMatchObject({ StatusCode: 200, FunctionError: 'Unhandled' });
    expect(Buffer.from(invoked.answer.Payload as Uint8Array).toString()).toBe('{"a":1}');
  });

  it('speaks restXml: headers, metadata, streaming payloads, odd keys', async () => {
    const key = 'a/../b//c d+é%2F/';
    const put = await readingOf('s3', { ETag: '"e"', VersionId: 'v' }, (config) => {
      const Metadata = { colour: 'red', 'two-words': 'x y' };
      const Expires = new Date('2030-01-02T03:04:05Z');
      const command = new PutObjectCommand({ Bucket: 'photos', Key: key, Body: 'hello', Metadata, Expires });
      return new S3Client({ ...config, forcePathStyle: true }).send(command);
    });
    const { Body, ...others } = put.input ?? {};

    expect(others).toMatchObject({ Bucket: 'photos', Key: key, Metadata: { colour: 'red', 'two-words': 'x y' } });
    expect(others.Expires).toEqual(new Date('2030-01-02T03:04:05Z'));
    expect(await (Body as ReturnType<typeof memoryPayload>).bytes()).toEqual(Buffer.from('hello'));
    expect(put.answer).toMatchObject({ ETag: '"e"', VersionId: 'v' });
  });

  it('finds the bucket in the host, with a dot in its name', async () => {
    const put = await readingOf('s3', {}, (config) => {
      return new S3Client(config).send(new HeadObjectCommand({ Bucket: 'my-bucket', Key: 'k' }));
    });

    expect(put).toMatchObject({ operation: 'HeadObject', input: { Bucket: 'my-bucket', Key: 'k' } });
  });

  it('streams an object out and keeps its headers', async () => {
    const LastModified = new Date('2026-01-02T03:04:05Z');
    const pieces = async function* () {
      yield Buffer.from('he');
      yield Buffer.from('llo');
    };
    const output = {
      Body: pieces(),
      ContentLength: 5,
      LastModified,
      ContentRange: 'bytes 0-4/9',
      Metadata: { a: 'b' },
    };
    const got = await readingOf('s3', { ...output, $metadata: { httpStatusCode: 206 } }, async (config) => {
      const answer = await new S3Client(config).send(
        new GetObjectCommand({ Bucket: 'my-bucket', Key: 'k', Range: 'bytes=0-4' }),
      );
      return { ...answer, text: await answer.Body?.transformToString() };
    });

    expect(got.answer).toMatchObject({ text: 'hello', ContentLength: 5, LastModified, Metadata: { a: 'b' } });
    expect(got.answer.$metadata).toMatchObject({ httpStatusCode: 206, requestId: 'request-1' });
  });

  it('reads and writes XML documents', async () => {
    const TagSet = [
      { Key: 'a', Value: '<&>"\r\n' },
      { Key: 'b', Value: '' },
    ];
    const tagged = await readingOf('s3', {}, (config) => {
      return new S3Client(config).send(new PutBucketTaggingCommand({ Bucket: 'bbb', Tagging: { TagSet } }));
    });
    const Objects = [{ Key: 'one\r' }, { Key: 'two', VersionId: 'v' }];
    const deleted = await readingOf('s3', { Deleted: [{ Key: 'one\r' }], Errors: [] }, (config) => {
      return new S3Client(config).send(new DeleteObjectsCommand({ Bucket: 'bbb', Delete: { Objects, Quiet: false } }));
    });
    const Contents = [{ Key: ' spaced ', Size: 3, LastModified: new Date(0) }];
    const listed = await readingOf('s3', { Contents, KeyCount: 1, IsTruncated: false }, (config) => {
      return new S3Client(config).send(new ListObjectsV2Command({ Bucket: 'bbb', Prefix: 'a b', MaxKeys: 3 }));
    });

    expect(tagged.input?.Tagging).toEqual({ TagSet });
    expect(deleted.input?.Delete).toEqual({ Objects, Quiet: false });
    expect(deleted.answer.Deleted).toEqual([{ Key: 'one\r' }]);
    expect(listed.input).toEqual({ Bucket: 'bbb', Prefix: 'a b', MaxKeys: 3 });
    expect(listed.answer).toMatchObject({ Contents, KeyCount: 1, IsTruncated: false });
  });

  it('writes the location of a bucket without its wrapper', async () => {
    const located = await readingOf('s3', { LocationConstraint: 'eu-west-1' }, (config) => {
      return new S3Client(config).send(new GetBucketLocationCommand({ Bucket: 'bbb' }));
    });

    expect(located.answer.LocationConstraint).toBe('eu-west-1');
  });
});
