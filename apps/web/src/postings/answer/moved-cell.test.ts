import { describe, expect, it } from 'vitest';
import { movedCell } from './moved-cell.ts';

const size = { rows: 3, columns: 4 };

describe('movedCell', () => {
  it.each([
    ['ArrowRight', { row: 1, column: 2 }],
    ['ArrowLeft', { row: 1, column: 0 }],
    ['ArrowDown', { row: 2, column: 1 }],
    ['ArrowUp', { row: 0, column: 1 }],
    ['Home', { row: 1, column: 0 }],
    ['End', { row: 1, column: 3 }],
  ])('moves by %s', (key, cell) => {
    expect(movedCell({ row: 1, column: 1 }, key, size)).toEqual(cell);
  });

  it('stays at the edges, and leaves other keys to the page', () => {
    expect(movedCell({ row: 0, column: 0 }, 'ArrowUp', size)).toEqual({ row: 0, column: 0 });
    expect(movedCell({ row: 2, column: 3 }, 'ArrowDown', size)).toEqual({ row: 2, column: 3 });
    expect(movedCell({ row: 0, column: 0 }, 'Tab', size)).toBeUndefined();
  });
});
