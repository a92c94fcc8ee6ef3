import { CreateRoleCommand, IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import {
  CreateModelCommand,
  CreateTrainingJobCommand,
  type CreateTrainingJobRequest,
  SageMakerClient,
} from '@aws-sdk/client-sagemaker';
import { seededRng } from '@cairn/kernel';
import { type OpenSandbox, openSandbox } from '../testing.ts';

export const XGBOOST = '683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.7-1';
export const LINEAR_LEARNER = '382416733822.dkr.ecr.us-east-1.amazonaws.com/linear-learner:1';

const TRUST = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'sagemaker.amazonaws.com' }, Action: 'sts:AssumeRole' }],
};

/** Rows of `label,x0,x1,x2,x3` without a header: the label follows x0 and x1, or nothing at all. */
export function labelledCsv(rows: number, seed: number, isShuffled = false): string {
  const rng = seededRng(`testing-data:${seed}`);
  const lines = Array.from({ length: rows }, () => {
    const x = Array.from({ length: 4 }, () => rng.normal());
    const logit = 2.5 * (x[0] ?? 0) - 2 * (x[1] ?? 0);
    const label = rng.next() < 1 / (1 + Math.exp(-logit)) ? 1 : 0;
    return { label, x };
  });
  const labels = lines.map(({ label }) => label);
  const given = isShuffled ? rng.shuffle(labels) : labels;
  return `${lines.map(({ x }, i) => [given[i], ...x.map((value) => value.toFixed(6))].join(',')).join('\n')}\n`;
}

/** The same rows without their labels. */
export const withoutLabels = (csv: string): string => csv.replace(/^[^,\n]*,/gm, '');

export interface SageMakerFixture {
  readonly box: OpenSandbox;
  readonly s3: S3Client;
  readonly sagemaker: SageMakerClient;
  /** May do everything in S3 and Logs. */
  readonly roleArn: string;
  readonly bucket: string;
  put(key: string, body: string): Promise<string>;
  /** A role that SageMaker may take, with one policy. */
  role(name: string, actions: readonly string[]): Promise<string>;
}

/** A sandbox with a bucket named `lab` and a role that SageMaker may take. */
export async function sageMakerFixture(id: string): Promise<SageMakerFixture> {
  const box = await openSandbox({ id });
  const s3 = box.client(S3Client);
  const iam = box.client(IAMClient);
  const bucket = `lab-${id}`;
  await s3.send(new CreateBucketCommand({ Bucket: bucket }));
  const role = async (name: string, actions: readonly string[]) => {
    const AssumeRolePolicyDocument = JSON.stringify(TRUST);
    const { Role } = await iam.send(new CreateRoleCommand({ RoleName: name, AssumeRolePolicyDocument }));
    const Statement = [{ Effect: 'Allow', Action: actions, Resource: '*' }];
    const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement });
    await iam.send(new PutRolePolicyCommand({ RoleName: name, PolicyName: 'own', PolicyDocument }));
    return Role?.Arn ?? '';
  };
  const put = async (key: string, body: string) => {
    await s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body }));
    return `s3://${bucket}/${key}`;
  };
  const roleArn = await role('training', ['s3:*', 'logs:*', 'sagemaker:*', 'iam:PassRole']);
  return { box, s3, sagemaker: box.client(SageMakerClient), roleArn, bucket, put, role };
}

const channel = (ChannelName: string, S3Uri: string, ContentType: string) => ({
  ChannelName,
  ContentType,
  DataSource: { S3DataSource: { S3DataType: 'S3Prefix' as const, S3Uri } },
});

export interface TrainingDraft {
  readonly name: string;
  readonly train: string;
  readonly validation?: string;
  readonly contentType?: string;
  readonly image?: string;
  readonly hyperparameters?: Record<string, string>;
}

/** A complete request to train XGBoost, or what the draft says. */
export function trainingRequest(
  { roleArn, bucket }: Pick<SageMakerFixture, 'roleArn' | 'bucket'>,
  { name, train, validation, contentType = 'text/csv', image = XGBOOST, hyperparameters }: TrainingDraft,
): CreateTrainingJobRequest {
  return {
    TrainingJobName: name,
    RoleArn: roleArn,
    AlgorithmSpecification: { TrainingImage: image, TrainingInputMode: 'File' },
    HyperParameters: hyperparameters ?? { objective: 'binary:logistic', num_round: '20', eval_metric: 'auc' },
    InputDataConfig: [
      channel('train', train, contentType),
      ...(validation === undefined ? [] : [channel('validation', validation, contentType)]),
    ],
    OutputDataConfig: { S3OutputPath: `s3://${bucket}/models` },
    ResourceConfig: { InstanceType: 'ml.m5.large', InstanceCount: 1, VolumeSizeInGB: 5 },
    StoppingCondition: { MaxRuntimeInSeconds: 600 },
  };
}

/** Trains on `data` and makes a model named `scorer` of it. */
export async function makeScorer(lab: SageMakerFixture, data: string): Promise<void> {
  const train = await lab.put('train/a.csv', data);
  await lab.sagemaker.send(new CreateTrainingJobCommand(trainingRequest(lab, { name: 'base', train })));
  await lab.box.settled();
  const PrimaryContainer = { Image: XGBOOST, ModelDataUrl: `s3://${lab.bucket}/models/base/output/model.tar.gz` };
  await lab.sagemaker.send(
    new CreateModelCommand({ ModelName: 'scorer', ExecutionRoleArn: lab.roleArn, PrimaryContainer }),
  );
}
