import type { SearchAnswer } from '@cairn/contract';
import { describe, expect, it } from 'vitest';
import { readPageSearch } from './page-search.ts';
import { parseRecent, withRecent } from './recent-searches.ts';
import { outcomeText } from './search-words.ts';

describe('recent searches', () => {
  it('put the newest first, once, and keep six', () => {
    const recent = ['a1', 'b', 'c', 'd', 'e', 'f'];

    expect(withRecent(recent, ' C ')).toEqual(['C', 'a1', 'b', 'd', 'e', 'f']);
    expect(withRecent(recent, 'g')).toEqual(['g', 'a1', 'b', 'c', 'd', 'e']);
  });

  it('replace the beginning of what was typed on', () => {
    expect(withRecent(['drif', 'cost'], 'drift')).toEqual(['drift', 'cost']);
    expect(withRecent(['drift'], '  ')).toEqual(['drift']);
  });

  it.each([null, 'no JSON', '{"a":1}', '[1, null, ""]'])('are none where %s is stored', (text) => {
    expect(parseRecent(text)).toEqual([]);
  });
});

describe('the address of the page', () => {
  it.each([
    [
      { q: 'drift', kind: 'lab' },
      { q: 'drift', kind: 'lab' },
    ],
    [{ q: 42, kind: 'toString' }, { q: '42' }],
    [{ q: ['x'], kind: 7 }, {}],
    [{ q: 'x'.repeat(400) }, { q: 'x'.repeat(300) }],
  ])('%j is read as %j', (search, expected) => {
    expect(readPageSearch(search)).toEqual(expected);
  });
});

describe('the outcome', () => {
  const answer: SearchAnswer = {
    query: 'drfit ',
    match: 'all',
    searchedFor: 'drift',
    isReady: true,
    total: 1,
    groups: [],
  };

  it.each([
    ['all', '1 result.'],
    ['corrected', 'Nothing holds “drfit”. 1 result for “drift”.'],
    ['some', 'Nothing holds all of these words. 1 result with some of them.'],
    ['none', 'Nothing found for “drfit”.'],
  ] as const)('of %s is a sentence', (match, sentence) => {
    expect(outcomeText({ ...answer, match })).toBe(sentence);
  });
});
