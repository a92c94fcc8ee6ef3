import { describe, expect, it } from 'vitest';
import { keysOf, singleValue } from './context.ts';
import { ACCOUNT, ann, anonymous, OTHER_ACCOUNT, requestOf, root, session } from './testing.ts';

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#principaltable
describe('the keys that follow from the principal', () => {
  const service = { kind: 'service', service: 'glue.amazonaws.com' } as const;

  it.each([
    [ann, 'User', ann.userId, 'ann', ann.arn],
    [session, 'AssumedRole', session.userId, undefined, session.roleArn],
    [root, 'Account', ACCOUNT, undefined, `arn:aws:iam::${ACCOUNT}:root`],
    [anonymous, 'Anonymous', 'anonymous', undefined, undefined],
    [service, 'Service', undefined, undefined, undefined],
  ])('of %j', (principal, type, userId, username, arn) => {
    const keys = keysOf(requestOf({ principal }));
    const names = ['aws:PrincipalType', 'aws:userid', 'aws:username', 'aws:PrincipalArn'];

    expect(names.map((key) => singleValue(keys, key))).toEqual([type, userId, username, arn]);
  });

  it('give way to what the request says, whatever its case', () => {
    const keys = keysOf(requestOf({ context: { 'AWS:USERNAME': 'bob', 'aws:TagKeys': ['a', 'b'] } }));

    expect(singleValue(keys, 'aws:username')).toBe('bob');
    expect(singleValue(keys, 'aws:TagKeys')).toBeUndefined();
  });

  it('tell whose resource it is', () => {
    expect(singleValue(keysOf(requestOf()), 'aws:ResourceAccount')).toBe(ACCOUNT);
    expect(singleValue(keysOf(requestOf({ resourceAccountId: OTHER_ACCOUNT })), 'aws:ResourceAccount')).toBe(
      OTHER_ACCOUNT,
    );
  });

  it('bring tags, key in any case', () => {
    const keys = keysOf(requestOf({ principal: { ...ann, tags: { Team: 'Data' } } }));

    expect(singleValue(keys, 'aws:PrincipalTag/team')).toBe('Data');
  });
});
