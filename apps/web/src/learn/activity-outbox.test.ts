import type { LearningActivity } from '@cairn/contract';
import { beforeEach, expect, it } from 'vitest';
import { ActivityOutbox } from './activity-outbox.ts';

const disk = new Map<string, string>();
const storage = {
  getItem: (key: string) => disk.get(key) ?? null,
  setItem: (key: string, value: string) => void disk.set(key, value),
};
beforeEach(() => disk.clear());

const activity = (id: string): LearningActivity => ({
  id,
  kind: 'lesson',
  exam: 'aif-c01',
  ref: 'aif-c01/1.1',
  seconds: 60,
  finished: true,
  at: 0 as LearningActivity['at'],
  timeZone: 'Europe/Berlin',
});

const idsOf = (activities: readonly LearningActivity[]) => activities.map(({ id }) => id);

it('sends what is logged, and forgets it once it is acknowledged', async () => {
  const sent: string[][] = [];
  const outbox = new ActivityOutbox(storage, async (activities) => void sent.push(idsOf(activities)));

  await outbox.log(activity('a'));
  await outbox.log(activity('b'));

  expect(sent).toEqual([['a'], ['b']]);
});

it('keeps what was not acknowledged over a reload, and sends it with the next', async () => {
  const away = new ActivityOutbox(storage, () => Promise.reject(new Error('no server')));
  await expect(away.log(activity('a'))).rejects.toThrow('no server');
  const sent: string[][] = [];
  const back = new ActivityOutbox(storage, async (activities) => void sent.push(idsOf(activities)));

  await back.log(activity('b'));
  await back.flush();

  expect(sent).toEqual([['a', 'b']]);
});

it('loses nothing that is logged while a request is under way', async () => {
  const sent: string[][] = [];
  const outbox = new ActivityOutbox(storage, async (activities) => {
    sent.push(idsOf(activities));
    if (sent.length === 1) await outbox.log(activity('b'));
  });

  await outbox.log(activity('a'));
  await outbox.flush();

  expect(sent.flat()).toContain('b');
  expect(disk.get('cairn.activities')).toBe('[]');
});

it('begins anew when its place in the browser was overwritten', async () => {
  disk.set('cairn.activities', '{oops');
  const sent: string[][] = [];
  const outbox = new ActivityOutbox(storage, async (activities) => void sent.push(idsOf(activities)));

  await outbox.log(activity('a'));

  expect(sent).toEqual([['a']]);
});
