import { describe, expect, it } from 'vitest';
import { evaluate } from './evaluate.ts';
import type { AttachedPolicy } from './policy.ts';
import type { Principal, RequestContext } from './request.ts';
import { ann, attach, session } from './testing.ts';

/**
 * Examples of AWS's own documentation whose text says what comes of them. A case is [action, resource, outcome] and,
 * where it matters, the context and the caller.
 */
type Case = readonly [string, string, 'allow' | 'explicitDeny' | 'implicitDeny', RequestContext?, Partial<Setting>?];

type Setting = { readonly principal: Principal; readonly resourceAccountId: string };

const GUIDE = 'https://docs.aws.amazon.com/IAM/latest/UserGuide';
const S3 = 'arn:aws:s3:::';

function page(path: string, title: string, policies: readonly AttachedPolicy[], cases: readonly Case[]): void {
  describe(`${GUIDE}/${path}: ${title}`, () => {
    for (const [action, resource, outcome, context = {}, setting = {}] of cases) {
      it(`${action} on ${resource}: ${outcome} ${JSON.stringify(context)}`, () => {
        const decision = evaluate({ principal: ann, ...setting, action, resource, context }, policies);

        expect(decision.decision, decision.why).toBe(outcome);
      });
    }
  });
}

const user = (accountId: string, username: string): Principal => ({
  kind: 'user',
  accountId,
  arn: `arn:aws:iam::${accountId}:user/${username}`,
  userId: `AIDA${username.toUpperCase()}`,
  username,
});

const carlos = { principal: user('123456789012', 'carlossalazar') };
page(
  'reference_policies_evaluation-logic_policy-eval-basics.html',
  'identity-based and resource-based policy',
  [
    attach('identity', [
      {
        Sid: 'AllowS3ListRead',
        Effect: 'Allow',
        Action: [
          's3:GetBucketLocation',
          's3:GetAccountPublicAccessBlock',
          's3:ListAccessPoints',
          's3:ListAllMyBuckets',
        ],
        Resource: `${S3}*`,
      },
      { Sid: 'AllowS3Self', Effect: 'Allow', Action: 's3:*', Resource: [`${S3}carlossalazar/*`, `${S3}carlossalazar`] },
      { Sid: 'DenyS3Logs', Effect: 'Deny', Action: 's3:*', Resource: `${S3}*log*` },
    ]),
    attach('resource', {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::123456789012:user/carlossalazar' },
      Action: 's3:*',
      Resource: [`${S3}carlossalazar/*`, `${S3}carlossalazar`],
    }),
  ],
  [
    ['s3:PutObject', `${S3}carlossalazar-logs/report.txt`, 'explicitDeny', {}, carlos],
    ['s3:PutObject', `${S3}carlossalazar/report.txt`, 'allow', {}, carlos],
    ['s3:ListBucket', `${S3}carlossalazar`, 'allow', {}, carlos],
    ['s3:GetBucketLocation', `${S3}anything`, 'allow', {}, carlos],
    ['s3:GetObject', `${S3}other/x`, 'implicitDeny', {}, carlos],
    ['ec2:RunInstances', '*', 'implicitDeny', {}, carlos],
  ],
);

page(
  'reference_policies_evaluation-logic_AccessPolicyLanguage_Interplay.html',
  'explicit and implicit denies',
  [
    attach('identity', [
      { Sid: 'AllowGetList', Effect: 'Allow', Action: ['iam:Get*', 'iam:List*'], Resource: '*' },
      { Sid: 'DenyReports', Effect: 'Deny', Action: 'iam:*Report', Resource: '*' },
    ]),
    attach(
      'identity',
      { Effect: 'Allow', Action: 'iam:GenerateCredentialReport', Resource: '*' },
      { policyId: 'later' },
    ),
  ],
  [
    ['iam:GetUser', 'arn:aws:iam::123456789012:user/ann', 'allow'],
    ['iam:ListRoles', '*', 'allow'],
    ['iam:CreatePolicy', '*', 'implicitDeny'],
    ['iam:GetOrganizationsAccessReport', '*', 'explicitDeny'],
    ['iam:GenerateCredentialReport', '*', 'explicitDeny'],
  ],
);

const abroad = { principal: user('111111111111', 'carlossalazar'), resourceAccountId: '222222222222' };
const carlosAbroad = attach('identity', [
  { Sid: 'AllowS3ListRead', Effect: 'Allow', Action: 's3:ListAllMyBuckets', Resource: '*' },
  { Sid: 'AllowS3ProductionObjectActions', Effect: 'Allow', Action: 's3:*Object*', Resource: `${S3}Production/*` },
  { Sid: 'DenyS3Logs', Effect: 'Deny', Action: 's3:*', Resource: [`${S3}*log*`, `${S3}*log*/*`] },
]);
const production = attach('resource', {
  Effect: 'Allow',
  Action: ['s3:GetObject*', 's3:PutObject*', 's3:ReplicateObject', 's3:RestoreObject'],
  Principal: { AWS: 'arn:aws:iam::111111111111:user/carlossalazar' },
  Resource: `${S3}Production/*`,
});
const CROSS_ACCOUNT = 'reference_policies_evaluation-logic-cross-account.html';
page(
  CROSS_ACCOUNT,
  'the bucket that he may use',
  [carlosAbroad, production],
  [
    ['s3:PutObject', `${S3}Production/build.zip`, 'allow', {}, abroad],
    ['s3:DeleteObject', `${S3}Production/build.zip`, 'implicitDeny', {}, abroad],
    ['s3:PutBucketPolicy', `${S3}Production`, 'implicitDeny', {}, abroad],
  ],
);
page(
  CROSS_ACCOUNT,
  'the bucket without a policy',
  [carlosAbroad],
  [
    ['s3:PutObject', `${S3}Production-logs/a.txt`, 'explicitDeny', {}, abroad],
    ['s3:PutObject', `${S3}Production/build.zip`, 'implicitDeny', {}, abroad],
  ],
);

const shirley = { principal: user('123456789012', 'ShirleyRodriguez') };
page(
  'access_policies_boundaries.html',
  'a boundary does not grant',
  [
    attach('boundary', { Effect: 'Allow', Action: ['s3:*', 'cloudwatch:*', 'ec2:*'], Resource: '*' }),
    attach('identity', { Effect: 'Allow', Action: 'iam:CreateUser', Resource: '*' }),
  ],
  [
    ['iam:CreateUser', 'arn:aws:iam::123456789012:user/new', 'implicitDeny', {}, shirley],
    ['s3:GetObject', `${S3}any/key`, 'implicitDeny', {}, shirley],
  ],
);

const XCOMPANY = { 'iam:PermissionsBoundary': 'arn:aws:iam::111122223333:policy/XCompanyBoundaries' };
page(
  'access_policies_boundaries.html',
  'delegated administration',
  [
    attach('boundary', [
      {
        Sid: 'CreateOrChangeOnlyWithBoundary',
        Effect: 'Allow',
        Action: ['iam:CreateUser', 'iam:AttachUserPolicy', 'iam:PutUserPermissionsBoundary'],
        Resource: '*',
        Condition: { StringEquals: XCOMPANY },
      },
      { Sid: 'OtherTasks', Effect: 'Allow', Action: ['cloudwatch:*', 'iam:GetUser', 'iam:*Group*'], Resource: '*' },
      { Sid: 'NoBoundaryUserDelete', Effect: 'Deny', Action: 'iam:DeleteUserPermissionsBoundary', Resource: '*' },
    ]),
    attach('identity', [
      { Sid: 'IAM', Effect: 'Allow', Action: 'iam:*', Resource: '*' },
      { Sid: 'S3BucketContents', Effect: 'Allow', Action: 's3:ListBucket', Resource: `${S3}ZhangBucket` },
    ]),
  ],
  [
    ['iam:CreateUser', 'arn:aws:iam::123456789012:user/new', 'allow', XCOMPANY],
    ['iam:CreateUser', 'arn:aws:iam::123456789012:user/new', 'implicitDeny'],
    ['iam:AddUserToGroup', 'arn:aws:iam::123456789012:group/dev', 'allow'],
    ['iam:DeleteUserPermissionsBoundary', 'arn:aws:iam::123456789012:user/x', 'explicitDeny'],
    ['s3:ListBucket', `${S3}ZhangBucket`, 'implicitDeny'],
    ['cloudwatch:PutDashboard', '*', 'implicitDeny'],
  ],
);

page(
  'reference_policies_elements_notaction.html',
  'all of S3 but deleting a bucket',
  [attach('identity', { Effect: 'Allow', NotAction: 's3:DeleteBucket', Resource: `${S3}*` })],
  [
    ['s3:PutObject', `${S3}data/x`, 'allow'],
    ['s3:DeleteBucket', `${S3}data`, 'implicitDeny'],
    ['s3:ListAllMyBuckets', '*', 'implicitDeny'],
    ['sqs:SendMessage', 'arn:aws:sqs:us-east-2:123456789012:q', 'implicitDeny'],
  ],
);

page(
  'reference_policies_elements_notaction.html',
  'nothing but IAM without MFA',
  [
    attach('identity', { Effect: 'Allow', Action: '*', Resource: '*' }),
    attach('identity', {
      Sid: 'DenyAllUsersNotUsingMFA',
      Effect: 'Deny',
      NotAction: 'iam:*',
      Resource: '*',
      Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
    }),
  ],
  [
    ['s3:GetObject', `${S3}data/x`, 'explicitDeny', { 'aws:MultiFactorAuthPresent': 'false' }],
    ['s3:GetObject', `${S3}data/x`, 'explicitDeny'],
    ['s3:GetObject', `${S3}data/x`, 'allow', { 'aws:MultiFactorAuthPresent': 'true' }],
    ['iam:ListUsers', '*', 'allow', { 'aws:MultiFactorAuthPresent': 'false' }],
  ],
);

page(
  'reference_policies_elements_notresource.html',
  'only the Payroll folder',
  [
    attach('identity', [
      { Effect: 'Deny', Action: 's3:*', NotResource: [`${S3}HRBucket/Payroll`, `${S3}HRBucket/Payroll/*`] },
      { Effect: 'Allow', Action: 's3:*', Resource: '*' },
    ]),
  ],
  [
    ['s3:GetObject', `${S3}HRBucket/Payroll/march.csv`, 'allow'],
    ['s3:GetObject', `${S3}HRBucket/Reviews/march.csv`, 'explicitDeny'],
    ['s3:CreateBucket', `${S3}new`, 'explicitDeny'],
  ],
);

page(
  'reference_policies_elements_principal.html',
  'the role behind aws:PrincipalArn, and everybody',
  [
    attach('resource', {
      Effect: 'Allow',
      Principal: '*',
      Action: 's3:GetObject',
      Resource: `${S3}data/*`,
      Condition: { ArnEquals: { 'aws:PrincipalArn': session.roleArn } },
    }),
    attach('boundary', { Effect: 'Allow', Action: 'sqs:*', Resource: '*' }),
    attach('session', { Effect: 'Allow', Action: 'sqs:*', Resource: '*' }),
  ],
  [
    ['s3:GetObject', `${S3}data/x`, 'allow', {}, { principal: session }],
    ['s3:GetObject', `${S3}data/x`, 'implicitDeny', {}, { principal: ann }],
    ['s3:GetObject', `${S3}data/x`, 'implicitDeny', {}, { principal: { kind: 'anonymous' } }],
  ],
);
