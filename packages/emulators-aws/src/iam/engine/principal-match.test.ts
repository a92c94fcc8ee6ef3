import { describe, expect, it } from 'vitest';
import { ACCOUNT, allowRead, anonymous, attach, decide, denyRead, requestOf, session } from './testing.ts';

const asSession = requestOf({ principal: session });

describe('NotPrincipal', () => {
  const role = `arn:aws:iam::${ACCOUNT}:role/ml/training`;
  const accountRoot = `arn:aws:iam::${ACCOUNT}:root`;
  const sessionArn = `arn:aws:sts::${ACCOUNT}:assumed-role/training/job-1`;
  const exceptFor = (...arns: string[]) => attach('resource', { ...denyRead, NotPrincipal: { AWS: arns } });
  const own = attach('identity', allowRead);

  it('spares from a Deny whoever is listed with the account', () => {
    expect(decide(requestOf(), own, exceptFor(`arn:aws:iam::${ACCOUNT}:user/ann`, accountRoot))).toBe('allow');
    expect(decide(requestOf(), own, exceptFor(`arn:aws:iam::${ACCOUNT}:user/ann`))).toBe('explicitDeny');
    expect(decide(requestOf(), own, exceptFor(accountRoot))).toBe('explicitDeny');
  });

  it('spares a session only when account, role and session are listed', () => {
    expect(decide(asSession, own, exceptFor(sessionArn, role, accountRoot))).toBe('allow');
    expect(decide(asSession, own, exceptFor(role, accountRoot))).toBe('explicitDeny');
    expect(decide(asSession, own, exceptFor(sessionArn, accountRoot))).toBe('explicitDeny');
  });

  it('catches the anonymous and the services', () => {
    expect(decide(requestOf({ principal: anonymous }), exceptFor(accountRoot))).toBe('explicitDeny');
  });

  it('with Allow lets everybody in but those listed', () => {
    const open = attach('resource', { ...allowRead, NotPrincipal: { AWS: `arn:aws:iam::${ACCOUNT}:user/ann` } });

    expect(decide(requestOf(), open)).toBe('implicitDeny');
    expect(decide(asSession, open)).toBe('allow');
  });
});
