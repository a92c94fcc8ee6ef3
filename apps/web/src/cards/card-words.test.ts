import { expect, it } from 'vitest';
import { readBrowseSearch, readReviewSearch } from './card-search.ts';
import { waitText } from './card-words.ts';

it.each([
  [1000, '1 min'],
  [600_000, '10 min'],
  [3_600_000, '1 hour'],
  [86_400_000, '1 day'],
  [86_400_000 * 45, '45 days'],
  [86_400_000 * 91, '3 months'],
  [86_400_000 * 800, '2 years'],
])('a wait of %i ms is said as people do: %s', (wait, text) => {
  expect(waitText(wait)).toBe(text);
});

it('an address that nobody wrote opens the page all the same', () => {
  expect(readReviewSearch({ exam: 7 })).toEqual({});
  expect(readBrowseSearch({ state: 'nope', page: -3, q: 'x'.repeat(101), exam: 'aif-c01' })).toEqual({
    exam: 'aif-c01',
  });
});
