import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentsOf } from './segments.ts';

const mark = (start: number, end: number, label = 'x') => ({ start, end, label });

describe('segmentsOf', () => {
  it('cuts where a finding begins and ends, and keeps both of two that share words', () => {
    const text = 'Use Azure Databricks daily';
    const segments = segmentsOf(text, [mark(4, 20, 'Azure Databricks'), mark(10, 20, 'Databricks')]);

    expect(segments.map((one) => [one.text, one.marks.map(({ label }) => label)])).toEqual([
      ['Use ', []],
      ['Azure ', ['Azure Databricks']],
      ['Databricks', ['Azure Databricks', 'Databricks']],
      [' daily', []],
    ]);
  });

  it('drops what does not lie in the text', () => {
    expect(segmentsOf('abc', [mark(2, 9), mark(-1, 2), mark(1, 1)])).toEqual([{ start: 0, text: 'abc', marks: [] }]);
    expect(segmentsOf('', [])).toEqual([]);
  });

  it('loses no letter, whatever was found', () => {
    const spans = fc.array(fc.tuple(fc.integer({ min: -3, max: 40 }), fc.integer({ min: -3, max: 40 })), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), spans, (text, found) => {
        const segments = segmentsOf(
          text,
          found.map(([start, end]) => mark(start, end)),
        );

        expect(segments.map((one) => one.text).join('')).toBe(text);
        expect(segments.every((one) => text.startsWith(one.text, one.start))).toBe(true);
      }),
    );
  });
});
