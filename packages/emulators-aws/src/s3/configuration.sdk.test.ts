import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteBucketCorsCommand,
  DeleteBucketTaggingCommand,
  DeleteObjectTaggingCommand,
  GetBucketAclCommand,
  GetBucketCorsCommand,
  GetBucketEncryptionCommand,
  GetBucketLocationCommand,
  GetBucketOwnershipControlsCommand,
  GetBucketTaggingCommand,
  GetBucketWebsiteCommand,
  GetObjectAclCommand,
  GetObjectTaggingCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  PutBucketCorsCommand,
  PutBucketEncryptionCommand,
  PutBucketTaggingCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
  S3Client,
  SelectObjectContentCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenSandbox, openSandbox } from '../testing.ts';

let sandbox: OpenSandbox;
let s3: S3Client;
const Bucket = 'settings';

beforeAll(async () => {
  sandbox = await openSandbox();
  s3 = sandbox.client(S3Client);
  await s3.send(new CreateBucketCommand({ Bucket }));
});
afterAll(async () => {
  expect(sandbox.bugs).toEqual([]);
  await sandbox.close();
});

describe('a bucket', () => {
  it.each([
    'ab',
    'Upper',
    'under_score',
    '192.168.5.4',
    'dots..dots',
    'sthree-a',
    'ends-',
    'a'.repeat(64),
    'mine-s3alias',
  ])('may not be named %s', async (name) => {
    const made = s3.send(new CreateBucketCommand({ Bucket: name }));

    await expect(made).rejects.toMatchObject({ name: 'InvalidBucketName' });
  });

  it('knows its region', async () => {
    const CreateBucketConfiguration = { LocationConstraint: 'eu-central-1' as const };
    await s3.send(new CreateBucketCommand({ Bucket: 'abroad', CreateBucketConfiguration }));

    const { LocationConstraint } = await s3.send(new GetBucketLocationCommand({ Bucket: 'abroad' }));

    expect(LocationConstraint).toBe('eu-central-1');
    expect((await s3.send(new HeadBucketCommand({ Bucket: 'abroad' }))).BucketRegion).toBe('eu-central-1');
    expect((await s3.send(new GetBucketLocationCommand({ Bucket }))).LocationConstraint).toBeUndefined();
    const again = s3.send(new CreateBucketCommand({ Bucket: 'abroad', CreateBucketConfiguration }));
    await expect(again).rejects.toMatchObject({ name: 'BucketAlreadyOwnedByYou' });
  });

  it('can be made again in the first region, and be deleted', async () => {
    await s3.send(new CreateBucketCommand({ Bucket: 'short-lived' }));
    await s3.send(new CreateBucketCommand({ Bucket: 'short-lived' }));
    await s3.send(new DeleteBucketCommand({ Bucket: 'short-lived' }));

    await expect(s3.send(new DeleteBucketCommand({ Bucket: 'short-lived' }))).rejects.toMatchObject({
      name: 'NoSuchBucket',
    });
  });

  it('belongs to its account alone', async () => {
    const { Owner, Grants } = await s3.send(new GetBucketAclCommand({ Bucket }));
    const { OwnershipControls } = await s3.send(new GetBucketOwnershipControlsCommand({ Bucket }));

    expect(Grants).toEqual([{ Grantee: { ID: Owner?.ID, Type: 'CanonicalUser' }, Permission: 'FULL_CONTROL' }]);
    expect(OwnershipControls?.Rules).toEqual([{ ObjectOwnership: 'BucketOwnerEnforced' }]);
  });
});

describe('tags', () => {
  it('of a bucket are put, answered and deleted', async () => {
    const TagSet = [{ Key: 'team', Value: 'ml' }];
    await s3.send(new PutBucketTaggingCommand({ Bucket, Tagging: { TagSet } }));
    expect((await s3.send(new GetBucketTaggingCommand({ Bucket }))).TagSet).toEqual(TagSet);

    await s3.send(new DeleteBucketTaggingCommand({ Bucket }));

    await expect(s3.send(new GetBucketTaggingCommand({ Bucket }))).rejects.toMatchObject({ name: 'NoSuchTagSet' });
  });

  it('of an object are put with it or later', async () => {
    await s3.send(new PutObjectCommand({ Bucket, Key: 'tagged', Body: 'x', Tagging: 'a=1&b=x%20y' }));
    const tags = async () => (await s3.send(new GetObjectTaggingCommand({ Bucket, Key: 'tagged' }))).TagSet;
    expect(await tags()).toEqual([
      { Key: 'a', Value: '1' },
      { Key: 'b', Value: 'x y' },
    ]);

    await s3.send(
      new PutObjectTaggingCommand({ Bucket, Key: 'tagged', Tagging: { TagSet: [{ Key: 'c', Value: '' }] } }),
    );
    expect(await tags()).toEqual([{ Key: 'c', Value: '' }]);

    await s3.send(new DeleteObjectTaggingCommand({ Bucket, Key: 'tagged' }));
    expect(await tags()).toEqual([]);
  });

  it('are refused when they are too many, twice the same or reserved', async () => {
    const put = (...keys: string[]) => {
      const TagSet = keys.map((Key) => ({ Key, Value: 'v' }));
      return s3.send(new PutObjectTaggingCommand({ Bucket, Key: 'tagged', Tagging: { TagSet } }));
    };

    await expect(put(...Array.from({ length: 11 }, (_, i) => `k${i}`))).rejects.toMatchObject({ name: 'BadRequest' });
    await expect(put('a', 'a')).rejects.toMatchObject({ name: 'InvalidTag' });
    await expect(put('aws:x')).rejects.toMatchObject({ name: 'InvalidTag' });
  });
});

describe('encryption', () => {
  const configure = (SSEAlgorithm: 'aws:kms' | 'AES256', KMSMasterKeyID?: string) => {
    const rule = { ApplyServerSideEncryptionByDefault: { SSEAlgorithm, KMSMasterKeyID }, BucketKeyEnabled: true };
    return s3.send(new PutBucketEncryptionCommand({ Bucket, ServerSideEncryptionConfiguration: { Rules: [rule] } }));
  };

  it('is with keys of S3 by default', async () => {
    const { ServerSideEncryptionConfiguration } = await s3.send(new GetBucketEncryptionCommand({ Bucket }));

    expect(ServerSideEncryptionConfiguration?.Rules?.[0]?.ApplyServerSideEncryptionByDefault?.SSEAlgorithm).toBe(
      'AES256',
    );
  });

  it('is as the bucket says, unless the put says otherwise', async () => {
    await configure('aws:kms');
    const byDefault = await s3.send(new PutObjectCommand({ Bucket, Key: 'e', Body: 'x' }));
    const own = await s3.send(new PutObjectCommand({ Bucket, Key: 'f', Body: 'x', ServerSideEncryption: 'AES256' }));
    const head = await s3.send(new HeadObjectCommand({ Bucket, Key: 'e' }));
    await configure('AES256');

    expect(byDefault).toMatchObject({ ServerSideEncryption: 'aws:kms', BucketKeyEnabled: true });
    expect(byDefault.SSEKMSKeyId).toMatch(new RegExp(`^arn:aws:kms:us-east-1:${sandbox.tenant.accountId}:key/`));
    expect(head.SSEKMSKeyId).toBe(byDefault.SSEKMSKeyId);
    expect(own.ServerSideEncryption).toBe('AES256');
  });

  it('does not take a key without KMS', async () => {
    await expect(configure('AES256', 'alias/mine')).rejects.toMatchObject({ name: 'InvalidArgument' });
  });
});

it('CORS rules are kept, and checked', async () => {
  const put = (AllowedMethods: string[]) => {
    const CORSRules = [{ AllowedMethods, AllowedOrigins: ['https://example.com'] }];
    return s3.send(new PutBucketCorsCommand({ Bucket, CORSConfiguration: { CORSRules } }));
  };
  await expect(put(['PATCH'])).rejects.toMatchObject({ name: 'InvalidRequest' });
  await put(['GET']);
  expect((await s3.send(new GetBucketCorsCommand({ Bucket }))).CORSRules?.[0]?.AllowedMethods).toEqual(['GET']);
  await s3.send(new DeleteBucketCorsCommand({ Bucket }));

  await expect(s3.send(new GetBucketCorsCommand({ Bucket }))).rejects.toMatchObject({
    name: 'NoSuchCORSConfiguration',
  });
});

it('the list of an object gives its owner full control', async () => {
  await s3.send(new PutObjectCommand({ Bucket, Key: 'owned', Body: 'x', ACL: 'bucket-owner-full-control' }));

  const { Grants } = await s3.send(new GetObjectAclCommand({ Bucket, Key: 'owned' }));

  expect(Grants?.map(({ Permission }) => Permission)).toEqual(['FULL_CONTROL']);
  const listed = s3.send(new PutObjectCommand({ Bucket, Key: 'owned', Body: 'x', ACL: 'public-read' }));
  await expect(listed).rejects.toMatchObject({ name: 'AccessControlListNotSupported' });
});

it('what the sandbox does not have answers 501', async () => {
  const missing = { $metadata: { httpStatusCode: 501 } };

  await expect(s3.send(new GetBucketWebsiteCommand({ Bucket }))).rejects.toMatchObject(missing);
  const select = { Bucket, Key: 'owned', Expression: 'SELECT 1', ExpressionType: 'SQL' as const };
  const serialization = { InputSerialization: { CSV: {} }, OutputSerialization: { CSV: {} } };
  await expect(s3.send(new SelectObjectContentCommand({ ...select, ...serialization }))).rejects.toMatchObject(missing);
  const lock = s3.send(new CreateBucketCommand({ Bucket: 'locked', ObjectLockEnabledForBucket: true }));
  await expect(lock).rejects.toMatchObject(missing);
});
