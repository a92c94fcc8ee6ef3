import { describe, expect, it } from 'vitest';
import { evaluate, parsePolicy } from '../engine/index.ts';
import { MANAGED_DOCUMENTS } from './documents.ts';
import { findAwsManagedPolicy, listAwsManagedPolicies } from './index.ts';

const user = {
  kind: 'user',
  accountId: '123456789012',
  arn: 'arn:aws:iam::123456789012:user/ann',
  userId: 'AIDA',
  username: 'ann',
} as const;

function decisionUnder(name: string, action: string, resource: string, context = {}): string {
  const arn = listAwsManagedPolicies().find((policy) => policy.name === name)?.arn ?? '';
  const found = findAwsManagedPolicy(arn);
  const text = found?.versions.get(found.defaultVersionId)?.document ?? '';
  const parsed = parsePolicy(text, 'identity', { maxCharacters: 131_072 });
  if (parsed.outcome === 'faults') throw new RangeError(parsed.faults[0]?.message);
  return evaluate({ principal: user, action, resource, context }, [{ policyId: arn, policy: parsed.policy }]).decision;
}

describe.each(MANAGED_DOCUMENTS)('the managed policy $name', ({ name, document, source }) => {
  it('is a policy and says where it comes from', () => {
    const parsed = parsePolicy(JSON.stringify(document), 'identity', { maxCharacters: 131_072 });

    expect(parsed.outcome === 'faults' ? parsed.faults : []).toEqual([]);
    expect(source[0]).toBe(`https://docs.aws.amazon.com/aws-managed-policy/latest/reference/${name}.html`);
  });
});

describe('the managed policies', () => {
  it('have distinct ARNs and ids that never change', () => {
    const all = listAwsManagedPolicies();

    expect(new Set(all.map(({ arn }) => arn)).size).toBe(MANAGED_DOCUMENTS.length);
    expect(new Set(all.map(({ id }) => id)).size).toBe(MANAGED_DOCUMENTS.length);
    expect(all.every(({ id }) => /^ANPA[A-Z2-7]{17}$/.test(id))).toBe(true);
    expect(findAwsManagedPolicy('arn:aws:iam::aws:policy/service-role/AWSGlueServiceRole')?.path).toBe(
      '/service-role/',
    );
    expect(findAwsManagedPolicy('arn:aws:iam::aws:policy/Nothing')).toBeUndefined();
  });

  it.each([
    ['AmazonS3ReadOnlyAccess', 's3:GetObject', 'arn:aws:s3:::b/k', 'allow'],
    ['AmazonS3ReadOnlyAccess', 's3:PutObject', 'arn:aws:s3:::b/k', 'implicitDeny'],
    ['PowerUserAccess', 'iam:CreateUser', '*', 'implicitDeny'],
    ['PowerUserAccess', 'iam:ListRoles', '*', 'allow'],
    ['PowerUserAccess', 'sagemaker:CreateTrainingJob', '*', 'allow'],
    ['AmazonSageMakerFullAccess', 'sagemaker:CreateModel', 'arn:aws:sagemaker:eu-west-1:123456789012:model/m', 'allow'],
    ['AmazonSageMakerFullAccess', 's3:GetObject', 'arn:aws:s3:::sagemaker-data/k', 'allow'],
    ['AmazonSageMakerFullAccess', 's3:GetObject', 'arn:aws:s3:::fraud-data/k', 'implicitDeny'],
    ['AWSLambdaKinesisExecutionRole', 'kinesis:PutRecord', '*', 'implicitDeny'],
    ['ReadOnlyAccess', 'sqs:SendMessage', '*', 'implicitDeny'],
  ])('%s: %s on %s gives %s', (name, action, resource, expected) => {
    expect(decisionUnder(name, action, resource)).toBe(expected);
  });

  it('let SageMaker roles be passed to SageMaker only', () => {
    const role = 'arn:aws:iam::123456789012:role/training';
    const passing = (service: string) =>
      decisionUnder('AmazonSageMakerFullAccess', 'iam:PassRole', role, { 'iam:PassedToService': service });

    expect(passing('sagemaker.amazonaws.com')).toBe('allow');
    expect(passing('lambda.amazonaws.com')).toBe('implicitDeny');
  });
});
