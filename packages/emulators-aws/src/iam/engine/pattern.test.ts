import { describe, expect, it } from 'vitest';
import { compilePattern, matchesPattern, unresolvedVariable } from './pattern.ts';

const values: Readonly<Record<string, string>> = { 'aws:username': 'ann', 'aws:principaltag/team': 'data*', dots: '' };
const lookUp = (key: string) => values[key.toLowerCase()];
const matches = (pattern: string, text: string, hasVariables = true) =>
  matchesPattern(compilePattern(pattern, { hasWildcards: true, hasVariables }), text, lookUp);

describe('a policy variable', () => {
  it.each([
    // biome-ignore-start lint/suspicious/noTemplateCurlyInString: the policy language's own variables
    ['arn:aws:s3:::home/${aws:username}/*', 'arn:aws:s3:::home/ann/x', true],
    ['arn:aws:s3:::home/${aws:username}/*', 'arn:aws:s3:::home/bob/x', false],
    ['${AWS:UserName}', 'ann', true],
    ["${aws:userid, 'anonymous'}", 'anonymous', true],
    ["${aws:username, 'nobody'}", 'ann', true],
    ['${aws:userid}', '', false],
    ['${dots}x', 'x', true],
    ['${*}.csv', '*.csv', true],
    ['${*}.csv', 'a.csv', false],
    ['a${?}', 'a?', true],
    ['a${?}', 'ab', false],
    ['${$}{aws:username}', '${aws:username}', true],
    ['${aws:username', '${aws:username', true],
  ])('%s on "%s" gives %s', (pattern, text, expected) => {
    expect(matches(pattern, text)).toBe(expected);
  });

  it('never brings a wildcard in with its value', () => {
    expect(matches('${aws:PrincipalTag/team}', 'data*')).toBe(true);
    expect(matches('${aws:PrincipalTag/team}', 'database')).toBe(false);
  });

  it('is plain text before Version 2012-10-17', () => {
    expect(matches('${aws:username}', 'ann', false)).toBe(false);
    expect(matches('${aws:username}', '${aws:username}', false)).toBe(true);
  });

  it('names the key it lacks', () => {
    const pattern = compilePattern('${aws:username}/${s3:prefix}', { hasWildcards: true, hasVariables: true });

    expect(unresolvedVariable(pattern, lookUp)).toBe('s3:prefix');
  });
  // biome-ignore-end lint/suspicious/noTemplateCurlyInString: the policy language's own variables
});
