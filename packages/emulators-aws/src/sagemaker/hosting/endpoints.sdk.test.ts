import { DeleteRolePolicyCommand, IAMClient } from '@aws-sdk/client-iam';
import { DeleteObjectCommand, S3Client } from '@aws-sdk/client-s3';
import {
  CreateEndpointCommand,
  CreateEndpointConfigCommand,
  CreateModelCommand,
  DeleteEndpointCommand,
  DeleteModelCommand,
  DescribeEndpointCommand,
  DescribeModelCommand,
  ListEndpointsCommand,
  ListModelsCommand,
  waitUntilEndpointInService,
} from '@aws-sdk/client-sagemaker';
import { InvokeEndpointCommand, SageMakerRuntimeClient } from '@aws-sdk/client-sagemaker-runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LINEAR_LEARNER, type SageMakerFixture, sageMakerFixture, XGBOOST } from '../testing-data.ts';
import { deploy, makeModel, putArtifact, variant } from '../testing-endpoint.ts';

const HOUR = 3_600_000;

let lab: SageMakerFixture;
let runtime: SageMakerRuntimeClient;

beforeAll(async () => {
  lab = await sageMakerFixture('hosting');
  runtime = lab.box.client(SageMakerRuntimeClient);
  await makeModel(lab, { name: 'first' });
  await makeModel(lab, { name: 'second', seed: 2 });
});
afterAll(async () => {
  expect(lab.box.bugs).toEqual([]);
  await lab.box.close();
});

const described = (EndpointName: string) => lab.sagemaker.send(new DescribeEndpointCommand({ EndpointName }));
const ask = (EndpointName: string, TargetVariant?: string) =>
  runtime.send(new InvokeEndpointCommand({ EndpointName, ContentType: 'text/csv', Body: '0.4,-1,0,2', TargetVariant }));
const hosted = () =>
  lab.box.tenant.bill.lines(lab.box.tenant.clock.now()).find(({ item }) => item.startsWith('Hosting'));

describe('a model', () => {
  it('is described, listed and deleted', async () => {
    await makeModel(lab, { name: 'Gone' });

    const model = await lab.sagemaker.send(new DescribeModelCommand({ ModelName: 'Gone' }));
    const listed = await lab.sagemaker.send(new ListModelsCommand({ NameContains: 'gon' }));
    await lab.sagemaker.send(new DeleteModelCommand({ ModelName: 'Gone' }));

    expect(model).toMatchObject({ ModelName: 'Gone', PrimaryContainer: { Image: XGBOOST } });
    expect(model.ModelArn).toMatch(/:model\/gone$/);
    expect(listed.Models?.map(({ ModelName }) => ModelName)).toEqual(['Gone']);
    await expect(lab.sagemaker.send(new DescribeModelCommand({ ModelName: 'Gone' }))).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringContaining('Could not find model "arn:aws:sagemaker:'),
    });
  });

  it('needs an artifact that is there, a role that may read it, and an image that can be served', async () => {
    const ModelDataUrl = await putArtifact(lab, 'artifacts/some.tar.gz', new Uint8Array([1]));
    const make = (container: object, ExecutionRoleArn = lab.roleArn) => {
      const PrimaryContainer = { Image: XGBOOST, ModelDataUrl, ...container };
      return lab.sagemaker.send(new CreateModelCommand({ ModelName: 'x', PrimaryContainer, ExecutionRoleArn }));
    };
    const blind = await lab.role('blind', ['logs:*']);

    await expect(make({ ModelDataUrl: `${ModelDataUrl}.no` })).rejects.toThrow('Could not find model data at s3://');
    await expect(make({}, blind)).rejects.toThrow(/Could not access model data at .*"s3:GetObject" permissions/);
    await expect(make({ Image: 'me/own:1' })).rejects.toThrow('The image me/own:1 cannot be served in this sandbox');
  });
});

describe('an endpoint', () => {
  it('is in service when the waiter returns, costs by the hour, and is gone when it is deleted', async () => {
    const ProductionVariants = [variant('first', { InitialInstanceCount: 2 })];
    await lab.sagemaker.send(new CreateEndpointConfigCommand({ EndpointConfigName: 'pays', ProductionVariants }));
    await lab.sagemaker.send(new CreateEndpointCommand({ EndpointName: 'pays', EndpointConfigName: 'pays' }));
    await waitUntilEndpointInService({ client: lab.sagemaker, maxWaitTime: 60 }, { EndpointName: 'pays' });

    await lab.box.advance(3 * HOUR);
    const cost = hosted();
    await lab.sagemaker.send(new DeleteEndpointCommand({ EndpointName: 'pays' }));
    const atEnd = hosted()?.usd;
    await lab.box.advance(5 * HOUR);

    expect(cost?.quantity).toBeCloseTo(6, 2);
    expect(cost?.usd).toBeCloseTo(6 * 0.115, 2);
    expect(hosted()?.usd).toBe(atEnd);
    await expect(described('pays')).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringContaining('Could not find endpoint "arn:aws:sagemaker:'),
    });
    await expect(ask('pays')).rejects.toMatchObject({ name: 'ValidationError', message: /^Endpoint pays of account/ });
  });

  it('fails with the reason when the artifact went, and when image and artifact do not suit one another', async () => {
    await makeModel(lab, { name: 'lost' });
    await lab.box.client(S3Client).send(new DeleteObjectCommand({ Bucket: lab.bucket, Key: 'artifacts/lost.tar.gz' }));
    await makeModel(lab, { name: 'odd', image: LINEAR_LEARNER });

    await deploy(lab, 'lost', [variant('lost')]);
    await deploy(lab, 'odd', [variant('odd')]);

    expect(await described('lost')).toMatchObject({
      EndpointStatus: 'Failed',
      FailureReason: expect.stringContaining('Failed to download model data for container "container_1"'),
    });
    expect(await described('odd')).toMatchObject({
      EndpointStatus: 'Failed',
      FailureReason: expect.stringContaining('AllTraffic did not pass the ping health check'),
    });
  });

  it('serves on when its model is deleted and its role lost all rights', async () => {
    const roleArn = await lab.role('short-lived', ['s3:GetObject']);
    await makeModel(lab, { name: 'kept', roleArn });
    await deploy(lab, 'kept', [variant('kept')]);
    const before = (await ask('kept')).Body?.transformToString();

    await lab.sagemaker.send(new DeleteModelCommand({ ModelName: 'kept' }));
    await lab.box.client(IAMClient).send(new DeleteRolePolicyCommand({ RoleName: 'short-lived', PolicyName: 'own' }));

    expect((await ask('kept')).Body?.transformToString()).toBe(before);
  });

  it('answers as before after its account was put back, and goes on being made where it was being made', async () => {
    const { sandbox, tenant } = lab.box;
    await deploy(lab, 'twice', [variant('first')]);
    const before = (await ask('twice')).Body?.transformToString();
    await lab.sagemaker.send(new CreateEndpointCommand({ EndpointName: 'half', EndpointConfigName: 'twice' }));
    const snapshot = tenant.snapshot();
    await lab.box.settled();

    sandbox.restore(tenant, snapshot);

    expect((await ask('twice')).Body?.transformToString()).toBe(before);
    await described('half');
    await lab.box.settled();
    expect(await described('half')).toMatchObject({ EndpointStatus: 'InService' });
  });

  it('is listed by status', async () => {
    const { Endpoints = [] } = await lab.sagemaker.send(new ListEndpointsCommand({ StatusEquals: 'Failed' }));

    expect(Endpoints.map(({ EndpointName }) => EndpointName).sort()).toEqual(['lost', 'odd']);
  });

  it('is refused when the account has no instances left', async () => {
    const ProductionVariants = [variant('first', { InitialInstanceCount: 21 })];
    await lab.sagemaker.send(new CreateEndpointConfigCommand({ EndpointConfigName: 'huge', ProductionVariants }));

    await expect(
      lab.sagemaker.send(new CreateEndpointCommand({ EndpointName: 'huge', EndpointConfigName: 'huge' })),
    ).rejects.toMatchObject({
      name: 'ResourceLimitExceeded',
      message: expect.stringContaining("'ml.m5.large for endpoint usage' is 20 Instances"),
    });
  });

  it('refuses a configuration that could not run here as it does in SageMaker', async () => {
    const make = (...ProductionVariants: ReturnType<typeof variant>[]) =>
      lab.sagemaker.send(new CreateEndpointConfigCommand({ EndpointConfigName: 'no', ProductionVariants }));

    await expect(make(variant('nobody'))).rejects.toThrow('Could not find model "arn:');
    await expect(make(variant('first'), variant('second'))).rejects.toThrow('AllTraffic stands twice');
    await expect(make(variant('first', { AcceleratorType: 'ml.eia2.medium' }))).rejects.toThrow(
      'AcceleratorType of variant AllTraffic is not supported in this sandbox.',
    );
    const both = { ServerlessConfig: { MemorySizeInMB: 2048, MaxConcurrency: 5 } };
    await expect(make(variant('first', both))).rejects.toThrow(
      'InstanceType and InitialInstanceCount must be left out',
    );
  });
});
