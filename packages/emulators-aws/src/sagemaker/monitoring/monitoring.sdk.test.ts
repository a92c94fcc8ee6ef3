import { CloudWatchClient, GetMetricStatisticsCommand } from '@aws-sdk/client-cloudwatch';
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';
import {
  CreateDataQualityJobDefinitionCommand,
  CreateModelQualityJobDefinitionCommand,
  CreateMonitoringScheduleCommand,
  DeleteMonitoringScheduleCommand,
  DescribeMonitoringScheduleCommand,
  ListDataQualityJobDefinitionsCommand,
  ListMonitoringExecutionsCommand,
  ListMonitoringSchedulesCommand,
  type MonitoringType,
  StartMonitoringScheduleCommand,
  StopMonitoringScheduleCommand,
} from '@aws-sdk/client-sagemaker';
import { InvokeEndpointCommand, SageMakerRuntimeClient } from '@aws-sdk/client-sagemaker-runtime';
import { seededRng } from '@cairn/kernel';
import { describeTable, suggestConstraints, textTable } from '@cairn/learning-algorithms';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { labelledCsv, type SageMakerFixture, sageMakerFixture, withoutLabels } from '../testing-data.ts';
import { deploy, makeModel, variant } from '../testing-endpoint.ts';

const ANALYZER = '156813124566.dkr.ecr.us-east-1.amazonaws.com/sagemaker-model-monitor-analyzer';
const HOUR = 3_600_000;

let lab: SageMakerFixture;
let runtime: SageMakerRuntimeClient;

beforeAll(async () => {
  lab = await sageMakerFixture('monitoring');
  runtime = lab.box.client(SageMakerRuntimeClient);
  await makeModel(lab, { name: 'trees' });
  await deployCaptured('watched', ['Input']);
  await deployCaptured('judged', ['Input', 'Output']);
  const rows = withoutLabels(labelledCsv(800, 5))
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  const statistics = describeTable(textTable(['x0', 'x1', 'x2', 'x3'], rows));
  await lab.put('baseline/statistics.json', JSON.stringify(statistics));
  await lab.put('baseline/constraints.json', JSON.stringify(suggestConstraints(statistics)));
});
afterAll(async () => {
  expect(lab.box.bugs).toEqual([]);
  await lab.box.close();
});

const deployCaptured = (name: string, modes: ('Input' | 'Output')[]) =>
  deploy(lab, name, [variant('trees')], {
    DataCaptureConfig: {
      EnableCapture: true,
      InitialSamplingPercentage: 100,
      DestinationS3Uri: `s3://${lab.bucket}/capture`,
      CaptureOptions: modes.map((CaptureMode) => ({ CaptureMode })),
    },
  });

const common = () => ({
  JobResources: { ClusterConfig: { InstanceCount: 1, InstanceType: 'ml.m5.large' as const, VolumeSizeInGB: 20 } },
  RoleArn: lab.roleArn,
});
const outputs = (S3Uri: string) => ({ MonitoringOutputs: [{ S3Output: { S3Uri, LocalPath: '/opt/ml/output' } }] });
const inputOf = (EndpointName: string) => ({ EndpointName, LocalPath: '/opt/ml/input' });
const uri = (key: string) => `s3://${lab.bucket}/${key}`;

const schedule = (name: string, MonitoringType: MonitoringType, ScheduleExpression = 'cron(0 * ? * * *)', times = {}) =>
  lab.sagemaker.send(
    new CreateMonitoringScheduleCommand({
      MonitoringScheduleName: name,
      MonitoringScheduleConfig: {
        MonitoringJobDefinitionName: name.replace(/-now$/, ''),
        MonitoringType,
        ScheduleConfig: { ScheduleExpression, ...times },
      },
    }),
  );

const executions = async (MonitoringScheduleName: string) => {
  const command = new ListMonitoringExecutionsCommand({ MonitoringScheduleName, SortBy: 'ScheduledTime' });
  return (await lab.sagemaker.send(command)).MonitoringExecutionSummaries ?? [];
};
const send = (EndpointName: string, Body: string, InferenceId?: string) =>
  runtime.send(new InvokeEndpointCommand({ EndpointName, ContentType: 'text/csv', Body, InferenceId }));

async function report(prefix: string, name: string): Promise<Record<string, never>> {
  const { Contents = [] } = await lab.s3.send(new ListObjectsV2Command({ Bucket: lab.bucket, Prefix: prefix }));
  const Key = Contents.map(({ Key = '' }) => Key)
    .filter((key) => key.endsWith(`/${name}.json`))
    .at(-1);
  const { Body } = await lab.s3.send(new GetObjectCommand({ Bucket: lab.bucket, Key }));
  return JSON.parse((await Body?.transformToString()) ?? '');
}

/** Traffic of 300 rows; x0 is moved by `shift`. */
async function traffic(name: string, shift: number): Promise<void> {
  const rng = seededRng(`traffic:${shift}`);
  const rows = Array.from({ length: 300 }, () => [rng.normal() + shift, rng.normal(), rng.normal(), rng.normal()]);
  await send(name, rows.map((row) => row.map((x) => x.toFixed(5)).join(',')).join('\n'));
}

/** To just after the next full hour, so that what follows lies in one hour. */
async function toNextHour(): Promise<void> {
  await lab.box.advance(HOUR - (lab.box.tenant.clock.now() % HOUR) + 60_000);
}

describe('a data quality monitor', () => {
  beforeAll(async () => {
    await lab.sagemaker.send(
      new CreateDataQualityJobDefinitionCommand({
        JobDefinitionName: 'data',
        DataQualityBaselineConfig: {
          ConstraintsResource: { S3Uri: uri('baseline/constraints.json') },
          StatisticsResource: { S3Uri: uri('baseline/statistics.json') },
        },
        DataQualityAppSpecification: { ImageUri: ANALYZER },
        DataQualityJobInput: { EndpointInput: inputOf('watched') },
        DataQualityJobOutputConfig: outputs(uri('reports')),
        ...common(),
      }),
    );
    await toNextHour();
    await schedule('data', 'DataQuality');
  });

  it('finds nothing in traffic like the baseline, and drift in traffic that has moved', async () => {
    await traffic('watched', 0);
    await lab.box.advance(HOUR + 300_000);
    const quiet = await report('reports/', 'constraint_violations');
    await traffic('watched', 3);
    await lab.box.advance(HOUR);
    const drifted = await report('reports/', 'constraint_violations');

    expect(quiet).toEqual({ violations: [] });
    expect(drifted.violations).toEqual([
      expect.objectContaining({ feature_name: 'x0', constraint_check_type: 'baseline_drift_check' }),
    ]);
    const found = await executions('data');
    expect(found.map(({ MonitoringExecutionStatus: status }) => status)).toEqual([
      'CompletedWithViolations',
      'Completed',
    ]);
    expect(found[0]?.ScheduledTime?.getTime()).toBe((found[1]?.ScheduledTime?.getTime() ?? 0) + HOUR);
    expect((await report('reports/watched/data/', 'statistics')).dataset).toEqual({ item_count: 300 });
  });

  it('publishes how far each feature has moved', async () => {
    const Dimensions = [
      { Name: 'Endpoint', Value: 'watched' },
      { Name: 'MonitoringSchedule', Value: 'data' },
    ];
    const now = lab.box.tenant.clock.now();
    const largest = async (feature: string) => {
      const { Datapoints = [] } = await lab.box.client(CloudWatchClient).send(
        new GetMetricStatisticsCommand({
          Namespace: 'aws/sagemaker/Endpoints/data-metrics',
          MetricName: `feature_baseline_drift_${feature}`,
          Dimensions,
          StartTime: new Date(now - 3 * HOUR),
          EndTime: new Date(now + HOUR),
          Period: 3600,
          Statistics: ['Maximum'],
        }),
      );
      return Math.max(...Datapoints.map(({ Maximum = 0 }) => Maximum));
    };

    expect(await largest('x0')).toBeGreaterThan(0.5);
    expect(await largest('x1')).toBeLessThan(0.1);
  });

  it('fails with the reason when nothing was captured', async () => {
    await lab.box.advance(HOUR);

    expect((await executions('data'))[0]).toMatchObject({
      MonitoringExecutionStatus: 'Failed',
      FailureReason: expect.stringContaining('Job inputs had no data'),
    });
  });

  it('rests while it is stopped', async () => {
    const before = (await executions('data')).length;
    await lab.sagemaker.send(new StopMonitoringScheduleCommand({ MonitoringScheduleName: 'data' }));
    await lab.box.advance(3 * HOUR);
    const whileStopped = (await executions('data')).length;
    await lab.sagemaker.send(new StartMonitoringScheduleCommand({ MonitoringScheduleName: 'data' }));
    await lab.box.advance(2 * HOUR);

    expect(whileStopped).toBe(before);
    expect((await executions('data')).length).toBe(before + 2);
  });

  it('runs at once when it is asked for now', async () => {
    await traffic('watched', 3);
    const times = { DataAnalysisStartTime: '-PT1H', DataAnalysisEndTime: '-PT0H' };
    await schedule('data-now', 'DataQuality', 'NOW', times);
    await lab.box.settled();

    expect(await executions('data-now')).toMatchObject([{ MonitoringExecutionStatus: 'CompletedWithViolations' }]);
    await expect(schedule('x', 'DataQuality', 'cron(5 * ? * * *)')).rejects.toThrow('Job Definition');
    await expect(schedule('data-now', 'DataQuality', 'NOW', times)).rejects.toMatchObject({ name: 'ResourceInUse' });
  });

  it('is listed, described and deleted', async () => {
    const MonitoringScheduleName = 'data-now';
    const { JobDefinitionSummaries = [] } = await lab.sagemaker.send(
      new ListDataQualityJobDefinitionsCommand({ EndpointName: 'watched' }),
    );
    const described = await lab.sagemaker.send(new DescribeMonitoringScheduleCommand({ MonitoringScheduleName }));
    await lab.sagemaker.send(new DeleteMonitoringScheduleCommand({ MonitoringScheduleName }));
    const { MonitoringScheduleSummaries = [] } = await lab.sagemaker.send(
      new ListMonitoringSchedulesCommand({ EndpointName: 'watched' }),
    );

    expect(JobDefinitionSummaries.map((summary) => summary.MonitoringJobDefinitionName)).toEqual(['data']);
    expect(described).toMatchObject({ MonitoringScheduleStatus: 'Scheduled', EndpointName: 'watched' });
    expect(MonitoringScheduleSummaries.map((summary) => summary.MonitoringScheduleName)).toEqual(['data']);
  });
});

describe('a model quality monitor', () => {
  const define = () =>
    new CreateModelQualityJobDefinitionCommand({
      JobDefinitionName: 'model',
      ModelQualityBaselineConfig: { ConstraintsResource: { S3Uri: uri('baseline/quality.json') } },
      ModelQualityAppSpecification: { ImageUri: ANALYZER, ProblemType: 'BinaryClassification' },
      ModelQualityJobInput: {
        EndpointInput: { ...inputOf('judged'), ProbabilityAttribute: '0', ProbabilityThresholdAttribute: 0.5 },
        GroundTruthS3Input: { S3Uri: uri('truth') },
      },
      ModelQualityJobOutputConfig: outputs(uri('quality')),
      ...common(),
    });

  /** Asks for each row and writes what was true, or its opposite, where ground truth is looked for. */
  async function judge(isFlipped: boolean): Promise<void> {
    const rows = labelledCsv(60, 77).trim().split('\n');
    const truths: string[] = [];
    for (const [i, row] of rows.entries()) {
      const eventId = `${isFlipped}-${i}`;
      await send('judged', row.slice(2), eventId);
      const label = isFlipped ? 1 - Number(row[0]) : Number(row[0]);
      const groundTruthData = { data: String(label), encoding: 'CSV' };
      truths.push(JSON.stringify({ groundTruthData, eventMetadata: { eventId }, eventVersion: '0' }));
    }
    const hour = new Date(lab.box.tenant.clock.now()).toISOString().slice(0, 13).replace(/[-T]/g, '/');
    await lab.s3.send(
      new PutObjectCommand({ Bucket: lab.bucket, Key: `truth/${hour}/${isFlipped}.jsonl`, Body: truths.join('\n') }),
    );
  }

  it('joins answers with ground truth and tells when the model got worse', async () => {
    const limits = { accuracy: { threshold: 0.7, comparison_operator: 'LessThanThreshold' } };
    await lab.put('baseline/quality.json', JSON.stringify({ version: 0, binary_classification_constraints: limits }));
    await lab.sagemaker.send(define());
    await toNextHour();
    await schedule('model', 'ModelQuality');
    await judge(false);
    await lab.box.advance(HOUR + 300_000);
    const good = await report('quality/', 'statistics');
    await judge(true);
    await lab.box.advance(HOUR);

    const found = await executions('model');
    expect(good.binary_classification_metrics).toMatchObject({ accuracy: { value: expect.any(Number) } });
    expect(found.map(({ MonitoringExecutionStatus: status }) => status)).toEqual([
      'CompletedWithViolations',
      'Completed',
    ]);
    expect((await report('quality/', 'constraint_violations')).violations).toEqual([
      expect.objectContaining({ metric_name: 'accuracy', constraint_check_type: 'LessThanThreshold' }),
    ]);
  });
});
