import { describe, expect, it } from 'vitest';
import { extentOf, plainNumber, tableOf } from './line-data.ts';

describe('extentOf', () => {
  it('holds every value, on round numbers', () => {
    expect(extentOf({ title: 'y' }, [0.13, 0.87], 5)).toEqual({ low: 0, high: 1 });
    expect(extentOf({ title: 'y' }, [-3.2, 2.1], 5)).toEqual({ low: -4, high: 4 });
  });

  it('takes the ends that are given', () => {
    expect(extentOf({ title: 'y', min: 0, max: 100 }, [-7, 130], 5)).toEqual({ low: 0, high: 100 });
  });

  it.each([[[]], [[4]], [[4, 4]], [[Number.NaN]]])('is never empty: %j', (values) => {
    const { low, high } = extentOf({ title: 'y' }, values, 5);

    expect(high).toBeGreaterThan(low);
  });
});

describe('tableOf', () => {
  const axis = { title: 'Ability' };
  const value = { title: 'Share', format: (share: number) => `${share} %` };
  const curve = { label: 'Curve', points: Array.from({ length: 401 }, (_, x) => ({ x, y: 1 })) };

  it('tells every measured point, with its interval and note', () => {
    const points = Array.from({ length: 40 }, (_, x) => ({ x, y: 5, low: 1, high: 9, note: `n = ${x}` }));

    const table = tableOf([{ label: 'Measured', look: 'points', points }], axis, value);

    expect(table.head).toEqual(['Ability', 'Share', 'Low', 'High', 'Note']);
    expect(table.rows).toHaveLength(40);
    expect(table.rows[7]).toEqual(['7', '5 %', '1 %', '9 %', 'n = 7']);
  });

  it('thins a curve and keeps its ends', () => {
    const { rows } = tableOf([curve], axis, value);

    expect(rows).toHaveLength(25);
    expect([rows[0]?.[0], rows.at(-1)?.[0]]).toEqual(['0', '400']);
  });

  it('names the series where there are several, and marks what one of them lacks', () => {
    const table = tableOf([curve, { label: 'Two', points: [{ x: 1, y: 2, low: 1, high: 3 }] }], axis, value);

    expect(table.head).toEqual(['Series', 'Ability', 'Share', 'Low', 'High']);
    expect(table.rows[0]).toEqual(['Curve', '0', '1 %', '–', '–']);
  });
});

it('plain numbers have a true minus and no noise', () => {
  expect([0.1 + 0.2, -1.5, 12345.6].map(plainNumber)).toEqual(['0.3', '−1.5', '12350']);
});
