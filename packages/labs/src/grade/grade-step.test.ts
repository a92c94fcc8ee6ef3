import { describe, expect, it } from 'vitest';
import { CloudError } from '../cloud/cloud.ts';
import { openDatasets } from '../datasets/datasets.ts';
import { Check } from '../lab/checks-schema.ts';
import type { DatasetUse, Step } from '../lab/schema.ts';
import { exampleLab } from '../testing/example-lab.ts';
import { fakeCloud } from '../testing/fake-cloud.ts';
import { architectureState } from './architecture.ts';
import { gradeStep } from './grade-step.ts';

const LOANS: DatasetUse = { id: 'loans', generator: 'leaky-loans', seed: 1, rows: 400, options: {} };
const MESSAGE = 'The job is not as it should be. Make it so.';
const job = { id: 'job', call: 'sagemaker.DescribeTrainingJob', message: MESSAGE };

function stepOf(...checks: unknown[]): Step {
  const parsed = checks.map((check) => Check.parse(check));
  return { id: 'step', title: 't', goal: 'g', why: 'w', hints: [], checks: parsed, solution: [] };
}

async function outcomes(
  checks: unknown[],
  answers: Record<string, (input: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>>,
) {
  const cloud = fakeCloud();
  for (const [call, answer] of Object.entries(answers)) cloud.answers.set(call, answer);
  const grade = await gradeStep(stepOf(...checks), {
    cloud,
    datasets: openDatasets([LOANS]),
    variables: { account: '1' },
  });
  return { grade, cloud };
}

async function one(check: unknown, answer: () => Readonly<Record<string, unknown>>) {
  const { grade } = await outcomes([check], { [job.call]: answer });
  return grade.checks[0];
}

function throwing(error: Error): () => never {
  return () => {
    throw error;
  };
}

const refused = (code: string, message: string, status = 400) =>
  throwing(new CloudError({ kind: 'refused', code, message, status }));

describe('grading', () => {
  it('passes when every expectation is met', async () => {
    const check = {
      ...job,
      expect: [
        { path: 'Status', equals: 'Completed' },
        { path: 'Depth', atLeast: 4, atMost: 6 },
      ],
    };

    expect(await one(check, () => ({ Status: 'Completed', Depth: '5' }))).toEqual({ check: 'job', outcome: 'passed' });
  });

  it('fails with the message of the lab and what was seen', async () => {
    const check = {
      ...job,
      message: `It is not done: $\{observed}. Wait for it.`,
      expect: [{ path: 'Status', equals: 'Completed' }],
    };

    expect(await one(check, () => ({ Status: 'Failed' }))).toEqual({
      check: 'job',
      outcome: 'failed',
      message: 'It is not done: Status is "Failed"; wanted: "Completed". Wait for it.',
      observed: 'Status is "Failed"; wanted: "Completed"',
    });
  });

  it.each([
    ['ResourceNotFoundException', 'x', 400],
    ['ValidationException', 'Could not find training job with name x', 400],
    ['NoSuchKey', 'x', 404],
    ['EntityNotFoundException', 'x', 400],
    ['AWS.SimpleQueueService.NonExistentQueue', 'x', 400],
    ['StateMachineDoesNotExist', 'x', 400],
  ])('takes %s for a thing that is not there', async (code, message, status) => {
    expect(await one(job, refused(code, message, status))).toMatchObject({ outcome: 'failed', message: MESSAGE });
  });

  it.each([
    [new CloudError({ kind: 'refused', code: 'AccessDenied', message: 'no', status: 403 }), /refused the question/],
    [
      new CloudError({ kind: 'refused', code: 'ThrottlingException', message: 'slow', status: 400 }),
      /refused the question/,
    ],
    [
      new CloudError({ kind: 'refused', code: 'ValidationException', message: 'length', status: 400 }),
      /refused the question/,
    ],
    [
      new CloudError({ kind: 'broken', code: 'InternalFailure', message: 'bug', status: 500 }),
      /failed while it was asked/,
    ],
    [new CloudError({ kind: 'broken', code: 'NotImplemented', message: '', status: 501 }), /failed while it was asked/],
    [new CloudError({ kind: 'unreachable', code: 'ECONNREFUSED', message: 'refused' }), /could not be reached/],
    [new TypeError('a bug of ours'), /unexpected/],
  ])('never blames the learner for %s', async (error, reason) => {
    expect(await one(job, throwing(error))).toMatchObject({
      outcome: 'cannot-check',
      reason: expect.stringMatching(reason),
    });
  });

  it('says not yet while the cloud is at work', async () => {
    const check = { ...job, notYet: "Status == 'InProgress'", expect: [{ path: 'Status', equals: 'Completed' }] };

    expect(await one(check, () => ({ Status: 'InProgress' }))).toMatchObject({ outcome: 'not-yet' });
  });

  it('passes a call that must be refused, and fails it when it is not', async () => {
    const check = { ...job, expectError: 'AccessDenied' };

    expect(await one(check, refused('AccessDeniedException', 'no', 403))).toMatchObject({ outcome: 'passed' });
    expect(await one(check, () => ({}))).toMatchObject({
      outcome: 'failed',
      observed: expect.stringContaining('was not refused'),
    });
    expect(await one(check, refused('Throttling', 'slow'))).toMatchObject({ outcome: 'cannot-check' });
  });

  it('counts an error as failure where the check says so', async () => {
    expect(await one({ ...job, failsOn: ['ModelError'] }, refused('ModelError', 'it crashed', 424))).toMatchObject({
      outcome: 'failed',
    });
  });

  it('reads JSON, percent-encoded policies and CSV, and fails on what is none', async () => {
    const check = {
      ...job,
      decode: { Policy: 'json', Rows: 'csv' },
      expect: [
        { path: 'Policy.a', equals: 1 },
        { path: 'Rows[1][1]', equals: 'x, "y"' },
      ],
    };
    const Rows = 'a,b\n1,"x, ""y"""\n';

    expect(await one(check, () => ({ Policy: '%7B%22a%22%3A1%7D', Rows }))).toMatchObject({ outcome: 'passed' });
    expect(await one(check, () => ({ Policy: '{"a":', Rows }))).toMatchObject({
      outcome: 'failed',
      observed: 'Policy is not JSON: {"a":',
    });
  });

  it('lets later checks use what earlier ones looked up, and waits when they could not', async () => {
    const first = { ...job, id: 'first', save: { name: 'Name' }, expect: [{ path: 'Name', exists: true }] };
    const second = { ...job, id: 'second', call: 'sagemaker.DescribeModel', input: { ModelName: `$\{name}` } };
    const answers = {
      'sagemaker.DescribeModel': ({ ModelName }: Readonly<Record<string, unknown>>) => ({ ModelName }),
    };
    const found = await outcomes([first, second], { ...answers, [job.call]: () => ({ Name: 'm' }) });
    const missing = await outcomes([first, second], { ...answers, [job.call]: () => ({}) });

    expect(found.grade.passed).toBe(true);
    expect(found.cloud.sent.at(-1)?.input).toEqual({ ModelName: 'm' });
    expect(missing.grade.checks[1]).toEqual({
      check: 'second',
      outcome: 'not-yet',
      message: 'This is looked at once "first" passes.',
    });
    expect(missing.grade.passed).toBe(false);
  });

  it('looks things up before a check without telling the others', async () => {
    const check = {
      ...job,
      before: [{ call: 'sagemaker.ListTrainingJobs', save: { name: 'Names[0]' } }],
      input: { Name: `$\{name}` },
      expect: [{ path: 'Name', equals: `$\{name}` }],
    };
    const { grade } = await outcomes([check], {
      'sagemaker.ListTrainingJobs': () => ({ Names: ['j'] }),
      [job.call]: ({ Name }) => ({ Name }),
    });

    expect(grade.passed).toBe(true);
  });
});

describe('a metric check', () => {
  const metric = {
    id: 'auc',
    metric: 'auc',
    dataset: 'loans',
    label: 'defaulted',
    call: 'sagemaker-runtime.InvokeEndpoint',
    input: { EndpointName: 'e', Body: { $batch: 'csv', columns: ['collection_calls', 'income'] } },
    batch: 150,
    atLeast: 0.9,
    message: 'The model ranks too badly. Train it longer.',
  };
  const leak = ({ Body }: Readonly<Record<string, unknown>>) => ({
    Body: String(Body)
      .trim()
      .split('\n')
      .map((line) => line.split(',')[0])
      .join('\n'),
  });

  it('asks for all rows in batches and measures the answers', async () => {
    const { grade, cloud } = await outcomes([metric], { [metric.call]: leak });

    expect(grade.passed).toBe(true);
    expect(cloud.sent).toHaveLength(3);
  });

  it('fails a model that guesses, with the figure', async () => {
    const guess = ({ Body }: Readonly<Record<string, unknown>>) => ({
      Body: String(Body)
        .trim()
        .split('\n')
        .map(() => '0.5')
        .join(','),
    });
    const { grade } = await outcomes([metric], { [metric.call]: guess });

    expect(grade.checks[0]).toMatchObject({ outcome: 'failed', observed: 'auc is 0.5000, not at least 0.9' });
  });

  it('fails an endpoint that answers too few or no numbers', async () => {
    const few = await outcomes([metric], { [metric.call]: () => ({ Body: '1' }) });
    const odd = await outcomes([metric], { [metric.call]: () => ({ Body: 'yes' }) });

    expect(few.grade.checks[0]).toMatchObject({ outcome: 'failed', observed: '3 predictions came back for 400 rows' });
    expect(odd.grade.checks[0]).toMatchObject({ outcome: 'failed', observed: 'prediction 1 in Body is not a number' });
  });

  it('reads scores out of JSON', async () => {
    const json = { ...metric, scores: { format: 'json', each: 'predictions[].score' } };
    const answer = (input: Readonly<Record<string, unknown>>) => ({
      Body: JSON.stringify({
        predictions: leak(input)
          .Body.split('\n')
          .map((score) => ({ score: Number(score) })),
      }),
    });
    const { grade } = await outcomes([json], { [metric.call]: answer });

    expect(grade.passed).toBe(true);
  });
});

describe('the architecture picture', () => {
  it('shows what is there, absent, and what nobody can tell', async () => {
    const lab = exampleLab();
    const cloud = fakeCloud();
    await cloud.send('s3', 'CreateBucket', { Bucket: 'loans-1' });
    const context = { cloud, datasets: openDatasets([]), variables: { account: '1' } };

    expect(Object.fromEntries(await architectureState(lab, context))).toEqual({ bucket: 'there', role: 'absent' });

    cloud.answers.set('iam.GetRole', throwing(new CloudError({ kind: 'unreachable', code: 'x', message: '' })));
    expect((await architectureState(lab, context)).get('role')).toBe('unknown');
  });
});
