import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sdkCloud } from '@cairn/labs/aws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** The real program, bundled as it is shipped: paths that only hold in the sources fail here. */
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const MAIN = join(ROOT, 'apps', 'cli', 'dist', 'main.js');
const TRUST = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'sagemaker.amazonaws.com' }, Action: 'sts:AssumeRole' }],
};

interface Facts {
  readonly endpoint: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

let directory: string;
let child: ChildProcess;
let facts: Facts;

function sandbox(...args: string[]): ChildProcess {
  const command = [MAIN, 'sandbox', 'aws', '--json', '--data', directory, ...args];
  return spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'pipe'] });
}

beforeAll(async () => {
  execFileSync(process.execPath, [join(ROOT, 'node_modules/@typescript/native/bin/tsc'), '-b', join(ROOT, 'apps/cli')]);
  execFileSync('npm', ['run', '--silent', 'build', '-w', '@cairn/emulators-aws'], { cwd: ROOT });
  directory = mkdtempSync(join(tmpdir(), 'cairn-sandbox-cli-'));
  child = sandbox('--port', '0');
  facts = await new Promise<Facts>((done, failed) => {
    let text = '';
    child.stdout?.on('data', (chunk) => {
      text += String(chunk);
      if (text.includes('\n')) done(JSON.parse(text) as Facts); // the command's contract
    });
    child.once('exit', () => failed(new Error('the sandbox ended')));
  });
}, 240_000);
afterAll(() => {
  child.kill('SIGKILL');
  rmSync(directory, { recursive: true, force: true });
});

describe('cairn sandbox aws', () => {
  it('trains a model on data in S3, and stores it there', { timeout: 60_000 }, async () => {
    const cloud = sdkCloud({ region: 'us-east-1', endpoint: facts.endpoint, credentials: facts });
    const rows = Array.from({ length: 300 }, (_, i) => `${i % 3 === 0 ? 1 : 0},${i % 3},${(i * 7) % 11}`);
    await cloud.send('s3', 'CreateBucket', { Bucket: 'models' });
    await cloud.send('s3', 'PutObject', { Bucket: 'models', Key: 'train/rows.csv', Body: rows.join('\n') });
    const { Role } = await cloud.send('iam', 'CreateRole', {
      RoleName: 'training',
      AssumeRolePolicyDocument: JSON.stringify(TRUST),
    });
    const PolicyArn = 'arn:aws:iam::aws:policy/AmazonS3FullAccess';
    await cloud.send('iam', 'AttachRolePolicy', { RoleName: 'training', PolicyArn });

    await cloud.send('sagemaker', 'CreateTrainingJob', {
      TrainingJobName: 'first',
      RoleArn: (Role as { Arn: string }).Arn, // IAM's answer
      AlgorithmSpecification: {
        TrainingImage: '683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.7-1',
        TrainingInputMode: 'File',
      },
      HyperParameters: { objective: 'binary:logistic', num_round: '5' },
      InputDataConfig: [
        {
          ChannelName: 'train',
          ContentType: 'text/csv',
          DataSource: { S3DataSource: { S3DataType: 'S3Prefix', S3Uri: 's3://models/train/' } },
        },
      ],
      OutputDataConfig: { S3OutputPath: 's3://models/out' },
      ResourceConfig: { InstanceType: 'ml.m5.large', InstanceCount: 1, VolumeSizeInGB: 5 },
      StoppingCondition: { MaxRuntimeInSeconds: 600 },
    });
    const job = await cloud.send('sagemaker', 'DescribeTrainingJob', { TrainingJobName: 'first' });

    expect(job).toMatchObject({
      TrainingJobStatus: 'Completed',
      ModelArtifacts: { S3ModelArtifacts: 's3://models/out/first/output/model.tar.gz' },
    });
    cloud.close();
  });

  it('says in one sentence that a port is taken', async () => {
    const second = sandbox('--port', new URL(facts.endpoint).port);
    let errors = '';
    second.stderr?.on('data', (chunk) => {
      errors += String(chunk);
    });

    const code = await new Promise((ended) => second.once('close', ended));

    expect(code).toBe(2);
    expect(errors).toMatch(/^cairn: Port \d+ is taken; choose another with --port, or --port 0 for any\.\n$/);
  });

  it('ends cleanly when it is stopped', async () => {
    const ended = new Promise((done) => child.once('exit', (code) => done(code)));

    child.kill('SIGTERM');

    expect(await ended).toBe(0);
  });
});
