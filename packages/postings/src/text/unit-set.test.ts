import { expect, it } from 'vitest';
import { UnitSet } from './unit-set.ts';

it('holds the units it was made of, and no others', () => {
  const marks = new UnitSet('\0.–•');

  expect([...'\0.–•'].map((mark) => marks.has(mark.charCodeAt(0)))).toEqual([true, true, true, true]);
  expect([',', '\u007f', '—', '😀'].some((mark) => marks.has(mark.charCodeAt(0)))).toBe(false);
  expect(marks.has(''.charCodeAt(0))).toBe(false);
});
