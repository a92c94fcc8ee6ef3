import { GetObjectCommand } from '@aws-sdk/client-s3';
import {
  CreateProcessingJobCommand,
  DescribeProcessingJobCommand,
  ListProcessingJobsCommand,
} from '@aws-sdk/client-sagemaker';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { labelledCsv, makeScorer, type SageMakerFixture, sageMakerFixture } from './testing-data.ts';

const CLARIFY = '205585389593.dkr.ecr.us-east-1.amazonaws.com/sagemaker-clarify-processing:1.0';
const ANALYZER = '156813124566.dkr.ecr.us-east-1.amazonaws.com/sagemaker-model-monitor-analyzer';

let lab: SageMakerFixture;
const data = labelledCsv(300, 3);

beforeAll(async () => {
  lab = await sageMakerFixture('jobs');
  await makeScorer(lab, data);
});
afterAll(async () => {
  expect(lab.box.bugs).toEqual([]);
  await lab.box.close();
});

async function textAt(Key: string): Promise<string> {
  const { Body } = await lab.s3.send(new GetObjectCommand({ Bucket: lab.bucket, Key }));
  return (await Body?.transformToString()) ?? '';
}

async function processJob(
  name: string,
  ImageUri: string,
  inputs: Readonly<Record<string, string>>,
  Environment: Record<string, string> = {},
) {
  await lab.sagemaker.send(
    new CreateProcessingJobCommand({
      ProcessingJobName: name,
      RoleArn: lab.roleArn,
      AppSpecification: { ImageUri },
      Environment,
      ProcessingInputs: Object.entries(inputs).map(([folder, S3Uri]) => ({
        InputName: folder,
        S3Input: {
          S3Uri,
          LocalPath: `/opt/ml/processing/input/${folder}`,
          S3DataType: 'S3Prefix',
          S3InputMode: 'File',
        },
      })),
      ProcessingOutputConfig: {
        Outputs: [
          {
            OutputName: 'all',
            S3Output: {
              S3Uri: `s3://${lab.bucket}/out/${name}`,
              LocalPath: '/opt/ml/processing/output',
              S3UploadMode: 'EndOfJob',
            },
          },
        ],
      },
      ProcessingResources: { ClusterConfig: { InstanceType: 'ml.m5.large', InstanceCount: 1, VolumeSizeInGB: 5 } },
    }),
  );
  await lab.box.settled();
  return lab.sagemaker.send(new DescribeProcessingJobCommand({ ProcessingJobName: name }));
}

describe('a recipe job', () => {
  const people = `name,age,plan,churn\n${Array.from({ length: 100 }, (_, i) => `p${i},${i % 7 === 0 ? '' : 20 + (i % 50)},${i % 2 ? 'pro' : 'free'},${i % 4 === 0 ? 1 : 0}`).join('\n')}\n`;

  it('fills, encodes and splits, each label keeping its share', async () => {
    const recipe = {
      steps: [
        { Action: { Operation: 'DELETE', Parameters: { sourceColumns: '["name"]' } } },
        { Action: { Operation: 'FILL_WITH_AVERAGE', Parameters: { sourceColumn: 'age' } } },
        { Action: { Operation: 'ONE_HOT_ENCODING', Parameters: { sourceColumn: 'plan' } } },
      ],
      label: 'churn',
      split: { method: 'stratified', column: 'churn', validation: 0.2, test: 0.2, seed: 7 },
    };
    const data = await lab.put('people/people.csv', people);
    const code = await lab.put('people-recipe/recipe.json', JSON.stringify(recipe));

    const job = await processJob('prepare', 'cairn/recipe', { data, code });

    expect([job.ProcessingJobStatus, job.FailureReason]).toEqual(['Completed', undefined]);
    const parts = await Promise.all(
      ['train', 'validation', 'test'].map((part) => textAt(`out/prepare/${part}/${part}.csv`)),
    );
    const labels = parts.map((part) =>
      part
        .trim()
        .split('\n')
        .map((line) => line.split(',')[0]),
    );
    expect(labels.map(({ length }) => length)).toEqual([60, 20, 20]);
    expect(labels.map((part) => part.filter((label) => label === '1').length)).toEqual([15, 5, 5]);
    expect(parts.join('').includes(',,')).toBe(false);
  });

  it('names the step that cannot be done', async () => {
    const data = await lab.put('people/people.csv', people);
    const recipe = { steps: [{ Action: { Operation: 'FILL_WITH_AVERAGES', Parameters: {} } }] };
    const code = await lab.put('bad-recipe/recipe.json', JSON.stringify(recipe));

    const job = await processJob('bad-recipe', 'cairn/recipe', { data, code });

    expect(job.FailureReason).toMatch(/Step 1 \(FILL_WITH_AVERAGES\): .*did you mean FILL_WITH_AVERAGE\?/);
  });

  it('does not pretend to run a script', async () => {
    const data = await lab.put('people/people.csv', people);
    const code = await lab.put('script/preprocess.py', 'print(1)');

    const job = await processJob('script', 'sagemaker-scikit-learn:1.2-1-cpu-py3', { data, code });

    expect(job).toMatchObject({ ProcessingJobStatus: 'Failed' });
    expect(job.FailureReason).toMatch(/scripts \(.*preprocess.py\) are not run in this sandbox/);
  });
});

describe('the model monitor analyzer', () => {
  it('suggests a baseline, against which drifted data violates', async () => {
    const rows = (shift: number) =>
      `x,kind\n${Array.from({ length: 200 }, (_, i) => `${(i % 50) + shift},${i % 2 ? 'a' : 'b'}`).join('\n')}\n`;
    const before = await lab.put('monitor/before.csv', rows(0));
    const after = await lab.put('monitor/after.csv', rows(40));
    const environment = (path: string) => ({
      dataset_format: '{"csv":{"header":true}}',
      dataset_source: `/opt/ml/processing/input/${path}`,
      output_path: '/opt/ml/processing/output',
    });
    await processJob('baseline', ANALYZER, { data: before }, environment('data'));
    const statistics = `s3://${lab.bucket}/out/baseline/statistics.json`;
    const constraints = `s3://${lab.bucket}/out/baseline/constraints.json`;

    await processJob(
      'drifted',
      ANALYZER,
      { data: after, statistics, constraints },
      {
        ...environment('data'),
        baseline_statistics: '/opt/ml/processing/input/statistics/statistics.json',
        baseline_constraints: '/opt/ml/processing/input/constraints/constraints.json',
      },
    );

    const suggested = JSON.parse(await textAt('out/baseline/constraints.json'));
    expect(suggested.features.map(({ inferred_type }: { inferred_type: string }) => inferred_type)).toEqual([
      'Integral',
      'String',
    ]);
    const { violations } = JSON.parse(await textAt('out/drifted/constraint_violations.json'));
    expect(violations).toMatchObject([{ feature_name: 'x', constraint_check_type: 'baseline_drift_check' }]);
  });
});

describe('clarify', () => {
  const header = 'churn,income,debt,age,sex';
  const rows = data
    .trim()
    .split('\n')
    .map((line, i) => line.replace(/[^,]*$/, String(i % 3 === 0 ? 0 : 1)));

  it('measures bias before and after training and explains the model', async () => {
    const dataset = await lab.put('clarify/data.csv', `${header}\n${rows.join('\n')}\n`);
    const config = await lab.put(
      'clarify-config/analysis_config.json',
      JSON.stringify({
        dataset_type: 'text/csv',
        label: 'churn',
        label_values_or_threshold: [1],
        facet: [{ name_or_index: 'sex', value_or_threshold: [0] }],
        predictor: { model_name: 'scorer' },
        methods: {
          pre_training_bias: { methods: ['CI', 'DPL'] },
          post_training_bias: { methods: 'all' },
          shap: { num_samples: 8 },
          report: { title: 'Churn' },
        },
      }),
    );

    const job = await processJob('clarify', CLARIFY, { data: dataset, config });

    expect([job.ProcessingJobStatus, job.FailureReason]).toEqual(['Completed', undefined]);
    const analysis = JSON.parse(await textAt('out/clarify/analysis.json'));
    const before = analysis.pre_training_bias_metrics.facets.sex[0].metrics;
    expect(before.find(({ name }: { name: string }) => name === 'CI').value).toBeCloseTo(1 / 3, 12);
    expect(analysis.post_training_bias_metrics.facets.sex[0].metrics.length).toBeGreaterThan(9);
    const { global_shap_values: shap } = analysis.explanations.kernel_shap.label0;
    expect(shap.income).toBeGreaterThan(shap.age);
    expect(await textAt('out/clarify/report.md')).toContain('# Churn');
    expect((await textAt('out/clarify/explanations_shap/out.csv')).trim().split('\n')).toHaveLength(301);
  });

  it('gives the model no excluded column, and still compares the groups by it', async () => {
    const lines = [`${header},region`, ...rows.map((row, i) => `${row},${i % 2}`)];
    const dataset = await lab.put('left-out/data.csv', `${lines.join('\n')}\n`);
    const body = {
      label: 'churn',
      facet: [{ name_or_index: 'region', value_or_threshold: [1] }],
      excluded_columns: ['region'],
      predictor: { model_name: 'scorer' },
      methods: { post_training_bias: { methods: ['DPPL'] }, shap: { num_samples: 8 } },
    };
    const config = await lab.put('left-out-config/analysis_config.json', JSON.stringify(body));

    const job = await processJob('left-out', CLARIFY, { data: dataset, config });

    expect([job.ProcessingJobStatus, job.FailureReason]).toEqual(['Completed', undefined]);
    const analysis = JSON.parse(await textAt('out/left-out/analysis.json'));
    expect(analysis.post_training_bias_metrics.facets.region).toHaveLength(1);
    const { global_shap_values: shap } = analysis.explanations.kernel_shap.label0;
    expect(Object.keys(shap)).toEqual(['income', 'debt', 'age', 'sex']);
  });

  it('says which column is missing', async () => {
    const dataset = await lab.put('clarify/data.csv', `${header}\n${rows.join('\n')}\n`);
    const body = { label: 'left', facet: [{ name_or_index: 'sex' }], methods: { pre_training_bias: {} } };
    const config = await lab.put('clarify-bad/analysis_config.json', JSON.stringify(body));

    const job = await processJob('clarify-bad', CLARIFY, { data: dataset, config });

    expect(job.FailureReason).toBe(
      'ClientError: The dataset has no column left; it has churn, income, debt, age, sex.',
    );
    const { ProcessingJobSummaries = [] } = await lab.sagemaker.send(
      new ListProcessingJobsCommand({ NameContains: 'clarify' }),
    );
    expect(ProcessingJobSummaries.map(({ ProcessingJobStatus }) => ProcessingJobStatus).sort()).toEqual([
      'Completed',
      'Failed',
    ]);
  });
});
