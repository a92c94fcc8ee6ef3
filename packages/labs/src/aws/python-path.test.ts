import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { PYTHON_ENDPOINT_FOLDER } from './run-script.ts';

/** As the lines of a lab set it for the learner's shell. */
const env = { ...process.env, PYTHONPATH: PYTHON_ENDPOINT_FOLDER, AWS_ENDPOINT_URL: 'http://127.0.0.1:9' };
const run = (program: string, args: readonly string[], environment: NodeJS.ProcessEnv) =>
  spawnSync(program, args, { env: environment, encoding: 'utf8' });

/** What an older boto3 is told its endpoint is. */
const ENDPOINT = "import boto3; print(boto3.client('s3', region_name='us-east-1').meta.endpoint_url)";

describe('the folder on PYTHONPATH', () => {
  it.each(['/usr/bin/aws', 'aws'])('leaves %s as it is, whichever botocore that brings', (program) => {
    const before = run(program, ['--version'], process.env);
    if (before.status !== 0) return void process.stdout.write(`${program} is not installed; it was not tried.\n`);

    const { status, stdout } = run(program, ['--version'], env);

    expect({ status, stdout }).toEqual({ status: 0, stdout: before.stdout });
  });

  it.each(['/usr/bin/python3', 'python3'])('tells boto3 of %s the endpoint', (program) => {
    if (run(program, ['-c', 'import boto3'], process.env).status !== 0)
      return void process.stdout.write(`${program} has no boto3; it was not tried.\n`);

    expect(run(program, ['-c', ENDPOINT], env).stdout.trim()).toBe('http://127.0.0.1:9');
  });
});
