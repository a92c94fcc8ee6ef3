import fc from 'fast-check';
import { expect, it } from 'vitest';
import { leastSquares } from './least-squares.ts';

it('finds the line of a worked example', () => {
  // y = 2/3 + x/2 through (1, 1), (2, 2), (3, 2)
  const [constant, slope] = leastSquares(
    [
      [1, 1, 1],
      [1, 2, 3],
    ],
    [1, 2, 2],
  );

  expect(constant).toBeCloseTo(2 / 3, 12);
  expect(slope).toBeCloseTo(0.5, 12);
});

it('leaves errors that stand at right angles to every column', () => {
  const value = fc.double({ min: -5, max: 5, noNaN: true });
  const column = fc.array(value, { minLength: 8, maxLength: 8 });
  fc.assert(
    fc.property(column, column, column, (one, two, right) => {
      const columns = [new Array(8).fill(1), one.map((x, i) => x + i), two.map((x, i) => x + i * i)];
      const found = leastSquares(columns, right);
      const errors = right.map((y, row) => y - columns.reduce((sum, each, k) => sum + each[row] * (found[k] ?? 0), 0));
      const scale = 1 + Math.max(...found.map(Math.abs));

      for (const each of columns) {
        expect(Math.abs(each.reduce((sum, x, row) => sum + x * (errors[row] ?? 0), 0)) / scale).toBeLessThan(1e-8);
      }
    }),
  );
});

it('refuses a column of nothing', () => {
  expect(() => leastSquares([[0, 0, 0]], [1, 2, 3])).toThrow('dependent');
});
