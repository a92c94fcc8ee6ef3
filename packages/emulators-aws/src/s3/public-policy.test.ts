import { expect, it } from 'vitest';
import { parsePolicy } from '../iam/engine/index.ts';
import { isPublicPolicy } from './public-policy.ts';

function isPublic(...statements: object[]): boolean {
  const Statement = statements.map((statement) => ({
    Effect: 'Allow',
    Action: 's3:GetObject',
    Resource: '*',
    ...statement,
  }));
  const parsed = parsePolicy(JSON.stringify({ Version: '2012-10-17', Statement }), 'resource');
  if (parsed.outcome === 'faults') throw new RangeError(parsed.faults[0]?.message);
  return isPublicPolicy(parsed.policy);
}

const anybody = (Condition: object) => ({ Principal: '*', Condition });

it.each([
  ['names everybody', { Principal: '*' }],
  ['names everybody in long form', { Principal: { AWS: ['*'] } }],
  ['allows all but some', { NotPrincipal: { AWS: 'arn:aws:iam::111122223333:root' } }],
  ['is narrowed to a pattern', anybody({ StringLike: { 'aws:SourceVpc': 'vpc-91237329*' } })],
  ['is narrowed to a wide range of addresses', anybody({ IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } })],
  ['is narrowed by a key that anybody can set', anybody({ StringEquals: { 'aws:UserAgent': 'me' } })],
  ['keeps only some out', anybody({ StringNotEquals: { 'aws:SourceVpc': 'vpc-91237329' } })],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a policy variable
  ['is narrowed by a variable', anybody({ StringEquals: { 'aws:SourceArn': '${aws:SourceArn}' } })],
])('a policy that %s is public', (_, statement) => {
  expect(isPublic(statement)).toBe(true);
});

it.each([
  ['names an account', { Principal: { AWS: '111122223333' } }],
  ['names a service', { Principal: { Service: 'cloudtrail.amazonaws.com' } }],
  ['only denies', { Principal: '*', Effect: 'Deny' }],
  ['is narrowed to one network', anybody({ StringEquals: { 'aws:SourceVpc': 'vpc-91237329' } })],
  ['is narrowed to an organization', anybody({ StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3' } })],
  ['is narrowed to some addresses', anybody({ IpAddress: { 'aws:SourceIp': ['192.0.2.0/24', '2001:db8::/32'] } })],
])('a policy that %s is not public', (_, statement) => {
  expect(isPublic(statement)).toBe(false);
});

it('one public statement makes the policy public', () => {
  expect(isPublic({ Principal: { AWS: '111122223333' } }, { Principal: '*' })).toBe(true);
});
