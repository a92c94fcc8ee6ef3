import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { stamped } from './attempt-action.ts';
import { browserDisk } from './outbox-store.ts';

const answer = (id: string, choice: string) =>
  stamped({ kind: 'answer', slot: 's01', response: { kind: 'multiple-choice', chosen: [choice] } }, { id, at: 1 });

describe('events on disk', () => {
  it('come back after a reload, oldest first, whatever their ids', async () => {
    const disk = new IDBFactory();
    await browserDisk(disk).outbox.add('attempt', answer('z', 'queue'));
    await browserDisk(disk).outbox.add('attempt', answer('a', 'search'));

    const kept = await browserDisk(disk).outbox.load('attempt');

    expect(kept).toEqual([answer('z', 'queue'), answer('a', 'search')]);
  });

  it('belong to their attempt', async () => {
    const store = browserDisk(new IDBFactory()).outbox;
    await store.add('mine', answer('one', 'queue'));

    expect(await store.load('other')).toEqual([]);
  });

  it('are replaced in one step, at the end of the line', async () => {
    const store = browserDisk(new IDBFactory()).outbox;
    await store.add('attempt', answer('one', 'queue'));
    await store.add('attempt', answer('two', 'search'), 'one');

    expect(await store.load('attempt')).toEqual([answer('two', 'search')]);
  });

  it('are gone once removed; removing an unknown one is no fault', async () => {
    const store = browserDisk(new IDBFactory()).outbox;
    await store.add('attempt', answer('one', 'queue'));
    await store.remove(['one', 'never-there']);

    expect(await store.load('attempt')).toEqual([]);
  });

  it('are known to be there, whatever attempt they belong to', async () => {
    const { outbox, hasEvents } = browserDisk(new IDBFactory());
    expect(await hasEvents()).toBe(false);

    await outbox.add('attempt', answer('one', 'queue'));

    expect(await hasEvents()).toBe(true);
  });

  it('refuse the same id twice', async () => {
    const store = browserDisk(new IDBFactory()).outbox;
    await store.add('attempt', answer('one', 'queue'));

    await expect(store.add('attempt', answer('one', 'search'))).rejects.toThrow();
  });

  it('say so when the disk cannot be opened, and try again at the next write', async () => {
    const disk = new IDBFactory();
    let isBlocked = true;
    const { outbox: store } = browserDisk({
      open: (name: string, version: number) => {
        if (isBlocked) throw new DOMException('blocked', 'SecurityError');
        return disk.open(name, version);
      },
    } as IDBFactory);
    await expect(store.load('attempt')).rejects.toThrow('blocked');

    isBlocked = false;
    await store.add('attempt', answer('one', 'queue'));

    expect(await store.load('attempt')).toHaveLength(1);
  });
});

describe('the tab that wrote last', () => {
  it('is remembered for each attempt', async () => {
    const disk = new IDBFactory();
    await browserDisk(disk).tabs.remember('attempt', 'first');
    await browserDisk(disk).tabs.remember('attempt', 'second');

    expect(await browserDisk(disk).tabs.recall('attempt')).toBe('second');
    expect(await browserDisk(disk).tabs.recall('other')).toBeUndefined();
  });
});
