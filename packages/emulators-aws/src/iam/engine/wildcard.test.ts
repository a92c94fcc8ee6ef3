import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesCodes, patternCodes } from './wildcard.ts';

const matches = (pattern: string, text: string) => matchesCodes(patternCodes(pattern, true), text);

/** The definition, written as recursion: slow and plainly right. */
function matchesByDefinition(pattern: string, text: string): boolean {
  const [first] = pattern;
  if (first === undefined) return text === '';
  if (first === '*') {
    return matchesByDefinition(pattern.slice(1), text) || (text !== '' && matchesByDefinition(pattern, text.slice(1)));
  }
  return text !== '' && (first === '?' || first === text[0]) && matchesByDefinition(pattern.slice(1), text.slice(1));
}

describe('a wildcard pattern', () => {
  it.each([
    ['*', '', true],
    ['', '', true],
    ['?', '', false],
    ['s3:Get*', 's3:GetObject', true],
    ['s3:*Object', 's3:GetObjectAcl', false],
    ['*log*', 'arn:aws:s3:::my-logs', true],
    ['a?c', 'ac', false],
    ['a**b', 'a-b', true],
    ['*ab*ab', 'abab', true],
    ['*ab*ab', 'ab', false],
  ])('%s on "%s" gives %s', (pattern, text, expected) => {
    expect(matches(pattern, text)).toBe(expected);
  });

  it('agrees with the recursive definition', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', 'b', ':'), maxLength: 10 });
    const patterns = fc.string({ unit: fc.constantFrom('a', 'b', ':', '*', '?'), maxLength: 8 });

    fc.assert(
      fc.property(patterns, texts, (pattern, text) => matches(pattern, text) === matchesByDefinition(pattern, text)),
      { numRuns: 2000 },
    );
  });

  it('without wildcards matches itself and nothing else', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (a, b) => matchesCodes(patternCodes(a, false), b) === (a === b)));
  });

  it('that would make a backtracking matcher hang is decided', () => {
    const pattern = `${'*a'.repeat(400)}b`;

    expect(matches(pattern, 'a'.repeat(2000))).toBe(false);
  });
});
