import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePolicy } from './parse-policy.ts';
import type { PolicyFault, PolicyKind } from './policy.ts';

const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::data/*' };
const documentOf = (change: object, version = '2012-10-17') =>
  JSON.stringify({ Version: version, Statement: [{ ...statement, ...change }] });

function faultsOf(text: string, kind: PolicyKind = 'identity'): readonly PolicyFault[] {
  const parsed = parsePolicy(text, kind);
  return parsed.outcome === 'faults' ? parsed.faults : [];
}

const first = (text: string, kind?: PolicyKind) => faultsOf(text, kind)[0];

describe('an identity policy', () => {
  it('with one statement or a list, scalars or lists, is read the same', () => {
    const one = parsePolicy(`{"Version":"2012-10-17","Statement":${JSON.stringify(statement)}}`, 'identity');
    const lists = documentOf({ Action: ['s3:GetObject'], Resource: ['arn:aws:s3:::data/*'] });
    const listed = parsePolicy(lists, 'identity');

    expect(one).toMatchObject({ outcome: 'policy', policy: { statements: [{ actions: ['s3:GetObject'] }] } });
    expect(listed).toMatchObject({ outcome: 'policy', policy: { statements: [{ actions: ['s3:GetObject'] }] } });
  });

  it('is plain JSON that survives a structured clone', () => {
    const parsed = parsePolicy(documentOf({ Condition: { Bool: { 'aws:SecureTransport': true } } }), 'identity');

    expect(structuredClone(parsed)).toEqual(parsed);
    expect(JSON.parse(JSON.stringify(parsed))).toEqual(parsed);
  });

  // The sentences are IAM's own, as recorded from it by the tests of moto (tests/test_iam/test_iam_policies.py).
  it.each([
    ['This is not a json document', 'Syntax errors in policy.', '$'],
    ['[]', 'Syntax errors in policy.', '$'],
    [JSON.stringify({ Statement: statement }), 'Policy document must be version 2012-10-17 or greater.', '$.Version'],
    [documentOf({}, '2008-10-17'), 'Policy document must be version 2012-10-17 or greater.', '$.Version'],
    [documentOf({}, '2013-10-17'), 'Syntax errors in policy.', '$.Version'],
    ['{"Version":"2012-10-17"}', 'Syntax errors in policy.', '$.Statement'],
    ['{"Version":"2012-10-17","Statement":[]}', 'Syntax errors in policy.', '$.Statement'],
    ['{"Version":"2012-10-17","Statement":["afd"]}', 'Syntax errors in policy.', '$.Statement[0]'],
    [documentOf({ 'Extra field': 'x' }), 'Syntax errors in policy.', '$.Statement[0].Extra field'],
    [documentOf({ Effect: 'invalid' }), 'Syntax errors in policy.', '$.Statement[0].Effect'],
    [documentOf({ Effect: undefined }), 'Syntax errors in policy.', '$.Statement[0].Effect'],
    [documentOf({ Effect: 'allow' }), 'The policy failed legacy parsing', '$.Statement[0].Effect'],
    [documentOf({ Action: [[]] }), 'Syntax errors in policy.', '$.Statement[0].Action[0]'],
    [documentOf({ Action: {} }), 'Syntax errors in policy.', '$.Statement[0].Action'],
    [documentOf({ NotAction: [] }), 'Syntax errors in policy.', '$.Statement[0].NotAction'],
    [documentOf({ NotResource: [] }), 'Syntax errors in policy.', '$.Statement[0].NotResource'],
    [documentOf({ Condition: [] }), 'Syntax errors in policy.', '$.Statement[0].Condition'],
    [documentOf({ Condition: { a: 'b' } }), 'Syntax errors in policy.', '$.Statement[0].Condition.a'],
    [documentOf({ Condition: { a: { b: 'c' } } }), 'Syntax errors in policy.', '$.Statement[0].Condition.a'],
    [
      documentOf({ Condition: { DateGreaterThan: { a: 'sdfdsf' } } }),
      'The policy failed legacy parsing',
      '$.Statement[0].Condition.DateGreaterThan.a',
    ],
    [
      documentOf({ Action: 'invalid' }),
      'Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.',
      '$.Statement[0].Action',
    ],
    [
      documentOf({ Action: ['s3:Get*', 's3:List:Bucket'] }),
      'Actions/Condition can contain only one colon.',
      '$.Statement[0].Action[1]',
    ],
    [documentOf({ Action: 'a a:ListBucket' }), 'Vendor a a is not valid', '$.Statement[0].Action'],
    [documentOf({ Action: [] }), 'Policy statement must contain actions.', '$.Statement[0]'],
    [documentOf({ Resource: [] }), 'Policy statement must contain resources.', '$.Statement[0]'],
    [documentOf({ Action: 'invalid', Resource: undefined }), /prefaced by a vendor/, '$.Statement[0].Action'],
    [
      documentOf({ Resource: 'invalid resource' }),
      'Resource invalid resource must be in ARN format or "*".',
      '$.Statement[0].Resource',
    ],
    [
      documentOf({ Resource: 'a:b:c:d:e:f:g:h' }),
      'Partition "b" is not valid for resource "arn:b:c:d:e:f:g:h".',
      '$.Statement[0].Resource',
    ],
    [
      documentOf({ Resource: 'a:bsdfdsafsad' }),
      'Partition "bsdfdsafsad" is not valid for resource "arn:bsdfdsafsad:*:*:*:*".',
      '$.Statement[0].Resource',
    ],
    [
      documentOf({ Resource: 'arn:aws' }),
      'Resource vendor must be fully qualified and cannot contain regexes.',
      '$.Statement[0].Resource',
    ],
    [documentOf({ Resource: 'arn:aws:s3::example' }), 'The policy failed legacy parsing', '$.Statement[0].Resource'],
    [
      documentOf({ Resource: ['arn:error:s3:::a', 'arn:error:s3::a'] }),
      'Partition "error" is not valid for resource "arn:error:s3:::a".',
      '$.Statement[0].Resource[0]',
    ],
    [documentOf({ Resource: 'arn:aws:iam:::example' }), /^IAM resource path must either be/, '$.Statement[0].Resource'],
    [documentOf({ Principal: '*' }), 'Policy document should not specify a principal.', '$.Statement[0].Principal'],
    [documentOf({ Sid: 'no spaces' }), /^Statement IDs \(SID\) must be alpha-numeric/, '$.Statement[0].Sid'],
    [
      JSON.stringify({ Version: '2012-10-17', Statement: [1, 2].map(() => ({ ...statement, Sid: 'same' })) }),
      'Statement IDs (SID) in a single policy must be unique.',
      '$.Statement[1].Sid',
    ],
  ])('%s is refused as IAM does', (text, awsMessage, path) => {
    const fault = first(text);

    expect(fault?.awsMessage).toMatch(awsMessage);
    expect(fault?.path).toBe(path);
    expect(fault?.message).toMatch(/^[^\n]{15,}[.?]$/);
  });

  it('with a misspelt element or operator gets the right name', () => {
    expect(first(documentOf({ Resources: '*' }))?.message).toMatch(/did you mean "Resource"\?/);
    expect(first(documentOf({ Condition: { StringEqual: { a: 'b' } } }))?.message).toMatch(
      /did you mean "StringEquals"/,
    );
  });

  it('with several faults has all of them reported', () => {
    const faults = faultsOf(documentOf({ Action: 'GetObject', Resource: 'data' }));

    expect(faults.map(({ path }) => path)).toEqual(['$.Statement[0].Resource', '$.Statement[0].Action']);
  });

  it('with a key given twice is refused: JSON.parse would keep the last', () => {
    const text = `{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Effect":"Allow","Action":"*","Resource":"*"}]}`;

    expect(first(text)).toMatchObject({ path: '$.Statement[0].Effect', awsMessage: 'Syntax errors in policy.' });
  });

  it('takes the forms that AWS takes', () => {
    const resources = [
      '*',
      'arn:aws:s3:::data/*',
      'arn:*:kms:*:::*',
      'arn:aws:sqs:*',
      'arn:aws:iam::*:role/service/*',
      'arn:aws:s3:eu-west-1:123456789012:accesspoint/lab',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a policy variable
      'arn:aws:s3:::home/${aws:username}/*',
    ];

    expect(faultsOf(documentOf({ Resource: resources, Action: ['*', 'sagemaker:*', 's3:Get*', '*:*'] }))).toEqual([]);
  });
});

describe('a trust policy', () => {
  const trust = (change: object) =>
    JSON.stringify({
      Version: '2012-10-17',
      Statement: {
        Effect: 'Allow',
        Principal: { Service: 'sagemaker.amazonaws.com' },
        Action: 'sts:AssumeRole',
        ...change,
      },
    });

  it('names who may assume the role', () => {
    for (const principal of [
      '*',
      { AWS: '*' },
      { AWS: ['123456789012', 'arn:aws:iam::123456789012:root', 'arn:aws:iam::123456789012:role/path/name'] },
      { AWS: 'arn:aws:sts::123456789012:assumed-role/name/session' },
      { Federated: 'cognito-identity.amazonaws.com' },
    ]) {
      expect(faultsOf(trust({ Principal: principal }), 'trust')).toEqual([]);
    }
  });

  it.each([
    [{ Principal: undefined }, 'Missing required field Principal'],
    [{ Principal: {} }, 'Missing required field Principal cannot be empty!'],
    [{ Principal: { AWS: 'arn:aws:iam::123456789012:role/*' } }, /^Invalid principal in policy/],
    [{ Principal: { AWS: '12345' } }, /^Invalid principal in policy/],
    [{ Principal: { Service: 'sagemaker' } }, /^Invalid principal in policy/],
    [{ Principal: { Amazon: '*' } }, 'Invalid principal in policy: "Amazon"'],
    [{ Resource: '*' }, 'Has prohibited field Resource'],
    [{ Action: 's3:GetObject' }, 'AssumeRole policy may only specify STS AssumeRole actions.'],
    [{ Action: undefined }, 'Missing required field Action'],
  ])('with %j is refused', (change, awsMessage) => {
    expect(first(trust(change), 'trust')?.awsMessage).toMatch(awsMessage);
  });
});

describe('a resource policy', () => {
  it('needs a principal and a resource', () => {
    expect(first(documentOf({}), 'resource')?.awsMessage).toBe('Missing required field Principal');
    expect(first(documentOf({ Principal: '*', Resource: undefined }), 'resource')?.awsMessage).toBe(
      'Missing required field Resource',
    );
  });

  it('may be in the language of 2008 and have any Sid', () => {
    expect(faultsOf(documentOf({ Principal: '*', Sid: 'public read' }, '2008-10-17'), 'resource')).toEqual([]);
  });
});

describe('the bounds of a policy', () => {
  const ofSize = (size: number) => documentOf({ Action: [`s3:${'x'.repeat(size)}`] });

  it.each([
    ['identity', 6144],
    ['trust', 2048],
    ['scp', 5120],
    ['resource', 20_480],
  ] as const)('of kind %s are %i characters', (kind, limit) => {
    expect(first(ofSize(limit), kind)).toMatchObject({ code: 'LimitExceeded' });
    expect(faultsOf(ofSize(limit - 200), kind).map(({ code }) => code)).not.toContain('LimitExceeded');
  });

  it('do not count white space, up to what the API takes at all', () => {
    expect(faultsOf(documentOf({}) + ' '.repeat(20_000))).toEqual([]);
    expect(first(documentOf({}) + ' '.repeat(140_000))).toMatchObject({ code: 'LimitExceeded' });
  });

  it('hold against nesting without end', () => {
    const bomb = `{"Version":"2012-10-17","Statement":${'['.repeat(3000)}${']'.repeat(3000)}}`;

    expect(first(bomb)?.message).toMatch(/levels deep/);
  });
});

describe('the parser', () => {
  it('answers any JSON with a policy or with faults, and never throws', () => {
    const kinds = fc.constantFrom<PolicyKind>('identity', 'resource', 'trust', 'boundary', 'session', 'scp');
    const element = fc.oneof(fc.jsonValue(), fc.constantFrom('*', 'Allow', 's3:Get*', 'arn:aws:s3:::a', 'arn:aws:iam'));
    const statements = fc.record(
      { Effect: element, Action: element, Resource: element, Principal: element, Condition: element, Sid: element },
      { requiredKeys: [] },
    );
    const documents = fc.oneof(
      fc.jsonValue(),
      fc.record({ Version: fc.constant('2012-10-17'), Statement: statements }),
    );

    fc.assert(
      fc.property(documents, kinds, (document, kind) => {
        const parsed = parsePolicy(JSON.stringify(document) ?? '', kind);

        expect(parsed.outcome === 'policy' || parsed.faults.length > 0).toBe(true);
      }),
    );
  });
});
