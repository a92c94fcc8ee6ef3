import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesPattern } from './pattern.ts';
import { PatternMachine } from './pattern-machine.ts';
import { parsePattern } from './pattern-tree.ts';

function machine(pattern: string): PatternMachine {
  const tree = parsePattern(pattern);
  const made = tree && PatternMachine.of(tree);
  if (!made) throw new Error(`${pattern} is not read`);
  return made;
}

describe('matchesPattern', () => {
  it.each([
    ['[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}', 'my-job-1', 'my_job'],
    ['[a-zA-Z0-9_.-]+', 'orders.v1', 'orders v1'],
    ['^(https|s3)://([^/]+)/?(.*)$', 's3://bucket/key', 's3:/bucket'],
    ['[\\w-_]*', 'a-_', 'a b'],
    ['\\A\\S[\\p{Print}]*\\z', 'a b', ' a'],
    ['\\p{ASCII}*', 'text/csv', 'größe'],
    ['arn:[\\p{Alnum}\\-]+:lambda:.*', 'arn:aws-cn:lambda:x', 'arn:aws_:lambda:x'],
    ['(?=.{1,4}$)[a-z](-*[a-z])*', 'a-b', 'a-b-c'],
    ['.*', 'one line', 'two\nlines'],
    ['[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*', 'größe 1', 'a;b'],
  ])('holds a whole value against %s', (pattern, good, bad) => {
    expect(matchesPattern(pattern, good)).toBe(true);
    expect(matchesPattern(pattern, bad)).toBe(false);
  });

  it.each([
    ['https://([.\\-_a-zA-Z0-9]+/?){3,1016}', `https://${'a'.repeat(900)}!`],
    ['[a-z0-9]([-a-z0-9]*[a-z0-9]){0,39}?', `${'a'.repeat(1000)}!`],
    ['^[ \\t]*[\\x20-\\x7E]+([ \\t]+[\\x20-\\x7E]+)*[ \\t]*$', `${' '.repeat(512)}\n`],
    ['(.*[\\n\\r\\t\\f\\ ]?)*', `${'a'.repeat(1000)}\u2028`],
  ])('answers for %s, on which backtracking would not come back', (pattern, hostile) => {
    expect(matchesPattern(pattern, hostile)).toBe(false);
  });

  it('refuses nothing by a pattern that it cannot read', () => {
    expect(matchesPattern('(?!(?i)action)[a-z]+', 'ACTION')).toBe(true);
  });

  it('reads a repeated anchor, which the language does not', () => {
    const pattern = `([a-z]*)$${'{1,128}'}`;

    expect(matchesPattern(pattern, 'abc')).toBe(true);
    expect(matchesPattern(pattern, 'a1')).toBe(false);
  });
});

describe('the machine', () => {
  it.each([
    'a(b|c)*d?',
    '(a{2}|b{1,3}){2,}',
    '(ab?|[bc]+)*c{0,2}',
    '^a|b$|(c|)d',
    '((a|b)*(c|a)+){1,3}',
    '\\w\\W?[^a]',
  ])('agrees with the language on %s', (pattern) => {
    const ours = machine(pattern);
    const theirs = new RegExp(`^(?:${pattern})$`, 'u');
    const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd', '-', '😀'), { maxLength: 9 });

    fc.assert(
      fc.property(text, (letters) => {
        expect(ours.matches(letters.join(''))).toBe(theirs.test(letters.join('')));
      }),
    );
  });
});
