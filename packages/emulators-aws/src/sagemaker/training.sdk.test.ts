import { createHash } from 'node:crypto';
import { CloudWatchLogsClient, FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { GetObjectCommand } from '@aws-sdk/client-s3';
import {
  CreateTrainingJobCommand,
  type CreateTrainingJobRequest,
  DescribeTrainingJobCommand,
  ListTagsCommand,
  ListTrainingJobsCommand,
  paginateListTrainingJobs,
} from '@aws-sdk/client-sagemaker';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  LINEAR_LEARNER,
  labelledCsv,
  type SageMakerFixture,
  sageMakerFixture,
  type TrainingDraft,
  trainingRequest,
} from './testing-data.ts';

let lab: SageMakerFixture;
let data: { train: string; validation: string };

beforeAll(async () => {
  lab = await sageMakerFixture('training');
  data = {
    train: await lab.put('data/train/part-0.csv', labelledCsv(600, 1)),
    validation: await lab.put('data/validation/part-0.csv', labelledCsv(400, 2)),
  };
});
afterAll(async () => {
  expect(lab.box.bugs).toEqual([]);
  await lab.box.close();
});

const send = (draft: TrainingDraft, changes: Partial<CreateTrainingJobRequest> = {}) =>
  lab.sagemaker.send(new CreateTrainingJobCommand({ ...trainingRequest(lab, draft), ...changes }));
const described = (TrainingJobName: string) => lab.sagemaker.send(new DescribeTrainingJobCommand({ TrainingJobName }));

async function run(draft: TrainingDraft, changes: Partial<CreateTrainingJobRequest> = {}) {
  await send(draft, changes);
  await lab.box.settled();
  return described(draft.name);
}

const metricOf = ({ FinalMetricDataList = [] }: Awaited<ReturnType<typeof described>>, name: string) =>
  FinalMetricDataList.find(({ MetricName }) => MetricName === name)?.Value ?? Number.NaN;

async function artifactHash(name: string): Promise<string> {
  const Key = `models/${name}/output/model.tar.gz`;
  const { Body } = await lab.s3.send(new GetObjectCommand({ Bucket: lab.bucket, Key }));
  return createHash('sha256')
    .update((await Body?.transformToByteArray()) ?? '')
    .digest('hex');
}

describe('a training job', () => {
  it('goes through its phases to a model in S3 that is better than chance', async () => {
    const job = await run({ name: 'First-Job', ...data }, { Tags: [{ Key: 'team', Value: 'risk' }] });

    expect(job).toMatchObject({ TrainingJobStatus: 'Completed', SecondaryStatus: 'Completed' });
    expect(job.SecondaryStatusTransitions?.map(({ Status }) => Status)).toEqual([
      'Starting',
      'Downloading',
      'Training',
      'Uploading',
      'Completed',
    ]);
    expect(job.ModelArtifacts?.S3ModelArtifacts).toBe(`s3://${lab.bucket}/models/First-Job/output/model.tar.gz`);
    expect(job.TrainingJobArn).toMatch(/^arn:aws:sagemaker:us-east-1:\d{12}:training-job\/first-job$/);
    expect(metricOf(job, 'validation:auc')).toBeGreaterThan(0.85);
    expect(job.BillableTimeInSeconds).toBeGreaterThanOrEqual(1);
    const tags = await lab.sagemaker.send(new ListTagsCommand({ ResourceArn: job.TrainingJobArn }));
    expect(tags.Tags).toEqual([{ Key: 'team', Value: 'risk' }]);
  });

  it('gives the same artifact for the same seed and data, and another one for another seed', async () => {
    const hyperparameters = { objective: 'binary:logistic', num_round: '5', subsample: '0.5' };
    await run({ name: 'seed-1a', ...data, hyperparameters: { ...hyperparameters, seed: '1' } });
    await run({ name: 'seed-1b', ...data, hyperparameters: { ...hyperparameters, seed: '1' } });
    await run({ name: 'seed-2', ...data, hyperparameters: { ...hyperparameters, seed: '2' } });

    expect(await artifactHash('seed-1a')).toBe(await artifactHash('seed-1b'));
    expect(await artifactHash('seed-2')).not.toBe(await artifactHash('seed-1a'));
  });

  it('scores at chance when the labels were shuffled', async () => {
    const train = await lab.put('shuffled/train.csv', labelledCsv(800, 5, true));
    const validation = await lab.put('shuffled-validation/v.csv', labelledCsv(800, 6));

    const job = await run({ name: 'shuffled', train, validation });

    expect(Math.abs(metricOf(job, 'validation:auc') - 0.5)).toBeLessThan(0.1);
  });

  it('trains LinearLearner, with its metrics and threshold', async () => {
    const hyperparameters = {
      predictor_type: 'binary_classifier',
      epochs: '3',
      binary_classifier_model_selection_criteria: 'precision_at_target_recall',
      target_recall: '0.95',
    };

    const job = await run({ name: 'linear', ...data, image: LINEAR_LEARNER, hyperparameters });

    expect(job.TrainingJobStatus).toBe('Completed');
    expect(metricOf(job, 'validation:roc_auc_score')).toBeGreaterThan(0.9);
    expect(metricOf(job, 'validation:recall')).toBeGreaterThanOrEqual(0.95);
  });

  it.each([
    ['kmeans', { k: '3', feature_dim: '4' }, 'train:msd'],
    ['pca', { num_components: '2', feature_dim: '4' }, undefined],
    ['randomcutforest', { feature_dim: '4', num_samples_per_tree: '64', num_trees: '50' }, undefined],
    ['cairn/isolation-forest', {}, undefined],
  ])('trains %s on data without labels', async (image, hyperparameters, metric) => {
    const train = await lab.put('plain/rows.csv', labelledCsv(300, 9).replace(/^[^,]*,/gm, ''));
    const name = `plain-${image.replace('/', '-')}`;

    const job = await run({ name, train, image, hyperparameters, contentType: 'text/csv;label_size=0' });

    expect([job.TrainingJobStatus, job.FailureReason]).toEqual(['Completed', undefined]);
    if (metric) expect(metricOf(job, metric)).toBeGreaterThan(0);
  });

  it('forecasts a seasonal series better than its own last value', async () => {
    const series = Array.from({ length: 120 }, (_, t) => 100 + t + 20 * Math.sin((2 * Math.PI * t) / 12));
    const train = await lab.put('series/s.csv', series.join('\n'));
    const hyperparameters = { prediction_length: '12', season_length: '12' };
    const draft = { train, image: 'cairn/forecasting' };

    const good = await run({ ...draft, name: 'hw', hyperparameters: { ...hyperparameters, method: 'holt-winters' } });
    const naive = await run({ ...draft, name: 'naive', hyperparameters: { ...hyperparameters, method: 'naive' } });

    expect(metricOf(good, 'test:smape')).toBeLessThan(metricOf(naive, 'test:smape') / 5);
  });
});

describe('what a training job leaves elsewhere', () => {
  it('are log lines, written with the rights of its role', async () => {
    await run({ name: 'logged', ...data });
    const logs = lab.box.client(CloudWatchLogsClient);
    const logGroupName = '/aws/sagemaker/TrainingJobs';

    const { events = [] } = await logs.send(
      new FilterLogEventsCommand({ logGroupName, logStreamNamePrefix: 'logged/', filterPattern: 'validation' }),
    );

    expect(events.length).toBeGreaterThan(19);
    expect(events[0]?.logStreamName).toMatch(/^logged\/algo-1-\d+$/);
  });

  it('are no log lines when the role may not write them; the job succeeds all the same', async () => {
    const RoleArn = await lab.role('no-logs', ['s3:*']);

    const job = await run({ name: 'silent', ...data }, { RoleArn });

    expect(job.TrainingJobStatus).toBe('Completed');
  });

  it('is a line on the bill for the seconds that were billed', async () => {
    const hours = () =>
      lab.box.tenant.bill.lines(0).find(({ item }) => item === 'Training on ml.m5.large')?.quantity ?? 0;
    const before = hours();
    const job = await run({ name: 'billed', ...data });

    expect(hours() - before).toBeCloseTo((job.BillableTimeInSeconds ?? 0) / 3600, 10);
  });
});

describe('a training job that cannot succeed', () => {
  it('of a role without s3:GetObject fails with AccessDenied in its reason', async () => {
    const RoleArn = await lab.role('no-get', ['s3:ListBucket']);

    const job = await run({ name: 'denied', ...data }, { RoleArn });

    expect(job.TrainingJobStatus).toBe('Failed');
    expect(job.FailureReason).toMatch(/^ClientError: Data download failed:AccessDenied \(403\): .*s3:GetObject/);
  });

  it.each([
    ['eta', { objective: 'binary:logistic', num_round: '5', eta: '2' }, /ClientError: Hyperparameter eta: must be/],
    ['max_dept', { objective: 'binary:logistic', num_round: '5', max_dept: '2' }, /max_dept.*do you mean max_depth/],
    ['rounds', { objective: 'binary:logistic' }, /ClientError: Missing required hyperparameter: num_round/],
  ])('for its hyperparameter %s says so', async (name, hyperparameters, reason) => {
    const job = await run({ name: `bad-${name.replace('_', '-')}`, ...data, hyperparameters });

    expect(job.FailureReason).toMatch(reason);
  });

  it('for a header in the data names row and column', async () => {
    const train = await lab.put('header/train.csv', `label,age,x,y,z\n${labelledCsv(50, 1)}`);

    const job = await run({ name: 'header', train });

    expect(job.FailureReason).toMatch(/row 1, column 1 holds "label", which is no number: remove the header row/);
  });

  it('for an empty prefix names the bucket and the role', async () => {
    const job = await run({ name: 'nothing', train: `s3://${lab.bucket}/absent/` });

    expect(job.FailureReason).toContain('No S3 objects found under S3 URL');
    expect(job.FailureReason).toContain(lab.roleArn);
  });
});

describe('CreateTrainingJob refuses', () => {
  it('a name that is taken', async () => {
    await run({ name: 'taken', ...data });

    await expect(send({ name: 'taken', ...data })).rejects.toMatchObject({
      name: 'ResourceInUse',
      message: expect.stringContaining('Training job names must be unique'),
    });
  });

  it('an image that cannot be trained, with a list of those that can', async () => {
    const image = '763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-training:2.1.0-cpu-py310';

    await expect(send({ name: 'torch', ...data, image })).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringMatching(/cannot run in this sandbox. It trains xgboost, linear-learner/),
    });
  });

  it('a role that SageMaker may not take', async () => {
    const RoleArn = `${lab.roleArn}-absent`;

    await expect(send({ name: 'no-role', ...data }, { RoleArn })).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringContaining('Could not assume role'),
    });
  });

  it('spot training without a time to wait', async () => {
    const call = send({ name: 'spot', ...data }, { EnableManagedSpotTraining: true });

    await expect(call).rejects.toMatchObject({ message: expect.stringContaining('MaxWaitTimeInSeconds') });
  });
});

describe('ListTrainingJobs', () => {
  it('filters by name and status, and pages without gaps', async () => {
    const failed = await lab.sagemaker.send(
      new ListTrainingJobsCommand({ NameContains: 'BAD', StatusEquals: 'Failed' }),
    );
    const names: string[] = [];
    const pages = paginateListTrainingJobs(
      { client: lab.sagemaker, pageSize: 4 },
      { SortBy: 'Name', SortOrder: 'Descending' },
    );
    for await (const { TrainingJobSummaries = [] } of pages) {
      expect(TrainingJobSummaries.length).toBeLessThanOrEqual(4);
      names.push(...TrainingJobSummaries.map(({ TrainingJobName = '' }) => TrainingJobName));
    }

    expect(failed.TrainingJobSummaries).toHaveLength(3);
    expect(names.length).toBeGreaterThan(12);
    expect(names).toEqual([...new Set(names)].sort().reverse());
  });

  it('refuses a token it did not give', async () => {
    const call = lab.sagemaker.send(new ListTrainingJobsCommand({ NextToken: 'abc' }));

    await expect(call).rejects.toMatchObject({ name: 'ValidationException' });
  });
});

it('DescribeTrainingJob does not know what was never made', async () => {
  await expect(described('never')).rejects.toMatchObject({
    name: 'ValidationException',
    message: 'Requested resource not found.',
  });
});
