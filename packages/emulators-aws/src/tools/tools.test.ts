import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenSandbox, openSandbox } from '../testing.ts';

/** Tools that nobody here wrote, as Debian ships them. Where they are not installed these tests say so and are skipped. */
const AWS = '/usr/bin/aws';
const PYTHON = '/usr/bin/python3';
const run = promisify(execFile);

let box: OpenSandbox;
let endpoint: string;
beforeAll(async () => {
  box = await openSandbox({ id: 'tools' });
  endpoint = await box.serve();
});
afterAll(() => box?.close());

const script = (name: string) => fileURLToPath(new URL(name, import.meta.url));

function environment() {
  return {
    PATH: process.env.PATH ?? '',
    HOME: '/nonexistent',
    LC_ALL: 'C.UTF-8',
    AWS_ACCESS_KEY_ID: box.learner.accessKeyId,
    AWS_SECRET_ACCESS_KEY: box.learner.secretAccessKey,
    AWS_DEFAULT_REGION: 'us-east-1',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_PAGER: '',
  };
}

describe.skipIf(!existsSync(AWS))('the AWS CLI', () => {
  it('does what it does in the cloud', { timeout: 120_000 }, async () => {
    const { stdout } = await run('bash', [script('./first-steps.sh'), AWS, endpoint], { env: environment() });

    expect(stdout.trim().split('\n')).toEqual([
      'object 9000000 big.csv',
      'object 10 raw/2026/a.csv',
      'object 4 raw/b',
      'as user/learner',
      'ann',
      'ann\tlearner',
      '2',
      'big.csv',
      'NoSuchKey',
    ]);
  });
});

const hasBoto = async () =>
  run(PYTHON, ['-c', 'import boto3']).then(
    () => true,
    () => false,
  );

describe.skipIf(!(await hasBoto()))('boto3', () => {
  it('does what it does in the cloud, and is refused what a role may not do', { timeout: 60_000 }, async () => {
    const { accessKeyId, secretAccessKey } = box.learner;
    const given = [script('./first-steps.py'), endpoint, accessKeyId, secretAccessKey];

    const { stdout } = await run(PYTHON, given, { env: environment() });

    const { presigned, ...seen } = JSON.parse(stdout) as { presigned: string };
    expect(seen).toEqual({
      keys: ['a b/ü.csv'],
      read: '1,2\n3,4\n',
      writing: 'AccessDenied',
      missing: 'NoSuchKey',
      twice: 'EntityAlreadyExists',
      records: ['00ff'],
    });
    expect(await (await fetch(presigned)).text()).toBe('1,2\n3,4\n');
    expect((await fetch(`${presigned}x`)).status).toBe(403);
  });
});

it('no fault of the sandbox came up on the way', () => {
  expect(box.bugs).toEqual([]);
});
