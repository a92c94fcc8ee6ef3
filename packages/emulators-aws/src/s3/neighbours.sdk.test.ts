import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CopyObjectCommand,
  CreateBucketCommand,
  DeleteObjectCommand,
  type Event,
  GetBucketNotificationConfigurationCommand,
  GetObjectCommand,
  HeadObjectCommand,
  type NotificationConfiguration,
  PutBucketNotificationConfigurationCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { defineService, inProcessHandler, operation, Sandbox, ServiceError, type Tenant } from '@cairn/emulator-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { authority } from '../iam/authority.ts';
import { iam } from '../iam/service.ts';
import { modelOf } from '../models.ts';
import type { ObjectEvent } from './events.ts';
import { s3 as service } from './service.ts';

/** What S3 tells its neighbours in the account, heard by neighbours that only take notes. */
interface Note {
  readonly to: string;
  readonly from: string | undefined;
  readonly input: Record<string, unknown>;
}

const notes: Note[] = [];
const heard: ObjectEvent[] = [];
let isKeyEnabled = true;

const scribe = (name: string, operationName: string) =>
  defineService<object>({
    name,
    model: modelOf(name),
    actionPrefix: name,
    scope: 'regional',
    emptyState: () => ({}),
    operations: {
      [operationName]: operation<object, Record<string, unknown>, object>({
        fidelity: 'real',
        needs: () => [],
        handle: (input, { principal }) => {
          if (JSON.stringify(input).includes('absent'))
            throw new ServiceError('ResourceNotFound', 'There is none.', 400);
          notes.push({ to: name, from: principal.sourceArn, input });
          return {};
        },
      }),
    },
    listeners: name === 'lambda' ? { 's3:ObjectCreated': hear, 's3:ObjectRemoved': hear } : {},
  });

function hear(_call: unknown, event: ObjectEvent): void {
  heard.push(event);
}

const key = (answer: object) =>
  operation<object, { KeyId?: string }, object>({
    fidelity: 'real',
    needs: () => [],
    handle: ({ KeyId = '' }) => {
      if (!KeyId.includes('known')) throw new ServiceError('NotFoundException', `Key '${KeyId}' does not exist`, 400);
      if (!isKeyEnabled) throw new ServiceError('DisabledException', `${KeyId} is disabled.`, 400);
      return { KeyId, ...answer };
    },
  });
const kms = defineService<object>({
  ...scribe('kms', 'ListKeys'),
  operations: { GenerateDataKey: key({ CiphertextBlob: new Uint8Array([1]) }), Decrypt: key({}) },
});

let directory = '';
let sandbox: Sandbox;
let tenant: Tenant;
let s3: S3Client;
const Bucket = 'source';
const bugs: unknown[] = [];

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'cairn-s3-'));
  const scribes = [scribe('sqs', 'SendMessage'), scribe('sns', 'Publish'), scribe('lambda', 'Invoke')];
  const services = [iam, service, kms, ...scribes];
  sandbox = new Sandbox({ services, authority, directory, wall: Date.now, onBug: (bug) => bugs.push(bug) });
  tenant = sandbox.open({ id: 'neighbours' });
  const { learner: credentials } = sandbox.authority.hostKeys(tenant);
  const requestHandler = inProcessHandler(sandbox.dispatch, { spool: sandbox.spool });
  s3 = new S3Client({ region: 'us-east-1', requestHandler, ...(credentials ? { credentials } : {}) });
  await s3.send(new CreateBucketCommand({ Bucket }));
});
afterAll(async () => {
  expect(bugs).toEqual([]);
  await rm(directory, { recursive: true, force: true });
});
beforeEach(() => {
  notes.length = 0;
  heard.length = 0;
});

const arn = (name: string, resource: string) => `arn:aws:${name}:us-east-1:${tenant.accountId}:${resource}`;
const created: Event[] = ['s3:ObjectCreated:*'];
const configure = (NotificationConfiguration: NotificationConfiguration) =>
  s3.send(new PutBucketNotificationConfigurationCommand({ Bucket, NotificationConfiguration }));
const put = (Key: string) => s3.send(new PutObjectCommand({ Bucket, Key, Body: 'hello' }));
const messages = (to: string, member: string) =>
  notes
    .filter((note) => note.to === to)
    .map(({ input }) => JSON.parse(String(input[member])) as { Event?: string; Records?: Record<string, unknown>[] });

describe('notifications', () => {
  it('are tried out when they are configured, and refused when a destination does not answer', async () => {
    await configure({ QueueConfigurations: [{ QueueArn: arn('sqs', 'q'), Events: created }] });
    const absent = configure({ QueueConfigurations: [{ QueueArn: arn('sqs', 'absent'), Events: created }] });

    expect(messages('sqs', 'MessageBody')).toMatchObject([{ Event: 's3:TestEvent', Bucket }]);
    await expect(absent).rejects.toMatchObject({
      name: 'InvalidArgument',
      message: 'Unable to validate the following destination configurations',
    });
    const { QueueConfigurations } = await s3.send(new GetBucketNotificationConfigurationCommand({ Bucket }));
    expect(QueueConfigurations).toMatchObject([{ QueueArn: arn('sqs', 'q'), Events: created, Id: expect.any(String) }]);
  });

  it('reach queue, topic and function by their filters, in the name of the bucket', async () => {
    const filter = (Name: 'prefix' | 'suffix', Value: string) => ({
      Filter: { Key: { FilterRules: [{ Name, Value }] } },
    });
    await configure({
      QueueConfigurations: [{ QueueArn: arn('sqs', 'q'), Events: created, ...filter('prefix', 'in/') }],
      TopicConfigurations: [{ TopicArn: arn('sns', 't'), Events: created, ...filter('prefix', 'out/') }],
      LambdaFunctionConfigurations: [
        {
          Id: 'fn',
          LambdaFunctionArn: arn('lambda', 'function:f'),
          Events: ['s3:ObjectRemoved:*'],
          ...filter('suffix', '.csv'),
        },
      ],
    });
    notes.length = 0;

    await put('in/a b.csv');
    await put('out/b');
    await s3.send(new DeleteObjectCommand({ Bucket, Key: 'in/a b.csv' }));
    await sandbox.settled(tenant);

    const [message] = messages('sqs', 'MessageBody');
    expect(notes.map(({ to }) => to)).toEqual(['sqs', 'sns']);
    expect(notes[0]?.from).toBe('arn:aws:s3:::source');
    expect(message?.Records).toMatchObject([
      {
        eventName: 'ObjectCreated:Put',
        s3: {
          bucket: { name: Bucket },
          object: { key: 'in/a+b.csv', size: 5, eTag: '5d41402abc4b2a76b9719d911017c592' },
        },
      },
    ]);
    expect(heard.map(({ eventName, functions }) => [eventName, functions.length])).toEqual([
      ['ObjectCreated:Put', 0],
      ['ObjectCreated:Put', 0],
      ['ObjectRemoved:Delete', 1],
    ]);
    expect(heard[2]?.functions[0]).toMatchObject({ functionArn: arn('lambda', 'function:f') });
  });

  it('go to EventBridge when that is on', async () => {
    await configure({ EventBridgeConfiguration: {} });

    await put('k');
    await sandbox.settled(tenant);

    expect(heard[0]?.eventBridge).toMatchObject({
      detailType: 'Object Created',
      detail: { reason: 'PutObject', object: { key: 'k' } },
    });
  });

  it('may not overlap, nor name events that never happen here', async () => {
    const queue = (Events: Event[]) => ({ QueueArn: arn('sqs', 'q'), Events });
    const twice = configure({ QueueConfigurations: [queue(created), queue(['s3:ObjectCreated:Put'])] });

    await expect(twice).rejects.toMatchObject({ name: 'InvalidArgument', message: expect.stringContaining('overlap') });
    const unknown = configure({ QueueConfigurations: [queue(['s3:Replication:*'])] });
    await expect(unknown).rejects.toMatchObject({ name: 'NotImplemented' });
  });
});

describe("an object under a customer's key", () => {
  const put = (SSEKMSKeyId: string) =>
    s3.send(new PutObjectCommand({ Bucket, Key: 'sealed', Body: 'x', ServerSideEncryption: 'aws:kms', SSEKMSKeyId }));

  it('is written with a key that KMS knows', async () => {
    const { SSEKMSKeyId } = await put('known');

    expect(SSEKMSKeyId).toBe(arn('kms', 'key/known'));
    await expect(put('other')).rejects.toMatchObject({ name: 'KMS.NotFoundException' });
  });

  it('can be read while KMS gives its key, and its headers always', async () => {
    await put('known');
    const get = () => s3.send(new GetObjectCommand({ Bucket, Key: 'sealed' }));
    expect(await (await get()).Body?.transformToString()).toBe('x');
    isKeyEnabled = false;

    await expect(get()).rejects.toMatchObject({ name: 'KMS.DisabledException' });
    const copy = s3.send(new CopyObjectCommand({ Bucket, Key: 'copy', CopySource: `${Bucket}/sealed` }));
    await expect(copy).rejects.toMatchObject({ name: 'KMS.DisabledException' });
    expect((await s3.send(new HeadObjectCommand({ Bucket, Key: 'sealed' }))).ContentLength).toBe(1);
    isKeyEnabled = true;
  });
});
