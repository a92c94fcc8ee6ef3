import {
  CopyObjectCommand,
  CreateBucketCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectAttributesCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenSandbox, openSandbox } from '../testing.ts';

let sandbox: OpenSandbox;
let s3: S3Client;
const Bucket = 'photos';

beforeAll(async () => {
  sandbox = await openSandbox();
  s3 = sandbox.client(S3Client);
  await s3.send(new CreateBucketCommand({ Bucket }));
});
afterAll(async () => {
  expect(sandbox.bugs).toEqual([]);
  await sandbox.close();
});

const put = (Key: string, Body: string | Uint8Array) => s3.send(new PutObjectCommand({ Bucket, Key, Body }));
const read = async (Key: string, options = {}) => {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key, ...options }));
  return Body?.transformToString();
};

describe('an object', () => {
  it('comes back with its bytes, headers and metadata', async () => {
    const Metadata = { author: 'ann' };
    const headers = { ContentType: 'text/csv', CacheControl: 'no-store', Expires: new Date('2030-01-01') };
    await s3.send(new PutObjectCommand({ Bucket, Key: 'a/b c+d/é.csv', Body: 'x,y\n1,2\n', Metadata, ...headers }));

    const found = await s3.send(new GetObjectCommand({ Bucket, Key: 'a/b c+d/é.csv' }));

    expect(await found.Body?.transformToString()).toBe('x,y\n1,2\n');
    expect(found).toMatchObject({ Metadata, ...headers, ContentLength: 8, AcceptRanges: 'bytes' });
    expect(found.ServerSideEncryption).toBe('AES256');
  });

  it('has the MD5 of its bytes as entity tag', async () => {
    const { ETag } = await put('hello.txt', 'hello');

    expect(ETag).toBe('"5d41402abc4b2a76b9719d911017c592"');
  });

  it('is replaced by the next put', async () => {
    await put('twice', 'one');
    await put('twice', 'two');

    expect(await read('twice')).toBe('two');
  });

  it('may be empty', async () => {
    await put('empty', '');

    const head = await s3.send(new HeadObjectCommand({ Bucket, Key: 'empty' }));

    expect(head.ContentLength).toBe(0);
    expect(await read('empty')).toBe('');
  });

  it('of several megabytes comes back whole, and in ranges', async () => {
    const body = Uint8Array.from({ length: 3 * 1024 * 1024 }, (_, i) => i % 251);
    await put('large', body);

    const whole = await s3.send(new GetObjectCommand({ Bucket, Key: 'large' }));
    const part = await s3.send(new GetObjectCommand({ Bucket, Key: 'large', Range: 'bytes=1000000-1000009' }));

    expect(Buffer.compare((await whole.Body?.transformToByteArray()) ?? new Uint8Array(), body)).toBe(0);
    expect(await part.Body?.transformToByteArray()).toEqual(body.slice(1_000_000, 1_000_010));
  });
});

describe('a range', () => {
  beforeAll(() => put('digits', '0123456789'));

  it.each([
    ['bytes=2-4', '234', 'bytes 2-4/10'],
    ['bytes=7-', '789', 'bytes 7-9/10'],
    ['bytes=-2', '89', 'bytes 8-9/10'],
    ['bytes=5-99', '56789', 'bytes 5-9/10'],
  ])('%s gives those bytes', async (Range, bytes, ContentRange) => {
    const found = await s3.send(new GetObjectCommand({ Bucket, Key: 'digits', Range }));

    expect(await found.Body?.transformToString()).toBe(bytes);
    expect(found.ContentRange).toBe(ContentRange);
    expect(found.$metadata.httpStatusCode).toBe(206);
  });

  it('that is malformed is passed over', async () => {
    expect(await read('digits', { Range: 'bytes=4-2' })).toBe('0123456789');
  });

  it('beyond the object is refused', async () => {
    const asked = read('digits', { Range: 'bytes=10-12' });

    await expect(asked).rejects.toMatchObject({ name: 'InvalidRange', $metadata: { httpStatusCode: 416 } });
  });
});

describe('conditions', () => {
  it('of a read answer 304 and 412', async () => {
    const { ETag } = await put('conditional', 'v1');
    const yesterday = new Date(Date.now() - 86_400_000);

    expect(await read('conditional', { IfMatch: ETag, IfUnmodifiedSince: yesterday })).toBe('v1');
    await expect(read('conditional', { IfNoneMatch: ETag })).rejects.toMatchObject({
      $metadata: { httpStatusCode: 304 },
    });
    await expect(read('conditional', { IfModifiedSince: new Date() })).rejects.toMatchObject({
      $metadata: { httpStatusCode: 304 },
    });
    await expect(read('conditional', { IfMatch: '"other"' })).rejects.toMatchObject({ name: 'PreconditionFailed' });
    await expect(read('conditional', { IfUnmodifiedSince: yesterday })).rejects.toMatchObject({
      name: 'PreconditionFailed',
    });
  });

  it('let a put create, but not overwrite', async () => {
    const create = () => s3.send(new PutObjectCommand({ Bucket, Key: 'lock', Body: 'me', IfNoneMatch: '*' }));
    await create();

    await expect(create()).rejects.toMatchObject({ name: 'PreconditionFailed', $metadata: { httpStatusCode: 412 } });
  });

  it('let a put replace only what it has seen', async () => {
    const { ETag } = await put('seen', 'v1');
    const replace = () => s3.send(new PutObjectCommand({ Bucket, Key: 'seen', Body: 'v2', IfMatch: ETag }));
    await replace();

    await expect(replace()).rejects.toMatchObject({ name: 'PreconditionFailed' });
    const absent = s3.send(new PutObjectCommand({ Bucket, Key: 'unseen', Body: 'v2', IfMatch: ETag }));
    await expect(absent).rejects.toMatchObject({ name: 'NoSuchKey' });
  });
});

describe('digests', () => {
  it.each([
    ['CRC32', 'ChecksumCRC32', 'NhCmhg=='],
    ['CRC32C', 'ChecksumCRC32C', 'mnG7TA=='],
    ['CRC64NVME', 'ChecksumCRC64NVME', 'M3eFcAZSQlc='],
    ['SHA1', 'ChecksumSHA1', 'qvTGHdzF6KLavt4PO0gs2a6pQ00='],
    ['SHA256', 'ChecksumSHA256', 'LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ='],
  ] as const)('%s is computed, kept and answered when asked for', async (ChecksumAlgorithm, member, value) => {
    const written = await s3.send(new PutObjectCommand({ Bucket, Key: 'digest', Body: 'hello', ChecksumAlgorithm }));
    const asked = await s3.send(new HeadObjectCommand({ Bucket, Key: 'digest', ChecksumMode: 'ENABLED' }));
    const unasked = await s3.send(new HeadObjectCommand({ Bucket, Key: 'digest' }));

    expect(written[member]).toBe(value);
    expect(asked).toMatchObject({ [member]: value, ChecksumType: 'FULL_OBJECT' });
    expect(unasked[member]).toBeUndefined();
  });

  it('that do not fit the bytes are refused', async () => {
    const body = { Bucket, Key: 'wrong', Body: 'hello' };

    await expect(
      s3.send(new PutObjectCommand({ ...body, ChecksumSHA1: 'qvTGHdzF6KLavt4PO0gs2a6pQ0A=' })),
    ).rejects.toMatchObject({ name: 'BadDigest' });
    await expect(
      s3.send(new PutObjectCommand({ ...body, ContentMD5: 'XUFAKrxLKna5cZ2REBfFkg=A' })),
    ).rejects.toMatchObject({
      $metadata: { httpStatusCode: 400 },
    });
    await expect(read('wrong')).rejects.toMatchObject({ name: 'NoSuchKey' });
  });
});

describe('a copy', () => {
  it('has the bytes, metadata and entity tag of its source', async () => {
    await s3.send(
      new PutObjectCommand({ Bucket, Key: 'from/é 1', Body: 'copied', Metadata: { a: '1' }, Tagging: 'x=1' }),
    );
    const CopySource = `${Bucket}/${encodeURIComponent('from/é 1')}`;

    const { CopyObjectResult } = await s3.send(new CopyObjectCommand({ Bucket, Key: 'to', CopySource }));

    const found = await s3.send(new GetObjectCommand({ Bucket, Key: 'to' }));
    expect(await found.Body?.transformToString()).toBe('copied');
    expect(found).toMatchObject({ Metadata: { a: '1' }, TagCount: 1, ETag: CopyObjectResult?.ETag });
  });

  it('may replace metadata, and must change something when it is onto itself', async () => {
    await put('self', 'bytes');
    const onto = { Bucket, Key: 'self', CopySource: `${Bucket}/self` };

    await expect(s3.send(new CopyObjectCommand(onto))).rejects.toMatchObject({ name: 'InvalidRequest' });
    await s3.send(new CopyObjectCommand({ ...onto, MetadataDirective: 'REPLACE', Metadata: { b: '2' } }));

    expect((await s3.send(new HeadObjectCommand({ Bucket, Key: 'self' }))).Metadata).toEqual({ b: '2' });
  });

  it('of what is not there is refused', async () => {
    const absent = s3.send(new CopyObjectCommand({ Bucket, Key: 'x', CopySource: `${Bucket}/absent` }));

    await expect(absent).rejects.toMatchObject({ name: 'NoSuchKey' });
  });
});

describe('deleting', () => {
  it('takes the object away, and does not mind that it is gone already', async () => {
    await put('gone', 'x');
    await s3.send(new DeleteObjectCommand({ Bucket, Key: 'gone' }));
    await s3.send(new DeleteObjectCommand({ Bucket, Key: 'gone' }));

    await expect(read('gone')).rejects.toMatchObject({ name: 'NoSuchKey', Key: 'gone' });
    await expect(s3.send(new HeadObjectCommand({ Bucket, Key: 'gone' }))).rejects.toMatchObject({ name: 'NotFound' });
  });

  it('takes many at once', async () => {
    await put('many/1', 'x');
    await put('many/2', 'x');
    const Objects = [{ Key: 'many/1' }, { Key: 'many/2' }, { Key: 'many/3' }];

    const { Deleted } = await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }));

    expect(Deleted).toEqual(Objects);
    await expect(read('many/1')).rejects.toMatchObject({ name: 'NoSuchKey' });
  });
});

it('GetObjectAttributes answers what it was asked for', async () => {
  await s3.send(new PutObjectCommand({ Bucket, Key: 'attributes', Body: 'hello', StorageClass: 'STANDARD_IA' }));
  const ObjectAttributes = ['ETag', 'ObjectSize', 'StorageClass'] as const;

  const found = await s3.send(
    new GetObjectAttributesCommand({ Bucket, Key: 'attributes', ObjectAttributes: [...ObjectAttributes] }),
  );

  expect(found).toMatchObject({ ETag: '5d41402abc4b2a76b9719d911017c592', ObjectSize: 5, StorageClass: 'STANDARD_IA' });
  expect(found.Checksum).toBeUndefined();
});
