import { seededRng } from '@cairn/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutsOf } from './cuts.ts';
import { sortedValues, sortedWithRows } from './sorted-values.ts';

describe('sorting', () => {
  it('is the order of the numbers, without missing ones', () => {
    fc.assert(
      fc.property(fc.array(fc.float({ noDefaultInfinity: true })), (values) => {
        const column = Float32Array.from(values);
        const present = column.filter((value) => !Number.isNaN(value)).map((value) => value + 0);

        const { values: found, rows } = sortedWithRows(column);

        expect(found).toEqual(present.toSorted());
        expect(sortedValues(column)).toEqual(found);
        expect(Float32Array.from(rows, (row) => (column[row] ?? 0) + 0)).toEqual(found);
      }),
    );
  });
});

describe('cuts', () => {
  it('are the distinct values, where there are few', () => {
    const { cuts, isMissing } = cutsOf(Float32Array.of(3, 1, 3, 2, 1), undefined, 256);

    expect(Array.from(cuts.subarray(0, 2))).toEqual([2, 3]);
    expect(cuts[2]).toBeGreaterThan(3);
    expect(isMissing).toBe(false);
  });

  it('leave a byte for "missing"', () => {
    const column = Float32Array.from({ length: 1000 }, (_, i) => (i === 0 ? Number.NaN : i));

    expect(cutsOf(column, undefined, 256)).toMatchObject({ isMissing: true, cuts: { length: 255 } });
  });

  it('hold even weight, where there are many values', () => {
    const rng = seededRng(2);
    const column = Float32Array.from({ length: 20_000 }, () => rng.normal());
    const weights = column.map((value) => (value > 0 ? 3 : 1));

    const { cuts } = cutsOf(column, weights, 32);

    const total = weights.reduce((a, b) => a + b, 0);
    const below = (cut: number) => column.reduce((sum, value, i) => sum + (value < cut ? (weights[i] ?? 0) : 0), 0);
    expect(cuts.length).toBe(32);
    for (const [b, cut] of cuts.entries()) expect(Math.abs(below(cut) / total - (b + 1) / 32)).toBeLessThan(0.002);
  });

  it('part the rest evenly where one value is most of all', () => {
    const column = Float32Array.from({ length: 10_000 }, (_, i) => (i < 8000 ? 0 : i));

    const { cuts } = cutsOf(column, undefined, 11);

    expect(cuts.length).toBe(11);
    for (const [b, cut] of cuts.subarray(0, 10).entries()) expect(Math.abs(cut - 8000 - 200 * b)).toBeLessThan(3);
  });

  it('exist where every value is missing', () => {
    expect(cutsOf(Float32Array.of(Number.NaN), undefined, 256)).toMatchObject({ isMissing: true, cuts: { length: 1 } });
  });
});
