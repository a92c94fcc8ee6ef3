import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { KinesisClient, PutRecordCommand } from '@aws-sdk/client-kinesis';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { Instant } from '@cairn/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ServiceError } from '../service-error.ts';
import { parseAuthorization } from '../signature/authorization.ts';
import { familyOf } from '../signature/family.ts';
import { verifySignature } from '../signature/verify.ts';
import type { WireRequest, WireResponse } from '../wire/messages.ts';
import { verifyChecksums } from './checksums.ts';
import { decodeChunked, isChunked } from './chunked.ts';
import { type Listener, listen } from './http.ts';
import { inProcessHandler } from './in-process.ts';
import { createSpool, type Spool } from './spool.ts';

const SECRET = 'a-secret';
const credentials = { accessKeyId: 'LKIAEXAMPLE', secretAccessKey: SECRET };

let directory: string;
let spool: Spool;
let listener: Listener;
const objects = new Map<string, Buffer>();
const seen: WireRequest[] = [];

/** Two operations of S3 and one of Kinesis by hand, with real signatures: what the clients need to be served. */
async function dispatch(request: WireRequest): Promise<WireResponse> {
  seen.push(request);
  const family = familyOf(request);
  const authorization = parseAuthorization(request, family);
  if (authorization.kind === 'none') throw new ServiceError('AccessDenied', 'Access Denied', 403);
  const now = Date.now() as Instant;
  const verification = await verifySignature({ request, authorization, secret: SECRET, now, family });
  if (family === 'json') {
    const record = JSON.parse(Buffer.from(await request.payload.bytes()).toString());
    if (record.StreamName === 'forever') return await new Promise(() => {});
    const body = Buffer.from(JSON.stringify({ ShardId: 'shardId-0', SequenceNumber: record.Data }));
    return { status: 200, headers: { 'content-type': 'application/x-amz-json-1.1' }, body };
  }
  return await object(request, verification);
}

async function object(
  request: WireRequest,
  verification: Awaited<ReturnType<typeof verifySignature>>,
): Promise<WireResponse> {
  const { headers, path } = request;
  if (request.method === 'GET') {
    const bytes = objects.get(path);
    if (bytes === undefined) throw new ServiceError('NoSuchKey', 'The specified key does not exist.', 404);
    return { status: 200, headers: { 'content-length': String(bytes.length) }, body: pieces(bytes) };
  }
  const isFramed = isChunked(headers);
  const decoded = isFramed
    ? await decodeChunked({ headers, payload: request.payload, verification, spool })
    : undefined;
  const payload = decoded?.payload ?? request.payload;
  await verifyChecksums({ ...headers, ...decoded?.trailers }, payload);
  objects.set(path, Buffer.from(await payload.bytes()));
  return { status: 200, headers: { etag: '"1"' }, body: new Uint8Array() };
}

async function* pieces(bytes: Buffer) {
  for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000);
}

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'in-process-test-'));
  spool = createSpool(directory);
  listener = await listen({ dispatch, port: 0, spool, log: () => {} });
});

afterAll(async () => {
  await listener.close();
  await spool.close();
  await rm(directory, { recursive: true, force: true });
});

const ways = ['in this process', 'over HTTP'] as const;

function options(way: (typeof ways)[number]) {
  const common = { region: 'us-east-1', credentials, maxAttempts: 1 };
  if (way === 'over HTTP') return { ...common, endpoint: listener.url };
  return { ...common, requestHandler: inProcessHandler(dispatch, { spool, sourceIp: '10.1.2.3' }) };
}

describe.each(ways)('the official clients %s', (way) => {
  const s3 = () => new S3Client({ ...options(way), forcePathStyle: true });

  it('put a Kinesis record', async () => {
    const client = new KinesisClient(options(way));

    const record = { StreamName: 'clicks', PartitionKey: 'a', Data: Buffer.from('hello') };
    const output = await client.send(new PutRecordCommand(record));

    expect(output.SequenceNumber).toBe(Buffer.from('hello').toString('base64'));
    client.destroy();
  });

  it('put and get an S3 object with an odd key', async () => {
    const Key = "folder/a b+c(d)é'!*~%.txt";
    const client = s3();

    await client.send(new PutObjectCommand({ Bucket: 'b', Key, Body: 'hello', Metadata: { a: 'b  c' } }));
    const got = await client.send(new GetObjectCommand({ Bucket: 'b', Key }));

    expect(await got.Body?.transformToString()).toBe('hello');
    client.destroy();
  });

  it('put a stream, which comes in chunks with a checksum behind it', async () => {
    const bytes = Buffer.alloc(200_000, 'abcdefgh');
    const client = s3();

    const Body = Readable.from([bytes.subarray(0, 70_000), bytes.subarray(70_000)], { objectMode: false });
    await client.send(new PutObjectCommand({ Bucket: 'b', Key: 'stream', Body, ContentLength: bytes.length }));
    const got = await client.send(new GetObjectCommand({ Bucket: 'b', Key: 'stream' }));

    expect(isChunked(seen.findLast((request) => request.method === 'PUT')?.headers ?? {})).toBe(true);
    expect(Buffer.from((await got.Body?.transformToByteArray()) ?? []).equals(bytes)).toBe(true);
    client.destroy();
  });

  it('see modeled failures as such', async () => {
    const client = s3();

    const missing = client.send(new GetObjectCommand({ Bucket: 'b', Key: 'missing' }));

    await expect(missing).rejects.toMatchObject({ name: 'NoSuchKey', $metadata: { httpStatusCode: 404 } });
    client.destroy();
  });

  it('are refused with a wrong secret', async () => {
    const client = new S3Client({ ...options(way), credentials: { ...credentials, secretAccessKey: 'wrong' } });

    const refused = client.send(new GetObjectCommand({ Bucket: 'b', Key: 'k' }));

    await expect(refused).rejects.toMatchObject({ name: 'SignatureDoesNotMatch' });
    client.destroy();
  });

  it('may give up waiting', async () => {
    const client = new KinesisClient(options(way));
    const giveUp = new AbortController();
    const record = { StreamName: 'forever', PartitionKey: 'a', Data: new Uint8Array() };
    const waiting = client.send(new PutRecordCommand(record), { abortSignal: giveUp.signal });
    setTimeout(() => giveUp.abort(), 30);

    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    client.destroy();
  });
});

describe('the handler in this process', () => {
  it('says where the call is from, and that nobody could read it on the way', async () => {
    const client = new KinesisClient(options('in this process'));

    await client.send(new PutRecordCommand({ StreamName: 's', PartitionKey: 'a', Data: new Uint8Array() }));

    expect(seen.at(-1)).toMatchObject({ sourceIp: '10.1.2.3', isSecure: true });
    expect(seen.at(-1)?.headers.host).toBe('kinesis.us-east-1.amazonaws.com');
  });

  it('shows a bug as it is', async () => {
    const broken = async () => {
      throw new TypeError('a bug');
    };
    const client = new KinesisClient({
      ...options('in this process'),
      requestHandler: inProcessHandler(broken, { spool }),
    });

    const call = client.send(new PutRecordCommand({ StreamName: 's', PartitionKey: 'a', Data: new Uint8Array() }));

    await expect(call).rejects.toThrow('a bug');
  });
});
