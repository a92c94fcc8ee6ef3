import { IDBFactory } from 'fake-indexeddb';
import { expect, it } from 'vitest';
import { attemptMemory, type KnownAttempt } from './attempt-memory.ts';
import { attemptWith } from './testing-attempt.ts';

const known = (attemptId: string, keptAt: number): KnownAttempt => ({
  ...{ attemptId, tabId: 'tab', attempt: attemptWith(), keptAt },
});

it('an attempt is remembered as it was last, after a reload too', async () => {
  const disk = new IDBFactory();
  await attemptMemory(disk).remember(known('a', 1));
  await attemptMemory(disk).remember(known('a', 2));

  expect(await attemptMemory(disk).recall('a')).toEqual(known('a', 2));
  expect(await attemptMemory(disk).recall('b')).toBeUndefined();
});

it('few are remembered: the one not touched for longest goes', async () => {
  const memory = attemptMemory(new IDBFactory());
  for (const [index, id] of ['a', 'b', 'c', 'd'].entries()) await memory.remember(known(id, index));
  await memory.remember(known('a', 10));
  await memory.remember(known('e', 11));

  const left = await Promise.all(['a', 'b', 'c', 'd', 'e'].map(async (id) => (await memory.recall(id))?.attemptId));
  expect(left).toEqual(['a', undefined, 'c', 'd', 'e']);
});

it('what is forgotten is gone: one, or all when the data is that of another installation', async () => {
  const memory = attemptMemory(new IDBFactory());
  await memory.remember(known('a', 1));
  await memory.remember(known('b', 2));

  await memory.forget('a');
  expect(await memory.recall('a')).toBeUndefined();
  await memory.forgetAll();
  expect(await memory.recall('b')).toBeUndefined();
});
