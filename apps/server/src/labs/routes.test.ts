import { randomUUID } from 'node:crypto';
import { CreateBucketCommand, ListBucketsCommand, PutPublicAccessBlockCommand, S3Client } from '@aws-sdk/client-s3';
import { PublishedLab } from '@cairn/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LabServer, labServer } from './testing.ts';

let server: LabServer;
beforeAll(async () => {
  server = await labServer();
});
afterAll(() => server.close());

async function call(method: string, path: string, body?: unknown) {
  const { status, json } = await server.call(method, path, body);
  return { status, json };
}

async function started() {
  const id = randomUUID();
  const { json } = await call('POST', '/api/labs/private-bucket/runs', { id });
  const post = async (verb: string, body: object = {}) =>
    (await call('POST', `/api/lab-runs/${id}/${verb}`, body)).json;
  const get = async (what: string) => (await call('GET', `/api/lab-runs/${id}/${what}`)).json;
  return { id, run: json, post, get };
}

type Started = Awaited<ReturnType<typeof started>>;

async function learnersS3({ get }: Started): Promise<{ s3: S3Client; account: string }> {
  const { endpoint, region, accessKeyId, secretAccessKey, accountId } = await get('credentials');
  const credentials = { accessKeyId, secretAccessKey };
  return { s3: new S3Client({ endpoint, region, credentials, forcePathStyle: true }), account: accountId };
}

async function evidence() {
  const rows = await server.db.selectFrom('evidence').selectAll().where('kind', '=', 'lab-step').execute();
  return rows.map(({ naturalKey, skills, credit }) => ({ naturalKey, skills, credit }));
}

describe('labs', () => {
  it('are published without checks, hints and solutions', async () => {
    const { json: list } = await call('GET', '/api/labs');
    const { json } = await call('GET', '/api/labs/private-bucket');
    const lab = PublishedLab.parse(json);
    const text = JSON.stringify(json);

    expect(list.labs).toMatchObject([{ id: 'private-bucket', steps: 2, run: null }]);
    expect(lab.steps[0]).toMatchObject({
      id: 'store',
      hints: 2,
      checks: ['bucket-there', 'blocks-public-access', 'data-there'],
    });
    expect(lab.skills[0]).toEqual({ id: 'amazon-s3', name: 'Amazon S3' });
    for (const secret of [
      'PutPublicAccessBlock',
      'Three calls are needed',
      'BlockPublicAcls',
      'Only ACLs',
      'HeadBucket',
    ]) {
      expect(text).not.toContain(secret);
    }
  });

  it('hand out the rows that a solution uses, and no others', async () => {
    const { json } = await call('GET', '/api/labs/private-bucket/datasets/loans?part=train');
    const held = await call('GET', '/api/labs/private-bucket/datasets/loans?part=test');
    const whole = await call('GET', '/api/labs/private-bucket/datasets/loans');

    expect(json.name).toBe('loans-train.csv');
    expect(json.text.trim().split('\n')).toHaveLength(101);
    expect([held.status, whole.status]).toEqual([404, 404]);
  });

  it('that do not exist are problems', async () => {
    const none = randomUUID();

    expect(await call('GET', '/api/labs/none')).toMatchObject({ status: 404, json: { type: '/problems/lab-unknown' } });
    expect(await call('GET', `/api/lab-runs/${none}`)).toMatchObject({ json: { type: '/problems/lab-run-unknown' } });
  });
});

describe('a run', () => {
  it('starts once, in a fresh account with what the lab begins with', async () => {
    const lab = await started();
    const { s3 } = await learnersS3(lab);
    const again = await call('POST', '/api/labs/private-bucket/runs', { id: lab.id });

    const { Buckets } = await s3.send(new ListBucketsCommand());

    expect(lab.run).toMatchObject({ state: 'running', currentStep: 'store', account: { state: 'ready' } });
    expect(again.json).toEqual({ ...lab.run, account: { ...lab.run.account, now: expect.any(Number) } });
    expect(Buckets?.map(({ Name }) => Name)).toEqual([`audit-${lab.run.account.accountId}`]);
  });

  it('says what is missing, what was found, and what depends on it', async () => {
    const lab = await started();
    const { s3, account } = await learnersS3(lab);
    const nothing = await lab.post('check', { step: 'store' });
    await s3.send(new CreateBucketCommand({ Bucket: `loans-${account}` }));
    const half = {
      BlockPublicAcls: true,
      IgnorePublicAcls: true,
      BlockPublicPolicy: false,
      RestrictPublicBuckets: true,
    };
    const Bucket = `loans-${account}`;
    await s3.send(new PutPublicAccessBlockCommand({ Bucket, PublicAccessBlockConfiguration: half }));

    const { passed, checks, run } = await lab.post('check', { step: 'store' });

    expect(nothing.checks[0]).toMatchObject({
      outcome: 'failed',
      message: `There is no bucket loans-${account}. Create it.`,
    });
    expect(passed).toBe(false);
    expect(checks.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['passed', 'failed', 'failed']);
    expect(checks[1].message).toContain('may become public');
    expect(run.steps[0]).toMatchObject({ attempts: 2, state: 'open', latest: checks });
    expect(await lab.post('check', { step: 'nothing' })).toMatchObject({ type: '/problems/step-unknown' });
  });

  it('gives hints in order, each once, and less credit for it', async () => {
    const lab = await started();
    const first = await lab.post('hints', { step: 'store', number: 1 });
    const again = await lab.post('hints', { step: 'store', number: 1 });
    const beyond = await lab.post('hints', { step: 'store', number: 3 });

    expect(first.steps[0].hintsShown).toHaveLength(1);
    expect(again.steps[0].hintsShown).toHaveLength(1);
    expect(beyond).toMatchObject({ status: 400, detail: expect.stringContaining('2 hints') });
  });

  it('shows a solution in three languages, and takes the credit for it', async () => {
    const lab = await started();
    const cli = await lab.post('solution', { step: 'store', language: 'cli' });
    const python = await lab.post('solution', { step: 'role', language: 'python' });

    expect(cli.code).toContain('put-public-access-block');
    expect(cli.files).toMatchObject([{ path: 'loans-train.csv', base64: expect.any(String) }]);
    expect(python.code).toContain('boto3');
    expect(python.run.steps.map(({ isHelped }: { isHelped: boolean }) => isHelped)).toEqual([true, true]);
  });

  it('catches up without credit or evidence', async () => {
    const lab = await started();

    const run = await lab.post('catch-up', { step: 'role' });

    expect(run).toMatchObject({
      currentStep: 'role',
      steps: [{ state: 'passed', credit: 0, isHelped: true }, { state: 'open' }],
    });
    expect(await evidence()).toEqual([]);
  });

  it('is reset to where a step begins, and keeps its record', async () => {
    const lab = await started();
    await lab.post('catch-up', { step: 'role' });
    const { s3, account } = await learnersS3(lab);
    await s3.send(new CreateBucketCommand({ Bucket: `mine-${account}` }));
    const names = async () => (await s3.send(new ListBucketsCommand())).Buckets?.map(({ Name }) => Name);

    const back = await lab.post('reset', { step: 'role' });
    const atRole = await names();
    await lab.post('reset', { step: 'store' });
    const atStart = await names();

    expect(back.steps[0]).toMatchObject({ state: 'passed', canReset: true });
    expect(atRole).toEqual([`audit-${account}`, `loans-${account}`]);
    expect(atStart).toEqual([`audit-${account}`]);
  });

  it('does not go back to where it never was', async () => {
    const lab = await started();

    expect(await lab.post('reset', { step: 'role' })).toMatchObject({ type: '/problems/lab-step-unreached' });
  });

  it('ends when the lab is started again', async () => {
    const former = await started();
    const latest = await started();
    const { json } = await call('GET', `/api/lab-runs/${former.id}`);

    expect(json).toMatchObject({ state: 'superseded', account: { state: 'gone' } });
    expect(await former.post('check', { step: 'store' })).toMatchObject({ type: '/problems/lab-run-superseded' });
    expect((await call('GET', '/api/labs')).json.labs[0].run.id).toBe(latest.id);
  });

  it('records evidence once for a step that was done alone, with credit for the hints not taken', async () => {
    const { solve } = await solverOf(await started());
    await solve('store', 1);
    const shown = await evidence();
    const second = await solverOf(await started());

    const run = await second.solve('store', 0);

    expect(shown).toEqual([{ naturalKey: 'lab:private-bucket:1:store', skills: ['amazon-s3'], credit: 0.8 }]);
    expect(await evidence()).toEqual(shown);
    expect(run).toMatchObject({ steps: [{ credit: 1 }, {}], evidence: [{ step: 'store', credit: 0.8 }] });
  });
});

/** Somebody who knows the answer: makes the calls of the shown solution from a run of another lab. */
async function solverOf(lab: Started) {
  const { s3, account } = await learnersS3(lab);
  const Bucket = `loans-${account}`;
  async function solve(step: 'store', hints: number) {
    for (let number = 1; number <= hints; number += 1) await lab.post('hints', { step, number });
    const block = {
      BlockPublicAcls: true,
      IgnorePublicAcls: true,
      BlockPublicPolicy: true,
      RestrictPublicBuckets: true,
    };
    const { json: data } = await call('GET', '/api/labs/private-bucket/datasets/loans?part=train');
    const { PutObjectCommand } = await import('@aws-sdk/client-s3');
    await s3.send(new CreateBucketCommand({ Bucket }));
    await s3.send(new PutPublicAccessBlockCommand({ Bucket, PublicAccessBlockConfiguration: block }));
    await s3.send(new PutObjectCommand({ Bucket, Key: 'train/loans.csv', Body: data.text }));
    return (await lab.post('check', { step })).run;
  }
  return { solve };
}
