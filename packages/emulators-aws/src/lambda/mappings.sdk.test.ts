import { CreateRoleCommand, IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { CreateStreamCommand, KinesisClient, PutRecordsCommand } from '@aws-sdk/client-kinesis';
import {
  CreateEventSourceMappingCommand,
  CreateFunctionCommand,
  DeleteEventSourceMappingCommand,
  GetEventSourceMappingCommand,
  LambdaClient,
  ListEventSourceMappingsCommand,
  UpdateEventSourceMappingCommand,
} from '@aws-sdk/client-lambda';
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenSandbox, openSandbox } from '../testing.ts';
import { zipOf } from './testing.ts';

let box: OpenSandbox;
let lambda: LambdaClient;
let kinesis: KinesisClient;
let sqs: SQSClient;
let Role = '';
let NoRights = '';

/** Tells the `seen` queue what it got, then fails where a record says so. */
const SOURCE = `import { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs';
  const sqs = new SQSClient({});
  const textOf = (r) => r.kinesis ? Buffer.from(r.kinesis.data, 'base64').toString() : r.body;
  export const handler = async ({ Records }) => {
    const texts = Records.map(textOf);
    await sqs.send(new SendMessageCommand({ QueueUrl: process.env.SEEN, MessageBody: texts.join('') }));
    if (process.env.REPORT) {
      const bad = Records.filter((r) => textOf(r) === 'X');
      return { batchItemFailures: bad.map((r) => ({ itemIdentifier: r.messageId ?? r.kinesis.sequenceNumber })) };
    }
    if (texts.includes('X')) throw new Error('bad record');
  };`;

beforeAll(async () => {
  box = await openSandbox({ id: 'mappings' });
  const credentials = box.root;
  lambda = box.client(LambdaClient, { credentials });
  kinesis = box.client(KinesisClient, { credentials });
  sqs = box.client(SQSClient, { credentials });
  Role = await role('reader', ['kinesis:*', 'sqs:*', 'logs:*']);
  NoRights = await role('nobody', ['logs:*']);
});
afterAll(() => box.close());

async function role(RoleName: string, Action: readonly string[]): Promise<string> {
  const iam = box.client(IAMClient, { credentials: box.root });
  const documentOf = (statement: object) =>
    JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] });
  const trust = documentOf({ Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' });
  const made = await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: trust }));
  const PolicyDocument = documentOf({ Action, Resource: '*' });
  await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: 'p', PolicyDocument }));
  return made.Role?.Arn ?? '';
}

async function queue(QueueName: string, Attributes = {}) {
  const { QueueUrl = '' } = await sqs.send(new CreateQueueCommand({ QueueName, Attributes }));
  return { QueueUrl, arn: `arn:aws:sqs:us-east-1:${box.tenant.accountId}:${QueueName}` };
}

async function received(QueueUrl: string): Promise<string[]> {
  const all: string[] = [];
  for (;;) {
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
    if (Messages.length === 0) return all;
    all.push(...Messages.map(({ Body = '' }) => Body));
  }
}

/** A function of its own with the queue that tells what it got. */
async function reader(FunctionName: string, variables = {}) {
  const seen = await queue(`${FunctionName}-seen`, { VisibilityTimeout: '43200' });
  await lambda.send(
    new CreateFunctionCommand({
      FunctionName,
      Role,
      Runtime: 'nodejs20.x',
      Handler: 'index.handler',
      Timeout: 30,
      Code: { ZipFile: zipOf({ 'index.mjs': SOURCE }) },
      Environment: { Variables: { SEEN: seen.QueueUrl, ...variables } },
    }),
  );
  return { FunctionName, seen: async () => (await received(seen.QueueUrl)).sort() };
}

async function stream(StreamName: string): Promise<string> {
  await kinesis.send(new CreateStreamCommand({ StreamName, ShardCount: 1 }));
  await box.advance(30_000);
  return `arn:aws:kinesis:us-east-1:${box.tenant.accountId}:stream/${StreamName}`;
}

const put = async (StreamARN: string, texts: string) => {
  const Records = [...texts].map((text) => ({ Data: new TextEncoder().encode(text), PartitionKey: 'k' }));
  await kinesis.send(new PutRecordsCommand({ StreamARN, Records }));
  await box.settled();
};

const send = async (QueueUrl: string, texts: string) => {
  const Entries = [...texts].map((MessageBody, index) => ({ Id: String(index), MessageBody }));
  await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
  await box.settled();
};

describe('a mapping of a stream', () => {
  it('gives records in order, from where it is told to start, in batches', async () => {
    const { FunctionName, seen } = await reader('in-order');
    const EventSourceArn = await stream('in-order');
    await put(EventSourceArn, 'abc');

    const made = await lambda.send(
      new CreateEventSourceMappingCommand({
        FunctionName,
        EventSourceArn,
        StartingPosition: 'TRIM_HORIZON',
        BatchSize: 2,
      }),
    );
    await box.settled();
    await put(EventSourceArn, 'd');

    const UUID = made.UUID;
    expect(made).toMatchObject({ State: 'Creating', BatchSize: 2, StartingPosition: 'TRIM_HORIZON' });
    expect(await seen()).toEqual(['ab', 'c', 'd']);
    expect(await lambda.send(new GetEventSourceMappingCommand({ UUID }))).toMatchObject({
      State: 'Enabled',
      LastProcessingResult: 'OK',
    });
  });

  it('skips what came before it with LATEST, and waits for its window', async () => {
    const { FunctionName, seen } = await reader('latest');
    const EventSourceArn = await stream('latest');
    await put(EventSourceArn, 'abc');
    await box.advance(1000);
    const MaximumBatchingWindowInSeconds = 20;
    await lambda.send(
      new CreateEventSourceMappingCommand({
        FunctionName,
        EventSourceArn,
        StartingPosition: 'LATEST',
        MaximumBatchingWindowInSeconds,
      }),
    );

    await put(EventSourceArn, 'd');
    await box.advance(5000);
    await put(EventSourceArn, 'e');
    const early = await seen();
    await box.advance(20_000);

    expect([early, await seen()]).toEqual([[], ['de']]);
  });

  it('halves a batch that fails, until the bad record is alone, and gives that one up', async () => {
    const { FunctionName, seen } = await reader('halving');
    const EventSourceArn = await stream('halving');
    const lost = await queue('lost');
    await lambda.send(
      new CreateEventSourceMappingCommand({
        FunctionName,
        EventSourceArn,
        StartingPosition: 'TRIM_HORIZON',
        BisectBatchOnFunctionError: true,
        MaximumRetryAttempts: 1,
        DestinationConfig: { OnFailure: { Destination: lost.arn } },
      }),
    );

    await put(EventSourceArn, 'abXd');
    await box.advance(60_000);
    const [message = '{}'] = await received(lost.QueueUrl);

    expect(await seen()).toEqual(['X', 'X', 'Xd', 'ab', 'abXd', 'd']);
    expect(JSON.parse(message)).toMatchObject({
      requestContext: { condition: 'RetryAttemptsExhausted', approximateInvokeCount: 2 },
      KinesisBatchInfo: { batchSize: 1, streamArn: EventSourceArn },
    });
  });

  it('goes on at the record that a function reports', async () => {
    const { FunctionName, seen } = await reader('reporting', { REPORT: '1' });
    const EventSourceArn = await stream('reporting');
    await lambda.send(
      new CreateEventSourceMappingCommand({
        FunctionName,
        EventSourceArn,
        StartingPosition: 'TRIM_HORIZON',
        MaximumRetryAttempts: 0,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
      }),
    );

    await put(EventSourceArn, 'abXd');
    await box.advance(10_000);

    expect(await seen()).toEqual(['abXd']);
  });

  it('stops when it is disabled, and goes on where it stood', async () => {
    const { EventSourceMappings: [mapping] = [] } = await lambda.send(
      new ListEventSourceMappingsCommand({ FunctionName: 'in-order' }),
    );
    const UUID = mapping?.UUID;
    const EventSourceArn = mapping?.EventSourceArn ?? '';

    await lambda.send(new UpdateEventSourceMappingCommand({ UUID, Enabled: false }));
    await put(EventSourceArn, 'ef');
    await lambda.send(new UpdateEventSourceMappingCommand({ UUID, Enabled: true, BatchSize: 10 }));
    await box.advance(2000);
    await lambda.send(new DeleteEventSourceMappingCommand({ UUID }));

    const url = `https://sqs.us-east-1.amazonaws.com/${box.tenant.accountId}/in-order-seen`;
    expect(await received(url)).toEqual(['ef']);
    await expect(lambda.send(new GetEventSourceMappingCommand({ UUID }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });
});

describe('a mapping of a queue', () => {
  const left = async (QueueUrl: string) => {
    const { Attributes = {} } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }));
    return Number(Attributes.ApproximateNumberOfMessages) + Number(Attributes.ApproximateNumberOfMessagesNotVisible);
  };

  it('takes messages out once they are done with', async () => {
    const { FunctionName, seen } = await reader('queue');
    const { QueueUrl, arn } = await queue('work');
    await lambda.send(new CreateEventSourceMappingCommand({ FunctionName, EventSourceArn: arn, BatchSize: 10 }));

    await send(QueueUrl, 'ab');

    expect([(await seen()).join('').length, await left(QueueUrl)]).toEqual([2, 0]);
  });

  it('brings back, after the visibility timeout, only what failed', async () => {
    const { FunctionName, seen } = await reader('partial', { REPORT: '1' });
    const { QueueUrl, arn } = await queue('partly', { VisibilityTimeout: '60' });
    const FunctionResponseTypes = ['ReportBatchItemFailures' as const];
    await lambda.send(
      new CreateEventSourceMappingCommand({ FunctionName, EventSourceArn: arn, FunctionResponseTypes }),
    );

    await send(QueueUrl, 'aX');
    const first = await seen();
    await box.advance(30_000);
    const early = await seen();
    await box.advance(40_000);

    expect([first.join('').length, early, await seen(), await left(QueueUrl)]).toEqual([2, [], ['X'], 1]);
  });
});

it('a mapping whose role may not read the source is refused', async () => {
  await lambda.send(
    new CreateFunctionCommand({
      FunctionName: 'powerless',
      Role: NoRights,
      Runtime: 'nodejs20.x',
      Handler: 'index.handler',
      Code: { ZipFile: zipOf({ 'index.mjs': SOURCE }) },
    }),
  );
  const EventSourceArn = await stream('closed');
  const command = { FunctionName: 'powerless', EventSourceArn, StartingPosition: 'LATEST' as const };

  await expect(lambda.send(new CreateEventSourceMappingCommand(command))).rejects.toMatchObject({
    name: 'InvalidParameterValueException',
    message: expect.stringMatching(/^Cannot access stream arn:.*Please ensure the role can perform the GetRecords/),
  });
});

it('no fault of the sandbox came up on the way', () => {
  expect(box.bugs).toEqual([]);
});
