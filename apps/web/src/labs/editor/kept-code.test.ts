import { describe, expect, it, vi } from 'vitest';
import { keepCode, onReplaced, recallCode, replaceCode } from './kept-code.ts';

function shelf() {
  const kept = new Map<string, string>();
  const getItem = (key: string) => kept.get(key) ?? null;
  return { getItem, setItem: (key: string, value: string) => kept.set(key, value) };
}

describe('the program of a step', () => {
  it('is kept for each step of each lab', () => {
    const store = shelf();

    keepCode('lab', 'one', 'a', store);
    keepCode('lab', 'two', 'b', store);

    expect([recallCode('lab', 'one', store), recallCode('lab', 'two', store)]).toEqual(['a', 'b']);
    expect(recallCode('other', 'one', store)).toBeUndefined();
  });

  it('is there without a storage, until the page is closed', () => {
    const broken = new Proxy({} as Pick<Storage, 'getItem' | 'setItem'>, {
      get: () => () => {
        throw new Error('switched off');
      },
    });

    keepCode('lab', 'one', 'a', broken);

    expect(recallCode('lab', 'one', broken)).toBeUndefined();
  });

  it('is replaced in the open editor of its step, and in no other', () => {
    const store = shelf();
    const [heard, other] = [vi.fn(), vi.fn()];
    const stop = onReplaced('lab', 'one', heard);
    onReplaced('lab', 'two', other);

    replaceCode('lab', 'one', 'new', store);
    stop();
    replaceCode('lab', 'one', 'newer', store);

    expect(heard.mock.calls).toEqual([['new']]);
    expect(other).not.toHaveBeenCalled();
    expect(recallCode('lab', 'one', store)).toBe('newer');
  });
});
