import { CreateAccessKeyCommand, CreateUserCommand, IAMClient, PutUserPolicyCommand } from '@aws-sdk/client-iam';
import {
  CreateBucketCommand,
  DeleteObjectsCommand,
  DeletePublicAccessBlockCommand,
  GetBucketPolicyCommand,
  GetBucketPolicyStatusCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  GetPublicAccessBlockCommand,
  HeadBucketCommand,
  ListObjectsV2Command,
  PutBucketAclCommand,
  PutBucketOwnershipControlsCommand,
  PutBucketPolicyCommand,
  PutObjectCommand,
  PutPublicAccessBlockCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenSandbox, openSandbox } from '../testing.ts';

let sandbox: OpenSandbox;
let s3: S3Client;
let iam: IAMClient;
let count = 0;
const arn = (name: string) => `arn:aws:s3:::${name}`;
const denied = { name: 'AccessDenied', $metadata: { httpStatusCode: 403 } };

beforeAll(async () => {
  sandbox = await openSandbox();
  s3 = sandbox.client(S3Client);
  iam = sandbox.client(IAMClient);
});
afterAll(async () => {
  expect(sandbox.bugs).toEqual([]);
  await sandbox.close();
});

const newBucket = async () => {
  count += 1;
  const Bucket = `vault-${count}`;
  await s3.send(new CreateBucketCommand({ Bucket }));
  await s3.send(new PutObjectCommand({ Bucket, Key: 'in/a', Body: 'secret', Tagging: 'level=open' }));
  return Bucket;
};

/** A client of a new user who may do what `statements` say. */
const userWho = async (...statements: object[]) => {
  count += 1;
  const UserName = `user-${count}`;
  await iam.send(new CreateUserCommand({ UserName }));
  const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: statements });
  if (statements.length > 0) await iam.send(new PutUserPolicyCommand({ UserName, PolicyName: 'p', PolicyDocument }));
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName }));
  const credentials = { accessKeyId: AccessKey?.AccessKeyId ?? '', secretAccessKey: AccessKey?.SecretAccessKey ?? '' };
  return sandbox.client(S3Client, { credentials });
};
const allow = (Action: string | string[], Resource: string | string[], Condition = {}) => ({
  Effect: 'Allow',
  Action,
  Resource,
  Condition,
});
const putPolicy = (Bucket: string, ...Statement: object[]) =>
  s3.send(new PutBucketPolicyCommand({ Bucket, Policy: JSON.stringify({ Version: '2012-10-17', Statement }) }));
const publicRead = (Bucket: string) => ({
  Effect: 'Allow',
  Principal: '*',
  Action: 's3:GetObject',
  Resource: `${arn(Bucket)}/*`,
});
const anonymous = () => {
  const client = sandbox.client(S3Client);
  client.middlewareStack.add(
    (next) => (call) => {
      const { headers } = call.request as { headers: Record<string, string> };
      for (const name of ['authorization', 'x-amz-security-token']) delete headers[name];
      return next(call);
    },
    { step: 'finalizeRequest', priority: 'low' },
  );
  return client;
};

describe('a user', () => {
  it('without rights gets nothing, with a reason', async () => {
    const Bucket = await newBucket();
    const stranger = await userWho();

    const asked = stranger.send(new GetObjectCommand({ Bucket, Key: 'in/a' }));

    await expect(asked).rejects.toMatchObject({ ...denied, message: expect.stringContaining('s3:GetObject') });
  });

  it('who may not list is not told which keys exist', async () => {
    const Bucket = await newBucket();
    const reader = await userWho(allow('s3:GetObject', `${arn(Bucket)}/*`));
    const lister = await userWho(allow('s3:GetObject', `${arn(Bucket)}/*`), allow('s3:ListBucket', arn(Bucket)));
    const absent = new GetObjectCommand({ Bucket, Key: 'absent' });

    await expect(reader.send(absent)).rejects.toMatchObject(denied);
    await expect(lister.send(absent)).rejects.toMatchObject({ name: 'NoSuchKey' });
  });

  it('is told that a bucket does not exist, whatever it may do', async () => {
    const stranger = await userWho();

    await expect(stranger.send(new GetObjectCommand({ Bucket: 'absent', Key: 'k' }))).rejects.toMatchObject({
      name: 'NoSuchBucket',
    });
    await expect(stranger.send(new HeadBucketCommand({ Bucket: 'absent' }))).rejects.toMatchObject({
      name: 'NotFound',
    });
  });

  it('may be confined to a prefix', async () => {
    const Bucket = await newBucket();
    const confined = await userWho(allow('s3:ListBucket', arn(Bucket), { StringLike: { 's3:prefix': 'in/*' } }));

    expect((await confined.send(new ListObjectsV2Command({ Bucket, Prefix: 'in/' }))).KeyCount).toBe(1);
    await expect(confined.send(new ListObjectsV2Command({ Bucket }))).rejects.toMatchObject(denied);
  });

  it('may be confined to objects with a tag', async () => {
    const Bucket = await newBucket();
    await s3.send(new PutObjectCommand({ Bucket, Key: 'in/b', Body: 'x', Tagging: 'level=closed' }));
    const open = { StringEquals: { 's3:ExistingObjectTag/level': 'open' } };
    const reader = await userWho(allow('s3:GetObject', `${arn(Bucket)}/*`, open));

    await reader.send(new GetObjectCommand({ Bucket, Key: 'in/a' }));
    await expect(reader.send(new GetObjectCommand({ Bucket, Key: 'in/b' }))).rejects.toMatchObject(denied);
  });

  it('needs a right of its own to write tags', async () => {
    const Bucket = await newBucket();
    const writer = await userWho(allow('s3:PutObject', `${arn(Bucket)}/*`));

    await writer.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'x' }));
    const tagged = writer.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'x', Tagging: 'a=b' }));
    await expect(tagged).rejects.toMatchObject({ ...denied, message: expect.stringContaining('s3:PutObjectTagging') });
    await expect(writer.send(new GetObjectTaggingCommand({ Bucket, Key: 'k' }))).rejects.toMatchObject(denied);
  });

  it('deletes of many only what it may', async () => {
    const Bucket = await newBucket();
    const deleter = await userWho(allow('s3:DeleteObject', `${arn(Bucket)}/in/*`));
    const Objects = [{ Key: 'in/a' }, { Key: 'out/a' }];

    const { Deleted, Errors } = await deleter.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }));

    expect(Deleted).toEqual([{ Key: 'in/a' }]);
    expect(Errors).toMatchObject([{ Key: 'out/a', Code: 'AccessDenied' }]);
  });
});

describe('a bucket policy', () => {
  it('gives rights to users of the account', async () => {
    const Bucket = await newBucket();
    const stranger = await userWho();
    const Principal = { AWS: `arn:aws:iam::${sandbox.tenant.accountId}:user/user-${count}` };
    await putPolicy(Bucket, { Effect: 'Allow', Principal, Action: 's3:GetObject', Resource: `${arn(Bucket)}/*` });

    expect(await (await stranger.send(new GetObjectCommand({ Bucket, Key: 'in/a' }))).Body?.transformToString()).toBe(
      'secret',
    );
    expect((await s3.send(new GetBucketPolicyStatusCommand({ Bucket }))).PolicyStatus?.IsPublic).toBe(false);
  });

  it('can deny what others allow', async () => {
    const Bucket = await newBucket();
    await putPolicy(Bucket, {
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:PutObject',
      Resource: `${arn(Bucket)}/*`,
      Condition: { Null: { 's3:x-amz-server-side-encryption': 'true' } },
    });
    const put = { Bucket, Key: 'k', Body: 'x' };

    await expect(s3.send(new PutObjectCommand(put))).rejects.toMatchObject(denied);
    await s3.send(new PutObjectCommand({ ...put, ServerSideEncryption: 'AES256' }));
  });

  it('that is malformed or about another bucket is refused in words', async () => {
    const Bucket = await newBucket();
    const refused = (Statement: object) => expect(putPolicy(Bucket, Statement)).rejects;

    await refused(publicRead('other')).toMatchObject({
      name: 'MalformedPolicy',
      message: expect.stringContaining('invalid resource'),
    });
    await refused({ ...publicRead(Bucket), Action: 'iam:PassRole' }).toMatchObject({ name: 'MalformedPolicy' });
    await refused({ Effect: 'Allow', Action: 's3:*', Resource: arn(Bucket) }).toMatchObject({
      name: 'MalformedPolicy',
    });
    const nobody = { AWS: `arn:aws:iam::${sandbox.tenant.accountId}:role/nobody` };
    await refused({ ...publicRead(Bucket), Principal: nobody }).toMatchObject({
      name: 'MalformedPolicy',
      message: expect.stringContaining('Invalid principal in policy'),
    });
    await expect(s3.send(new GetBucketPolicyCommand({ Bucket }))).rejects.toMatchObject({ name: 'NoSuchBucketPolicy' });
  });
});

describe('public access', () => {
  it('is blocked for new buckets', async () => {
    const Bucket = await newBucket();

    const { PublicAccessBlockConfiguration } = await s3.send(new GetPublicAccessBlockCommand({ Bucket }));

    expect(Object.values(PublicAccessBlockConfiguration ?? {})).toEqual([true, true, true, true]);
    await expect(putPolicy(Bucket, publicRead(Bucket))).rejects.toMatchObject(denied);
  });

  it('is open to anybody once the block is gone and a policy says so, and closed again by RestrictPublicBuckets', async () => {
    const Bucket = await newBucket();
    const get = new GetObjectCommand({ Bucket, Key: 'in/a' });
    await s3.send(new DeletePublicAccessBlockCommand({ Bucket }));
    await expect(anonymous().send(get)).rejects.toMatchObject(denied);
    await putPolicy(Bucket, publicRead(Bucket));

    expect(await (await anonymous().send(get)).Body?.transformToString()).toBe('secret');
    expect((await s3.send(new GetBucketPolicyStatusCommand({ Bucket }))).PolicyStatus?.IsPublic).toBe(true);

    const PublicAccessBlockConfiguration = { RestrictPublicBuckets: true };
    await s3.send(new PutPublicAccessBlockCommand({ Bucket, PublicAccessBlockConfiguration }));
    await expect(anonymous().send(get)).rejects.toMatchObject(denied);
    expect(await (await s3.send(get)).Body?.transformToString()).toBe('secret');
  });

  it('by lists is refused: as not allowed where lists are disabled, as not supported elsewhere', async () => {
    const Bucket = await newBucket();
    const acl = (ACL: 'public-read' | 'private') => s3.send(new PutBucketAclCommand({ Bucket, ACL }));
    await expect(acl('private')).rejects.toMatchObject({ name: 'AccessControlListNotSupported' });
    const Rules = [{ ObjectOwnership: 'BucketOwnerPreferred' as const }];
    await s3.send(new PutBucketOwnershipControlsCommand({ Bucket, OwnershipControls: { Rules } }));

    await acl('private');
    await expect(acl('public-read')).rejects.toMatchObject(denied);
    await s3.send(new DeletePublicAccessBlockCommand({ Bucket }));
    await expect(acl('public-read')).rejects.toMatchObject({ name: 'NotImplemented' });
  });
});

it('requests that expect another owner are refused', async () => {
  const Bucket = await newBucket();
  const get = (ExpectedBucketOwner: string) =>
    s3.send(new GetObjectCommand({ Bucket, Key: 'in/a', ExpectedBucketOwner }));

  await expect(get('111122223333')).rejects.toMatchObject(denied);
  await get(sandbox.tenant.accountId);
});
