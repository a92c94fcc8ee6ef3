import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageOf } from './paging.ts';

const same = (text: string) => text;

function throughPages(all: readonly string[], MaxItems: number): string[] {
  const seen: string[] = [];
  let Marker: string | undefined;
  do {
    const { items, rest } = pageOf(all, same, { MaxItems, Marker });
    seen.push(...items);
    Marker = rest.Marker;
  } while (Marker !== undefined);
  return seen;
}

describe('pages', () => {
  it('together show every item once and in order, whatever their names', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ unit: 'grapheme' })), fc.integer({ min: 1, max: 9 }), (all, size) => {
        expect(throughPages(all, size)).toEqual([...all].sort());
      }),
    );
  });

  it('refuse a marker that was not handed out', () => {
    expect(() => pageOf(['a'], same, { Marker: 'nonsense' })).toThrow('Invalid Marker');
    expect(() => pageOf(['a'], same, { Marker: '%%%' })).toThrow('Invalid Marker');
  });
});
