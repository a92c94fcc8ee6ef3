import { CloudWatchLogsClient, FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import {
  AttachRolePolicyCommand,
  CreateRoleCommand,
  DetachRolePolicyCommand,
  IAMClient,
  PutRolePolicyCommand,
} from '@aws-sdk/client-iam';
import {
  CreateFunctionCommand,
  DeleteFunctionCommand,
  GetFunctionCommand,
  InvokeCommand,
  LambdaClient,
  ListFunctionsCommand,
  PutFunctionConcurrencyCommand,
  UpdateFunctionCodeCommand,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import { CreateBucketCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateQueueCommand, GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenSandbox, openSandbox } from '../testing.ts';
import { zipOf } from './testing.ts';

let box: OpenSandbox;
let lambda: LambdaClient;
let s3: S3Client;
let iam: IAMClient;
let Role: string;

beforeAll(async () => {
  box = await openSandbox({ id: 'lambda' });
  const credentials = box.root;
  lambda = box.client(LambdaClient, { credentials });
  s3 = box.client(S3Client, { credentials });
  iam = box.client(IAMClient, { credentials });
  Role = await role('function-role', ['service-role/AWSLambdaBasicExecutionRole', 'AmazonS3FullAccess']);
  await s3.send(new CreateBucketCommand({ Bucket: 'inputs' }));
});
afterAll(() => box.close());

async function role(RoleName: string, policies: readonly string[], service = 'lambda.amazonaws.com'): Promise<string> {
  const AssumeRolePolicyDocument = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
  });
  const { Role: made } = await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument }));
  for (const name of policies) {
    await iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn: `arn:aws:iam::aws:policy/${name}` }));
  }
  return made?.Arn ?? '';
}

const create = (FunctionName: string, source: string, more: object = {}) =>
  lambda.send(
    new CreateFunctionCommand({
      FunctionName,
      Role,
      Runtime: 'nodejs20.x',
      Handler: 'index.handler',
      Code: { ZipFile: zipOf({ 'index.mjs': source }) },
      ...more,
    }),
  );

const invoke = async (FunctionName: string, event: unknown = {}, more: object = {}) => {
  const answer = await lambda.send(new InvokeCommand({ FunctionName, Payload: JSON.stringify(event), ...more }));
  return { ...answer, json: JSON.parse(answer.Payload?.transformToString() || 'null') };
};

describe('a function', () => {
  it('is made, described and listed, and is gone when it was deleted', async () => {
    const made = await create('plain', 'export const handler = async () => 1;', { Timeout: 7, Tags: { team: 'ml' } });
    const { Configuration, Tags } = await lambda.send(new GetFunctionCommand({ FunctionName: 'plain' }));
    const { Functions = [] } = await lambda.send(new ListFunctionsCommand({}));
    await lambda.send(new DeleteFunctionCommand({ FunctionName: 'plain' }));

    expect(made).toMatchObject({ State: 'Active', Timeout: 7, MemorySize: 128, Version: '$LATEST' });
    expect([Configuration?.CodeSha256, Tags]).toEqual([made.CodeSha256, { team: 'ml' }]);
    expect(Functions.map(({ FunctionName }) => FunctionName)).toEqual(['plain']);
    await expect(lambda.send(new GetFunctionCommand({ FunctionName: 'plain' }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: expect.stringMatching(/^Function not found: arn:aws:lambda:us-east-1:\d{12}:function:plain$/),
    });
  });

  it('answers, with what it printed, and lives on between invocations', async () => {
    await create(
      'counting',
      'let n = 0; export const handler = async (e) => { console.log("got", e.x); return ++n; };',
    );

    const first = await invoke('counting', { x: 5 }, { LogType: 'Tail' });
    const second = await invoke('counting');

    const log = Buffer.from(first.LogResult ?? '', 'base64').toString();
    expect([first.json, second.json, first.ExecutedVersion]).toEqual([1, 2, '$LATEST']);
    expect(log).toMatch(
      /START RequestId: .* Version: \$LATEST\n.*\tINFO\tgot 5\nEND RequestId: .*\nREPORT .*Init Duration: /s,
    );
  });

  it('begins anew with other code or settings', async () => {
    await create('changing', 'let n = 0; export const handler = async () => ["a", ++n, process.env.MODE];');
    await invoke('changing');

    const FunctionName = 'changing';
    await lambda.send(
      new UpdateFunctionConfigurationCommand({ FunctionName, Environment: { Variables: { MODE: 'x' } } }),
    );
    const configured = await invoke('changing');
    const ZipFile = zipOf({
      'index.mjs': 'let n = 0; export const handler = async () => ["b", ++n, process.env.MODE];',
    });
    await lambda.send(new UpdateFunctionCodeCommand({ FunctionName, ZipFile }));

    expect([configured.json, (await invoke('changing')).json]).toEqual([
      ['a', 1, 'x'],
      ['b', 1, 'x'],
    ]);
  });

  it('can come from an archive in S3', async () => {
    const Body = zipOf({ 'app/main.js': 'exports.run = async (e) => e.a + 1;' });
    await s3.send(new PutObjectCommand({ Bucket: 'inputs', Key: 'code.zip', Body }));

    await create('from-s3', '', { Code: { S3Bucket: 'inputs', S3Key: 'code.zip' }, Handler: 'app/main.run' });

    expect((await invoke('from-s3', { a: 41 })).json).toBe(42);
  });

  it('tells its log to CloudWatch Logs and its cost to the bill', async () => {
    await create('logging', 'export const handler = async () => console.log("to be kept");');
    await invoke('logging');
    await box.settled();

    const logs = box.client(CloudWatchLogsClient, { credentials: box.root });
    const found = await logs.send(
      new FilterLogEventsCommand({ logGroupName: '/aws/lambda/logging', filterPattern: '"to be kept"' }),
    );
    const items = box.tenant.bill.lines(box.tenant.clock.now()).filter(({ service }) => service === 'Lambda');

    expect(found.events).toHaveLength(1);
    expect(items.map(({ unit }) => unit).sort()).toEqual(['GB-second', 'request']);
  });
});

describe('code in a function', () => {
  const SOURCE = `import { S3Client, GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
    import { STSClient, GetCallerIdentityCommand } from '@aws-sdk/client-sts';
    import { KinesisClient, ListStreamsCommand } from '@aws-sdk/client-kinesis';
    const s3 = new S3Client({});
    export const handler = async ({ Key }) => {
      const { Arn } = await new STSClient({}).send(new GetCallerIdentityCommand({}));
      await s3.send(new PutObjectCommand({ Bucket: 'inputs', Key, Body: 'x'.repeat(200000) }));
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'inputs', Key }));
      const kinesis = await new KinesisClient({}).send(new ListStreamsCommand({})).catch((error) => error.name);
      return { Arn, size: (await Body.transformToString()).length, kinesis };
    };`;

  it('calls the sandbox by the official clients, as its role and with no more rights', async () => {
    await create('calling', SOURCE, { Timeout: 20 });

    const { json } = await invoke('calling', { Key: 'made-by-function' });
    const { ContentLength } = await s3.send(new GetObjectCommand({ Bucket: 'inputs', Key: 'made-by-function' }));

    expect(json).toEqual({
      Arn: `arn:aws:sts::${box.tenant.accountId}:assumed-role/function-role/calling`,
      size: 200_000,
      kinesis: 'AccessDeniedException',
    });
    expect(ContentLength).toBe(200_000);
  });

  it('loses a right at once when the role does', async () => {
    const PolicyArn = 'arn:aws:iam::aws:policy/AmazonS3FullAccess';
    await iam.send(new DetachRolePolicyCommand({ RoleName: 'function-role', PolicyArn }));

    const refused = await invoke('calling', { Key: 'never' });

    await iam.send(new AttachRolePolicyCommand({ RoleName: 'function-role', PolicyArn }));
    expect(refused).toMatchObject({ FunctionError: 'Unhandled', json: { errorType: 'AccessDenied' } });
  });
});

describe('a process', () => {
  it('is kept from one invocation to the next, whatever hour strikes between them', async () => {
    const SIX_HOURS = 6 * 3_600_000;
    await box.advance(SIX_HOURS - (box.tenant.clock.now() % SIX_HOURS) - 10_000);
    await create('noon', 'let n = 0; export const handler = async () => ++n;');

    const before = await invoke('noon');
    await box.advance(20_000);

    expect([before.json, (await invoke('noon')).json]).toEqual([1, 2]);
  });
});

describe('a failure', () => {
  it('of the function is an answer with FunctionError', async () => {
    await create('failing', 'export const handler = async () => { throw new RangeError("too far"); };');

    const answer = await invoke('failing');

    expect(answer).toMatchObject({ StatusCode: 200, FunctionError: 'Unhandled' });
    expect(answer.json).toMatchObject({ errorType: 'RangeError', errorMessage: 'too far', trace: expect.any(Array) });
  });

  it('by time is told in the words of Lambda', async () => {
    await create('sleeping', 'export const handler = () => new Promise(() => {});', { Timeout: 1 });

    const { json, LogResult } = await invoke('sleeping', {}, { LogType: 'Tail' });

    expect(json.errorMessage).toMatch(/Task timed out after 1\.00 seconds$/);
    expect(Buffer.from(LogResult ?? '', 'base64').toString()).toContain('Task timed out after 1.00 seconds');
  });

  it('of an asynchronous invocation is repeated twice, then buried', async () => {
    const sqs = box.client(SQSClient, { credentials: box.root });
    const { QueueUrl = '' } = await sqs.send(new CreateQueueCommand({ QueueName: 'graveyard' }));
    const TargetArn = `arn:aws:sqs:us-east-1:${box.tenant.accountId}:graveyard`;
    const PolicyDocument = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 'sqs:SendMessage', Resource: TargetArn }],
    });
    await iam.send(new PutRolePolicyCommand({ RoleName: 'function-role', PolicyName: 'bury', PolicyDocument }));
    await create('dying', 'let n = 0; export const handler = async () => { throw new Error("try " + ++n); };', {
      DeadLetterConfig: { TargetArn },
    });
    const { StatusCode } = await invoke('dying', { lost: true }, { InvocationType: 'Event' });
    const buried = async () => {
      const AttributeNames = ['ApproximateNumberOfMessages' as const];
      const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames }));
      return Attributes?.ApproximateNumberOfMessages;
    };

    await box.advance(100_000);
    const before = await buried();
    await box.advance(100_000);

    expect([StatusCode, before, await buried()]).toEqual([202, '0', '1']);
  });
});

describe('a request is refused', () => {
  it.each([
    ['another language', { Runtime: 'python3.12' }, /This sandbox runs JavaScript only: Runtime must be one of nodejs/],
    ['a layer', { Layers: ['arn:aws:lambda:us-east-1:111122223333:layer:x:1'] }, /A layer is not supported/],
    ['what is no archive', { Code: { ZipFile: new Uint8Array([1, 2, 3]) } }, /Could not unzip uploaded file/],
    ['names that lead out', { Code: { ZipFile: zipOf({ '../up.mjs': '' }) } }, /invalid relative path/],
    ['links', { Code: { ZipFile: zipOf({ 'etc.mjs': '/etc/passwd' }, 0o120777) } }, /symbolic link/],
    ['reserved variables', { Environment: { Variables: { AWS_REGION: 'x' } } }, /reserved keys .* AWS_REGION/],
  ])('for %s', async (_, more, message) => {
    await expect(create('refused', 'export const handler = 1;', more)).rejects.toMatchObject({
      name: 'InvalidParameterValueException',
      message: expect.stringMatching(message),
    });
  });

  it('for a role that does not trust Lambda', async () => {
    const wrong = await role('wrong-trust', [], 'ec2.amazonaws.com');

    await expect(create('untrusted', '', { Role: wrong })).rejects.toMatchObject({
      name: 'InvalidParameterValueException',
      message: 'The role defined for the function cannot be assumed by Lambda.',
    });
  });

  it('beyond the reserved concurrency', async () => {
    const FunctionName = 'counting';
    await lambda.send(new PutFunctionConcurrencyCommand({ FunctionName, ReservedConcurrentExecutions: 0 }));

    await expect(invoke('counting')).rejects.toMatchObject({
      name: 'TooManyRequestsException',
      Reason: 'ReservedFunctionConcurrentInvocationLimitExceeded',
    });
  });

  it('for an event that is no JSON', async () => {
    await expect(lambda.send(new InvokeCommand({ FunctionName: 'counting', Payload: '{' }))).rejects.toMatchObject({
      name: 'InvalidRequestContentException',
    });
  });
});

it('no fault of the sandbox came up on the way', () => {
  expect(box.bugs).toEqual([]);
});
