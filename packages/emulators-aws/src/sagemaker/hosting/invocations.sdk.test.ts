import { CreateAccessKeyCommand, CreateUserCommand, IAMClient, PutUserPolicyCommand } from '@aws-sdk/client-iam';
import { GetObjectCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import { CreateModelCommand, CreateTrainingJobCommand, DescribeTrainingJobCommand } from '@aws-sdk/client-sagemaker';
import {
  InvokeEndpointCommand,
  InvokeEndpointWithResponseStreamCommand,
  SageMakerRuntimeClient,
} from '@aws-sdk/client-sagemaker-runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  LINEAR_LEARNER,
  labelledCsv,
  type SageMakerFixture,
  sageMakerFixture,
  trainingRequest,
  withoutLabels,
  XGBOOST,
} from '../testing-data.ts';
import { deploy, makeModel, variant } from '../testing-endpoint.ts';

let lab: SageMakerFixture;
let runtime: SageMakerRuntimeClient;

beforeAll(async () => {
  lab = await sageMakerFixture('invocations');
  runtime = lab.box.client(SageMakerRuntimeClient);
  await makeModel(lab, { name: 'trees' });
  await makeModel(lab, { name: 'line', algorithm: 'linear-learner', image: LINEAR_LEARNER });
  await deploy(lab, 'trees', [variant('trees')]);
  await deploy(lab, 'line', [variant('line')]);
});
afterAll(async () => {
  expect(lab.box.bugs).toEqual([]);
  await lab.box.close();
});

interface Asked {
  readonly body: string;
  readonly type?: string;
  readonly accept?: string;
}

async function ask(EndpointName: string, { body, type = 'text/csv', accept }: Asked): Promise<string> {
  const command = new InvokeEndpointCommand({ EndpointName, Body: body, ContentType: type, Accept: accept });
  return (await runtime.send(command)).Body?.transformToString() ?? '';
}

async function keysUnder(Prefix: string): Promise<string[]> {
  const { Contents = [] } = await lab.s3.send(new ListObjectsV2Command({ Bucket: lab.bucket, Prefix }));
  return Contents.map(({ Key = '' }) => Key);
}

async function textOf(Key: string): Promise<string> {
  const { Body } = await lab.s3.send(new GetObjectCommand({ Bucket: lab.bucket, Key }));
  return (await Body?.transformToString()) ?? '';
}

describe('an inference', () => {
  it('is what the model learnt: rows it never saw are told apart', async () => {
    const csv = labelledCsv(200, 99);
    const labels = csv
      .trim()
      .split('\n')
      .map((line) => line[0]);

    const scores = (await ask('trees', { body: withoutLabels(csv) })).split(/[,\n]/).map(Number);

    const right = scores.filter((score, i) => Number(score > 0.5) === Number(labels[i])).length;
    expect(scores).toHaveLength(200);
    expect(right / 200).toBeGreaterThan(0.75);
  });

  it('comes from the artifact that a training job wrote', async () => {
    const train = await lab.put('data/train.csv', labelledCsv(600, 1));
    await lab.sagemaker.send(new CreateTrainingJobCommand(trainingRequest(lab, { name: 'from-job', train })));
    await lab.box.settled();
    const { ModelArtifacts } = await lab.sagemaker.send(
      new DescribeTrainingJobCommand({ TrainingJobName: 'from-job' }),
    );
    const PrimaryContainer = { Image: XGBOOST, ModelDataUrl: ModelArtifacts?.S3ModelArtifacts };
    const model = { ModelName: 'from-job', ExecutionRoleArn: lab.roleArn, PrimaryContainer };
    await lab.sagemaker.send(new CreateModelCommand(model));
    await deploy(lab, 'from-job', [variant('from-job')]);

    const [high, low] = (await ask('from-job', { body: '2,-2,0,0\n-2,2,0,0' })).split(',').map(Number);

    expect(high).toBeGreaterThan(0.9);
    expect(low).toBeLessThan(0.1);
  });

  it('is the same for one row, in whatever format it is sent', async () => {
    const json = JSON.stringify({ instances: [{ features: [0.5, -1, 0, 2] }] });
    const byCsv = await ask('line', { body: '0.5,-1,0,2' });
    const byJson = await ask('line', { body: json, type: 'application/json' });
    const lines = '{"features": [0.5, -1, 0, 2]}\n';
    const byLines = await ask('line', { body: lines, type: 'application/jsonlines', accept: 'application/jsonlines' });

    expect(JSON.parse(byCsv)).toEqual({ predictions: [{ score: expect.any(Number), predicted_label: 1 }] });
    expect(byJson).toBe(byCsv);
    expect(JSON.parse(byLines)).toEqual(JSON.parse(byCsv).predictions[0]);
  });

  it.each([
    [
      'a content type that the container does not read',
      { body: 'x', type: 'image/png' },
      415,
      /^Content-type image\/png/,
    ],
    ['an answer that it cannot write', { body: '1,2,3,4', accept: 'image/png' }, 406, /^Accept type image\/png/],
    ['text where a number should be', { body: '1,2,three,4' }, 400, /"three", which is no number/],
    ['a row that is too short', { body: '1,2' }, 400, /rows of 2 features, but the model was trained on 4/],
  ])('with %s is a ModelError with the status of the container', async (_, asked, status, message) => {
    const refused = await ask('trees', asked).catch((error: unknown) => error);

    expect(refused).toMatchObject({
      name: 'ModelError',
      $metadata: { httpStatusCode: 424 },
      OriginalStatusCode: status,
      OriginalMessage: expect.stringMatching(message),
      message: expect.stringContaining(`Received client error (${status}) from primary with message "`),
    });
  });

  it('of a linear model with a missing value is refused, of trees answered', async () => {
    await expect(ask('line', { body: '1,,3,4' })).rejects.toMatchObject({ name: 'ModelError' });
    expect(Number(await ask('trees', { body: '1,,3,4' }))).toBeGreaterThan(0);
  });

  it('comes in parts when a stream is asked for', async () => {
    const input = { EndpointName: 'trees', ContentType: 'text/csv', Body: withoutLabels(labelledCsv(900, 3)) };
    const { Body } = await runtime.send(new InvokeEndpointWithResponseStreamCommand(input));
    const parts: string[] = [];
    for await (const { PayloadPart } of Body ?? []) parts.push(Buffer.from(PayloadPart?.Bytes ?? []).toString());

    expect(parts.length).toBeGreaterThan(1);
    expect(parts.join('')).toBe(await ask('trees', { body: input.Body }));
  });
});

describe('data capture', () => {
  const capture = (DestinationS3Uri: string, InitialSamplingPercentage = 100) => ({
    DataCaptureConfig: {
      EnableCapture: true,
      InitialSamplingPercentage,
      DestinationS3Uri,
      CaptureOptions: [{ CaptureMode: 'Input' as const }, { CaptureMode: 'Output' as const }],
    },
  });

  it('writes what went in and out to S3, by endpoint, variant and hour', async () => {
    await deploy(lab, 'seen', [variant('trees')], capture(`s3://${lab.bucket}/capture`));
    const input = { EndpointName: 'seen', ContentType: 'text/csv', Body: '1,2,3,4', InferenceId: 'order-7' };
    const { Body } = await runtime.send(new InvokeEndpointCommand(input));
    await ask('seen', { body: '4,3,2,1' });
    await lab.box.advance(61_000);

    const keys = await keysUnder('capture/');
    const lines = (await textOf(keys[0] ?? '')).trim().split('\n');
    const record = JSON.parse(lines[0] ?? '');
    expect(keys).toHaveLength(1);
    expect(keys[0]).toMatch(
      /^capture\/seen\/AllTraffic\/\d{4}\/\d\d\/\d\d\/\d\d\/\d\d-\d\d-\d{3}-[0-9a-f-]{36}\.jsonl$/,
    );
    expect(lines).toHaveLength(2);
    expect(record).toEqual({
      captureData: {
        endpointInput: { observedContentType: 'text/csv', mode: 'INPUT', data: '1,2,3,4', encoding: 'CSV' },
        endpointOutput: {
          observedContentType: 'text/csv; charset=utf-8',
          mode: 'OUTPUT',
          data: Body?.transformToString(),
          encoding: 'CSV',
        },
      },
      eventMetadata: {
        eventId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        inferenceId: 'order-7',
        inferenceTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      },
      eventVersion: '0',
    });
  });

  it('takes a sample when it is told to', async () => {
    await deploy(lab, 'sampled', [variant('trees')], capture(`s3://${lab.bucket}/sample`, 30));
    for (let i = 0; i < 100; i += 1) await ask('sampled', { body: '1,2,3,4' });
    await lab.box.advance(61_000);

    const lines = (await Promise.all((await keysUnder('sample/')).map(textOf))).join('').trim().split('\n');
    expect(lines.length).toBeGreaterThan(12);
    expect(lines.length).toBeLessThan(50);
  });

  it('is lost when the role may not write, and nothing else', async () => {
    const roleArn = await lab.role('reader', ['s3:GetObject']);
    await makeModel(lab, { name: 'unseen', roleArn });
    await deploy(lab, 'unseen', [variant('unseen')], capture(`s3://${lab.bucket}/denied`));

    await ask('unseen', { body: '1,2,3,4' });
    await lab.box.advance(61_000);

    expect(await keysUnder('denied/')).toEqual([]);
    expect(
      lab.box.tenant.journal.entries.some(
        ({ operation, errorCode }) => operation === 'PutObject' && errorCode === 'AccessDenied',
      ),
    ).toBe(true);
  });
});

describe('permission', () => {
  it('is asked for each endpoint', async () => {
    const iam = lab.box.client(IAMClient);
    const Resource = `arn:aws:sagemaker:us-east-1:${lab.box.tenant.accountId}:endpoint/line`;
    const Statement = [{ Effect: 'Allow', Action: 'sagemaker:InvokeEndpoint', Resource }];
    const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement });
    await iam.send(new CreateUserCommand({ UserName: 'app' }));
    await iam.send(new PutUserPolicyCommand({ UserName: 'app', PolicyName: 'own', PolicyDocument }));
    const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName: 'app' }));
    const { AccessKeyId: accessKeyId = '', SecretAccessKey: secretAccessKey = '' } = AccessKey ?? {};
    const app = lab.box.client(SageMakerRuntimeClient, { credentials: { accessKeyId, secretAccessKey } });
    const call = (EndpointName: string) =>
      app.send(new InvokeEndpointCommand({ EndpointName, ContentType: 'text/csv', Body: '1,2,3,4' }));

    expect((await call('line')).InvokedProductionVariant).toBe('AllTraffic');
    await expect(call('trees')).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining('is not authorized to perform: sagemaker:InvokeEndpoint'),
    });
  });
});
