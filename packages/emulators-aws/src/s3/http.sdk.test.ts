import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import {
  CompleteMultipartUploadCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenSandbox, openSandbox } from '../testing.ts';

let sandbox: OpenSandbox;
let s3: S3Client;
const Bucket = 'served';
let lateMilliseconds = 0;

beforeAll(async () => {
  sandbox = await openSandbox({ wall: () => Date.now() + lateMilliseconds });
  const endpoint = await sandbox.serve();
  s3 = new S3Client({
    endpoint,
    region: 'us-east-1',
    credentials: sandbox.learner,
    maxAttempts: 1,
    forcePathStyle: true,
  });
  await s3.send(new CreateBucketCommand({ Bucket }));
});
afterAll(async () => {
  s3.destroy();
  expect(sandbox.bugs).toEqual([]);
  await sandbox.close();
});

describe('a presigned address', () => {
  it('lets anybody who has it put and get, until it expires', async () => {
    const putUrl = await getSignedUrl(s3, new PutObjectCommand({ Bucket, Key: 'a b/ü' }));
    const put = await fetch(putUrl, { method: 'PUT', body: 'by fetch', headers: { 'content-type': 'text/plain' } });
    const getUrl = await getSignedUrl(s3, new GetObjectCommand({ Bucket, Key: 'a b/ü' }), { expiresIn: 60 });
    const got = await fetch(getUrl);

    expect([put.status, got.status]).toEqual([200, 200]);
    expect(await got.text()).toBe('by fetch');
    expect(got.headers.get('content-type')).toBe('text/plain');
    lateMilliseconds = 61_000;
    const late = await fetch(getUrl);
    expect([late.status, await late.text()]).toEqual([403, expect.stringContaining('Request has expired')]);
    lateMilliseconds = 0;
  });

  it('is good for what it was made for only', async () => {
    const url = await getSignedUrl(s3, new GetObjectCommand({ Bucket, Key: 'one' }));

    const other = await fetch(url.replace('/one', '/two'));

    expect([other.status, await other.text()]).toEqual([403, expect.stringContaining('SignatureDoesNotMatch')]);
  });
});

it('a body streamed in parts larger than memory is meant for comes back the same', async () => {
  const { UploadId } = await s3.send(new CreateMultipartUploadCommand({ Bucket, Key: 'stream' }));
  const piece = Buffer.alloc(9 * 1024 ** 2, 'cairn'); // above what the front keeps in memory
  const Parts = [];
  for (const PartNumber of [1, 2]) {
    const Body = Readable.from([piece]);
    const input = { Bucket, Key: 'stream', UploadId, PartNumber, Body, ContentLength: piece.length };
    Parts.push({ PartNumber, ETag: (await s3.send(new UploadPartCommand(input))).ETag });
  }
  await s3.send(new CompleteMultipartUploadCommand({ Bucket, Key: 'stream', UploadId, MultipartUpload: { Parts } }));

  const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key: 'stream' }));
  const md5 = createHash('md5');
  for await (const chunk of Body as Readable) md5.update(chunk as Buffer);

  expect(md5.digest('hex')).toBe(createHash('md5').update(piece).update(piece).digest('hex'));
});
