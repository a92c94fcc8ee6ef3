import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import {
  AbortMultipartUploadCommand,
  type CompletedPart,
  CompleteMultipartUploadCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  type CreateMultipartUploadCommandInput,
  GetObjectAttributesCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  ListPartsCommand,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
  UploadPartCopyCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenSandbox, openSandbox } from '../testing.ts';

let sandbox: OpenSandbox;
let s3: S3Client;
const Bucket = 'uploads';
const MEGABYTE = 1024 ** 2;
const PIECES = [bytes(5 * MEGABYTE, 1), bytes(6 * MEGABYTE, 2), bytes(1000, 3)];
const WHOLE = Buffer.concat(PIECES);

function bytes(length: number, seed: number): Uint8Array {
  return Uint8Array.from({ length }, (_, i) => (i * seed + (i >> 8)) & 255);
}

beforeAll(async () => {
  sandbox = await openSandbox();
  s3 = sandbox.client(S3Client);
  await s3.send(new CreateBucketCommand({ Bucket }));
});
afterAll(async () => {
  expect(sandbox.bugs).toEqual([]);
  await sandbox.close();
});

const start = async (Key: string, options: Partial<CreateMultipartUploadCommandInput> = {}) => {
  const { UploadId } = await s3.send(new CreateMultipartUploadCommand({ Bucket, Key, ...options }));
  return { Bucket, Key, UploadId };
};
type Started = Awaited<ReturnType<typeof start>>;

const upload = async (to: Started, pieces = PIECES): Promise<CompletedPart[]> => {
  const parts: CompletedPart[] = [];
  for (const [index, Body] of pieces.entries()) {
    const PartNumber = index + 1;
    const { ETag, ChecksumCRC32, ChecksumCRC64NVME, ChecksumSHA256 } = await s3.send(
      new UploadPartCommand({ ...to, PartNumber, Body }),
    );
    parts.push({ PartNumber, ETag, ChecksumCRC32, ChecksumCRC64NVME, ChecksumSHA256 });
  }
  return parts;
};
const complete = (to: Started, Parts: CompletedPart[], options = {}) =>
  s3.send(new CompleteMultipartUploadCommand({ ...to, MultipartUpload: { Parts }, ...options }));

describe('a multipart upload', () => {
  it('becomes one object of its parts', async () => {
    const to = await start('big', { ContentType: 'video/mp4', Metadata: { take: '1' }, ChecksumAlgorithm: 'CRC32' });
    const { ETag, ChecksumCRC32 } = await complete(to, await upload(to));

    const found = await s3.send(new GetObjectCommand({ Bucket, Key: 'big' }));
    const md5s = Buffer.concat(PIECES.map((piece) => createHash('md5').update(piece).digest()));
    expect(ETag).toBe(`"${createHash('md5').update(md5s).digest('hex')}-3"`);
    expect(ChecksumCRC32).toMatch(/-3$/);
    expect(Buffer.compare((await found.Body?.transformToByteArray()) ?? new Uint8Array(), WHOLE)).toBe(0);
    expect(found).toMatchObject({ ContentType: 'video/mp4', Metadata: { take: '1' }, ContentLength: WHOLE.length });
  });

  it('can be read part by part', async () => {
    const to = await start('parts');
    await complete(to, await upload(to));

    const second = await s3.send(new GetObjectCommand({ Bucket, Key: 'parts', PartNumber: 2 }));

    expect(second).toMatchObject({ PartsCount: 3, ContentLength: 6 * MEGABYTE });
    expect(Buffer.compare((await second.Body?.transformToByteArray()) ?? new Uint8Array(), PIECES[1] ?? WHOLE)).toBe(0);
    await expect(s3.send(new HeadObjectCommand({ Bucket, Key: 'parts', PartNumber: 4 }))).rejects.toMatchObject({
      $metadata: { httpStatusCode: 416 },
    });
  });

  it('has the digest of the whole where it was asked for, and lists those of its parts', async () => {
    const to = await start('full', { ChecksumAlgorithm: 'CRC32', ChecksumType: 'FULL_OBJECT' });
    const parts = await upload(to);
    const { ChecksumCRC32, ChecksumType } = await complete(to, parts, { ChecksumType: 'FULL_OBJECT' });

    const expected = Buffer.alloc(4);
    expected.writeUInt32BE(crc32(WHOLE));
    expect(ChecksumCRC32).toBe(expected.toString('base64'));
    expect(ChecksumType).toBe('FULL_OBJECT');
    const ObjectAttributes = ['ObjectParts' as const, 'Checksum' as const];
    const attributes = await s3.send(
      new GetObjectAttributesCommand({ Bucket, Key: 'full', ObjectAttributes, MaxParts: 2 }),
    );
    expect(attributes.ObjectParts).toMatchObject({ TotalPartsCount: 3, IsTruncated: true, NextPartNumberMarker: '2' });
    expect(attributes.ObjectParts?.Parts?.[0]).toMatchObject({
      Size: 5 * MEGABYTE,
      ChecksumCRC32: parts[0]?.ChecksumCRC32,
    });
  });

  it('takes parts in any order and replaces one that is sent again', async () => {
    const to = await start('again');
    await s3.send(new UploadPartCommand({ ...to, PartNumber: 7, Body: 'tail' }));
    await s3.send(new UploadPartCommand({ ...to, PartNumber: 3, Body: 'wrong' }));
    await s3.send(new UploadPartCommand({ ...to, PartNumber: 3, Body: bytes(5 * MEGABYTE, 1) }));
    const { Parts = [] } = await s3.send(new ListPartsCommand(to));
    expect(Parts.map(({ PartNumber, Size }) => [PartNumber, Size])).toEqual([
      [3, 5 * MEGABYTE],
      [7, 4],
    ]);

    await complete(
      to,
      Parts.map(({ PartNumber, ETag }) => ({ PartNumber, ETag })),
    );

    const { ContentLength } = await s3.send(new HeadObjectCommand({ Bucket, Key: 'again' }));
    expect(ContentLength).toBe(5 * MEGABYTE + 4);
  });

  it('copies parts from objects', async () => {
    await s3.send(new PutObjectCommand({ Bucket, Key: 'source', Body: WHOLE }));
    const to = await start('copied');
    const copy = async (PartNumber: number, CopySourceRange: string) => {
      const input = { ...to, PartNumber, CopySource: `${Bucket}/source`, CopySourceRange };
      const { CopyPartResult } = await s3.send(new UploadPartCopyCommand(input));
      return { PartNumber, ETag: CopyPartResult?.ETag };
    };
    const parts = [await copy(1, `bytes=0-${5 * MEGABYTE - 1}`), await copy(2, 'bytes=10-19')];

    await complete(to, parts);

    const tail = await s3.send(new GetObjectCommand({ Bucket, Key: 'copied', Range: 'bytes=-10' }));
    expect(await tail.Body?.transformToByteArray()).toEqual(new Uint8Array(WHOLE.subarray(10, 20)));
    await expect(copy(3, `bytes=0-${WHOLE.length}`)).rejects.toMatchObject({ name: 'InvalidArgument' });
  });

  it('is gone after an abort', async () => {
    const to = await start('aborted');
    await upload(to, [bytes(10, 1)]);
    await s3.send(new AbortMultipartUploadCommand(to));

    await expect(s3.send(new ListPartsCommand(to))).rejects.toMatchObject({ name: 'NoSuchUpload' });
    await expect(upload(to, [bytes(10, 1)])).rejects.toMatchObject({ name: 'NoSuchUpload' });
  });
});

describe('completing', () => {
  it('refuses parts that are too small, unknown or out of order', async () => {
    const to = await start('faulty');
    const [first = {}, second = {}] = await upload(to, [bytes(100, 1), bytes(100, 2)]);

    await expect(complete(to, [first, second])).rejects.toMatchObject({ name: 'EntityTooSmall' });
    await expect(complete(to, [second, first])).rejects.toMatchObject({ name: 'InvalidPartOrder' });
    await expect(complete(to, [{ ...first, ETag: '"0"' }])).rejects.toMatchObject({ name: 'InvalidPart' });
    await expect(complete(to, [])).rejects.toMatchObject({ name: 'MalformedXML' });
    await expect(complete({ ...to, UploadId: 'other' }, [first])).rejects.toMatchObject({ name: 'NoSuchUpload' });
  });

  it('creates only where nothing is, when asked so', async () => {
    const parts = async (to: Started) => upload(to, [bytes(10, 1)]);
    const first = await start('once');
    await complete(first, await parts(first), { IfNoneMatch: '*' });
    const second = await start('once');

    await expect(complete(second, await parts(second), { IfNoneMatch: '*' })).rejects.toMatchObject({
      name: 'PreconditionFailed',
    });
  });
});

it('uploads under way are listed page by page', async () => {
  await s3.send(new CreateBucketCommand({ Bucket: 'pages' }));
  for (const Key of ['b', 'a', 'c/1', 'c/2']) await s3.send(new CreateMultipartUploadCommand({ Bucket: 'pages', Key }));

  const all = await s3.send(new ListMultipartUploadsCommand({ Bucket: 'pages', Delimiter: '/' }));
  const first = await s3.send(new ListMultipartUploadsCommand({ Bucket: 'pages', MaxUploads: 3 }));
  const { NextKeyMarker: KeyMarker, NextUploadIdMarker: UploadIdMarker } = first;
  const rest = await s3.send(new ListMultipartUploadsCommand({ Bucket: 'pages', KeyMarker, UploadIdMarker }));

  expect(all.Uploads?.map(({ Key }) => Key)).toEqual(['a', 'b']);
  expect(all.CommonPrefixes).toEqual([{ Prefix: 'c/' }]);
  expect(first.IsTruncated).toBe(true);
  expect(rest.Uploads?.map(({ Key }) => Key)).toEqual(['c/2']);
});
