import {
  CreateRoleCommand,
  CreateUserCommand,
  DeleteRoleCommand,
  IAMClient,
  ListRolesCommand,
  ListUsersCommand,
  PutRolePolicyCommand,
} from '@aws-sdk/client-iam';
import {
  AssumeRoleCommand,
  type AssumeRoleCommandInput,
  type Credentials,
  DecodeAuthorizationMessageCommand,
  GetAccessKeyInfoCommand,
  GetCallerIdentityCommand,
  GetSessionTokenCommand,
  STSClient,
} from '@aws-sdk/client-sts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type OpenSandbox, openSandbox } from '../testing.ts';

let cloud: OpenSandbox;
let iam: IAMClient;
let sts: STSClient;

beforeAll(async () => {
  cloud = await openSandbox({ id: 'sts-test' });
});
beforeEach(async () => {
  await cloud.sandbox.reset(cloud.tenant);
  cloud.sandbox.authority.hostKeys(cloud.tenant);
  iam = cloud.client(IAMClient);
  sts = cloud.client(STSClient);
});
afterAll(async () => {
  expect(cloud.bugs).toEqual([]);
  await cloud.close();
});

const HOUR = 3_600_000;
const arnOf = (name: string) => `arn:aws:iam::${cloud.tenant.accountId}:role/${name}`;

const trust = (statement: object) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${cloud.tenant.accountId}:root` },
        Action: ['sts:AssumeRole', 'sts:TagSession'],
        ...statement,
      },
    ],
  });

async function makeRole(name: string, actions: string[], statement: object = {}, MaxSessionDuration = 3600) {
  await iam.send(
    new CreateRoleCommand({ RoleName: name, AssumeRolePolicyDocument: trust(statement), MaxSessionDuration }),
  );
  if (actions.length === 0) return;
  const PolicyDocument = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }],
  });
  await iam.send(new PutRolePolicyCommand({ RoleName: name, PolicyName: 'own', PolicyDocument }));
}

const assume = (name: string, more: Partial<AssumeRoleCommandInput> = {}, as = sts) =>
  as.send(new AssumeRoleCommand({ RoleArn: arnOf(name), RoleSessionName: 'work', ...more }));

const signing = ({ AccessKeyId = '', SecretAccessKey = '', SessionToken = '' }: Credentials = {} as Credentials) => ({
  credentials: { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken },
});

const failure = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => ({ name: 'no error' }),
    ({ name, message }: Error) => ({ name, message }),
  );

describe('GetCallerIdentity', () => {
  it('tells the learner and root apart', async () => {
    const learner = await sts.send(new GetCallerIdentityCommand({}));
    const root = await cloud.client(STSClient, { credentials: cloud.root }).send(new GetCallerIdentityCommand({}));

    const { accountId } = cloud.tenant;
    expect(learner).toMatchObject({ Account: accountId, Arn: `arn:aws:iam::${accountId}:user/learner` });
    expect(root).toMatchObject({ UserId: accountId, Arn: `arn:aws:iam::${accountId}:root` });
  });
});

describe('AssumeRole', () => {
  it('gives the rights of the role and no others, until the hour is over', async () => {
    await makeRole('Reader', ['iam:ListUsers']);

    const { Credentials, AssumedRoleUser } = await assume('Reader');
    const reader = cloud.client(IAMClient, signing(Credentials));
    const who = await cloud.client(STSClient, signing(Credentials)).send(new GetCallerIdentityCommand({}));
    const listed = await reader.send(new ListUsersCommand({}));
    const denied = await failure(reader.send(new CreateUserCommand({ UserName: 'x' })));
    await cloud.advance(HOUR);
    const late = await failure(reader.send(new ListUsersCommand({})));

    expect(Credentials?.AccessKeyId).toMatch(/^LSIA/);
    expect(who.Arn).toBe(`arn:aws:sts::${cloud.tenant.accountId}:assumed-role/Reader/work`);
    expect(AssumedRoleUser?.AssumedRoleId).toMatch(/^AROA.*:work$/);
    expect(listed.Users).toHaveLength(1);
    expect(denied).toMatchObject({ name: 'AccessDenied' });
    expect(late).toMatchObject({ name: 'ExpiredToken' });
  });

  it('refuses a wrong or missing session token', async () => {
    await makeRole('Reader', ['iam:ListUsers']);
    const { Credentials } = await assume('Reader');
    const { credentials } = signing(Credentials);

    const forged = cloud.client(IAMClient, { credentials: { ...credentials, sessionToken: 'forged' } });

    expect(await failure(forged.send(new ListUsersCommand({})))).toMatchObject({ name: 'InvalidClientTokenId' });
  });

  it('asks the trust policy: who may, and under which condition', async () => {
    await makeRole('Partner', [], { Condition: { StringEquals: { 'sts:ExternalId': '42' } } });
    await makeRole('Service', [], { Principal: { Service: 'lambda.amazonaws.com' } });

    const without = await failure(assume('Partner'));
    const wrong = await failure(assume('Partner', { ExternalId: '43' }));
    const right = await failure(assume('Partner', { ExternalId: '42' }));
    const service = await failure(assume('Service'));
    const missing = await failure(assume('NoSuchRole'));

    const message = (name: string) =>
      expect.stringContaining(`is not authorized to perform: sts:AssumeRole on resource: ${arnOf(name)}`);
    expect(without).toMatchObject({ name: 'AccessDenied', message: message('Partner') });
    expect(wrong).toMatchObject({ name: 'AccessDenied' });
    expect(right).toEqual({ name: 'no error' });
    expect(service).toMatchObject({ name: 'AccessDenied', message: message('Service') });
    expect(missing).toMatchObject({ name: 'AccessDenied', message: message('NoSuchRole') });
  });

  it('is not for root', async () => {
    await makeRole('Reader', []);

    const root = cloud.client(STSClient, { credentials: cloud.root });

    expect(await failure(assume('Reader', {}, root))).toEqual({
      name: 'AccessDenied',
      message: 'Roles may not be assumed by root accounts.',
    });
  });

  it('narrows a session by its session policy', async () => {
    await makeRole('Reader', ['iam:ListUsers', 'iam:ListRoles']);
    const Policy = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 'iam:ListRoles', Resource: '*' }],
    });

    const { Credentials, PackedPolicySize } = await assume('Reader', { Policy });
    const reader = cloud.client(IAMClient, signing(Credentials));

    expect(await failure(reader.send(new ListRolesCommand({})))).toEqual({ name: 'no error' });
    expect(await failure(reader.send(new ListUsersCommand({})))).toMatchObject({ name: 'AccessDenied' });
    expect(PackedPolicySize).toBeGreaterThan(0);
  });

  it('limits its length by the role, and to one hour in a chain', async () => {
    await makeRole('First', ['sts:AssumeRole'], {}, 7200);
    await makeRole('Second', [], {}, 43_200);

    const tooLong = await failure(assume('First', { DurationSeconds: 7201 }));
    const { Credentials } = await assume('First', { DurationSeconds: 7200 });
    const first = cloud.client(STSClient, signing(Credentials));
    const chained = await failure(assume('Second', { DurationSeconds: 3601 }, first));
    const hour = await failure(assume('Second', { DurationSeconds: 3600 }, first));

    expect(tooLong).toEqual({
      name: 'ValidationError',
      message: 'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
    });
    expect(chained).toMatchObject({ message: expect.stringContaining('role chaining') });
    expect(hour).toEqual({ name: 'no error' });
  });

  it('hands transitive tags on, where policies can read them', async () => {
    await makeRole('First', ['sts:AssumeRole', 'sts:TagSession']);
    await makeRole('Second', []);
    const PolicyDocument = JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: 'iam:ListUsers',
          Resource: '*',
          Condition: { StringEquals: { 'aws:PrincipalTag/team': 'fraud' } },
        },
      ],
    });
    await iam.send(new PutRolePolicyCommand({ RoleName: 'Second', PolicyName: 'tagged', PolicyDocument }));
    const Tags = [{ Key: 'team', Value: 'fraud' }];
    const through = async (more: Partial<AssumeRoleCommandInput>) => {
      const first = await assume('First', more);
      const second = await assume('Second', {}, cloud.client(STSClient, signing(first.Credentials)));
      return failure(cloud.client(IAMClient, signing(second.Credentials)).send(new ListUsersCommand({})));
    };

    expect(await through({ Tags, TransitiveTagKeys: ['team'] })).toEqual({ name: 'no error' });
    expect(await through({ Tags })).toMatchObject({ name: 'AccessDenied' });
    expect(await failure(assume('First', { TransitiveTagKeys: ['team'] }))).toMatchObject({ name: 'ValidationError' });
  });

  it('loses its rights when the role is deleted, even if another takes its name', async () => {
    await makeRole('Reader', []);
    const { Credentials } = await assume('Reader');
    await iam.send(new DeleteRoleCommand({ RoleName: 'Reader' }));
    await makeRole('Reader', ['iam:ListUsers']);

    const reader = cloud.client(IAMClient, signing(Credentials));

    expect(await failure(reader.send(new ListUsersCommand({})))).toMatchObject({ name: 'AccessDenied' });
  });
});

describe('GetSessionToken', () => {
  it('gives the user another key, which may not call IAM and not ask for more', async () => {
    const { Credentials } = await sts.send(new GetSessionTokenCommand({ DurationSeconds: 900 }));
    const again = cloud.client(STSClient, signing(Credentials));

    const who = await again.send(new GetCallerIdentityCommand({}));
    const users = await failure(cloud.client(IAMClient, signing(Credentials)).send(new ListUsersCommand({})));
    const more = await failure(again.send(new GetSessionTokenCommand({})));

    expect(who.Arn).toBe(`arn:aws:iam::${cloud.tenant.accountId}:user/learner`);
    expect(users).toMatchObject({ name: 'AccessDenied', message: expect.stringContaining('multi-factor') });
    expect(more).toMatchObject({ message: 'Cannot call GetSessionToken with session credentials' });
  });
});

describe('what keys and refusals mean', () => {
  it('tells the account of its own keys only', async () => {
    const other = await cloud.another('sts-other');

    const own = await sts.send(new GetAccessKeyInfoCommand({ AccessKeyId: cloud.root.accessKeyId }));
    const foreign = await failure(sts.send(new GetAccessKeyInfoCommand({ AccessKeyId: other.learner.accessKeyId })));

    expect(own.Account).toBe(cloud.tenant.accountId);
    expect(foreign).toMatchObject({ name: 'ValidationError' });
  });

  it('decodes a refusal by its request id', async () => {
    await makeRole('Nobody', []);
    const { Credentials } = await assume('Nobody');
    const denied: unknown = await cloud
      .client(IAMClient, signing(Credentials))
      .send(new ListUsersCommand({}))
      .catch((error: unknown) => error);
    const { requestId = '' } = (denied as { $metadata: { requestId?: string } }).$metadata;

    const { DecodedMessage = '' } = await sts.send(
      new DecodeAuthorizationMessageCommand({ EncodedMessage: requestId }),
    );
    const unknown = await failure(sts.send(new DecodeAuthorizationMessageCommand({ EncodedMessage: 'nonsense' })));

    expect(JSON.parse(DecodedMessage)).toMatchObject({
      allowed: false,
      explicitDeny: false,
      context: { action: 'iam:ListUsers' },
    });
    expect(unknown).toMatchObject({ name: 'InvalidAuthorizationMessageException' });
  });
});
