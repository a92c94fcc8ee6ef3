import { GetObjectCommand } from '@aws-sdk/client-s3';
import {
  CreateTransformJobCommand,
  type CreateTransformJobRequest,
  DescribeTransformJobCommand,
  ListTransformJobsCommand,
} from '@aws-sdk/client-sagemaker';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { labelledCsv, makeScorer, type SageMakerFixture, sageMakerFixture, withoutLabels } from './testing-data.ts';

let lab: SageMakerFixture;

beforeAll(async () => {
  lab = await sageMakerFixture('transform');
  await makeScorer(lab, labelledCsv(300, 3));
  await lab.put('batch/in/part-1.csv', withoutLabels(labelledCsv(40, 4)));
  await lab.put('batch/in/deeper/part-2.csv', withoutLabels(labelledCsv(10, 5)));
});
afterAll(async () => {
  expect(lab.box.bugs).toEqual([]);
  await lab.box.close();
});

async function textAt(Key: string): Promise<string> {
  const { Body } = await lab.s3.send(new GetObjectCommand({ Bucket: lab.bucket, Key }));
  return (await Body?.transformToString()) ?? '';
}

async function transform(name: string, changes: Partial<CreateTransformJobRequest> = {}, input = 'batch/in') {
  await lab.sagemaker.send(
    new CreateTransformJobCommand({
      TransformJobName: name,
      ModelName: 'scorer',
      TransformInput: {
        DataSource: { S3DataSource: { S3DataType: 'S3Prefix', S3Uri: `s3://${lab.bucket}/${input}/` } },
        ContentType: 'text/csv',
        SplitType: 'Line',
      },
      TransformOutput: { S3OutputPath: `s3://${lab.bucket}/batch/${name}`, AssembleWith: 'Line' },
      TransformResources: { InstanceType: 'ml.m5.large', InstanceCount: 1 },
      ...changes,
    }),
  );
  await lab.box.settled();
  return lab.sagemaker.send(new DescribeTransformJobCommand({ TransformJobName: name }));
}

describe('a transform job', () => {
  it('writes an .out file with a probability a row for each file below the prefix', async () => {
    const job = await transform('plain');

    const lines = (await textAt('batch/plain/part-1.csv.out')).trim().split('\n').map(Number);
    expect([job.TransformJobStatus, job.FailureReason]).toEqual(['Completed', undefined]);
    expect(lines).toHaveLength(40);
    expect(lines.every((p) => p > 0 && p < 1)).toBe(true);
    expect((await textAt('batch/plain/deeper/part-2.csv.out')).trim().split('\n')).toHaveLength(10);
  });

  it('drops an id before predicting and joins it to the prediction afterwards', async () => {
    const ids = withoutLabels(labelledCsv(5, 6))
      .trim()
      .split('\n')
      .map((row, i) => `id-${i},${row}`);
    await lab.put('batch/ids/a.csv', ids.join('\n'));

    await transform(
      'joined',
      { DataProcessing: { InputFilter: '$[1:]', JoinSource: 'Input', OutputFilter: '$[0,-1]' } },
      'batch/ids',
    );

    const lines = (await textAt('batch/joined/a.csv.out')).trim().split('\n');
    expect(lines.map((line) => line.split(',')[0])).toEqual(['id-0', 'id-1', 'id-2', 'id-3', 'id-4']);
    expect(lines.every((line) => line.split(',').length === 2)).toBe(true);
  });

  it('fails with one sentence when the rows have another width', async () => {
    await lab.put('batch/wide/a.csv', '1,2,3,4,5,6\n');

    const job = await transform('wide', {}, 'batch/wide');

    expect(job).toMatchObject({
      TransformJobStatus: 'Failed',
      FailureReason: 'ClientError: The request has rows of 6 features, but the model was trained on 4.',
    });
    const listed = await lab.sagemaker.send(new ListTransformJobsCommand({ StatusEquals: 'Failed' }));
    expect(listed.TransformJobSummaries?.map(({ TransformJobName }) => TransformJobName)).toEqual(['wide']);
  });
});
