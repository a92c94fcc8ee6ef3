import { describe, expect, it } from 'vitest';
import { unusedGrants } from './least-privilege.ts';
import { attach } from './testing.ts';

const read = { action: 's3:GetObject', resource: 'arn:aws:s3:::data/a.csv' };
const list = { action: 's3:ListBucket', resource: 'arn:aws:s3:::data' };

describe('unused grants', () => {
  it('are action and resource patterns that nothing needed', () => {
    const policy = attach('identity', {
      Effect: 'Allow',
      Action: ['s3:GetObject', 's3:ListBucket', 's3:DeleteObject'],
      Resource: ['arn:aws:s3:::data', 'arn:aws:s3:::data/*', 'arn:aws:s3:::logs/*'],
    });

    expect(unusedGrants([policy], [read, list]).unused.map(({ element, pattern }) => [element, pattern])).toEqual([
      ['Action', 's3:DeleteObject'],
      ['Resource', 'arn:aws:s3:::logs/*'],
    ]);
  });

  it('are none in a policy that fits, variables included', () => {
    const policy = attach('identity', {
      Effect: 'Allow',
      Action: 's3:GetObject',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a policy variable
      Resource: 'arn:aws:s3:::${aws:PrincipalTag/team}/*',
    });

    expect(unusedGrants([policy], [read])).toEqual({ unused: [], wide: [] });
  });

  it('are everything when nothing was done, and a Deny is no grant', () => {
    const policy = attach('identity', [
      { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::data/*' },
      { Effect: 'Deny', Action: 's3:*', Resource: '*' },
    ]);

    expect(unusedGrants([policy], []).unused.map(({ statementIndex }) => statementIndex)).toEqual([0, 0]);
    expect(unusedGrants([policy], []).wide).toEqual([]);
  });
});

describe('wide grants', () => {
  const wideOf = (statement: object, ...journal: (typeof read)[]) =>
    unusedGrants([attach('identity', { Effect: 'Allow', ...statement })], journal).wide.map(({ kind, needed }) => [
      kind,
      needed,
    ]);

  it.each([
    [{ Action: '*', Resource: 'arn:aws:s3:::data/*' }, [['every-action', ['s3:GetObject']]]],
    [{ Action: 's3:*', Resource: 'arn:aws:s3:::data/*' }, [['every-action-of-a-service', ['s3:GetObject']]]],
    [{ NotAction: 'iam:*', Resource: 'arn:aws:s3:::data/*' }, [['all-but-some-actions', ['s3:GetObject']]]],
    [{ Action: 's3:GetObject', Resource: '*' }, [['every-resource', [read.resource]]]],
    [{ Action: 's3:GetObject', NotResource: 'arn:aws:s3:::logs/*' }, [['every-resource', [read.resource]]]],
    [{ Action: 's3:Get*', Resource: 'arn:aws:s3:::data/*' }, []],
  ])('%j, of which one read was needed', (statement, expected) => {
    expect(wideOf(statement, read)).toEqual(expected);
  });

  it('leave out a "*" that an action without a resource needed', () => {
    expect(
      wideOf({ Action: 's3:ListAllMyBuckets', Resource: '*' }, { action: 's3:ListAllMyBuckets', resource: '*' }),
    ).toEqual([]);
  });
});
