import { GetObjectCommand } from '@aws-sdk/client-s3';
import { CreateModelCommand } from '@aws-sdk/client-sagemaker';
import {
  InvokeEndpointAsyncCommand,
  InvokeEndpointCommand,
  SageMakerRuntimeClient,
} from '@aws-sdk/client-sagemaker-runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  LINEAR_LEARNER,
  labelledCsv,
  type SageMakerFixture,
  sageMakerFixture,
  withoutLabels,
  XGBOOST,
} from '../testing-data.ts';
import { artifact, deploy, makeModel, putArtifact, variant } from '../testing-endpoint.ts';

let lab: SageMakerFixture;
let runtime: SageMakerRuntimeClient;

beforeAll(async () => {
  lab = await sageMakerFixture('kinds');
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

async function textOf(Key: string): Promise<string> {
  const { Body } = await lab.s3.send(new GetObjectCommand({ Bucket: lab.bucket, Key }));
  return (await Body?.transformToString()) ?? '';
}

describe('an asynchronous endpoint', () => {
  const config = (bucket: string) => ({
    AsyncInferenceConfig: {
      OutputConfig: { S3OutputPath: `s3://${bucket}/out`, S3FailurePath: `s3://${bucket}/failed` },
    },
  });
  const later = (InputLocation: string) =>
    runtime.send(new InvokeEndpointAsyncCommand({ EndpointName: 'async', ContentType: 'text/csv', InputLocation }));
  const keyOf = (uri = '') => uri.replace(`s3://${lab.bucket}/`, '');

  beforeAll(() => deploy(lab, 'async', [variant('trees')], config(lab.bucket)));

  it('reads from S3 and answers into S3', async () => {
    const body = withoutLabels(labelledCsv(5, 4));
    const answer = await later(await lab.put('in/rows.csv', body));
    await lab.box.settled();

    expect(answer.$metadata.httpStatusCode).toBe(202);
    expect(answer.OutputLocation).toMatch(/^s3:\/\/.*\/out\/[0-9a-f-]{36}\.out$/);
    expect(await textOf(keyOf(answer.OutputLocation))).toBe(await ask('trees', { body }));
  });

  it('tells into S3 why a request failed', async () => {
    const answer = await later(await lab.put('in/bad.csv', 'a,b'));
    await lab.box.settled();

    expect(await textOf(keyOf(answer.FailureLocation))).toContain('Received client error (400) from primary');
    await expect(ask('async', { body: '1,2,3,4' })).rejects.toThrow('use InvokeEndpointAsync');
    await expect(
      runtime.send(new InvokeEndpointAsyncCommand({ EndpointName: 'trees', InputLocation: 's3://b-b/k' })),
    ).rejects.toThrow('has no AsyncInferenceConfig');
  });
});

describe('a multi-model endpoint', () => {
  const target = (TargetModel?: string) =>
    runtime.send(
      new InvokeEndpointCommand({ EndpointName: 'many', ContentType: 'text/csv', Body: '0.4,-1,0,2', TargetModel }),
    );

  beforeAll(async () => {
    await putArtifact(lab, 'many/north/model.tar.gz', artifact('xgboost', 11));
    await putArtifact(lab, 'many/south.tar.gz', artifact('xgboost', 12));
    await putArtifact(lab, 'many/broken.tar.gz', new Uint8Array([1, 2, 3]));
    const PrimaryContainer = { Image: XGBOOST, Mode: 'MultiModel' as const, ModelDataUrl: `s3://${lab.bucket}/many/` };
    const model = { ModelName: 'many', ExecutionRoleArn: lab.roleArn, PrimaryContainer };
    await lab.sagemaker.send(new CreateModelCommand(model));
    await deploy(lab, 'many', [variant('many')]);
  });

  it('reads the model that a request names, and later ones without deploying anew', async () => {
    const [north, south] = [await target('north/model.tar.gz'), await target('south.tar.gz')];
    await putArtifact(lab, 'many/west.tar.gz', artifact('xgboost', 13));
    const west = await target('west.tar.gz');

    const answers = [north, south, west].map(({ Body }) => Body?.transformToString());
    expect(new Set(answers).size).toBe(3);
    expect(await target('north/model.tar.gz').then(({ Body }) => Body?.transformToString())).toBe(answers[0]);
  });

  it('tells what is wrong with a target', async () => {
    await expect(target()).rejects.toThrow('must name a TargetModel');
    await expect(target('east.tar.gz')).rejects.toThrow(/^Failed to download model data\(bucket: .*key: many\/east/);
    await expect(target('broken.tar.gz')).rejects.toMatchObject({ name: 'ModelError', OriginalStatusCode: 500 });
  });
});

describe('a serverless endpoint', () => {
  it('costs by use and not by the hour', async () => {
    const ServerlessConfig = { MemorySizeInMB: 2048, MaxConcurrency: 5 };
    const changes = { ServerlessConfig, InstanceType: undefined, InitialInstanceCount: undefined };
    await deploy(lab, 'small', [variant('trees', changes)]);
    const serverless = () => {
      const { bill, clock } = lab.box.tenant;
      return bill.lines(clock.now()).find(({ item }) => item === 'Serverless inference')?.quantity ?? 0;
    };

    await ask('small', { body: '1,2,3,4' });
    const cold = serverless();
    await ask('small', { body: '1,2,3,4' });
    const warm = serverless() - cold;
    await lab.box.advance(3_600_000);
    await ask('small', { body: '1,2,3,4' });
    const coldAgain = serverless() - warm - cold;

    expect(cold / warm).toBeGreaterThan(100);
    expect(coldAgain / warm).toBeGreaterThan(100);
  });
});
