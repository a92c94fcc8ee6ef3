import { describe, expect, it } from 'vitest';
import { parsePolicy } from './parse-policy.ts';
import type { AttachedPolicy, PolicyKind } from './policy.ts';
import { contextKeysOf, simulate } from './simulate.ts';
import { ann, attach, OBJECT, policyOf } from './testing.ts';

function fromText(text: string, policyId: string, kind: PolicyKind = 'identity'): AttachedPolicy {
  const parsed = parsePolicy(text, kind);
  if (parsed.outcome === 'faults') throw new RangeError(parsed.faults[0]?.message);
  return { policyId, policy: parsed.policy };
}

// https://docs.aws.amazon.com/cli/latest/reference/iam/simulate-custom-policy.html
const EXAMPLE =
  '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"dynamodb:*","Resource":"*","Condition":{"DateGreaterThan":{"aws:CurrentTime":"2018-08-16T12:00:00Z"}}}}';

describe('a simulation', () => {
  it('answers the example of the CLI reference to the letter', () => {
    const [result] = simulate({
      principal: ann,
      policies: [fromText(EXAMPLE, 'PolicyInputList.1')],
      actions: ['dynamodb:CreateBackup'],
      context: { 'aws:CurrentTime': '2019-04-25T11:00:00Z' },
    });

    expect(result).toMatchObject({
      EvalActionName: 'dynamodb:CreateBackup',
      EvalResourceName: '*',
      EvalDecision: 'allowed',
      MatchedStatements: [
        {
          SourcePolicyId: 'PolicyInputList.1',
          SourcePolicyType: 'IAM Policy',
          StartPosition: { Line: 1, Column: 38 },
          EndPosition: { Line: 1, Column: 167 },
        },
      ],
      MissingContextValues: [],
    });
  });

  it('finds a statement of a list by line and column', () => {
    const text =
      '{\n  "Version": "2012-10-17",\n  "Statement": [\n    {"Effect":"Deny","Action":"sqs:*","Resource":"*"},\n    {"Effect":"Allow","Action":"s3:*","Resource":"*"}\n  ]\n}';
    const [result] = simulate({ principal: ann, policies: [fromText(text, 'p')], actions: ['s3:GetObject'] });

    expect(result?.MatchedStatements[0]).toMatchObject({
      StartPosition: { Line: 5, Column: 5 },
      EndPosition: { Line: 5, Column: 54 },
    });
  });

  it('refuses the second example: the date is too early', () => {
    const [result] = simulate({
      principal: ann,
      policies: [fromText(EXAMPLE, 'PolicyInputList.1')],
      actions: ['dynamodb:CreateBackup'],
      context: { 'aws:CurrentTime': '2014-04-25T11:00:00Z' },
    });

    expect(result).toMatchObject({ EvalDecision: 'implicitDeny', MatchedStatements: [], MissingContextValues: [] });
  });

  it('lists the context that was asked for and not given', () => {
    const policies = [fromText(EXAMPLE, 'p')];

    expect(simulate({ principal: ann, policies, actions: ['dynamodb:Scan'] })[0]?.MissingContextValues).toEqual([
      'aws:CurrentTime',
    ]);
  });

  it('of a denial matches the Deny statements alone', () => {
    const policies = [
      attach('identity', { Effect: 'Allow', Action: '*', Resource: '*' }, { policyId: 'wide' }),
      attach('identity', { Effect: 'Deny', Action: 's3:*', Resource: '*' }, { policyId: 'stop' }),
    ];
    const [result] = simulate({ principal: ann, policies, actions: ['s3:GetObject'], resources: [OBJECT] });

    expect(result?.EvalDecision).toBe('explicitDeny');
    expect(result?.MatchedStatements.map(({ SourcePolicyId }) => SourcePolicyId)).toEqual(['stop']);
  });

  it('says whether boundary and organization let the request pass', () => {
    const policies = [
      attach('identity', { Effect: 'Allow', Action: '*', Resource: '*' }),
      attach('boundary', { Effect: 'Allow', Action: 's3:*', Resource: '*' }),
      attach('scp', { Effect: 'Allow', Action: ['s3:*', 'sqs:*'], Resource: '*' }),
    ];
    const results = simulate({ principal: ann, policies, actions: ['s3:GetObject', 'sqs:SendMessage', 'sns:Publish'] });

    expect(
      results.map((one) => [
        one.EvalDecision,
        one.PermissionsBoundaryDecisionDetail?.AllowedByPermissionsBoundary,
        one.OrganizationsDecisionDetail?.AllowedByOrganizations,
      ]),
    ).toEqual([
      ['allowed', true, true],
      ['implicitDeny', false, true],
      ['implicitDeny', false, false],
    ]);
  });

  it('like IAM’s own, asks a role’s trust policy only when it is given one', () => {
    const role = 'arn:aws:iam::123456789012:role/training';
    const policies = [attach('identity', { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: role })];
    const trust = attach('trust', { Effect: 'Allow', Principal: { AWS: '999999999999' }, Action: 'sts:AssumeRole' });
    const asked = { principal: ann, actions: ['sts:AssumeRole'], resources: [role] };

    expect(simulate({ ...asked, policies })[0]?.EvalDecision).toBe('allowed');
    expect(simulate({ ...asked, policies: [...policies, trust] })[0]?.EvalDecision).toBe('implicitDeny');
  });

  it('weighs every action on every resource', () => {
    const policies = [attach('identity', { Effect: 'Allow', Action: 's3:Get*', Resource: OBJECT })];
    const results = simulate({
      principal: ann,
      policies,
      actions: ['s3:GetObject', 's3:PutObject'],
      resources: [OBJECT, '*'],
    });

    expect(results.map(({ EvalDecision }) => EvalDecision)).toEqual([
      'allowed',
      'implicitDeny',
      'implicitDeny',
      'implicitDeny',
    ]);
    expect(results[0]?.ResourceSpecificResults[0]).toMatchObject({ EvalResourceDecision: 'allowed' });
  });
});

describe('the context keys of policies', () => {
  it('are those of conditions and of variables, once each', () => {
    const policy = policyOf('identity', {
      Effect: 'Allow',
      Action: '*',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: policy variables
      Resource: ['arn:aws:s3:::home/${aws:username}/*', "arn:aws:s3:::home/${aws:userid, 'x'}/${*}"],
      Condition: { StringEquals: { 'aws:UserName': 'ann', 'aws:RequestedRegion': 'eu-west-1' } },
    });

    expect(contextKeysOf([policy]).toSorted()).toEqual(['aws:RequestedRegion', 'aws:userid', 'aws:username']);
  });
});
