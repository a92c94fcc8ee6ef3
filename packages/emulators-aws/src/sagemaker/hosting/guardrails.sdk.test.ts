import { CloudWatchClient, GetMetricStatisticsCommand, PutMetricAlarmCommand } from '@aws-sdk/client-cloudwatch';
import { DescribeEndpointCommand, UpdateEndpointCommand } from '@aws-sdk/client-sagemaker';
import { InvokeEndpointCommand, SageMakerRuntimeClient } from '@aws-sdk/client-sagemaker-runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SageMakerFixture, sageMakerFixture } from '../testing-data.ts';
import { deploy, makeModel, variant } from '../testing-endpoint.ts';

let lab: SageMakerFixture;
let runtime: SageMakerRuntimeClient;
let cloudwatch: CloudWatchClient;

const Dimensions = [
  { Name: 'EndpointName', Value: 'guarded' },
  { Name: 'VariantName', Value: 'AllTraffic' },
];

beforeAll(async () => {
  lab = await sageMakerFixture('guardrails');
  runtime = lab.box.client(SageMakerRuntimeClient);
  cloudwatch = lab.box.client(CloudWatchClient);
  const roleArn = await lab.role('watcher', ['s3:*', 'cloudwatch:DescribeAlarms']);
  await makeModel(lab, { name: 'old', roleArn });
  await makeModel(lab, { name: 'young', seed: 2, roleArn });
  await deploy(lab, 'guarded', [variant('old')]);
  await deploy(lab, 'young', [variant('young')]);
  await cloudwatch.send(
    new PutMetricAlarmCommand({
      AlarmName: 'errors',
      Namespace: 'AWS/SageMaker',
      MetricName: 'Invocation4XXErrors',
      Dimensions,
      Statistic: 'Sum',
      Period: 60,
      EvaluationPeriods: 1,
      Threshold: 1,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      TreatMissingData: 'notBreaching',
    }),
  );
});
afterAll(async () => {
  expect(lab.box.bugs).toEqual([]);
  await lab.box.close();
});

const ask = (Body: string) =>
  runtime.send(new InvokeEndpointCommand({ EndpointName: 'guarded', ContentType: 'text/csv', Body }));
const described = () => lab.sagemaker.send(new DescribeEndpointCommand({ EndpointName: 'guarded' }));
const update = (AlarmName: string) =>
  lab.sagemaker.send(
    new UpdateEndpointCommand({
      EndpointName: 'guarded',
      EndpointConfigName: 'young',
      DeploymentConfig: {
        BlueGreenUpdatePolicy: {
          TrafficRoutingConfiguration: {
            Type: 'CANARY',
            WaitIntervalInSeconds: 600,
            CanarySize: { Type: 'CAPACITY_PERCENT', Value: 50 },
          },
        },
        AutoRollbackConfiguration: { Alarms: [{ AlarmName }] },
      },
    }),
  );

async function sumOf(MetricName: string): Promise<number> {
  const now = lab.box.tenant.clock.now();
  const { Datapoints = [] } = await cloudwatch.send(
    new GetMetricStatisticsCommand({
      Namespace: 'AWS/SageMaker',
      MetricName,
      Dimensions,
      StartTime: new Date(now - 3_600_000),
      EndTime: new Date(now + 60_000),
      Period: 3600,
      Statistics: ['Sum'],
    }),
  );
  return Datapoints.reduce((total, { Sum = 0 }) => total + Sum, 0);
}

describe('an endpoint', () => {
  it('tells CloudWatch of its invocations, errors and times', async () => {
    await ask('1,2,3,4');
    await ask('1,2').catch(() => {});
    await lab.box.settled();

    expect(await sumOf('Invocations')).toBe(2);
    expect(await sumOf('Invocation4XXErrors')).toBe(1);
    expect(await sumOf('ModelLatency')).toBeGreaterThan(1000);
  });
});

describe('a deployment with alarms', () => {
  it('goes back when one goes off while traffic is watched', async () => {
    await lab.box.advance(600_000);
    await update('errors');
    await lab.box.settled();
    const during = await described();
    await lab.box.advance(120_000);
    await ask('1,2').catch(() => {});
    await lab.box.advance(300_000);

    expect(during.EndpointStatus).toBe('Updating');
    expect(await described()).toMatchObject({
      EndpointStatus: 'InService',
      EndpointConfigName: 'guarded',
      FailureReason: expect.stringContaining('alarms went off during the deployment: errors'),
    });
  });

  it('goes through while all is quiet', async () => {
    await lab.box.advance(600_000);
    await update('errors');
    await lab.box.advance(1_300_000);

    const after = await described();
    expect(after).toMatchObject({ EndpointStatus: 'InService', EndpointConfigName: 'young' });
    expect(after.FailureReason).toBeUndefined();
  });

  it('is refused when an alarm is not there', async () => {
    await expect(update('nothing')).rejects.toThrow('The auto-rollback alarms nothing do not exist in CloudWatch.');
  });
});
