import { CreateRoleCommand, CreateUserCommand, IAMClient } from '@aws-sdk/client-iam';
import {
  AddPermissionCommand,
  CreateAliasCommand,
  CreateFunctionCommand,
  DeleteFunctionCommand,
  GetPolicyCommand,
  InvokeCommand,
  LambdaClient,
  ListTagsCommand,
  ListVersionsByFunctionCommand,
  PublishVersionCommand,
  RemovePermissionCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateAliasCommand,
  UpdateFunctionCodeCommand,
} from '@aws-sdk/client-lambda';
import {
  CreateBucketCommand,
  PutBucketNotificationConfigurationCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenSandbox, openSandbox } from '../testing.ts';
import { zipOf } from './testing.ts';

const FunctionName = 'model';
let box: OpenSandbox;
let lambda: LambdaClient;
let functionArn: string;

const sourceOf = (text: string) => ({
  ZipFile: zipOf({ 'index.mjs': `export const handler = async () => '${text}';` }),
});

beforeAll(async () => {
  box = await openSandbox({ id: 'lambda-versions' });
  lambda = box.client(LambdaClient, { credentials: box.root });
  const AssumeRolePolicyDocument = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
  });
  const iam = box.client(IAMClient, { credentials: box.root });
  const { Role: role } = await iam.send(new CreateRoleCommand({ RoleName: 'r', AssumeRolePolicyDocument }));
  const made = await lambda.send(
    new CreateFunctionCommand({
      FunctionName,
      Role: role?.Arn,
      Runtime: 'nodejs22.x',
      Handler: 'index.handler',
      Code: sourceOf('one'),
      Publish: true,
    }),
  );
  functionArn = (made.FunctionArn ?? '').replace(/:1$/, '');
});
afterAll(() => box.close());

const answerOf = async (Qualifier?: string, client = lambda) => {
  const { Payload } = await client.send(new InvokeCommand({ FunctionName, Qualifier }));
  return JSON.parse(Payload?.transformToString() ?? '');
};

describe('versions and aliases', () => {
  it('keep code as it was; publishing what did not change gives the same version', async () => {
    const again = await lambda.send(new PublishVersionCommand({ FunctionName }));
    await lambda.send(new UpdateFunctionCodeCommand({ FunctionName, ...sourceOf('two') }));
    const second = await lambda.send(new PublishVersionCommand({ FunctionName }));
    const { Versions = [] } = await lambda.send(new ListVersionsByFunctionCommand({ FunctionName }));

    expect([again.Version, second.Version]).toEqual(['1', '2']);
    expect(Versions.map(({ Version }) => Version)).toEqual(['$LATEST', '1', '2']);
    expect([await answerOf('1'), await answerOf('2'), await answerOf()]).toEqual(['one', 'two', 'two']);
  });

  it('share the invocations of an alias by weight', async () => {
    await lambda.send(new CreateAliasCommand({ FunctionName, Name: 'live', FunctionVersion: '1' }));
    const RoutingConfig = { AdditionalVersionWeights: { 2: 0.5 } };
    await lambda.send(new UpdateAliasCommand({ FunctionName, Name: 'live', RoutingConfig }));

    const answers = [];
    for (let i = 0; i < 20; i += 1) answers.push(await answerOf('live'));

    expect(new Set(answers)).toEqual(new Set(['one', 'two']));
    const command = new DeleteFunctionCommand({ FunctionName, Qualifier: '2' });
    await expect(lambda.send(command)).rejects.toMatchObject({ name: 'ResourceConflictException' });
  });
});

describe('the policy of a function', () => {
  it('lets a user in that has no rights of its own, and only as long as it stands', async () => {
    const learner = box.client(LambdaClient);
    const iam = box.client(IAMClient, { credentials: box.root });
    await iam.send(new CreateUserCommand({ UserName: 'other' }));
    const Principal = `arn:aws:iam::${box.tenant.accountId}:user/learner`;
    const permission = { FunctionName, StatementId: 's1', Action: 'lambda:InvokeFunction', Principal };

    await lambda.send(new AddPermissionCommand(permission));
    const { Policy = '' } = await lambda.send(new GetPolicyCommand({ FunctionName }));
    const allowed = await answerOf(undefined, learner);
    await expect(lambda.send(new AddPermissionCommand(permission))).rejects.toMatchObject({
      name: 'ResourceConflictException',
    });
    await lambda.send(new RemovePermissionCommand({ FunctionName, StatementId: 's1' }));

    expect(JSON.parse(Policy).Statement).toMatchObject([{ Sid: 's1', Resource: functionArn }]);
    expect(allowed).toBe('two');
    await expect(lambda.send(new GetPolicyCommand({ FunctionName }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });

  it('decides whether a bucket may send its events', async () => {
    const s3 = box.client(S3Client, { credentials: box.root });
    await s3.send(new CreateBucketCommand({ Bucket: 'events-in' }));
    const configure = new PutBucketNotificationConfigurationCommand({
      Bucket: 'events-in',
      NotificationConfiguration: {
        LambdaFunctionConfigurations: [{ LambdaFunctionArn: functionArn, Events: ['s3:ObjectCreated:*'] }],
      },
    });
    const invocations = () => box.tenant.journal.entries.filter(({ operation }) => operation === 'Invoke').length;

    await expect(s3.send(configure)).rejects.toMatchObject({ name: 'InvalidArgument' });
    const Principal = 's3.amazonaws.com';
    const SourceArn = 'arn:aws:s3:::events-in';
    await lambda.send(
      new AddPermissionCommand({
        FunctionName,
        StatementId: 's3',
        Action: 'lambda:InvokeFunction',
        Principal,
        SourceArn,
      }),
    );
    await s3.send(configure);
    const before = invocations();
    await s3.send(new PutObjectCommand({ Bucket: 'events-in', Key: 'a.csv', Body: '1' }));
    await box.settled();

    expect(invocations()).toBe(before + 1);
  });
});

it('tags come and go', async () => {
  await lambda.send(new TagResourceCommand({ Resource: functionArn, Tags: { a: '1', b: '2' } }));
  await lambda.send(new UntagResourceCommand({ Resource: functionArn, TagKeys: ['a'] }));

  expect((await lambda.send(new ListTagsCommand({ Resource: functionArn }))).Tags).toEqual({ b: '2' });
});

it('no fault of the sandbox came up on the way', () => {
  expect(box.bugs).toEqual([]);
});
