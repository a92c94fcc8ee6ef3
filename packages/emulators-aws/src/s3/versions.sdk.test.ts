import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  GetBucketVersioningCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type OpenSandbox, openSandbox } from '../testing.ts';

let sandbox: OpenSandbox;
let s3: S3Client;
let Bucket = '';
let count = 0;

beforeAll(async () => {
  sandbox = await openSandbox();
  s3 = sandbox.client(S3Client);
});
afterAll(async () => {
  expect(sandbox.bugs).toEqual([]);
  await sandbox.close();
});
beforeEach(async () => {
  count += 1;
  Bucket = `history-${count}`;
  await s3.send(new CreateBucketCommand({ Bucket }));
});

const versioning = (Status: 'Enabled' | 'Suspended') =>
  s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status } }));
const put = async (Body: string, Key = 'k') => (await s3.send(new PutObjectCommand({ Bucket, Key, Body }))).VersionId;
const read = async (VersionId?: string) => {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key: 'k', VersionId }));
  return Body?.transformToString();
};
const versions = async () => {
  const { Versions = [], DeleteMarkers = [] } = await s3.send(new ListObjectVersionsCommand({ Bucket }));
  return {
    versions: Versions.map(({ VersionId }) => VersionId),
    markers: DeleteMarkers.map(({ VersionId }) => VersionId),
  };
};

it('a bucket without versioning keeps one version, without an id', async () => {
  expect(await put('1')).toBeUndefined();
  expect(await put('2')).toBeUndefined();

  expect(await versions()).toEqual({ versions: ['null'], markers: [] });
  expect((await s3.send(new GetBucketVersioningCommand({ Bucket }))).Status).toBeUndefined();
});

it('with versioning each put is kept and can be read', async () => {
  await put('before');
  await versioning('Enabled');
  const first = await put('1');
  const second = await put('2');

  expect(await versions()).toEqual({ versions: [second, first, 'null'], markers: [] });
  expect(await read()).toBe('2');
  expect(await read(first)).toBe('1');
  expect(await read('null')).toBe('before');
});

it('a delete puts a marker in front, and deleting the marker brings the object back', async () => {
  await versioning('Enabled');
  const kept = await put('1');
  const { DeleteMarker, VersionId: marker } = await s3.send(new DeleteObjectCommand({ Bucket, Key: 'k' }));

  expect(DeleteMarker).toBe(true);
  await expect(read()).rejects.toMatchObject({ name: 'NoSuchKey' });
  await expect(read(marker)).rejects.toMatchObject({ name: 'MethodNotAllowed', $metadata: { httpStatusCode: 405 } });
  expect((await s3.send(new ListObjectsV2Command({ Bucket }))).KeyCount).toBe(0);
  expect(await versions()).toEqual({ versions: [kept], markers: [marker] });

  await s3.send(new DeleteObjectCommand({ Bucket, Key: 'k', VersionId: marker }));

  expect(await read()).toBe('1');
});

it('deleting a version is for good', async () => {
  await versioning('Enabled');
  const first = await put('1');
  const second = await put('2');
  await s3.send(new DeleteObjectCommand({ Bucket, Key: 'k', VersionId: second }));

  expect(await read()).toBe('1');
  await expect(read(second)).rejects.toMatchObject({ name: 'NoSuchVersion' });
  expect(await versions()).toEqual({ versions: [first], markers: [] });
});

it('a suspended bucket overwrites its null version only', async () => {
  await versioning('Enabled');
  const first = await put('1');
  await versioning('Suspended');
  await put('2');
  await put('3');

  expect(await versions()).toEqual({ versions: ['null', first], markers: [] });
  const { VersionId } = await s3.send(new DeleteObjectCommand({ Bucket, Key: 'k' }));
  expect(VersionId).toBe('null');
  expect(await versions()).toEqual({ versions: [first], markers: ['null'] });
});

it('a bucket with old versions is not empty', async () => {
  await versioning('Enabled');
  await put('1');
  await s3.send(new DeleteObjectCommand({ Bucket, Key: 'k' }));

  await expect(s3.send(new DeleteBucketCommand({ Bucket }))).rejects.toMatchObject({ name: 'BucketNotEmpty' });
});

it('versions are listed page by page, keys in order and the newest first', async () => {
  await versioning('Enabled');
  const expected: string[] = [];
  for (const Key of ['a', 'b', 'c/1']) {
    const ids = [await put('1', Key), await put('2', Key)];
    expected.push(...ids.reverse().map((id) => `${Key} ${id}`));
  }

  const found: string[] = [];
  let markers = {};
  for (let isTruncated = true; isTruncated; ) {
    const page = await s3.send(new ListObjectVersionsCommand({ Bucket, MaxKeys: 1, ...markers }));
    found.push(...(page.Versions ?? []).map(({ Key, VersionId }) => `${Key} ${VersionId}`));
    markers = { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker };
    isTruncated = page.IsTruncated ?? false;
  }

  expect(found).toEqual(expected);
});
