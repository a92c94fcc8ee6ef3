import {
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetBucketLifecycleConfigurationCommand,
  GetObjectCommand,
  HeadObjectCommand,
  type LifecycleRule,
  ListMultipartUploadsCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutBucketLifecycleConfigurationCommand,
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
const DAY = 86_400_000;

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
  Bucket = `ageing-${count}`;
  await s3.send(new CreateBucketCommand({ Bucket }));
});

const putRules = (...Rules: LifecycleRule[]) =>
  s3.send(new PutBucketLifecycleConfigurationCommand({ Bucket, LifecycleConfiguration: { Rules } }));
const put = (Key: string, options = {}) => s3.send(new PutObjectCommand({ Bucket, Key, Body: 'x', ...options }));
const keys = async () => {
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket }));
  return Contents.map(({ Key }) => Key);
};

it('objects under a rule expire at midnight after their days, others stay', async () => {
  await putRules({ Status: 'Enabled', Filter: { Prefix: 'tmp/' }, Expiration: { Days: 2 } });
  const { Expiration } = await put('tmp/a');
  await put('kept');

  await sandbox.advance(1 * DAY);
  expect(await keys()).toEqual(['kept', 'tmp/a']);
  await sandbox.advance(2 * DAY);

  expect(await keys()).toEqual(['kept']);
  expect(Expiration).toMatch(/^expiry-date="\w{3}, .* 00:00:00 GMT", rule-id=".+"$/);
});

it('rules look at tags and sizes, and at nothing when they are disabled', async () => {
  const Expiration = { Days: 1 };
  await putRules(
    { Status: 'Enabled', Filter: { And: { Prefix: '', Tags: [{ Key: 'old', Value: 'yes' }] } }, Expiration },
    { Status: 'Enabled', Filter: { ObjectSizeGreaterThan: 10 }, Expiration },
    { Status: 'Disabled', Filter: { Prefix: '' }, Expiration },
  );
  await put('tagged', { Tagging: 'old=yes' });
  await put('large', { Body: 'x'.repeat(11) });
  await put('neither', { Tagging: 'old=no' });

  await sandbox.advance(3 * DAY);

  expect(await keys()).toEqual(['neither']);
});

it('in a bucket with versions the current version gets a marker, old ones go after their days', async () => {
  await s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Enabled' } }));
  await putRules({
    Status: 'Enabled',
    Filter: { Prefix: '' },
    Expiration: { Days: 10 },
    NoncurrentVersionExpiration: { NoncurrentDays: 1, NewerNoncurrentVersions: 1 },
  });
  for (const Body of ['1', '2', '3']) await put('k', { Body });

  await sandbox.advance(3 * DAY);
  const early = await s3.send(new ListObjectVersionsCommand({ Bucket }));
  await sandbox.advance(10 * DAY);
  const late = await s3.send(new ListObjectVersionsCommand({ Bucket }));

  expect(early.Versions).toHaveLength(2);
  expect(late.DeleteMarkers).toHaveLength(1);
  expect(await keys()).toEqual([]);
});

it('a marker with nothing behind it goes when a rule says so', async () => {
  await s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Enabled' } }));
  await putRules({ Status: 'Enabled', Filter: { Prefix: '' }, Expiration: { ExpiredObjectDeleteMarker: true } });
  await s3.send(new DeleteObjectCommand({ Bucket, Key: 'never' }));

  await sandbox.advance(2 * DAY);

  expect((await s3.send(new ListObjectVersionsCommand({ Bucket }))).DeleteMarkers).toBeUndefined();
});

it('objects move to colder classes; archived ones cannot be read', async () => {
  const Transitions = [
    { Days: 30, StorageClass: 'STANDARD_IA' as const },
    { Days: 60, StorageClass: 'GLACIER' as const },
  ];
  await putRules({ Status: 'Enabled', Filter: { Prefix: '' }, Transitions });
  await put('large', { Body: new Uint8Array(200 * 1024) });
  await put('small');
  const classOf = async (Key: string) => (await s3.send(new HeadObjectCommand({ Bucket, Key }))).StorageClass;

  await sandbox.advance(32 * DAY);
  expect([await classOf('large'), await classOf('small')]).toEqual(['STANDARD_IA', undefined]);
  await sandbox.advance(31 * DAY);

  expect(await classOf('large')).toBe('GLACIER');
  await expect(s3.send(new GetObjectCommand({ Bucket, Key: 'large' }))).rejects.toMatchObject({
    name: 'InvalidObjectState',
  });
});

it('unfinished uploads are aborted', async () => {
  await putRules({
    Status: 'Enabled',
    Filter: { Prefix: '' },
    AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
  });
  await s3.send(new CreateMultipartUploadCommand({ Bucket, Key: 'k' }));

  await sandbox.advance(3 * DAY);

  expect((await s3.send(new ListMultipartUploadsCommand({ Bucket }))).Uploads).toBeUndefined();
});

it('rules are checked, named and answered', async () => {
  const rule: LifecycleRule = { Status: 'Enabled', Filter: { Prefix: 'a' } };
  const refused = (...rules: LifecycleRule[]) => expect(putRules(...rules)).rejects;
  await refused(rule).toMatchObject({ name: 'InvalidRequest' });
  await refused({ ...rule, Expiration: { Days: 0 } }).toMatchObject({ name: 'InvalidArgument' });
  await refused({ Status: 'Enabled', Expiration: { Days: 1 } }).toMatchObject({ name: 'MalformedXML' });
  const toIa = { Days: 3, StorageClass: 'STANDARD_IA' as const };
  await refused({ ...rule, Transitions: [toIa] }).toMatchObject({ name: 'InvalidArgument' });
  await expect(s3.send(new GetBucketLifecycleConfigurationCommand({ Bucket }))).rejects.toMatchObject({
    name: 'NoSuchLifecycleConfiguration',
  });

  await putRules({ ...rule, Expiration: { Days: 1 } });

  const { Rules } = await s3.send(new GetBucketLifecycleConfigurationCommand({ Bucket }));
  expect(Rules).toMatchObject([{ Status: 'Enabled', Filter: { Prefix: 'a' }, Expiration: { Days: 1 } }]);
  expect(Rules?.[0]?.ID).toBeTruthy();
});
