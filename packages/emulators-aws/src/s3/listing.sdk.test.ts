import {
  CreateBucketCommand,
  ListBucketsCommand,
  ListObjectsCommand,
  ListObjectsV2Command,
  type ListObjectsV2CommandInput,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenSandbox, openSandbox } from '../testing.ts';

let sandbox: OpenSandbox;
let s3: S3Client;
const Bucket = 'tree';
const KEYS = ['a.txt', 'b/', 'b/1', 'b/2', 'b/c/3', 'd e/é', 'z', '\uff5e', '\u{1f600}'];

beforeAll(async () => {
  sandbox = await openSandbox();
  s3 = sandbox.client(S3Client);
  await s3.send(new CreateBucketCommand({ Bucket }));
  for (const Key of [...KEYS].reverse()) await s3.send(new PutObjectCommand({ Bucket, Key, Body: Key }));
});
afterAll(async () => {
  expect(sandbox.bugs).toEqual([]);
  await sandbox.close();
});

const list = async (input: Partial<ListObjectsV2CommandInput> = {}) => {
  const page = await s3.send(new ListObjectsV2Command({ Bucket, ...input }));
  const keys = (page.Contents ?? []).map(({ Key }) => Key);
  return { page, keys, prefixes: (page.CommonPrefixes ?? []).map(({ Prefix }) => Prefix) };
};

describe('ListObjectsV2', () => {
  it('answers keys in the order of their UTF-8 bytes', async () => {
    const { keys, page } = await list();

    expect(keys).toEqual(KEYS);
    expect(page).toMatchObject({ KeyCount: KEYS.length, IsTruncated: false, MaxKeys: 1000, Name: Bucket });
  });

  it('rolls keys up at the delimiter', async () => {
    expect(await list({ Delimiter: '/' })).toMatchObject({
      keys: ['a.txt', 'z', '\uff5e', '\u{1f600}'],
      prefixes: ['b/', 'd e/'],
    });
    expect(await list({ Delimiter: '/', Prefix: 'b/' })).toMatchObject({
      keys: ['b/', 'b/1', 'b/2'],
      prefixes: ['b/c/'],
    });
  });

  it('goes on where a page ended, common prefixes included', async () => {
    const pages = paginateListObjectsV2({ client: s3, pageSize: 2 }, { Bucket, Delimiter: '/' });
    const names: (string | undefined)[] = [];
    for await (const { Contents = [], CommonPrefixes = [], KeyCount } of pages) {
      expect(KeyCount).toBeLessThanOrEqual(2);
      names.push(...Contents.map(({ Key }) => Key), ...CommonPrefixes.map(({ Prefix }) => Prefix));
    }

    expect(names.sort()).toEqual(['a.txt', 'b/', 'd e/', 'z', '\uff5e', '\u{1f600}'].sort());
  });

  it('starts after a key', async () => {
    expect((await list({ StartAfter: 'b/2' })).keys).toEqual(KEYS.slice(4));
    expect((await list({ StartAfter: 'b/1', Delimiter: '/' })).prefixes).toEqual(['b/', 'd e/']);
  });

  it('encodes names when asked', async () => {
    expect((await list({ Prefix: 'd', EncodingType: 'url' })).keys).toEqual(['d+e/%C3%A9']);
  });

  it('names the owner when asked', async () => {
    expect((await list({ MaxKeys: 1 })).page.Contents?.[0]?.Owner).toBeUndefined();
    expect((await list({ MaxKeys: 1, FetchOwner: true })).page.Contents?.[0]?.Owner?.ID).toMatch(/^[0-9a-f]{64}$/);
  });

  it('refuses a token it did not give, and a negative page', async () => {
    await expect(list({ ContinuationToken: 'bm9uc2Vuc2U=' })).rejects.toMatchObject({ name: 'InvalidArgument' });
    await expect(list({ MaxKeys: -1 })).rejects.toMatchObject({ name: 'InvalidArgument' });
    expect((await list({ MaxKeys: 0 })).page).toMatchObject({ KeyCount: 0, IsTruncated: false });
  });
});

describe('ListObjects', () => {
  it('goes on after its marker, which may be a common prefix', async () => {
    const first = await s3.send(new ListObjectsCommand({ Bucket, Delimiter: '/', MaxKeys: 2 }));
    const second = await s3.send(
      new ListObjectsCommand({ Bucket, Delimiter: '/', MaxKeys: 2, Marker: first.NextMarker }),
    );

    expect(first.NextMarker).toBe('b/');
    expect(second.CommonPrefixes).toEqual([{ Prefix: 'd e/' }]);
    expect(second.Contents?.map(({ Key }) => Key)).toEqual(['z']);
  });
});

describe('ListBuckets', () => {
  it('answers pages in the order of names', async () => {
    await s3.send(new CreateBucketCommand({ Bucket: 'tree-two' }));
    await s3.send(new CreateBucketCommand({ Bucket: 'another' }));

    const all = await s3.send(new ListBucketsCommand({}));
    const first = await s3.send(new ListBucketsCommand({ MaxBuckets: 2 }));
    const { ContinuationToken } = first;
    const second = await s3.send(new ListBucketsCommand({ MaxBuckets: 2, ContinuationToken }));

    expect(all.Buckets?.map(({ Name }) => Name)).toEqual(['another', 'tree', 'tree-two']);
    expect(second.Buckets?.map(({ Name }) => Name)).toEqual(['tree-two']);
    expect(second.ContinuationToken).toBeUndefined();
  });
});
