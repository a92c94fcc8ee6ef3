import {
  CreateBucketCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type OpenSandbox, openSandbox } from '../testing.ts';

let sandbox: OpenSandbox;
let s3: S3Client;
const Bucket = 'books';
const MEGABYTE = 1024 ** 2;
const MONTH = 730 * 3_600_000;

beforeEach(async () => {
  sandbox = await openSandbox();
  s3 = sandbox.client(S3Client);
  await s3.send(new CreateBucketCommand({ Bucket }));
});
afterEach(async () => {
  expect(sandbox.bugs).toEqual([]);
  await sandbox.close();
});

const billed = (item: string) => {
  const { tenant } = sandbox;
  return tenant.bill.lines(tenant.clock.now()).find((line) => line.item === item);
};

it('storage is billed by the month until it is deleted, requests by their class', async () => {
  await s3.send(new PutObjectCommand({ Bucket, Key: 'k', Body: new Uint8Array(4 * MEGABYTE) }));
  await s3.send(new PutObjectCommand({ Bucket, Key: 'k', Body: new Uint8Array(2 * MEGABYTE) }));
  await s3.send(new GetObjectCommand({ Bucket, Key: 'k' })).then(({ Body }) => Body?.transformToByteArray());
  await sandbox.advance(MONTH);
  await s3.send(new DeleteObjectCommand({ Bucket, Key: 'k' }));
  await sandbox.advance(MONTH);

  expect(billed('Standard storage')?.quantity).toBeCloseTo(2 / 1024, 5);
  expect(billed('Standard storage')?.isRunning).toBe(false);
  expect(billed('PUT, COPY, POST and LIST requests')?.quantity).toBe(3);
  expect(billed('GET and other requests')?.quantity).toBe(1);
});

it('a snapshot brings back buckets and objects as they were', async () => {
  const list = async () => (await s3.send(new ListObjectsV2Command({ Bucket }))).Contents?.map(({ Key }) => Key);
  await s3.send(new PutObjectCommand({ Bucket, Key: 'kept', Body: 'first' }));
  expect(await list()).toEqual(['kept']);
  const snapshot = sandbox.tenant.snapshot();

  await s3.send(new PutObjectCommand({ Bucket, Key: 'kept', Body: 'second' }));
  await s3.send(new PutObjectCommand({ Bucket, Key: 'later', Body: 'x' }));
  sandbox.sandbox.restore(sandbox.tenant, snapshot);

  expect(await list()).toEqual(['kept']);
  const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key: 'kept' }));
  expect(await Body?.transformToString()).toBe('first');
});

it('a reset leaves no bucket, and another account never sees one', async () => {
  const other = await sandbox.another('somebody');
  await expect(other.client(S3Client).send(new ListObjectsV2Command({ Bucket }))).rejects.toMatchObject({
    name: 'NoSuchBucket',
  });

  await sandbox.sandbox.reset(sandbox.tenant);

  await expect(s3.send(new ListObjectsV2Command({ Bucket }))).rejects.toMatchObject({ name: 'NoSuchBucket' });
});
