import { describe, expect, it } from 'vitest';
import { letterSet, letters, likeParts, MANY, meets, starParts } from './wildcard.ts';

describe('a pattern', () => {
  it.each([
    ['orders', 'ord%', true],
    ['orders', '%d_rs', true],
    ['orders', 'ord', false],
    ['', '%', true],
    ['', '_', false],
    ['a%b', 'a%b', true],
  ])('%s LIKE %s is %s', (text, pattern, answer) => {
    expect(meets(text, likeParts(pattern))).toBe(answer);
  });

  it('takes sets of letters and stars', () => {
    expect(meets('b-', [letterSet('a-c'), letterSet('^x')])).toBe(true);
    expect(meets('d-', [letterSet('a-c'), letterSet('^x')])).toBe(false);
    expect(meets('raw_sales', starParts('raw*s'))).toBe(true);
  });

  it('is judged at once however many stars it has', () => {
    const parts = Array.from({ length: 40 }, () => [MANY, ...letters('a')]).flat();

    expect(meets(`${'a'.repeat(2000)}b`, parts)).toBe(false);
  });
});
