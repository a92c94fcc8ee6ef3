import { DeleteObjectCommand } from '@aws-sdk/client-s3';
import {
  DeleteEndpointCommand,
  DescribeEndpointCommand,
  UpdateEndpointCommand,
  UpdateEndpointWeightsAndCapacitiesCommand,
} from '@aws-sdk/client-sagemaker';
import { InvokeEndpointCommand, SageMakerRuntimeClient } from '@aws-sdk/client-sagemaker-runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SageMakerFixture, sageMakerFixture } from '../testing-data.ts';
import { deploy, makeModel, variant } from '../testing-endpoint.ts';

const HOUR = 3_600_000;

let lab: SageMakerFixture;
let runtime: SageMakerRuntimeClient;

beforeAll(async () => {
  lab = await sageMakerFixture('updates');
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

/** How many of 100 requests each variant, or model, answered. */
async function shares(name: string, by: 'variant' | 'answer' = 'variant'): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (let i = 0; i < 100; i += 1) {
    const { InvokedProductionVariant = '', Body } = await ask(name);
    const key = by === 'variant' ? InvokedProductionVariant : Buffer.from(Body ?? []).toString();
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

describe('variants', () => {
  beforeAll(() =>
    deploy(lab, 'ab', [
      variant('first', { VariantName: 'a', InitialVariantWeight: 9 }),
      variant('second', { VariantName: 'b', InitialVariantWeight: 1 }),
    ]),
  );

  it('share the traffic by their weights, and answer by their own model when they are named', async () => {
    const { a = 0, b = 0 } = await shares('ab');
    const [byA, byB] = [await ask('ab', 'a'), await ask('ab', 'b')];

    expect(a + b).toBe(100);
    expect(b).toBeGreaterThan(1);
    expect(b).toBeLessThan(25);
    expect(byA.InvokedProductionVariant).toBe('a');
    expect(byA.Body?.transformToString()).not.toBe(byB.Body?.transformToString());
    await expect(ask('ab', 'c')).rejects.toMatchObject({ name: 'ValidationError' });
  });

  it('change their weights and capacities while they serve', async () => {
    const DesiredWeightsAndCapacities = [
      { VariantName: 'a', DesiredWeight: 0 },
      { VariantName: 'b', DesiredWeight: 1, DesiredInstanceCount: 3 },
    ];
    await lab.sagemaker.send(
      new UpdateEndpointWeightsAndCapacitiesCommand({ EndpointName: 'ab', DesiredWeightsAndCapacities }),
    );
    await lab.box.settled();

    expect(await shares('ab')).toEqual({ b: 100 });
    expect((await described('ab')).ProductionVariants).toMatchObject([
      { VariantName: 'a', CurrentWeight: 0, CurrentInstanceCount: 1 },
      { VariantName: 'b', CurrentWeight: 1, CurrentInstanceCount: 3 },
    ]);
  });

  it('keep what was set on them when an update says so', async () => {
    const update = { EndpointName: 'ab', EndpointConfigName: 'ab', RetainAllVariantProperties: true };
    const ExcludeRetainedVariantProperties = [{ VariantPropertyType: 'DesiredInstanceCount' as const }];
    await lab.sagemaker.send(new UpdateEndpointCommand({ ...update, ExcludeRetainedVariantProperties }));
    await lab.box.settled();

    expect((await described('ab')).ProductionVariants).toMatchObject([
      { VariantName: 'a', CurrentWeight: 0, CurrentInstanceCount: 1 },
      { VariantName: 'b', CurrentWeight: 1, CurrentInstanceCount: 1 },
    ]);
  });
});

describe('an update', () => {
  const to = (EndpointConfigName: string, type: 'CANARY' | 'LINEAR', percent: number) =>
    lab.sagemaker.send(
      new UpdateEndpointCommand({
        EndpointName: 'blue-green',
        EndpointConfigName,
        DeploymentConfig: {
          BlueGreenUpdatePolicy: {
            TrafficRoutingConfiguration: {
              Type: type,
              WaitIntervalInSeconds: 600,
              [type === 'CANARY' ? 'CanarySize' : 'LinearStepSize']: { Type: 'CAPACITY_PERCENT', Value: percent },
            },
            TerminationWaitInSeconds: 300,
          },
        },
      }),
    );
  let [old, young] = ['', ''];

  beforeAll(async () => {
    await deploy(lab, 'blue-green', [variant('first')]);
    await deploy(lab, 'green', [variant('second')]);
    old = (await ask('blue-green')).Body?.transformToString() ?? '';
    young = (await ask('green')).Body?.transformToString() ?? '';
  });

  it('gives a canary its part, then all, and takes the old fleet away at the end', async () => {
    await to('green', 'CANARY', 20);
    await lab.box.settled();
    const first = await shares('blue-green', 'answer');
    const pending = await described('blue-green');
    await lab.box.advance(601_000);
    const second = await shares('blue-green', 'answer');
    await lab.box.advance(600_000);
    const terminating = await described('blue-green');
    await lab.box.advance(301_000);
    const after = await described('blue-green');

    expect(first[young]).toBeGreaterThan(5);
    expect(first[young]).toBeLessThan(40);
    expect(first[old]).toBe(100 - (first[young] ?? 0));
    expect(pending).toMatchObject({
      EndpointStatus: 'Updating',
      EndpointConfigName: 'blue-green',
      PendingDeploymentSummary: { EndpointConfigName: 'green' },
    });
    expect(second).toEqual({ [young]: 100 });
    expect(terminating.EndpointStatus).toBe('Updating');
    expect(after).toMatchObject({ EndpointStatus: 'InService', EndpointConfigName: 'green' });
    expect(after.PendingDeploymentSummary).toBeUndefined();
  });

  it('that is under way cannot be followed by another, nor the endpoint be deleted', async () => {
    await to('blue-green', 'LINEAR', 50);

    await expect(to('green', 'LINEAR', 50)).rejects.toThrow('Cannot update in-progress endpoint "arn:');
    await expect(lab.sagemaker.send(new DeleteEndpointCommand({ EndpointName: 'blue-green' }))).rejects.toThrow(
      'Cannot update in-progress endpoint "arn:',
    );
    await lab.box.advance(2 * HOUR);
    expect(await described('blue-green')).toMatchObject({ EndpointStatus: 'InService' });
  });

  it('that cannot be leaves the old fleet in service, with the reason', async () => {
    await makeModel(lab, { name: 'lost' });
    await lab.s3.send(new DeleteObjectCommand({ Bucket: lab.bucket, Key: 'artifacts/lost.tar.gz' }));
    await deploy(lab, 'lost', [variant('lost')]);
    await to('lost', 'CANARY', 20);
    await lab.box.settled();

    expect(await described('blue-green')).toMatchObject({
      EndpointStatus: 'InService',
      EndpointConfigName: 'blue-green',
      FailureReason: expect.stringContaining('Failed to download model data'),
    });
    expect((await ask('blue-green')).Body?.transformToString()).toBe(old);
  });
});
