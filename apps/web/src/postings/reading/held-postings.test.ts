import type { ReadPosting } from '@cairn/postings';
import { describe, expect, it } from 'vitest';
import { HeldPostings } from './held-postings.ts';

const posting = (id: string, text = 'text') => ({ read: { id } as ReadPosting, title: id, text }); // only the id is read

const heldOf = (ids: readonly string[], text?: string) => {
  const held = new HeldPostings();
  for (const id of ids) held.add(posting(id, text));
  return held.list().map(({ read }) => read.id);
};

describe('held postings', () => {
  it('are a few hundred, the same ones in whatever order they came', () => {
    const ids = Array.from({ length: 2_000 }, (_, at) => `jobs.csv#${at}`);

    const held = heldOf(ids);

    expect(held).toHaveLength(300);
    expect(heldOf(ids.toReversed())).toEqual(held);
  });

  it('are fewer when their texts are long', () => {
    const ids = Array.from({ length: 200 }, (_, at) => `book-${at}`);

    expect(heldOf(ids, 'x'.repeat(200_000))).toHaveLength(100);
  });

  it('are found by id', () => {
    const held = new HeldPostings();
    held.add(posting('a'));

    expect(held.find('a')?.text).toBe('text');
    expect(held.find('b')).toBeUndefined();
  });
});
