import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linearPattern } from './linear-pattern.ts';

describe('a pattern', () => {
  it('finds what it names, where it is', () => {
    const pattern = linearPattern(String.raw`ID-(?<number>\d{4})`);

    expect([...(pattern?.all('ID-1234, ID-5678') ?? [])]).toEqual([
      { text: 'ID-1234', start: 0, end: 7 },
      { text: 'ID-5678', start: 9, end: 16 },
    ]);
    expect(pattern?.groups('an ID-1234', ['number'])).toEqual(new Map([['number', '1234']]));
    expect(pattern?.groups('none', ['number'])).toBeUndefined();
  });

  it('ignores case when asked to', () => {
    expect([linearPattern('error', true)?.test('ERROR'), linearPattern('error')?.test('ERROR')]).toEqual([true, false]);
  });

  it.each(['(?=x)', String.raw`(a)\1`, '(', 'x'.repeat(501)])('is not taken: %s', (source) => {
    expect(linearPattern(source)).toBeUndefined();
  });

  it('cannot be made to hang by a hostile text', () => {
    const hostile = ['(a|aa)+$', '(a*)*b', '(?:a|a?)+c', String.raw`^(\w+\s?)*$`];

    for (const source of hostile) expect(linearPattern(source)?.test(`${'a'.repeat(50_000)}!`)).toBe(false);
  });

  it('never throws, whatever the source', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (source, text) => void linearPattern(source)?.test(text)));
  });
});
