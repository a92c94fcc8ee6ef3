import { describe, expect, it } from 'vitest';
import { accessDeniedMessage } from './access-denied.ts';
import { evaluate } from './evaluate.ts';
import { allowAll, allowOther, ann, attach, denyRead, OBJECT, requestOf } from './testing.ts';

const who = `User: ${ann.arn} is not authorized to perform: s3:GetObject on resource: ${OBJECT}`;

// https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
describe('the AccessDenied message', () => {
  it.each([
    [[], 'because no identity-based policy allows the s3:GetObject action'],
    [
      [attach('identity', allowAll), attach('scp', allowOther)],
      'because no service control policy allows the s3:GetObject action',
    ],
    [
      [attach('identity', allowAll), attach('boundary', allowOther)],
      'because no permissions boundary allows the s3:GetObject action',
    ],
    [
      [attach('identity', allowAll), attach('session', allowOther)],
      'because no session policy allows the s3:GetObject action',
    ],
    [[attach('identity', denyRead)], 'with an explicit deny in an identity-based policy'],
    [[attach('scp', denyRead)], 'with an explicit deny in a service control policy'],
    [[attach('resource', { ...denyRead, Principal: '*' })], 'with an explicit deny in a resource-based policy'],
  ])('is the one of AWS (%#)', (policies, reason) => {
    expect(accessDeniedMessage(requestOf(), evaluate(requestOf(), policies))).toBe(`${who} ${reason}`);
  });
});
