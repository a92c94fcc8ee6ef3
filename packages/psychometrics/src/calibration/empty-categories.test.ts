import { describe, expect, it } from 'vitest';
import { NOT_PRESENTED, responsesOf } from '../responses/responses.ts';
import { collapseEmptyCategories } from './empty-categories.ts';

describe('scores that nobody reached', () => {
  const responses = responsesOf([
    [0, 0, 2],
    [1, 3, 2],
    [null, 4, 2],
  ]);

  it('are skipped, and the map back is kept', () => {
    const { responses: packed, scoresOf, collapsed } = collapseEmptyCategories(responses);

    expect([...packed.scores]).toEqual([0, 0, 2, 1, 1, 2, NOT_PRESENTED, 2, 2]);
    expect(scoresOf).toEqual([[0, 1], [0, 3, 4], [2]]);
    expect(collapsed).toEqual([1]);
  });

  it('change nothing where there are none', () => {
    const full = responsesOf([[0], [1], [2]]);

    expect(collapseEmptyCategories(full).responses).toBe(full);
  });
});
