import type { Item } from '@cairn/exam';
import { expect, it } from 'vitest';
import { staleItems } from './stale.ts';

it('lists what was to be checked before today, the longest overdue first', () => {
  const due = (id: string, reviewBy: string) => ({ id, reviewBy }) as Item; // nothing else of it is read
  const items = [due('b/two', '2027-05-21'), due('a/one', '2027-01-02'), due('c/three', '2027-06-01')];

  expect(staleItems(items, '2027-05-22').map(({ id }) => id)).toEqual(['a/one', 'b/two']);
  expect(staleItems(items, '2027-01-02')).toEqual([]);
});
