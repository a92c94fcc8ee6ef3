import { describe, expect, it } from 'vitest';
import { evaluate } from './evaluate.ts';
import { ACCOUNT, ann, attach, decide, requestOf, root } from './testing.ts';

describe('assuming a role', () => {
  const roleArn = `arn:aws:iam::${ACCOUNT}:role/ml/training`;
  const assume = { action: 'sts:AssumeRole', resource: roleArn };
  const trusting = (principal: unknown, more = {}) =>
    attach('trust', { Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole', ...more });
  const mayAssume = attach('identity', { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: roleArn });

  it('takes a trust policy, whatever the caller may do', () => {
    expect(evaluate(requestOf(assume), [mayAssume])).toMatchObject({ decision: 'implicitDeny', missing: ['resource'] });
    expect(decide(requestOf({ ...assume, principal: root }))).toBe('implicitDeny');
  });

  it('takes nothing more when the trust policy names the caller', () => {
    expect(decide(requestOf(assume), trusting({ AWS: ann.arn }))).toBe('allow');
  });

  it('takes an identity policy as well when it names the account', () => {
    const trust = trusting({ AWS: ACCOUNT });

    expect(decide(requestOf(assume), trust)).toBe('implicitDeny');
    expect(decide(requestOf(assume), trust, mayAssume)).toBe('allow');
  });

  it('with session tags takes a trust policy that allows those too', () => {
    const tagging = requestOf({ ...assume, action: 'sts:TagSession' });
    const trust = trusting({ AWS: ACCOUNT }, { Action: ['sts:AssumeRole', 'sts:TagSession'] });
    const mayTag = attach('identity', { Effect: 'Allow', Action: 'sts:*', Resource: '*' });

    expect(decide(tagging, mayTag, trusting({ AWS: ACCOUNT }))).toBe('implicitDeny');
    expect(decide(tagging, mayTag, trust)).toBe('allow');
  });

  it('is for services that the policy names', () => {
    const request = requestOf({ ...assume, principal: { kind: 'service', service: 'sagemaker.amazonaws.com' } });

    expect(decide(request, trusting({ Service: 'lambda.amazonaws.com' }))).toBe('implicitDeny');
    expect(decide(request, trusting({ Service: ['lambda.amazonaws.com', 'sagemaker.amazonaws.com'] }))).toBe('allow');
  });

  it('is for identities of a provider that the policy names', () => {
    const provider = 'cognito-identity.amazonaws.com';
    const request = requestOf({
      principal: { kind: 'federated-identity', provider },
      action: 'sts:AssumeRoleWithWebIdentity',
      resource: roleArn,
      context: { 'cognito-identity.amazonaws.com:aud': 'pool' },
    });
    const trust = (audience: string) =>
      trusting(
        { Federated: provider },
        {
          Action: 'sts:AssumeRoleWithWebIdentity',
          Condition: { StringEquals: { 'cognito-identity.amazonaws.com:aud': audience } },
        },
      );

    expect(decide(request, trust('pool'))).toBe('allow');
    expect(decide(request, trust('other'))).toBe('implicitDeny');
  });

  it('obeys the external id', () => {
    const trust = trusting({ AWS: ann.arn }, { Condition: { StringEquals: { 'sts:ExternalId': 'abc' } } });

    expect(decide(requestOf({ ...assume, context: { 'sts:ExternalId': 'abc' } }), trust)).toBe('allow');
    expect(decide(requestOf(assume), trust)).toBe('implicitDeny');
  });
});
