import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wrapped } from './wrapped.ts';

describe('wrapped', () => {
  it('breaks at spaces, as late as it can', () => {
    expect(wrapped('what employers pay in the middle', 14)).toEqual(['what employers', 'pay in the', 'middle']);
    expect(wrapped('', 10)).toEqual([]);
  });

  it('keeps every word in its order, and cuts none', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,12}$/)), fc.integer({ min: 1, max: 40 }), (words, room) => {
        const lines = wrapped(words.join(' '), room);
        expect(lines.join(' ')).toBe(words.join(' '));
        expect(lines.every((line) => line.length <= room || !line.includes(' '))).toBe(true);
      }),
    );
  });
});
