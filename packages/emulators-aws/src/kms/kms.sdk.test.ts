import { CreateAccessKeyCommand, CreateUserCommand, IAMClient, PutUserPolicyCommand } from '@aws-sdk/client-iam';
import {
  CancelKeyDeletionCommand,
  CreateAliasCommand,
  CreateKeyCommand,
  DecryptCommand,
  DescribeKeyCommand,
  DisableKeyCommand,
  EnableKeyCommand,
  EncryptCommand,
  GenerateDataKeyCommand,
  GetKeyPolicyCommand,
  KMSClient,
  ListAliasesCommand,
  ListKeysCommand,
  PutKeyPolicyCommand,
  ScheduleKeyDeletionCommand,
} from '@aws-sdk/client-kms';
import { CreateBucketCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type OpenSandbox, openSandbox } from '../testing.ts';

const DAY = 86_400_000;
const secret = new TextEncoder().encode('a secret');

let box: OpenSandbox;
let kms: KMSClient;
let KeyId = '';
let arn = '';

beforeAll(async () => {
  box = await openSandbox({ id: 'kms' });
  kms = box.client(KMSClient);
});
afterAll(async () => {
  expect(box.bugs).toEqual([]);
  await box.close();
});
beforeEach(async () => {
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({ Description: 'of the lab' }));
  KeyId = KeyMetadata?.KeyId ?? '';
  arn = KeyMetadata?.Arn ?? '';
});

const encrypt = (EncryptionContext?: Record<string, string>, client = kms) =>
  client.send(new EncryptCommand({ KeyId, Plaintext: secret, EncryptionContext }));
const decrypt = (CiphertextBlob: Uint8Array | undefined, more: object = {}, client = kms) =>
  client.send(new DecryptCommand({ CiphertextBlob, ...more }));
const user = async (UserName: string, actions: readonly string[] = []) => {
  const iam = box.client(IAMClient);
  const { User } = await iam.send(new CreateUserCommand({ UserName }));
  if (actions.length > 0) {
    const Statement = [{ Effect: 'Allow', Action: actions, Resource: '*' }];
    const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement });
    await iam.send(new PutUserPolicyCommand({ UserName, PolicyName: 'rights', PolicyDocument }));
  }
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName }));
  const credentials = {
    accessKeyId: AccessKey?.AccessKeyId ?? '',
    secretAccessKey: AccessKey?.SecretAccessKey ?? '',
  };
  return { arn: User?.Arn, client: box.client(KMSClient, { credentials }) };
};

describe('ciphertexts', () => {
  it('name their key, and open with the same context only', async () => {
    const { CiphertextBlob } = await encrypt({ lab: 'one', step: '2' });

    const { Plaintext, KeyId: used } = await decrypt(CiphertextBlob, { EncryptionContext: { step: '2', lab: 'one' } });

    expect(Buffer.from(Plaintext ?? []).toString()).toBe('a secret');
    expect(used).toBe(arn);
    expect(Buffer.from(CiphertextBlob ?? []).includes('a secret')).toBe(false);
    const other = decrypt(CiphertextBlob, { EncryptionContext: { lab: 'two' } });
    await expect(other).rejects.toMatchObject({ name: 'InvalidCiphertextException' });
  });

  it('that were changed, or that KMS never made, do not open', async () => {
    const { CiphertextBlob = new Uint8Array() } = await encrypt();
    const changed = Uint8Array.from(CiphertextBlob, (byte, index) =>
      index === CiphertextBlob.length - 1 ? byte ^ 1 : byte,
    );

    await expect(decrypt(changed)).rejects.toMatchObject({ name: 'InvalidCiphertextException' });
    await expect(decrypt(secret)).rejects.toMatchObject({ name: 'InvalidCiphertextException' });
  });

  it('do not open with another key', async () => {
    const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
    const { CiphertextBlob } = await encrypt();

    const failing = decrypt(CiphertextBlob, { KeyId: KeyMetadata?.KeyId });

    await expect(failing).rejects.toMatchObject({ name: 'IncorrectKeyException' });
  });
});

describe('data keys', () => {
  it('come in clear and sealed', async () => {
    const { Plaintext, CiphertextBlob } = await kms.send(new GenerateDataKeyCommand({ KeyId, KeySpec: 'AES_256' }));

    const opened = await decrypt(CiphertextBlob);

    expect(Plaintext).toHaveLength(32);
    expect(opened.Plaintext).toEqual(Plaintext);
    const both = kms.send(new GenerateDataKeyCommand({ KeyId, KeySpec: 'AES_256', NumberOfBytes: 16 }));
    await expect(both).rejects.toMatchObject({ name: 'ValidationException' });
  });
});

describe('a key', () => {
  it('is described, listed and named by an alias', async () => {
    await kms.send(new CreateAliasCommand({ AliasName: `alias/lab-${KeyId}`, TargetKeyId: KeyId }));

    const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId: `alias/lab-${KeyId}` }));
    const { Keys = [] } = await kms.send(new ListKeysCommand({ Limit: 1000 }));
    const { Aliases } = await kms.send(new ListAliasesCommand({ KeyId }));

    expect(KeyMetadata).toMatchObject({
      Arn: arn,
      KeyState: 'Enabled',
      KeyManager: 'CUSTOMER',
      Description: 'of the lab',
    });
    expect(Keys.map(({ KeyArn }) => KeyArn)).toContain(arn);
    expect(Aliases).toMatchObject([{ AliasName: `alias/lab-${KeyId}`, TargetKeyId: KeyId }]);
    const again = kms.send(new CreateAliasCommand({ AliasName: `alias/lab-${KeyId}`, TargetKeyId: KeyId }));
    await expect(again).rejects.toMatchObject({ name: 'AlreadyExistsException' });
  });

  it('does nothing while it is disabled', async () => {
    const { CiphertextBlob } = await encrypt();
    await kms.send(new DisableKeyCommand({ KeyId }));

    await expect(decrypt(CiphertextBlob)).rejects.toMatchObject({
      name: 'DisabledException',
      message: `${arn} is disabled.`,
    });
    await kms.send(new EnableKeyCommand({ KeyId }));
    await decrypt(CiphertextBlob);
  });

  it('is gone when its waiting time is over, and can be kept until then', async () => {
    const schedule = () => kms.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 }));
    await schedule();
    await expect(encrypt()).rejects.toMatchObject({ name: 'KMSInvalidStateException' });
    await kms.send(new CancelKeyDeletionCommand({ KeyId }));
    await box.advance(8 * DAY);
    await kms.send(new EnableKeyCommand({ KeyId }));
    await encrypt();

    await schedule();
    await box.advance(8 * DAY);

    await expect(encrypt()).rejects.toMatchObject({
      name: 'NotFoundException',
      message: `Key '${arn}' does not exist`,
    });
  });

  it.each([
    ['alias/absent', 'NotFoundException', 'alias/absent is not found.'],
    ['no-key', 'NotFoundException', "Invalid keyId 'no-key'"],
    ['arn:aws:s3:::bucket', 'InvalidArnException', 'Invalid arn arn:aws:s3:::bucket'],
  ])('named %s is not there', async (name, code, part) => {
    const failing = kms.send(new DescribeKeyCommand({ KeyId: name }));

    await expect(failing).rejects.toMatchObject({ name: code, message: expect.stringContaining(part) });
  });

  it('of another kind is refused with one sentence', async () => {
    await expect(kms.send(new CreateKeyCommand({ KeySpec: 'RSA_2048' }))).rejects.toMatchObject({
      name: 'UnsupportedOperationException',
      message: 'The key spec RSA_2048 is not supported in this sandbox.',
    });
  });
});

describe('key policies', () => {
  const policy = (...Statement: readonly object[]) => JSON.stringify({ Version: '2012-10-17', Statement });
  const administer = () => ({
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${box.tenant.accountId}:user/learner` },
    Action: 'kms:*',
    Resource: '*',
  });
  const put = (Policy: string) => kms.send(new PutKeyPolicyCommand({ KeyId, Policy }));

  it('leave it to IAM at first', async () => {
    const allowed = await user('allowed', ['kms:Encrypt']);
    const bare = await user('bare');

    await encrypt(undefined, allowed.client);

    await expect(encrypt(undefined, bare.client)).rejects.toMatchObject({ name: 'AccessDeniedException' });
    const { Policy } = await kms.send(new GetKeyPolicyCommand({ KeyId }));
    expect(Policy).toContain('Enable IAM User Permissions');
  });

  it('close a key to those whom only IAM allows, and open it to those they name', async () => {
    const byIam = await user('by-iam', ['kms:*']);
    const byPolicy = await user('by-policy');
    const statement = { Effect: 'Allow', Action: 'kms:Decrypt', Resource: '*' };
    await put(policy(administer(), { ...statement, Principal: { AWS: byPolicy.arn } }));
    const { CiphertextBlob } = await encrypt();

    await decrypt(CiphertextBlob, {}, byPolicy.client);

    await expect(decrypt(CiphertextBlob, {}, byIam.client)).rejects.toMatchObject({ name: 'AccessDeniedException' });
  });

  it('may ask for an encryption context', async () => {
    const reader = await user('reader');
    const Condition = { StringEquals: { 'kms:EncryptionContext:team': 'ml' } };
    const statement = { Effect: 'Allow', Principal: { AWS: reader.arn }, Action: 'kms:Decrypt', Resource: '*' };
    await put(policy(administer(), { ...statement, Condition }));
    const ml = { team: 'ml' };
    const web = { team: 'web' };

    await decrypt((await encrypt(ml)).CiphertextBlob, { EncryptionContext: ml }, reader.client);

    const other = decrypt((await encrypt(web)).CiphertextBlob, { EncryptionContext: web }, reader.client);
    await expect(other).rejects.toMatchObject({ name: 'AccessDeniedException' });
  });

  it('that would lock their author out, or are no policies, are refused', async () => {
    const nobody = policy({ ...administer(), Principal: { AWS: `arn:aws:iam::${box.tenant.accountId}:user/other` } });

    await expect(put(nobody)).rejects.toMatchObject({ name: 'MalformedPolicyDocumentException' });
    await expect(put('{')).rejects.toMatchObject({ name: 'MalformedPolicyDocumentException' });
  });
});

describe('beside S3', () => {
  it('an object under a key can be read while the key is enabled', async () => {
    const s3 = box.client(S3Client);
    const Bucket = 'sealed-objects';
    await s3.send(new CreateBucketCommand({ Bucket }));
    const sealed = { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: KeyId } as const;
    await s3.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'x', ...sealed }));
    const get = async () => (await s3.send(new GetObjectCommand({ Bucket, Key: 'k' }))).Body?.transformToString();

    expect(await get()).toBe('x');
    await kms.send(new DisableKeyCommand({ KeyId }));

    await expect(get()).rejects.toMatchObject({ name: 'KMS.DisabledException' });
  });

  it("S3's own key is there, and not to be used or changed directly", async () => {
    const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId: 'alias/aws/s3' }));

    expect(KeyMetadata).toMatchObject({ KeyManager: 'AWS', KeyState: 'Enabled' });
    const use = kms.send(new EncryptCommand({ KeyId: 'alias/aws/s3', Plaintext: secret }));
    await expect(use).rejects.toMatchObject({ name: 'AccessDeniedException' });
  });
});
