import { describe, expect, it } from 'vitest';
import { evaluate } from './evaluate.ts';
import type { Principal, RequestContext } from './request.ts';
import { ACCOUNT, ann, attach } from './testing.ts';

/** Statements of AWS's condition and variable pages with the outcomes that their text names. */
type Case = readonly ['allow' | 'explicitDeny' | 'implicitDeny', string, string, RequestContext?, Principal?];

const GUIDE = 'https://docs.aws.amazon.com/IAM/latest/UserGuide';
const OPERATORS = 'reference_policies_elements_condition_operators.html';
const MULTIVALUED = 'reference_policies_condition-single-vs-multi-valued-context-keys.html';
const VARIABLES = 'reference_policies_variables.html';
const S3 = 'arn:aws:s3:::';

function example(path: string, title: string, statements: unknown, cases: readonly Case[]): void {
  const policies = [attach('identity', statements)];
  describe(`${GUIDE}/${path}: ${title}`, () => {
    for (const [outcome, action, resource, context = {}, principal = ann] of cases) {
      it(`${outcome}: ${action} on ${resource} ${JSON.stringify(context)}`, () => {
        const decision = evaluate({ principal, action, resource, context }, policies);

        expect(decision.decision, decision.why).toBe(outcome);
      });
    }
  });
}

const tagged = (tags: Readonly<Record<string, string>>): Principal => ({ ...ann, tags });
const allow = (Action: string, Resource: string, Condition: unknown) => ({
  Effect: 'Allow',
  Action,
  Resource,
  Condition,
});
const KEYS = `arn:aws:iam::${ACCOUNT}:user/ann`;

example(
  OPERATORS,
  'StringEquals of a principal tag',
  allow('iam:*AccessKey*', `arn:aws:iam::${ACCOUNT}:user/*`, {
    StringEquals: { 'aws:PrincipalTag/job-category': 'iamuser-admin' },
  }),
  [
    ['allow', 'iam:CreateAccessKey', KEYS, {}, tagged({ 'job-category': 'iamuser-admin' })],
    ['implicitDeny', 'iam:CreateAccessKey', KEYS, {}, tagged({ 'job-category': 'analyst' })],
    ['implicitDeny', 'iam:CreateAccessKey', KEYS],
    ['implicitDeny', 'iam:DeleteUser', KEYS, {}, tagged({ 'job-category': 'iamuser-admin' })],
  ],
);

/* biome-ignore-start lint/suspicious/noTemplateCurlyInString: the policy language's own variables */
example(
  OPERATORS,
  'StringLike with a variable: a home directory',
  [
    { Effect: 'Allow', Action: ['s3:ListAllMyBuckets', 's3:GetBucketLocation'], Resource: `${S3}*` },
    allow('s3:ListBucket', `${S3}lab`, { StringLike: { 's3:prefix': ['', 'home/', 'home/${aws:username}/'] } }),
    {
      Effect: 'Allow',
      Action: 's3:*',
      Resource: [`${S3}lab/home/\${aws:username}`, `${S3}lab/home/\${aws:username}/*`],
    },
  ],
  [
    ['allow', 's3:ListBucket', `${S3}lab`, { 's3:prefix': '' }],
    ['allow', 's3:ListBucket', `${S3}lab`, { 's3:prefix': 'home/ann/' }],
    ['implicitDeny', 's3:ListBucket', `${S3}lab`, { 's3:prefix': 'home/bob/' }],
    ['implicitDeny', 's3:ListBucket', `${S3}lab`],
    ['allow', 's3:PutObject', `${S3}lab/home/ann/notes.txt`],
    ['implicitDeny', 's3:PutObject', `${S3}lab/home/anna/notes.txt`],
  ],
);
/* biome-ignore-end lint/suspicious/noTemplateCurlyInString: the policy language's own variables */

example(
  OPERATORS,
  'NumericLessThanEquals',
  allow('s3:ListBucket', `${S3}b`, { NumericLessThanEquals: { 's3:max-keys': '10' } }),
  [
    ['allow', 's3:ListBucket', `${S3}b`, { 's3:max-keys': '10' }],
    ['implicitDeny', 's3:ListBucket', `${S3}b`, { 's3:max-keys': '11' }],
    ['implicitDeny', 's3:ListBucket', `${S3}b`],
  ],
);

example(
  OPERATORS,
  'DateGreaterThan of a key that only temporary credentials have',
  allow('iam:*AccessKey*', '*', { DateGreaterThan: { 'aws:TokenIssueTime': '2020-01-01T00:00:01Z' } }),
  [
    ['allow', 'iam:ListAccessKeys', KEYS, { 'aws:TokenIssueTime': '2026-11-21T09:00:00Z' }],
    ['implicitDeny', 'iam:ListAccessKeys', KEYS, { 'aws:TokenIssueTime': '2019-12-31T23:59:59Z' }],
    ['implicitDeny', 'iam:ListAccessKeys', KEYS],
  ],
);

example(
  OPERATORS,
  'Bool: deny without TLS',
  [
    {
      Effect: 'Deny',
      Action: 's3:*',
      Resource: [`${S3}b`, `${S3}b/*`],
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    },
    { Effect: 'Allow', Action: 's3:*', Resource: '*' },
  ],
  [
    ['explicitDeny', 's3:GetObject', `${S3}b/x`, { 'aws:SecureTransport': 'false' }],
    ['allow', 's3:GetObject', `${S3}b/x`, { 'aws:SecureTransport': 'true' }],
    ['allow', 's3:GetObject', `${S3}c/x`, { 'aws:SecureTransport': 'false' }],
  ],
);

example(
  OPERATORS,
  'IpAddress of both families',
  allow('sagemaker:*', '*', { IpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '2001:DB8:1234:5678::/64'] } }),
  [
    ['allow', 'sagemaker:ListModels', '*', { 'aws:SourceIp': '203.0.113.255' }],
    ['allow', 'sagemaker:ListModels', '*', { 'aws:SourceIp': '2001:db8:1234:5678:1234:5678:9abc:def0' }],
    ['implicitDeny', 'sagemaker:ListModels', '*', { 'aws:SourceIp': '203.0.114.0' }],
    ['implicitDeny', 'sagemaker:ListModels', '*'],
  ],
);

const IMAGE = 'arn:aws:ec2:us-east-2::image/ami-1';
const INSTANCE = 'arn:aws:ec2:us-east-2:123456789012:instance/*';
const TYPES = { 'ec2:InstanceType': ['t1.*', 't2.*', 'm3.*'] };
example(OPERATORS, 'StringLike that cannot work', allow('ec2:RunInstances', '*', { StringLike: TYPES }), [
  ['allow', 'ec2:RunInstances', INSTANCE, { 'ec2:InstanceType': 't2.micro' }],
  ['implicitDeny', 'ec2:RunInstances', IMAGE],
]);
example(OPERATORS, 'StringLikeIfExists that does', allow('ec2:RunInstances', '*', { StringLikeIfExists: TYPES }), [
  ['allow', 'ec2:RunInstances', INSTANCE, { 'ec2:InstanceType': 't2.micro' }],
  ['implicitDeny', 'ec2:RunInstances', INSTANCE, { 'ec2:InstanceType': 'c5.large' }],
  ['allow', 'ec2:RunInstances', IMAGE],
]);
example(
  OPERATORS,
  'a negated IfExists denies a missing tag too',
  [
    { Effect: 'Allow', Action: '*', Resource: '*' },
    {
      Effect: 'Deny',
      Action: 's3:*',
      Resource: '*',
      Condition: { StringNotEqualsIfExists: { 'aws:ResourceTag/env': 'lab' } },
    },
  ],
  [
    ['explicitDeny', 's3:GetObject', `${S3}b/x`],
    ['explicitDeny', 's3:GetObject', `${S3}b/x`, { 'aws:ResourceTag/env': 'production' }],
    ['allow', 's3:GetObject', `${S3}b/x`, { 'aws:ResourceTag/env': 'lab' }],
  ],
);

example(OPERATORS, 'Null: no temporary credentials', allow('ec2:*', '*', { Null: { 'aws:TokenIssueTime': 'true' } }), [
  ['allow', 'ec2:DescribeInstances', '*'],
  ['implicitDeny', 'ec2:DescribeInstances', '*', { 'aws:TokenIssueTime': '2026-11-21T09:00:00Z' }],
]);

const THREAD = 'arn:aws:dynamodb:us-east-2:123456789012:table/Thread';
const columns = (...names: string[]) => ({ 'dynamodb:requestedAttributes': names });
example(
  MULTIVALUED,
  'ForAllValues: these attributes only',
  allow('dynamodb:GetItem', THREAD, { 'ForAllValues:StringLike': columns('PostDateTime', 'Message', 'Tags') }),
  [
    ['allow', 'dynamodb:GetItem', THREAD, columns('PostDateTime', 'Message')],
    ['implicitDeny', 'dynamodb:GetItem', THREAD, columns('PostDateTime', 'UserName')],
    ['allow', 'dynamodb:GetItem', THREAD, columns()],
    ['allow', 'dynamodb:GetItem', THREAD],
  ],
);
example(
  MULTIVALUED,
  'ForAnyValue: none of these attributes',
  [
    { Effect: 'Allow', Action: 'dynamodb:*', Resource: '*' },
    {
      Effect: 'Deny',
      Action: 'dynamodb:PutItem',
      Resource: THREAD,
      Condition: { 'ForAnyValue:StringLike': columns('ID', 'PostDateTime') },
    },
  ],
  [
    ['explicitDeny', 'dynamodb:PutItem', THREAD, columns('UserName', 'Message', 'PostDateTime')],
    ['allow', 'dynamodb:PutItem', THREAD, columns('UserName')],
    ['allow', 'dynamodb:PutItem', THREAD],
  ],
);

/* biome-ignore-start lint/suspicious/noTemplateCurlyInString: the policy language's own variables */
example(
  VARIABLES,
  'queues that bear the user’s name',
  [
    { Effect: 'Allow', Action: 'sqs:ListQueues', Resource: '*' },
    { Effect: 'Allow', Action: 'sqs:*', Resource: 'arn:aws:sqs:us-east-2:*:${aws:username}-queue' },
  ],
  [
    ['allow', 'sqs:SendMessage', 'arn:aws:sqs:us-east-2:123456789012:ann-queue'],
    ['implicitDeny', 'sqs:SendMessage', 'arn:aws:sqs:us-east-2:123456789012:bob-queue'],
    ['implicitDeny', 'sqs:SendMessage', 'arn:aws:sqs:eu-west-1:123456789012:ann-queue'],
    ['allow', 'sqs:ListQueues', '*'],
  ],
);
example(
  VARIABLES,
  'a tag in a resource',
  { Effect: 'Allow', Action: 's3:GetObject', Resource: `${S3}bucket/\${aws:PrincipalTag/department}` },
  [
    ['allow', 's3:GetObject', `${S3}bucket/hr`, {}, tagged({ department: 'hr' })],
    ['implicitDeny', 's3:GetObject', `${S3}bucket/it`, {}, tagged({ department: 'hr' })],
    ['implicitDeny', 's3:GetObject', `${S3}bucket/`],
  ],
);
/* biome-ignore-end lint/suspicious/noTemplateCurlyInString: the policy language's own variables */

example(
  VARIABLES,
  'several values of a resource tag',
  allow('iam:*user*', '*', { StringLike: { 'iam:ResourceTag/costCenter': ['12345', '67890'] } }),
  [
    ['allow', 'iam:DeleteUser', KEYS, { 'iam:ResourceTag/costCenter': '67890' }],
    ['allow', 'iam:DeleteUser', KEYS, { 'IAM:resourcetag/costcenter': '12345' }],
    ['implicitDeny', 'iam:DeleteUser', KEYS, { 'iam:ResourceTag/costCenter': '99999' }],
    ['implicitDeny', 'iam:DeleteUser', KEYS],
  ],
);
